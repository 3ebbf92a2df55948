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
    runs: frozenset[str]
    columns: tuple[tuple[str, ...], ...]
    text: str  # all cells, for questions whether something occurs at all

    @property
    def filled(self) -> int:
        return sum(self.cells.values())


def goal(table: Table) -> Goal:
    wide = max(map(len, table), default=0)
    square = tuple(row + ("",) * (wide - len(row)) for row in table)
    found = cells(table)
    return Goal(
        table=table, cells=found, pairs=neighbours(table),
        runs=frozenset().union(*map(runs, found)) if found else frozenset(),
        columns=tuple(zip(*square, strict=True)), text="\0".join(found),
    )
