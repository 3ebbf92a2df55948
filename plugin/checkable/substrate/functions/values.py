"""What functions return, as text: equal where an assert would call the values equal, and plain for reports."""

from __future__ import annotations

import math
from typing import Any

from checkable.substrate.contract import WrongShape

_DIGITS = 10  # of floats: enough to tell answers apart, too few for the order of a sum to show
_MOST = 20_000  # characters


def as_text(value: Any) -> str:
    """A value as Python writes it, with sets and dictionaries in sorted order and numbers as ``==`` takes them.

    So 2.0 and True read "2" and "1", and the last digits of floats are rounded. Raises WrongShape where it is too long.
    """
    text = _written(value)
    if len(text) > _MOST:
        raise WrongShape(f"a value of {len(text):,} characters; at most {_MOST:,} are compared")
    return text


def _written(value: Any) -> str:
    if isinstance(value, (bool, int)):
        return str(int(value))
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, (set, frozenset)):
        return "{" + ", ".join(sorted(map(_written, value))) + "}" if value else "set()"
    if isinstance(value, dict):
        return "{" + ", ".join(sorted(f"{_written(key)}: {_written(each)}" for key, each in value.items())) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, tuple):
        return f"({', '.join(map(_written, value))}{',' if len(value) == 1 else ''})"
    return repr(value)


def _number(value: float) -> str:
    if math.isfinite(value) and value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.{_DIGITS}g}"
