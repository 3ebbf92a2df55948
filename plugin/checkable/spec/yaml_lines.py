"""YAML text to plain data that remembers its lines. Strict: whatever would surprise is an error.

Scalars follow YAML 1.2's core schema (only ``true`` and ``false`` are booleans, dates are text).
Duplicate keys, keys that are not text, anchors, aliases, merge keys, tags and second documents
are refused. It knows nothing of what a spec may say.

The events of libyaml are read directly: building nodes and then objects from them, as the
ordinary loaders do, costs about as much again as parsing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from yaml.cyaml import CParser
from yaml.error import Mark, MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from checkable.spec.errors import SpecError, SpecErrors

DEEPEST = 40  # levels of nesting; a spec needs about eight
LONGEST_NUMBER = 60  # characters
_LINE_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what libyaml counts as the end of a line
_CORE: dict[str, bool | float | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **{sign + word: float(sign + "inf") for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF")},
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NUMBER_STARTS = frozenset("+-.0123456789")


@dataclass(frozen=True, eq=False)
class Source:
    """One YAML file's text, for showing its lines."""

    path: Path
    text: str

    @cached_property
    def lines(self) -> list[str]:
        return _LINE_ENDS.split(self.text)

    def line(self, number: int) -> str:
        """Line ``number``, counted from 1; "" past the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def error(self, line: int, column: int, key: str, message: str, expected: str = "", hint: str = "") -> SpecError:
        """A mistake in this file. ``line`` and ``column`` count from 1."""
        return SpecError(self.path, line, column, key, message, expected, hint, self.line(line))


class Spot(NamedTuple):
    """Where something stands: its source, and parser marks counting from 0."""

    source: Source
    mark: Mark


class LinedDict(dict[str, Any]):
    """A mapping that knows where each key and each value stands, also after merging files."""

    __slots__ = ("spots",)

    def __init__(self) -> None:
        self.spots: dict[str, tuple[Source, Mark, Mark]] = {}

    def key_spot(self, key: str) -> Spot:
        source, mark, _ = self.spots[key]
        return Spot(source, mark)

    def value_spot(self, key: str) -> Spot:
        source, _, mark = self.spots[key]
        return Spot(source, mark)


class LinedList(list[Any]):
    """A list that knows where each element stands."""

    __slots__ = ("source", "marks")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.marks: list[Mark] = []

    def value_spot(self, index: int) -> Spot:
        return Spot(self.source, self.marks[index])


def line_of(holder: LinedDict | LinedList, key: str | int) -> int:
    """The line of a key or of an element, counted from 1."""
    spot = holder.key_spot(str(key)) if isinstance(holder, LinedDict) else holder.value_spot(int(key))
    return spot.mark.line + 1


def read_yaml(path: Path) -> tuple[Source, LinedDict]:
    """The mapping that a YAML file holds. Raises SpecErrors with every mistake in its form."""
    return parse_yaml(read_text(path), path)


def read_text(path: Path) -> str:
    """A file's text. Raises SpecErrors for one that is not UTF-8."""
    with open(path, "rb", buffering=0) as file:
        raw = file.readall()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        source = Source(path, raw.decode("utf-8", "replace"))
        line = len(_LINE_ENDS.split(before))
        column = len(_LINE_ENDS.split(before)[-1]) + 1
        raise SpecErrors([source.error(line, column, "", "this file is not UTF-8 text", "UTF-8")]) from None


def parse_yaml(text: str, path: Path) -> tuple[Source, LinedDict]:
    """Like ``read_yaml``, for text at hand. ``path`` is only named in errors."""
    source = Source(path, text)
    builder = _Builder(source)
    try:
        value = builder.document()
    except MarkedYAMLError as error:
        raise SpecErrors([*builder.errors, _syntax_error(source, error)]) from None
    except YAMLError as error:
        raise SpecErrors([_unreadable(source, error)]) from None
    value = LinedDict() if value is None else value  # what is missing is then said by name
    if not builder.errors and not isinstance(value, LinedDict):
        found = "a list" if isinstance(value, list) else "a single value"
        builder.errors.append(source.error(1, 1, "", f"this file holds {found}", "keys with values: 'title: …'"))
    if builder.errors:
        raise SpecErrors(builder.errors)
    return source, value


