"""An inventory without some of its operators: what a closed vocabulary is, and what controls take away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from checkable.core.case import Case, Json
from checkable.search.inventory import Inventory, NoInventory, Step
from checkable.substrate.names import hint


class Without(Inventory):
    """The same language and values; steps with the operators that are left out are never proposed."""

    def __init__(self, whole: Inventory, left_out: frozenset[str]) -> None:
        self._whole, self._left_out = whole, left_out
        self.name, self.waiting = whole.name, whole.waiting

    @staticmethod
    def of(whole: Inventory, left_out: Sequence[str]) -> Inventory:
        """The inventory without those operators; itself where none is named. Raises NoInventory for an unknown name."""
        for name in left_out:
            if name not in whole.operators:
                raise NoInventory(f"{whole.name} have no operator {name!r}{hint(name, whole.operators)}")
        return Without(whole, frozenset(left_out)) if left_out else whole

    @property
    def operators(self) -> tuple[str, ...]:
        return tuple(name for name in self._whole.operators if name not in self._left_out)

    def read(self, data: Json) -> Any:
        return self._whole.read(data)

    def write(self, value: Any) -> Json:
        return self._whole.write(value)

    def apply(self, step: Step, value: Any) -> Any:
        return self._whole.apply(step, value)

    def aim(self, inputs: Sequence[Any], outputs: Sequence[Json]) -> Any:
        return self._whole.aim(inputs, outputs)

    def proposals(self, values: Sequence[Any], aim: Any) -> Iterable[Step]:
        return (step for step in self._whole.proposals(values, aim) if step.operator not in self._left_out)

    def finishes(self, values: Sequence[Any], aim: Any) -> Iterable[tuple[Step, ...]]:
        return (steps for steps in self._whole.finishes(values, aim)
                if not any(step.operator in self._left_out for step in steps))

    def hopeful(self, values: Sequence[Any], aim: Any) -> bool:
        return self._whole.hopeful(values, aim)

    def distance(self, values: Sequence[Any], aim: Any) -> float:
        return self._whole.distance(values, aim)

    def size(self, value: Any) -> int:
        return self._whole.size(value)

    def implausibility(self, case: Case, output: Json, steps: Sequence[Step]) -> float:
        return self._whole.implausibility(case, output, steps)
