"""Lines and columns for a terminal: what glyphs it has, how text is coloured, how a table is set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checkable.report.figures import MINUS, UNDEFINED
from checkable.report.text import ascii_only, cells, clip, pad

_SGR = {"bold": "1", "dim": "2", "good": "32", "bad": "31", "doubt": "33", "heading": "1;36"}
_ESCAPE = re.compile("\x1b\\[[0-9;]*m")
GAP = "  "


@dataclass(frozen=True, kw_only=True)
class Medium:
    """What a terminal can show. All text goes through ``paint``, and every finished block through ``finish``."""

    width: int
    colour: bool
    unicode: bool

    @property
    def rule(self) -> str:
        return "─" if self.unicode else "-"

    @property
    def bar(self) -> str:
        return "│" if self.unicode else "|"

    @property
    def ellipsis(self) -> str:
        return "…" if self.unicode else "..."

    def mark(self, verdict: str) -> str:
        """The sign of a verdict or of a comparison; every one stands beside its word, too."""
        signs = {"held": "✓+", "passed": "✓+", "agrees": "=="}
        signs |= {"failed": "✗x", "differs": "≠!", "undecided": "??", "warning": "!!"}
        return signs.get(verdict, "··" if self.unicode else "--")[0 if self.unicode else 1]

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{_SGR[style]}m{text}\x1b[0m" if self.colour and style and text else text

    def finish(self, lines: Sequence[str]) -> str:
        """The lines as one text, without trailing blanks and in ASCII where there is nothing else."""
        text = "\n".join(line.rstrip() for line in lines)
        if self.unicode:
            return text
        for sign, plain in ((MINUS, "-"), (UNDEFINED, "-"), ("·", "-"), ("…", "...")):
            text = text.replace(sign, plain)
        return ascii_only(text)


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of figures. ``left`` aligns left, ``ruled`` has a bar before it, ``style`` colours its cells."""

    head: str
    left: bool = False
    ruled: bool = False
    style: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A name and its figures; or a line across the table when there are no figures."""

    name: str
    figures: tuple[str, ...] = ()
    style: str = ""


def table(columns: Sequence[Column], rows: Sequence[Row], medium: Medium, *, names: int, indent: int = 2) -> list[str]:
    """Lines of a table whose first column holds names of up to ``names`` cells, where there is room.

    A longer name gets a line of its own above its figures.
    """
    widths = [max([cells(c.head), *(cells(r.figures[i]) for r in rows if r.figures)]) for i, c in enumerate(columns)]
    taken = indent + sum(widths) + len(GAP) * len(widths) + 2 * sum(c.ruled for c in columns)
    room = max(4, min(names, medium.width - taken))
    header = Row(name="", figures=tuple(c.head for c in columns), style="dim")
    lines: list[str] = []
    for row in (header, *rows):
        if not row.figures or cells(row.name) > room:
            lines.append(" " * indent + medium.paint(clip(row.name, medium.width - indent, medium.ellipsis), row.style))
        if row.figures:
            name = row.name if cells(row.name) <= room else ""
            cells_ = [_cell(f, w, c, medium, row.style) for f, w, c in zip(row.figures, widths, columns, strict=True)]
            lines.append(" " * indent + medium.paint(pad(name, room), row.style) + "".join(cells_))
    return lines


def _cell(text: str, width: int, column: Column, medium: Medium, style: str) -> str:
    bar = f"{GAP}{medium.paint(medium.bar, 'dim')}" if column.ruled else GAP[:0]
    space = " " if column.ruled else GAP
    return bar + space + medium.paint(pad(text, width, right=not column.left), style or column.style)


def visible(text: str) -> str:
    """``text`` without its colours."""
    return _ESCAPE.sub("", text)
