"""What a search knows of the visible output, computed once: its cells, neighbours and the texts in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

Table = tuple[tuple[str, ...], ...]
_RUNS = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=65536)
def runs(cell: str) -> frozenset[str]:
    """The runs of letters and of digits in a cell: what no operator can make, only keep or lose."""
    return frozenset(_RUNS.findall(cell))


def neighbours(table: Table) -> Counter[tuple[str, str]]:
    """How often which filled cell is followed by which in a row."""
    pairs: Counter[tuple[str, str]] = Counter()
    for row in table:
        filled = [cell for cell in row if cell]
        pairs.update(zip(filled, filled[1:], strict=False))
    return pairs


def cells(table: Table) -> Counter[str]:
    return Counter(cell for row in table for cell in row if cell)


@dataclass(frozen=True, kw_only=True)
class Goal:
    table: Table
    cells: Counter[str]
    pairs: Counter[tuple[str, str]]
    runs: frozenset[str]  # those that must be kept, since no step makes them: the input has them
    columns: tuple[tuple[str, ...], ...]
    text: str  # all cells, for questions whether something occurs at all

    @property
    def filled(self) -> int:
        return sum(self.cells.values())


def headed(table: Table) -> bool:
    """Whether the first row could be a header written for itself: full, its labels distinct, without numbers alone."""
    first = table[0] if len(table) > 2 else ()
    return bool(first) and all(first) and len(set(first)) == len(first) and not any(cell.isdigit() for cell in first)


def goal(before: Table, table: Table) -> Goal:
    """What is known of an example's output, seen from its input."""
    wide = max(map(len, table), default=0)
    square = tuple(row + ("",) * (wide - len(row)) for row in table)
    found = cells(table)
    needed = cells(table[1:]) if headed(table) else found
    there = frozenset().union(*(runs(cell) for row in before for cell in row))
    return Goal(
        table=table, cells=found, pairs=neighbours(table),
        runs=frozenset().union(*map(runs, needed)) & there,
        columns=tuple(zip(*square, strict=True)), text="\0".join(found),
    )