class _Builder:
    """One pass over a parser's events. Form mistakes are collected; libyaml's own end the pass."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.errors: list[SpecError] = []
        self.next: Callable[[], Event] = CParser(source.text).get_event
        self.depth = 0

    def document(self) -> Any:
        self.next()  # stream start
        event = self.next()
        if type(event) is StreamEndEvent:
            return None
        value = self.value(self.next())
        self.next()  # document end
        event = self.next()
        if type(event) is DocumentStartEvent:
            self.complain(event.start_mark, "a second document starts here", "one experiment in one file")
        return value

    def value(self, event: Event) -> Any:
        kind = type(event)
        if kind is ScalarEvent and _bare(event):
            return self.scalar(event)
        if kind is AliasEvent:
            return self.complain(event.start_mark, f"alias *{event.anchor}: a spec has no aliases", *_SHARING)
        if event.anchor is not None:
            self.complain(event.start_mark, f"anchor &{event.anchor}: a spec has no anchors", *_SHARING)
        if event.tag is not None:
            self.complain(event.start_mark, f"tag {event.tag}: a spec has no tags", "plain values")
        if kind is ScalarEvent:
            return self.scalar(event)
        self.depth += 1
        if self.depth > DEEPEST:
            self.complain(event.start_mark, f"nested deeper than {DEEPEST} levels")
            raise SpecErrors(self.errors)
        built = self.mapping() if kind is MappingStartEvent else self.sequence()
        self.depth -= 1
        return built

    def mapping(self) -> LinedDict:
        built = LinedDict()
        event = self.next()
        while type(event) is not MappingEndEvent:
            key: str | None = event.value if type(event) is ScalarEvent else None
            if key is None or key in built or not key.isidentifier() or key in _CORE or not _bare(event):
                key = self.key(event, built)  # anything but a plain word that stands here once
            after = self.next()
            value = self.value(after)
            if key is not None and key not in built:
                built[key] = value
                built.spots[key] = (self.source, event.start_mark, after.start_mark)
            event = self.next()
        return built

    def key(self, event: Event, built: LinedDict) -> str | None:
        key = self.value(event)
        if not isinstance(key, str):
            self.complain(event.start_mark, "a key must be text", "a word", "put it in quotes if it is meant as text")
            return None
        if key == "<<":
            self.complain(event.start_mark, "merge key '<<': a spec has no merge keys", *_SHARING)
        elif key in built:
            first = built.key_spot(key).mark.line + 1
            message = f"key {key!r} stands here a second time"
            self.complain(event.start_mark, message, f"each key once; the first is on line {first}")
        return key

    def sequence(self) -> LinedList:
        built = LinedList(self.source)
        event = self.next()
        while type(event) is not SequenceEndEvent:
            built.append(self.value(event))
            built.marks.append(event.start_mark)
            event = self.next()
        return built

    def scalar(self, event: ScalarEvent) -> Any:
        text = event.value
        if not event.implicit[0]:  # quoted or a block: text, whatever it looks like
            return text
        if text in _CORE:
            return _CORE[text]
        if text[0] in _NUMBER_STARTS:
            return self.number(event)
        return text

    def number(self, event: ScalarEvent) -> str | int | float:
        text = event.value
        if _INTEGER.fullmatch(text) and len(text) <= LONGEST_NUMBER:
            return int(text)
        if _FLOAT.fullmatch(text):
            if len(text) > LONGEST_NUMBER:
                message = "a number this long is no setting"
                self.complain(event.start_mark, message, f"at most {LONGEST_NUMBER} characters")
            return float(text)
        return int(text, 0) if _OCTAL_OR_HEX.fullmatch(text) else text

    def complain(self, mark: Mark, message: str, expected: str = "", hint: str = "") -> None:
        self.errors.append(_at(self.source, mark, "", message, expected, hint))


_SHARING = (
    "every value written out", "_defaults.yaml shares settings between specs, 'matrix' repeats one with changes",
)


def _bare(event: Event) -> bool:
    return event.anchor is None and event.tag is None


def _at(source: Source, mark: Mark, key: str, message: str, expected: str = "", hint: str = "") -> SpecError:
    return source.error(mark.line + 1, mark.column + 1, key, message, expected, hint)


def _syntax_error(source: Source, error: MarkedYAMLError) -> SpecError:
    mark = error.problem_mark or error.context_mark
    context = f" ({error.context})" if error.context else ""
    hint = ""
    if "mapping values are not allowed" in str(error.problem):
        hint = "text that holds ': ' must be put in quotes"
    elif "\t" in source.line(mark.line + 1) or "found character that cannot start any token" in str(error.problem):
        hint = "indent with spaces, and put text that starts with a special character in quotes"
    return _at(source, mark, "", f"not YAML: {error.problem}{context}", "", hint)


def _unreadable(source: Source, error: YAMLError) -> SpecError:
    """A character that YAML does not allow; libyaml names only its place in the text."""
    place = int(getattr(error, "position", 0) or 0)
    before = _LINE_ENDS.split(source.text[:place])
    return source.error(len(before), len(before[-1]) + 1, "", f"not YAML: {getattr(error, 'reason', error)}")
