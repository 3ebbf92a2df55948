"""The inventory: 512 operators from lists of numbers to a number, and the finishes that hide them.

An operator is an aggregate over a map over a filter. They come in one fixed order, the simplest
first, so that an inventory of 8 is the beginning of one of 512. A finish turns what one operator
(or two) says of an input, together with the input's other fields, into the output that is seen.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

Numbers = tuple[int, ...]
AGGREGATES: Mapping[str, Callable[[Numbers], int]] = {
    "sum": sum, "first": lambda xs: xs[0], "last": lambda xs: xs[-1], "max": max, "min": min, "product": math.prod,
    "gcd": lambda xs: math.gcd(*xs), "count": len, "range": lambda xs: max(xs) - min(xs),
}
FILTERS: Mapping[str, Callable[[int], bool]] = {
    "": lambda x: True, "evens": lambda x: x % 2 == 0, "odds": lambda x: x % 2 == 1, "over-3": lambda x: x > 3,
    "under-7": lambda x: x < 7, "over-5": lambda x: x > 5, "threes": lambda x: x % 3 == 0,
}
MAPS: Mapping[str, Callable[[int], int]] = {
    "": lambda x: x, "squares": lambda x: x * x, "doubles": lambda x: 2 * x, "mod-3": lambda x: x % 3,
    "mod-4": lambda x: x % 4, "mod-5": lambda x: x % 5, "less-from-10": lambda x: 10 - x, "halves": lambda x: x // 2,
    "triples-plus-1": lambda x: 3 * x + 1,
}
SIZES = (8, 16, 32, 64, 128, 256, 512)
BANK = ("sum", "first", "last")  # the closed vocabulary
HELD_OUT = ("max", "min", "product", "gcd")


def _name(aggregate: str, mapped: str, kept: str) -> str:
    """For instance ``sum``, ``max/evens``, ``sum:squares/odds``."""
    return aggregate + (f":{mapped}" if mapped else "") + (f"/{kept}" if kept else "")


def _all() -> dict[str, tuple[str, str, str]]:
    parts = [(aggregate, mapped, kept) for kept, mapped, aggregate in product(FILTERS, MAPS, AGGREGATES)]
    parts.sort(key=lambda part: bool(part[1]) + bool(part[2]))  # stable: the simplest first
    return {_name(*part): part for part in parts[: SIZES[-1]]}


OPERATORS = _all()
NAMES = tuple(OPERATORS)


def apply(name: str, xs: Numbers) -> int:
    """What an operator says of a list; 0 where its filter leaves nothing. Raises KeyError for an unknown name."""
    aggregate, mapped, kept = OPERATORS[name]
    left = tuple(MAPS[mapped](x) for x in xs if FILTERS[kept](x))
    return AGGREGATES[aggregate](left) if left else 0


@dataclass(frozen=True, kw_only=True)
class Finish:
    """``fields`` are what an input has beside its list; ``apply`` makes the output of operators' values and fields."""

    fields: tuple[str, ...]
    holes: int
    apply: Callable[[Sequence[int], Mapping[str, int | str]], str]


def _gate(test: Callable[[int, int], bool]) -> Callable[[Sequence[int], Mapping[str, int | str]], str]:
    return lambda values, given: str(given["hi"] if test(values[0], int(given["threshold"])) else given["lo"])


def _compare(test: Callable[[int, int], bool]) -> Callable[[Sequence[int], Mapping[str, int | str]], str]:
    return lambda values, given: str(given["hi"] if test(values[0], values[1]) else given["lo"])


def _of_field(field: str, form: str, compute: Callable[[int, int], int]) -> Finish:
    return Finish(fields=(field,), holes=1,
                  apply=lambda values, given: form.format(compute(values[0], int(given[field]))))


GATE = ("threshold", "hi", "lo")
# The first of its fields is the one that targets use; the others make an example fit by accident now and then.
FINISHES: Mapping[str, Finish] = {
    "remainder": _of_field("modulus", "M{}", lambda value, m: value % m),
    "quotient": _of_field("modulus", "M{}", lambda value, m: value // m),
    "lack": _of_field("modulus", "M{}", lambda value, m: -value % m),
    "sum-with": _of_field("offset", "A{}", lambda value, k: value + k),
    "difference-with": _of_field("offset", "A{}", lambda value, k: value - k),
    "product-with": _of_field("offset", "A{}", lambda value, k: value * k),
    "above": Finish(fields=GATE, holes=1, apply=_gate(lambda value, t: value > t)),
    "at-least": Finish(fields=GATE, holes=1, apply=_gate(lambda value, t: value >= t)),
    "below": Finish(fields=GATE, holes=1, apply=_gate(lambda value, t: value < t)),
    "equal": Finish(fields=GATE, holes=1, apply=_gate(lambda value, t: value == t)),
    "affine": Finish(fields=("modulus",), holes=2,
                     apply=lambda values, given: f"M{(3 * values[0] + values[1]) % int(given['modulus'])}"),
    "greater": Finish(fields=("hi", "lo"), holes=2, apply=_compare(lambda left, right: left > right)),
    "no-less": Finish(fields=("hi", "lo"), holes=2, apply=_compare(lambda left, right: left >= right)),
}
TARGETS: Mapping[int, tuple[str, ...]] = {1: ("remainder", "sum-with", "above"), 2: ("affine", "greater")}
