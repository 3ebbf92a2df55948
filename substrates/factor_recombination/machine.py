"""The machine of two factors: what is kept of a list of whole numbers, and what is made of what was kept.

A program names the filter, then the aggregate, then the numbers one by one; ``allowed`` is the typed mask under which
every program is of that form. The machine is total: an aggregate of nothing is 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

Numbers = tuple[int, ...]
FILTERS: dict[str, Callable[[Numbers], Numbers]] = {
    "even": lambda xs: tuple(x for x in xs if x % 2 == 0),
    "odd": lambda xs: tuple(x for x in xs if x % 2),
    "high": lambda xs: tuple(x for x in xs if x > 20),
    "low": lambda xs: tuple(x for x in xs if x <= 20),
    "threes": lambda xs: tuple(x for x in xs if x % 3 == 0),
    "front": lambda xs: xs[:(len(xs) + 1) // 2],
    "back": lambda xs: xs[len(xs) // 2:],
    "alternate": lambda xs: xs[::2],
}
AGGREGATES: dict[str, Callable[[Numbers], int]] = {
    "sum": sum, "largest": max, "smallest": min, "count": len,
    "first": lambda xs: xs[0], "last": lambda xs: xs[-1],
    "spread": lambda xs: max(xs) - min(xs),
    "middle": lambda xs: sorted(xs)[(len(xs) - 1) // 2],
}
NUMBER = "number"
OPERATIONS = ("end", NUMBER, *FILTERS, *AGGREGATES)
INDEX = {name: at for at, name in enumerate(OPERATIONS)}
LARGEST = 40  # every number of a list is 1 to this
MOST_NUMBERS = 8
SLOTS = 2 + MOST_NUMBERS
MOST = MOST_NUMBERS * LARGEST + 1  # every value is below


def apply(kept: str, made: str, numbers: Numbers) -> int:
    """What the aggregate ``made`` says of what the filter ``kept`` leaves of ``numbers``."""
    left = FILTERS[kept](numbers)
    return AGGREGATES[made](left) if left else 0


def slots_of(kept: str, made: str, numbers: Numbers) -> tuple[tuple[int, int], ...]:
    """The program: filter, aggregate, then each number."""
    return ((INDEX[kept], 0), (INDEX[made], 0), *((INDEX[NUMBER], number) for number in numbers))


def run(slots: Sequence[tuple[int, int]]) -> int | None:
    """The value of a program up to its end; None for what is no filter, aggregate and numbers in that order."""
    names = []
    for operation, _ in slots:
        if OPERATIONS[operation] == "end":
            break
        names.append(OPERATIONS[operation])
    numbers = tuple(argument for _, argument in slots[2:len(names)])
    if len(names) < 3 or names[0] not in FILTERS or names[1] not in AGGREGATES or set(names[2:]) != {NUMBER}:
        return None
    return apply(names[0], names[1], numbers)


def allowed(operations: Sequence[int], slots: int) -> frozenset[int]:
    """What may follow: a filter, an aggregate, at least one number, then numbers until the end."""
    at = len(operations)
    names = FILTERS if at == 0 else AGGREGATES if at == 1 else (NUMBER,) if at == 2 else (NUMBER, "end")
    return frozenset(INDEX[name] for name in names)
