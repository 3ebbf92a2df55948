"""What MBPP+ keeps beside its inputs only in code: their Python types, and how outputs are compared.

JSON has neither tuples nor sets nor complex numbers. A task's own asserts show which of its arguments are what; inputs
are given the types that stand at the same place there, but for the eight tasks of which EvalPlus says otherwise. How
outputs are compared, which task takes which types and which has a second right answer are the published rules of
EvalPlus 0.3.1 (evalplus/eval/__init__.py, eval/_special_oracle.py and data/mbpp.py); the code is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from checkable.substrate.functions.hidden import Agreement

# EvalPlus lists three tasks more (164, 249, 295) that the pinned release does not have.
AGREEMENT: Mapping[str, Agreement] = {
    **dict.fromkeys(("similar_elements", "find_char_long", "common_in_nested_lists", "extract_singly", "larg_nnum",
                     "find_dissimilar", "Diff"), "as sets"),
    **dict.fromkeys(("check_str", "text_match_three", "text_starta_endb"), "whether there is one"),
}

# Sentences that can be read in two ways: what the other reading returns is right too.
ALTERNATIVES: Mapping[str, str] = {
    "surface_Area": ("import math\ndef surface_Area(base, height):  # the height stands on the middle of the base\n"
                     "    return round(base**2 + 4 * (base * math.sqrt((base / 2) ** 2 + height**2)) / 2)\n"),
    "digit_distance_nums": ("def digit_distance_nums(one, other):  # the shorter number has zeros in front\n"
                            "    width = max(len(str(one)), len(str(other)))\n"
                            "    pairs = zip(str(one).zfill(width), str(other).zfill(width))\n"
                            "    return sum(abs(int(a) - int(b)) for a, b in pairs)\n"),
}


def typed_inputs(task: int, inputs: Sequence[Sequence[Any]],
                 shown: Sequence[Sequence[Any]]) -> tuple[tuple[Any, ...], ...]:
    """Positional arguments with the types that those ``shown`` have at the same places, or that EvalPlus gives them.

    Where a task is about complex numbers, all its numbers are kept as text.
    """
    if task in _OTHERWISE:
        return tuple(tuple(map(_OTHERWISE[task], given)) for given in inputs)
    places = [[call[at] for call in shown if at < len(call)] for at in range(max(map(len, inputs), default=0))]
    read = _number if any(isinstance(one, complex) for place in places for one in place) else _like
    return tuple(tuple(read(value, places[at]) for at, value in enumerate(given)) for given in inputs)


def _as_written(value: Any) -> Any:
    return value


def _all_tuples(value: Any) -> Any:
    return tuple(map(_all_tuples, value)) if isinstance(value, list) else value


_OTHERWISE: Mapping[int, Callable[[Any], Any]] = {
    **dict.fromkeys((98, 104, 140, 145), _as_written),  # lists, where the asserts have tuples too
    **dict.fromkeys((580, 791), _all_tuples), 596: tuple, 252: complex,
}


def _number(value: Any, shown: list[Any]) -> Any:
    return complex(value) if any(isinstance(one, complex) for one in shown) else float(value)


def _like(value: Any, shown: list[Any]) -> Any:
    if isinstance(value, list):
        return _collection(value, shown)
    if isinstance(value, dict):
        values = [each for one in shown if isinstance(one, dict) for each in one.values()]
        return {key: _like(each, values) for key, each in value.items()}
    return value


def _collection(value: list[Any], shown: list[Any]) -> Any:
    """A tuple, set or list: what stands at this place most often in the asserts."""
    kinds = [type(one) for one in shown if isinstance(one, (list, tuple, set))]
    items = [item for one in shown if isinstance(one, (list, tuple, set)) for item in one]
    kind = max(set(kinds), key=lambda each: (kinds.count(each), each.__name__)) if kinds else list
    typed = [_like(item, _at(items, shown, at, len(value))) for at, item in enumerate(value)]
    return kind(typed)


def _at(items: list[Any], shown: list[Any], at: int, length: int) -> list[Any]:
    """What stands at the same place of the shown tuples of that length, else anywhere in them."""
    same = [one[at] for one in shown if isinstance(one, tuple) and len(one) == length]
    return same if len(same) == len([one for one in shown if isinstance(one, (list, tuple, set))]) and same else items
