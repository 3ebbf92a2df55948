"""Comparing numbers that came out of arithmetic: 0.624 - 0.552 is 0.072, whatever binary fractions say."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any


def equal(left: float, right: float) -> bool:
    """Equal up to a billionth, relative to the larger, or absolutely near 0."""
    return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-12)


COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": lambda a, b: a < b and not equal(a, b),
    "<=": lambda a, b: a < b or equal(a, b),
    "==": equal,
    "!=": lambda a, b: not equal(a, b),
    ">=": lambda a, b: a > b or equal(a, b),
    ">": lambda a, b: a > b and not equal(a, b),
}

CALCULATE: Mapping[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b if b else math.nan,
}
