"""Text that others wrote, made safe to show, and laid out in cells of a terminal.

Models, spec authors and data sets wrote most of what a report shows. Nothing they wrote may move
the cursor, colour the screen, turn the reading direction or break an encoding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import wcwidth

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Control characters but tab and newline, lone surrogates, line separators, and what turns the reading direction.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)


def clean(text: str) -> str:
    """``text`` with everything replaced that would not stay in its place."""
    return _UNSAFE.sub(REPLACEMENT, text)


def clean_all(value: Any) -> Any:
    """Plain data with every string in it cleaned, keys included."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(str(key)): clean_all(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean_all(item) for item in value]
    return value


def one_line(text: str) -> str:
    """``text`` cleaned, with every run of white space as one blank."""
    return " ".join(clean(text).split())


def ascii_only(text: str) -> str:
    """For terminals and formats without Unicode: what cannot be written is spelt out, like \\xe9."""
    return text.encode("ascii", "backslashreplace").decode("ascii")


def cells(text: str) -> int:
    """How many terminal cells ``text`` takes."""
    return wcwidth.width(text)


def pad(text: str, width: int, *, right: bool = False) -> str:
    """``text`` filled with blanks to ``width`` cells, to the right of it unless it is to stand ``right``."""
    return wcwidth.rjust(text, width) if right else wcwidth.ljust(text, width)


def clip(text: str, width: int, ellipsis: str) -> str:
    """``text`` in at most ``width`` cells."""
    return text if cells(text) <= width else wcwidth.clip(text, 0, width - cells(ellipsis)).rstrip() + ellipsis


def wrap(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """``text`` as lines of at most ``width`` cells, ``first`` before the first and ``rest`` before others."""
    return wcwidth.wrap(
        one_line(text), width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ) or [first.rstrip()]


def flow(parts: Iterable[str], width: int, *, between: str = " · ", rest: str = "") -> list[str]:
    """Short texts one after another; a line breaks between two of them, or within one that is too long."""
    lines: list[str] = []
    for part in map(one_line, parts):
        joined = f"{lines[-1]}{between}{part}" if lines else part
        if cells(joined) <= width:
            lines[-1:] = [joined]
        else:
            lines += wrap(part, width, first=rest if lines else "", rest=rest)
    return lines
