"""What MBPP+ keeps beside its inputs only in code: their Python types, and how outputs are compared.

JSON has neither tuples nor sets nor complex numbers. A task's own asserts show which of its arguments are what; inputs
are given the types that stand at the same place there. How outputs are compared is the published rule of
EvalPlus 0.3.1 (evalplus/eval/__init__.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checkable.substrate.functions.hidden import Agreement

AGREEMENT: Mapping[str, Agreement] = {
    **dict.fromkeys(("similar_elements", "find_char_long", "common_in_nested_lists", "extract_singly", "larg_nnum",
                     "intersection_array", "find_dissimilar", "Diff"), "as sets"),
    **dict.fromkeys(("check_str", "text_match_three", "text_starta_endb"), "whether there is one"),
    "are_equivalent": "any",  # every output is accepted: its reference is wrong, and EvalPlus says so
}


def typed_inputs(inputs: Sequence[Sequence[Any]], shown: Sequence[Sequence[Any]]) -> tuple[tuple[Any, ...], ...]:
    """Positional arguments with the types that those ``shown`` have at the same places.

    Where a task is about complex numbers, all its numbers are kept as text.
    """
    places = [[call[at] for call in shown if at < len(call)] for at in range(max(map(len, inputs), default=0))]
    read = _number if any(isinstance(one, complex) for place in places for one in place) else _like
    return tuple(tuple(read(value, places[at]) for at, value in enumerate(given)) for given in inputs)


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
