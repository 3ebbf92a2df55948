"""Which second operators go with a first one: all that some finish of two turns into the visible outputs, no others.

Nothing is lost against trying them all, and most of it is spared: for each visible input the second operators are
grouped by what they say of it, so that a finish is asked once for a group, and the groups that fit are sets of bits
which are intersected over the inputs. Must not know outputs of held-out inputs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from substrates.operator_inventory.operators import FINISHES, Finish, Numbers, apply

Fields = tuple[tuple[str, int | str], ...]


class Pairs:
    """Second operators of ``names`` for visible inputs: their lists, other fields and outputs."""

    def __init__(self, names: Sequence[str], lists: Sequence[Numbers], fields: Sequence[Fields],
                 outputs: Sequence[str]) -> None:
        self._names, self._fields, self._outputs = names, [dict(of_one) for of_one in fields], outputs
        self._groups = [_grouped(names, xs) for xs in lists]
        given = set(self._fields[0])
        self._finishes = [one for one in FINISHES.values() if one.holes == 2 and set(one.fields) == given]
        self._fitting = lru_cache(maxsize=None)(self._of_one_input)

    def seconds(self, said: Sequence[int]) -> Iterator[str]:
        """The names that fit behind a first operator that says ``said`` of the inputs, in the inventory's order."""
        left = 0
        for finish in range(len(self._finishes)):
            fit = -1
            for at, value in enumerate(said):
                fit &= self._fitting(finish, at, value)
                if not fit:
                    break
            left |= fit
        return (name for at, name in enumerate(self._names) if left >> at & 1)

    def _of_one_input(self, finish: int, at: int, value: int) -> int:
        """The operators, as bits, that fit one input behind a first one that says ``value`` of it."""
        end, given, wanted = self._finishes[finish], self._fields[at], self._outputs[at]
        fitting = 0
        for second, bits in self._groups[at].items():
            if _finished(end, (value, second), given) == wanted:
                fitting |= bits
        return fitting


def _grouped(names: Sequence[str], xs: Numbers) -> Mapping[int, int]:
    """What the operators say of a list, with the operators that say it, as bits."""
    found: dict[int, int] = {}
    for at, name in enumerate(names):
        value = apply(name, xs)
        found[value] = found.get(value, 0) | 1 << at
    return found


def _finished(finish: Finish, said: Sequence[int], given: Mapping[str, int | str]) -> str | None:
    try:
        return finish.apply(said, given)
    except (ValueError, ZeroDivisionError):
        return None
