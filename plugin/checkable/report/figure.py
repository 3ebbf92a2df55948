"""Charts as standing figures: one SVG with its title, labels and numbers, for papers and slides.

The marks are those of ``charts``, so that a figure shows what the page shows; here they get texts
and colours of their own, on white. Turning SVG into PNG is the work of resvg, if it is installed.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from checkable.report.text import cells, clip, one_line

STYLE = """
text { font-family: "DejaVu Sans", Helvetica, Arial, sans-serif; font-size: 12px; fill: #1b2026; }
.title { font-size: 15px; font-weight: bold; } .soft, .chart text, .head { fill: #5f6670; }
.note { font-size: 11px; fill: #5f6670; } .chart text { text-anchor: middle; font-size: 11px; }
line { stroke: #e2e5ea; stroke-width: 1; } .zero { stroke: #5f6670; }
.smallest { stroke: #5f6670; stroke-dasharray: 5 4; }
.whisker { stroke-width: 2; } .whisker.up, .dot.up { stroke: #0050b5; } .whisker.down, .dot.down { stroke: #b84300; }
.whisker.flat, .dot.flat { stroke: #5f6670; } .dot { stroke-width: 2; } .dot.up { fill: #0050b5; }
.dot.down { fill: #b84300; } .dot.flat { fill: #5f6670; } .dot.hollow { fill: #ffffff; }
.dot.commit { fill: #1b2026; stroke: #1b2026; } .dot.seed { fill: none; stroke: #1b2026; }
.dot.reach { stroke: #5f6670; }
.gap { stroke: #5f6670; stroke-width: 1.5; stroke-dasharray: 2 3; } 
.band { stroke: #1b2026; stroke-width: 2; opacity: .45; }
.amount { stroke: #5f6670; stroke-width: 9; opacity: .55; } .flips { stroke-width: 9; } .flips.up { stroke: #0050b5; }
.flips.down { stroke: #b84300; }
"""
MARGIN, PLOT, GAP = 16, 320, 18  # pixels
ROW, NOTED, LINE = 28, 42, 18  # heights of a row, of one with a note, and of a line of text
LETTER = 7.4  # pixels a cell of text takes at most, so that columns do not touch
LONGEST = 40  # cells of a name


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row of a figure. Without marks it is a heading between rows."""

    name: str
    note: str = ""
    marks: Markup | None = None
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A figure to be drawn: rows on one axis, and columns of numbers beside them."""

    name: str  # of its file, without a suffix
    title: str
    caption: str
    axis: Markup
    heads: tuple[str, ...]
    lines: tuple[Line, ...]


def svg(drawing: Drawing) -> str:
    """The figure as one SVG document that needs nothing else."""
    names = max([_width(line.name, line.note) for line in drawing.lines], default=80)
    widths = [
        _width(head, *(ln.numbers[i] for ln in drawing.lines if ln.numbers)) for i, head in enumerate(drawing.heads)
    ]
    plot = MARGIN + names + GAP
    columns = [plot + PLOT + GAP + sum(widths[: i + 1]) + GAP * i for i in range(len(widths))]
    width = (columns[-1] if columns else plot + PLOT) + MARGIN
    body, top = _heading(drawing, width)
    body.append(
        Markup('<svg x="{}" y="{}" width="{}" height="20" overflow="visible">{}</svg>').format(
            plot, top - 16, PLOT, drawing.axis
        )
    )
    body += [_text(x, top - 2, head, "head", end=True) for x, head in zip(columns, drawing.heads, strict=True)]
    top += 6
    for line in drawing.lines:
        height = NOTED if line.note else ROW
        body += _line(line, top, height, plot, columns)
        top += height
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}">'
        '<style>{2}</style><rect width="{0}" height="{1}" fill="#ffffff"/>{3}</svg>\n'
    ).format(round(width), round(top + MARGIN), Markup(STYLE), Markup().join(body))


def _heading(drawing: Drawing, width: float) -> tuple[list[Markup], float]:
    """Title and caption, and where what follows them begins."""
    letters = int((width - 2 * MARGIN) / LETTER)
    lines = [(text, "title") for text in textwrap.wrap(one_line(drawing.title), int(letters * 0.75))]
    lines += [(text, "soft") for text in textwrap.wrap(one_line(drawing.caption), letters)]
    body = [_text(MARGIN, MARGIN + LINE * (i + 0.7), text, kind) for i, (text, kind) in enumerate(lines)]
    return body, MARGIN + LINE * len(lines) + 34


def _line(line: Line, top: float, height: int, plot: float, columns: Sequence[float]) -> list[Markup]:
    middle = top + height / 2
    drawn = [
        _text(
            MARGIN,
            middle + (-2 if line.note else 4),
            clip(one_line(line.name), LONGEST, "…"),
            "soft" if line.marks is None else "name",
        )
    ]
    if line.note:
        drawn.append(_text(MARGIN, middle + 13, clip(one_line(line.note), LONGEST, "…"), "note"))
    if line.marks is not None:
        drawn.append(
            Markup('<svg x="{}" y="{}" width="{}" height="{}" overflow="visible">{}</svg>').format(
                plot, top, PLOT, height, line.marks
            )
        )
    return drawn + [
        _text(x, middle + 4, text, "value", end=True) for x, text in zip(columns, line.numbers, strict=False)
    ]


def _text(x: float, y: float, text: str, kind: str, *, end: bool = False) -> Markup:
    anchor = Markup(' text-anchor="end"') if end else Markup()
    return Markup('<text class="{}" x="{}" y="{}"{}>{}</text>').format(kind, round(x, 1), round(y, 1), anchor, text)


def _width(*texts: str) -> float:
    return LETTER * max(min(LONGEST, cells(one_line(t))) for t in texts)


def png(text: str) -> bytes:
    """``text``, an SVG, as PNG at twice its size. Raises LookupError where resvg is not installed."""
    try:
        import resvg_py
    except ImportError:
        raise LookupError("PNG needs resvg: pip install 'pytest-checkable[export]'; SVG needs nothing") from None
    return bytes(resvg_py.svg_to_bytes(svg_string=text, zoom=2))


def write(path: Path, drawing: Drawing) -> None:
    """Write a figure as what the suffix of ``path`` says. Raises ValueError for another than .svg and .png."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".svg":
        path.write_text(svg(drawing), encoding="utf-8")
    elif path.suffix == ".png":
        path.write_bytes(png(svg(drawing)))
    else:
        raise ValueError(f"{path}: a figure is written as .svg or .png")
