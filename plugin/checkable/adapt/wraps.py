"""What may become of a result: each wrap as Python text and as the function that it is.

The functions are applied here, to plain data that verified algorithms returned, so that one execution of a call
answers for all of its wraps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

WRAPS: dict[str, Callable[[Any], Any]] = {
    "{}": lambda x: x,
    "list({})": list,
    "tuple({})": tuple,
    "set({})": set,
    "sorted({})": sorted,
    "len({})": len,
    "sum({})": sum,
    "max({})": max,
    "min({})": min,
    "str({})": str,
    "int({})": int,
    "float({})": float,
    "bool({})": bool,
    "not {}": lambda x: not x,
    "{}[0]": lambda x: x[0],
    "{}[1]": lambda x: x[1],
    "{}[-1]": lambda x: x[-1],
    "list({})[::-1]": lambda x: list(x)[::-1],
    "''.join({})": "".join,
    "' '.join({})": " ".join,
    "[list(row) for row in {}]": lambda x: [list(row) for row in x],
    "[tuple(row) for row in {}]": lambda x: [tuple(row) for row in x],
    "[row[0] for row in {}]": lambda x: [row[0] for row in x],
    "dict({})": dict,
    "{} + 1": lambda x: x + 1,
    "{} - 1": lambda x: x - 1,
}
_MUCH = 4000  # characters of a text, or elements: what is larger is not what a visible test writes out


def matching(value: Any, expected: Any) -> Iterator[str]:
    """The wraps, in their order, that make ``expected`` of ``value``."""
    for template, function in WRAPS.items():
        try:
            if (hasattr(value, "__len__") and len(value) > _MUCH):
                return
            made = function(value)
        except (TypeError, ValueError, IndexError, KeyError, AttributeError, OverflowError):
            continue
        if _same(made, expected):
            yield template


def _same(made: Any, expected: Any) -> bool:
    """As ``==`` has it, but True is not 1: tests that accept either are passed by the plain call."""
    return made == expected and isinstance(made, bool) == isinstance(expected, bool)
