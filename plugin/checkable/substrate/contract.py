"""What a substrate must offer. It knows nothing of models, generators or selectors.

A substrate is a folder ``substrates/<name>/`` with a module ``substrate.py`` that holds one
instance named ``substrate``, a module ``answers.py`` (opened by ``measure`` alone), a folder
``prompts/`` and a README. ``docs/writing-a-substrate.md`` walks through one.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Literal

from checkable.core.candidate import Observation
from checkable.core.case import Case, Json
from checkable.core.execution import Limits, Namespace
from checkable.search.inventory import Inventory


class Unreadable(ValueError):
    """A completion that holds no answer or no program; the message says what is missing."""


class WrongShape(ValueError):
    """A value that is not of the kind this substrate's outputs are; the message says why."""


class NoGivenProgram(LookupError):
    """A word about the program of a case, where a case has none; the message says which substrate."""


class TooFewCases(ValueError):
    """Options that ask for more different cases than a substrate can make; the message says how many there are."""


class DataUnavailable(Exception):
    """Published data that is not on this machine and cannot be fetched; the message is the remedy."""


@dataclass(frozen=True, kw_only=True)
class LabelIssue:
    """A case whose label is known to be bad ("broken") or given away ("leaking"), and why."""

    case: str
    kind: Literal["broken", "leaking"]
    reason: str


@dataclass(frozen=True, kw_only=True)
class CaseSet:
    """Cases in their canonical order. ``version`` is a digest of everything they were made from.

    Raises ValueError for a case that comes twice: it would count twice, and pair with itself.
    """

    cases: tuple[Case, ...]
    version: str
    source: str  # for people: a path, an address, or "generated, seed 7"
    issues: tuple[LabelIssue, ...] = ()

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for case in self.cases:
            if case.id in seen:
                raise ValueError(f"case {case.id!r} comes twice ({self.source})")
            seen.add(case.id)


class Substrate(ABC):
    """One family of cases: how to show, execute and compare them.

    ``options`` is a frozen dataclass: what a spec may write under ``substrate:`` beside ``name``.
    It has at least ``split: str``. ``entry_point`` is the function that programs define.
    ``namespaces`` are the declared execution namespaces; the first is the default.
    """

    name: ClassVar[str]
    summary: ClassVar[str]
    options: ClassVar[type]
    entry_point: ClassVar[str]
    namespaces: ClassVar[Mapping[str, Namespace]]
    limits: ClassVar[Limits] = Limits()
    folder: ClassVar[Path]
    inventory: Inventory | None = None  # operators of its own, which ``inventory-search`` composes

    def attributes(self, options: Any) -> frozenset[str] | None:
        """What the cases that ``options`` name have as ``Case.attributes``, without making them.

        With it a slice about an attribute that is not there is a mistake in the spec; without it
        (None) that is found once there are cases.
        """
        return None

    def programs(self, case: Case) -> Iterator[str]:
        """Programs that the substrate enumerates for a case from what is visible, simplest first; none by default."""
        return iter(())

    def given_program(self, case: Case) -> str:
        """The program that a case is about, as source. Raises NoGivenProgram where cases have none."""
        raise NoGivenProgram(f"cases of substrate {self.name!r} do not come with a program")

    def edits(self, case: Case) -> Iterator[str]:
        """The programs one edit from the given one, as sources. Raises NoGivenProgram where cases have none."""
        raise NoGivenProgram(f"cases of substrate {self.name!r} do not come with a program to edit")

    def inventory_for(self, case: Case) -> Inventory | None:
        """What is searched for a case: the whole inventory, or the part of it that the case has."""
        return self.inventory

    @abstractmethod
    def cases(self, options: Any, data: Path | None) -> CaseSet:
        """The cases that ``options`` name. ``data`` is the data folder, None where there is none.

        Raises DataUnavailable where published data cannot be had.
        """

    @abstractmethod
    def read_answer(self, text: str) -> Json:
        """The direct answer in a completion. Raises Unreadable."""

    @abstractmethod
    def read_program(self, text: str) -> str:
        """The program in a completion. Raises Unreadable."""

    @abstractmethod
    def shape(self, value: Json) -> Json:
        """An executed or parsed value in canonical form. Raises WrongShape."""

    @abstractmethod
    def equal(self, left: Json, right: Json) -> bool:
        """Whether two values in canonical form are the same output."""

    @abstractmethod
    def feedback(self, case: Case, on_examples: Sequence[Observation], problem: str | None) -> str:
        """What a repair prompt says went wrong, from visible evidence alone.

        ``problem`` is set where there was no program to run.
        """
