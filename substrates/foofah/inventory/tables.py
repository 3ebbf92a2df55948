"""The inventory of tables: which steps are tried, when a branch is cut, and how far a table is from the goal."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from substrates.foofah.inventory import columns, deriving, headers, lines, profile, records, reshape, rows  # noqa: F401
from substrates.foofah.inventory.goals import Goal, cells, goal, neighbours, runs
from substrates.foofah.inventory.operator import OPERATORS, Table, padded, width

from checkable.core.case import Case, Json
from checkable.search.inventory import Inapplicable, Inventory, Step

VERTICAL = 0.8  # what a neighbour below counts, where the goal has it on the right: one step may turn it
TURN = 1.0  # bits of turning a table that has the goal's shape lying down
MAKING = 3.0  # bits of the step that makes cells which are not there yet
MOST_CELLS = 3000  # of a table in between
IDLE = 2.0  # bits for a step that changes nothing of the held-out table
TEXT_BITS = 2.0  # of a text as argument: few are ever proposed
TRIM = Step("trim-right", (), 1.0)
_FAULTS = (IndexError, ValueError, TypeError, KeyError)


class TableInventory(Inventory):
    name: ClassVar[str] = "table operators"

    @property
    def operators(self) -> tuple[str, ...]:
        return tuple(OPERATORS)

    def read(self, data: Json) -> Table:
        return padded(tuple(str(cell) for cell in row) for row in data)

    def write(self, value: Table) -> Json:
        return [list(row) for row in value]

    def apply(self, step: Step, value: Table) -> Table:
        if step.operator == "trim-right":
            return trimmed(value)
        known = OPERATORS.get(step.operator)
        if known is None or not value:
            raise Inapplicable(f"no operator {step.operator!r}" if known is None else "an empty table")
        try:
            made = known.apply(value, *step.arguments)
        except _FAULTS as error:
            raise Inapplicable(f"{step.operator}: {error}") from error
        if not made or not made[0] or len(made) * len(made[0]) > MOST_CELLS:
            raise Inapplicable(f"{step.operator} leaves nothing, or too much")
        return made

    def aim(self, inputs: Sequence[Table], outputs: Sequence[Json]) -> list[Goal]:
        return [goal(table, tuple(tuple(row) for row in output))
                for table, output in zip(inputs, outputs, strict=True)]

    def proposals(self, values: Sequence[Table], aim: list[Goal]) -> Iterator[Step]:
        for known in OPERATORS.values():
            for arguments in known.arguments(values[0], aim[0]):
                yield Step(known.name, arguments, known.bits + self._argument_bits(known.name, arguments, values[0]))

    def _argument_bits(self, name: str, arguments: tuple[Any, ...], table: Table) -> float:
        if name.startswith("derive"):
            return sum(deriving.derived_bits(one, width(table)) for one in arguments)
        column_bits = math.log2(max(2, width(table)))
        return sum(column_bits if isinstance(argument, int) else TEXT_BITS for argument in arguments)

    def finishes(self, values: Sequence[Table], aim: list[Goal]) -> Iterable[tuple[Step, ...]]:
        if len(values) == 1:
            yield from headers.finishes(values[0], aim[0])
        if any(len(value) != len(one.table) for value, one in zip(values, aim, strict=True)):
            return
        pairs = list(zip(values, aim, strict=True))
        if all(value == one.table for value, one in pairs):
            yield ()
        elif all(trimmed(value) == one.table for value, one in pairs):
            yield (TRIM,)

    def hopeful(self, values: Sequence[Table], aim: list[Goal]) -> bool:
        return all(one.runs <= _runs(value) for value, one in zip(values, aim, strict=True))

    def distance(self, values: Sequence[Table], aim: list[Goal]) -> float:
        return max(_distance(value, one) for value, one in zip(values, aim, strict=True))

    def size(self, value: Table) -> int:
        return len(value) * width(value)

    def implausibility(self, case: Case, output: Json, steps: Sequence[Step]) -> float:
        return profile.implausibility(case, output) + IDLE * self._idle(steps, self.read(case.query))

    def _idle(self, steps: Sequence[Step], value: Table) -> int:
        """How many steps change nothing here, though each changed the example."""
        idle = 0
        for step in steps:
            made = self.apply(step, value)
            idle += made == value
            value = made
        return idle


def trimmed(table: Table) -> Table:
    """Rows without what is empty at their ends."""
    made = []
    for row in table:
        end = len(row)
        while end and not row[end - 1]:
            end -= 1
        made.append(row[:end])
    return tuple(made)


def _runs(table: Table) -> set[str]:
    found: set[str] = set()
    for row in set(table):
        for cell in row:
            if cell:
                found |= runs(cell)
    return found


def _distance(table: Table, wanted: Goal) -> float:
    """About how many bits of steps are missing: to make cells, to lose some, to bring neighbours together."""
    there, distinct = cells(table), len(wanted.cells)
    absent = sum(cell not in there for cell in wanted.cells) / max(1, distinct)
    extra = sum(cell not in wanted.cells for cell in there) / max(1, len(there))
    missing = sum(max(0, count - there[cell]) for cell, count in wanted.cells.items()) / max(1, wanted.filled)
    apart = _apart(table, wanted)
    height, across = len(table), width(table)
    shape = min(_misfit(height, across, wanted), _misfit(across, height, wanted) + TURN)
    unmade = MAKING if absent else 0.0
    return unmade + 6 * absent + 2 * missing + 4 * extra + 6 * apart + shape


def _misfit(height: int, across: int, wanted: Goal) -> float:
    tall = abs(math.log2(height / len(wanted.table)))
    wide = abs(math.log2(across / max(1, len(wanted.columns))))
    return min(3.0, tall) + min(2.0, wide) / 2


def _apart(table: Table, wanted: Goal) -> float:
    """The share of the goal's neighbours that are none here; half as much where one stands below the other."""
    beside, below = neighbours(table), neighbours(tuple(zip(*table, strict=True)))
    joined = sum(max(min(count, beside.get(pair, 0)), VERTICAL * min(count, below.get(pair, 0)))
                 for pair, count in wanted.pairs.items())
    return 1 - joined / sum(wanted.pairs.values()) if wanted.pairs else 0.0


inventory = TableInventory()
