"""A spec's mistakes as a person reads them: where, what, what was expected, the nearest valid thing.

Nothing here knows what a spec means. One ``SpecError`` is one mistake at one spot; a file's
mistakes travel together in ``SpecErrors``, so that all of them are corrected in one go.
"""

from __future__ import annotations

import difflib
import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

WIDTH = 100  # characters of an offending line that are shown
LISTED = 12  # names listed before "and … more"


@dataclass(eq=False)
class SpecError(Exception):
    """One mistake. ``line`` and ``column`` count from 1; ``key`` is dotted, "" for the whole file.

    ``text`` is the offending line. ``expected`` and ``hint`` may be empty.
    """

    path: Path
    line: int
    column: int
    key: str
    message: str
    expected: str = ""
    hint: str = ""
    text: str = ""

    def __str__(self) -> str:
        where = f"{_shown(self.path)}:{self.line}:{self.column}"
        lines = [": ".join(part for part in (where, self.key, self.message) if part)]
        if self.text.strip():
            lines += _excerpt(self.text, self.line, self.column)
        if self.expected:
            lines.append(f"  expected {self.expected}")
        if self.hint:
            lines.append(f"  {self.hint}")
        return "\n".join(lines)

    @property
    def identity(self) -> tuple[str, int, int, str]:
        """What makes two mistakes the same one, seen twice."""
        return (str(self.path), self.line, self.column, self.message)


class SpecErrors(ValueError):
    """All mistakes of one spec, in the order of the file and each only once."""

    def __init__(self, errors: Iterable[SpecError]) -> None:
        distinct = {error.identity: error for error in errors}
        self.errors: tuple[SpecError, ...] = tuple(distinct[place] for place in sorted(distinct))
        super().__init__(self.errors)

    def __str__(self) -> str:
        return "\n\n".join(str(error) for error in self.errors)


def nearest(name: object, valid: Iterable[str]) -> str:
    """``did you mean 'x'?`` for the valid name closest to ``name``, or "" where none is close."""
    names = sorted(valid)
    close = difflib.get_close_matches(str(name).lower(), names, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else ""


def one_of(valid: Iterable[str]) -> str:
    """``a, b or c``, cut short where there are many."""
    names = sorted(valid)
    if not names:
        return "a name, but none is known"
    if len(names) > LISTED:
        return f"one of {', '.join(names[:LISTED])} and {len(names) - LISTED} more"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _shown(path: Path) -> str:
    """Relative to the working directory where it lies below it, so that terminals can open it."""
    relative = os.path.relpath(path) if path.is_absolute() else str(path)
    return str(path) if relative.startswith(os.pardir) else Path(relative).as_posix()


def _excerpt(text: str, line: int, column: int) -> list[str]:
    """The line and a caret under the spot. Long lines are cut around it."""
    clean = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text)
    start = max(0, column - 1 - WIDTH // 2) if len(clean) > WIDTH else 0
    shown = clean[start : start + WIDTH].rstrip()
    before = clean[start : column - 1]
    indent = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in before)
    gutter = f"{line:6} | "
    return [gutter + shown, " " * (len(gutter) - 2) + "| " + " " * indent + "^"]
