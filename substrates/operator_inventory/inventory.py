"""The inventory as a search sees it: operators are pushed one after the other, a finish ends the program.

A value is a batch: for each input its list, its other fields and what the operators said so far; or,
after a finish, the outputs. All inputs of one value are treated alike.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, ClassVar

from substrates.operator_inventory.operators import FINISHES, NAMES, SIZES, apply
from substrates.operator_inventory.pairs import Pairs

from checkable.core.case import Json
from checkable.search.inventory import Inapplicable, Inventory, Step


@dataclass(frozen=True)
class Batch:
    """``said`` has one tuple of operators' values for each input."""

    lists: tuple[tuple[int, ...], ...]
    fields: tuple[tuple[tuple[str, int | str], ...], ...]
    said: tuple[tuple[int, ...], ...]


_said = cache(apply)
_pairs = lru_cache(maxsize=8)(Pairs)


class OperatorInventory(Inventory):
    """The first operators of the whole list, and programs of at most ``holes`` of them."""

    name: ClassVar[str] = "list operators"
    waiting: ClassVar[int] = SIZES[-1]  # operators that say the same of all visible inputs differ on others

    def __init__(self, names: tuple[str, ...] = NAMES, holes: int = 2) -> None:
        self._names, self._holes = names, holes

    @property
    def operators(self) -> tuple[str, ...]:
        return (*self._names, *FINISHES)

    def read(self, data: Json) -> Batch:
        try:
            lists = tuple(tuple(given["xs"]) for given in data)
            fields = tuple(tuple(sorted((name, value) for name, value in given.items() if name != "xs"))
                           for given in data)
        except (KeyError, TypeError, AttributeError) as error:
            raise Inapplicable(f"expected a list of inputs, each with a list xs: {error}") from error
        return Batch(lists, fields, tuple(() for _ in lists))

    def write(self, value: Any) -> Json:
        if isinstance(value, Batch):
            raise Inapplicable("the program has no finish")
        return list(value)

    def apply(self, step: Step, value: Any) -> Any:
        if not isinstance(value, Batch):
            raise Inapplicable("nothing comes after the finish")
        if step.operator in FINISHES:
            return self._finished(step.operator, value)
        try:
            said = tuple((*before, _said(step.operator, xs))
                         for before, xs in zip(value.said, value.lists, strict=True))
        except KeyError as error:
            raise Inapplicable(f"no operator {step.operator!r}") from error
        return Batch(value.lists, value.fields, said)

    def _finished(self, name: str, value: Batch) -> tuple[str, ...]:
        finish = FINISHES[name]
        if value.said and len(value.said[0]) != finish.holes:
            raise Inapplicable(f"{name} takes {finish.holes} operators")
        try:
            return tuple(finish.apply(said, dict(fields))
                         for said, fields in zip(value.said, value.fields, strict=True))
        except (KeyError, ValueError, ZeroDivisionError) as error:
            raise Inapplicable(f"{name}: {error}") from error

    def aim(self, inputs: Sequence[Any], outputs: Sequence[Json]) -> list[tuple[str, ...]]:
        return [tuple(output) for output in outputs]

    def proposals(self, values: Sequence[Any], aim: Any) -> Iterator[Step]:
        """Every operator; behind the first of two only those with which a finish fits (``pairs``)."""
        many = len(values[0].said[0])
        if many >= self._holes:
            return
        worth = set(self._names) if many == 0 else set(self._pairs(values, aim).seconds(
            [said[0] for value in values for said in value.said]))
        yield from (Step(name, (), 1 + math.log2(at + 1)) for at, name in enumerate(self._names) if name in worth)

    def _pairs(self, values: Sequence[Any], aim: list[tuple[str, ...]]) -> Pairs:
        """Of the visible inputs, which are the same in a whole search."""
        lists = tuple(xs for value in values for xs in value.lists)
        fields = tuple(given for value in values for given in value.fields)
        outputs = tuple(output for of_one in aim for output in of_one)
        return _pairs(self._names, lists, fields, outputs)

    def finishes(self, values: Sequence[Any], aim: list[tuple[str, ...]]) -> Iterable[tuple[Step, ...]]:
        given = {field for field, _ in values[0].fields[0]}
        for at, (name, finish) in enumerate(FINISHES.items()):
            if finish.holes == len(values[0].said[0]) and set(finish.fields) == given and self._fits(name, values, aim):
                yield (Step(name, (), 1 + math.log2(at + 1)),)

    def _fits(self, name: str, values: Sequence[Any], aim: list[tuple[str, ...]]) -> bool:
        return all(self._finished(name, value) == wanted for value, wanted in zip(values, aim, strict=True))

    def hopeful(self, values: Sequence[Any], aim: list[tuple[str, ...]]) -> bool:
        """Where no operator can follow, a finish must fit at once."""
        return len(values[0].said[0]) < self._holes or any(True for _ in self.finishes(values, aim))

    def size(self, value: Any) -> int:
        return len(value.lists) if isinstance(value, Batch) else len(value)


inventory = OperatorInventory()
