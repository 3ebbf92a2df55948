"""The contract of an inventory: typed operators, what they may be tried with, and when a goal is met.

A composition is a chain of steps; a step is an operator with its arguments. The search calls
``proposals`` on what a prefix of the chain made of the visible inputs, and never shows it an answer:
``goals`` are the outputs of the visible examples. Everything must be deterministic.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from checkable.core.case import Case, Json


class Inapplicable(ValueError):
    """A step that has no meaning on this value."""


class NoInventory(Exception):
    """A search in a substrate without an inventory, or without an operator that it has; the message says which."""


@dataclass(frozen=True)
class Step:
    """One operator with its arguments, which are plain data (text, numbers, lists of them as tuples).

    ``bits`` is the step's description length: what naming the operator and its arguments costs.
    """

    operator: str
    arguments: tuple[Any, ...] = ()
    bits: float = 1.0


class Inventory(ABC):
    """Operators over values. A value is hashable and never changed; ``read`` and ``write`` convert plain data."""

    name: ClassVar[str]
    waiting: ClassVar[int] = 4  # chains to the same visible values that may wait: held-out values tell them apart

    @property
    @abstractmethod
    def operators(self) -> tuple[str, ...]:
        """The names of all operators."""

    @abstractmethod
    def read(self, data: Json) -> Hashable:
        """An input as a value. Raises Inapplicable."""

    @abstractmethod
    def write(self, value: Any) -> Json:
        """A value as plain data, the way a program would return it."""

    @abstractmethod
    def apply(self, step: Step, value: Any) -> Any:
        """The value after the step. Raises Inapplicable, also for an unknown operator or wrong arguments."""

    @abstractmethod
    def aim(self, inputs: Sequence[Any], outputs: Sequence[Json]) -> Any:
        """What the other methods want to know of the visible examples, computed once a search."""

    @abstractmethod
    def proposals(self, values: Sequence[Any], aim: Any) -> Iterable[Step]:
        """The steps worth trying on the values of the visible inputs, in a fixed order."""

    @abstractmethod
    def finishes(self, values: Sequence[Any], aim: Any) -> Iterable[tuple[Step, ...]]:
        """The last steps that turn the values into exactly the goals; an empty tuple where they are the goals."""

    def hopeful(self, values: Sequence[Any], aim: Any) -> bool:
        """Whether the goals can still be made of these values; False cuts the branch."""
        return True

    def distance(self, values: Sequence[Any], aim: Any) -> float:
        """How many bits of steps are likely missing; 0 searches by description length alone."""
        return 0.0

    def size(self, value: Any) -> int:
        """What one pass over the value costs, in units of work (a cell, a number)."""
        return 1

    def implausibility(self, case: Case, output: Json, steps: Sequence[Step]) -> float:
        """How unlike the visible example this output and what led to it are, in bits, from visible evidence alone."""
        return 0.0
