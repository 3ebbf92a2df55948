"""What an operator of the inventory is, and how one is registered.

Tables here are tuples of rows, rows tuples of cells, all rows of one width: values that can be
shared and compared. An operator takes a table and its arguments and returns another one; its
``arguments`` say what it is worth trying with, seen from a table and the goal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from substrates.foofah.inventory.goals import Goal

Row = tuple[str, ...]
Table = tuple[Row, ...]
Arguments = Callable[[Table, Goal], Iterable[tuple[Any, ...]]]
WIDEST = 14  # columns that an operator is tried on, from the left


@dataclass(frozen=True, kw_only=True)
class Operator:
    """``bits`` is what naming it costs; each argument adds its own."""

    name: str
    apply: Callable[..., Table]
    arguments: Arguments
    bits: float
    summary: str


OPERATORS: dict[str, Operator] = {}


def operator(name: str, arguments: Arguments, *,
             bits: float = 3.0) -> Callable[[Callable[..., Table]], Callable[..., Table]]:
    """Register the decorated function. Rarer operators cost more bits."""

    def register(function: Callable[..., Table]) -> Callable[..., Table]:
        summary = (function.__doc__ or "").strip().partition("\n")[0]
        OPERATORS[name] = Operator(name=name, apply=function, arguments=arguments, bits=bits, summary=summary)
        return function

    return register


def shorter(arguments: Arguments) -> Arguments:
    """Only where the goal has fewer rows: what makes one row of several leads nowhere else."""
    return lambda table, goal: arguments(table, goal) if len(goal.table) < len(table) else ()


def taller(arguments: Arguments) -> Arguments:
    """Only where the goal has at least as many rows, a header aside: what makes several rows of one."""
    return lambda table, goal: arguments(table, goal) if len(goal.table) >= len(table) - 1 else ()


def alone(table: Table, goal: Goal) -> Iterable[tuple[Any, ...]]:
    """For operators without arguments."""
    return ((),)


def width(table: Table) -> int:
    return len(table[0]) if table else 0


def each_column(table: Table, goal: Goal) -> Iterable[tuple[Any, ...]]:
    return ((at,) for at in range(min(width(table), WIDEST)))


def padded(rows: Iterable[Row]) -> Table:
    """Rows of one width, filled up with empty cells on the right."""
    made = tuple(rows)
    widest = max(map(len, made), default=0)
    return tuple(row if len(row) == widest else row + ("",) * (widest - len(row)) for row in made)


def column(table: Table, at: int) -> Row:
    """The cells of a column. Raises IndexError, which the inventory reads as not applicable."""
    return tuple(row[at] for row in table)
