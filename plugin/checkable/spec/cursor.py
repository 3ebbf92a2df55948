"""Where a reader of a spec stands, so that a mistake can be reported with its file, line and key.

A cursor is one step of the way from the top of a spec to a value: the mapping or list that holds
it, and its key or index. Positions are worked out only when something is wrong. Mistakes are
collected, not raised, so that one pass finds all of them.
"""

from __future__ import annotations

import re
from typing import Any, Final

from checkable.spec.errors import SpecError
from checkable.spec.tokens import Mistake
from checkable.spec.yaml_lines import LinedDict, LinedList, Source


class Wrong:
    """The type of ``WRONG``, which stands for a value that was reported as a mistake."""

    def __bool__(self) -> bool:
        return False


WRONG: Final = Wrong()


class Cursor:
    """The top of a spec; ``into`` steps down. All cursors of one spec share ``errors``."""

    __slots__ = ("source", "errors", "holder", "key", "parent")

    def __init__(self, source: Source, errors: list[SpecError], holder: LinedDict | LinedList | None = None,
                 key: str | int = "", parent: Cursor | None = None) -> None:
        self.source = source
        self.errors = errors
        self.holder = holder
        self.key = key
        self.parent = parent

    def into(self, holder: LinedDict | LinedList, key: str | int) -> Cursor:
        """The cursor at ``holder[key]``."""
        return Cursor(self.source, self.errors, holder, key, self)

    @property
    def dotted(self) -> str:
        """``arms.gate.generator[1]``."""
        if self.parent is None:
            return ""
        if isinstance(self.key, int):
            return f"{self.parent.dotted}[{self.key}]"
        above = self.parent.dotted
        return f"{above}.{self.key}" if above else self.key

    def wrong(self, message: str, expected: str = "", hint: str = "", *, at_key: bool = False) -> Wrong:
        """Report a mistake in the value here, or in its key. Returns WRONG, for the caller to return."""
        source, line, column, _ = self._spot(at_key)
        self.errors.append(source.error(line, column, self.dotted, message, expected, hint))
        return WRONG

    def wrong_inside(self, text: str, mistake: Mistake, *, at_key: bool = False) -> Wrong:
        """Report a mistake at an offset of the text that stands here as a value, or as a key."""
        source, line, column, index = self._spot(at_key)
        inside = _index_in_source(source.text, index, text, mistake.offset)
        if inside is not None:
            between = source.text[index:inside]
            newlines = between.count("\n")
            line += newlines
            column = len(between) - between.rfind("\n") if newlines else column + len(between)
        self.errors.append(source.error(line, column, self.dotted, mistake.message, mistake.expected, mistake.hint))
        return WRONG

    def written(self, pattern: re.Pattern[str]) -> str:
        """What of the source matches where the value begins: how a number was spelled. "" for nothing."""
        source, _, _, index = self._spot(False)
        match = pattern.match(source.text, index)
        return match.group() if match else ""

    def _spot(self, at_key: bool) -> tuple[Source, int, int, int]:
        """Source, line and column (from 1) and index into the source's text."""
        if isinstance(self.holder, LinedDict):
            source, key, value = self.holder.spots[str(self.key)]
            mark = key if at_key else value
        elif isinstance(self.holder, LinedList):
            source, mark = self.holder.value_spot(int(self.key))
        else:
            return self.source, 1, 1, 0
        return source, mark.line + 1, mark.column + 1, mark.index


def found(value: Any) -> str:
    """What stands there, in words."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        return f"the text {value if len(value) <= 40 else value[:40] + '…'!r}"
    return f"the number {value}"


def _index_in_source(source: str, start: int, text: str, offset: int) -> int | None:
    """Where character ``offset`` of a YAML scalar stands in its source, whatever its quoting.

    Follows text and source side by side, skipping quotes, escapes, block headers and the line
    breaks and indents that folding removed. None where the two cannot be matched (``\\x41``).
    """
    index = start
    if source[index : index + 1] in ("|", ">"):
        index = source.find("\n", index) + 1
    elif source[index : index + 1] in ("'", '"'):
        index += 1
    for character in text[:offset]:
        index = _match(source, index, character)
        if index < 0:
            return None
        index += 1
    following = text[offset : offset + 1]
    exact = _match(source, index, following) if following else index
    return exact if exact >= 0 else None


def _match(source: str, index: int, character: str) -> int:
    """The first index from ``index`` on that spells ``character``, or -1."""
    while index < len(source):
        if source[index] == character or (character.isspace() and source[index].isspace()):
            return index
        if source[index] == "\\" or source[index].isspace() or source[index : index + 2] == "''":
            index += 1
        else:
            return -1
    return -1
