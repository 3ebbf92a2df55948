"""Ranges of task numbers, as specs write them: ``11-90, 95``."""

from __future__ import annotations

import re

_RANGES = re.compile(r"\d+(-\d+)?(, *\d+(-\d+)?)*")


def read_ranges(text: str) -> tuple[range, ...]:
    """Raises ValueError for what is no list of ranges."""
    if not _RANGES.fullmatch(text.strip()):
        raise ValueError(f"tasks are ranges of numbers such as 11-90, 95; found {text!r}")
    ends = [part.strip().split("-") for part in text.split(",")]
    return tuple(range(int(each[0]), int(each[-1]) + 1) for each in ends)


def within(number: int, text: str | None) -> bool:
    """Whether a number is in one of the ranges; every number is where none are given."""
    return text is None or any(number in each for each in read_ranges(text))
