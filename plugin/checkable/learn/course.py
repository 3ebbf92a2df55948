"""What a substrate must offer so that something can be trained on it: labelled lessons and an exact machine.

A substrate that can be learned has a module ``course.py`` with a function ``course(options)``. Problems are dealt to
evaluation, validation and training by a digest of the problem itself (``share_of``), so that no lesson is ever a
case, whatever the seeds and however small the space of problems. Imports nothing heavy.
"""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from checkable.core.case import Json

Share = Literal["evaluation", "validation", "training"]
Slot = tuple[int, int]  # operation, argument


class NothingToLearn(LookupError):
    """A substrate without lessons; the message says which."""


def share_of(problem: str) -> Share:
    """Which share a problem belongs to: an eighth to evaluation, an eighth to validation, the rest to training."""
    eighth = hashlib.sha256(problem.encode()).digest()[0] % 8
    return "evaluation" if eighth == 0 else "validation" if eighth == 1 else "training"


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """A labelled problem that no evaluation holds.

    ``slots`` are the gold program without its end; ``start`` the state before the first slot (0 for a machine that
    has none); ``states`` the state after each slot, empty where a machine has no single state.
    """

    text: str
    start: int
    slots: tuple[Slot, ...]
    states: tuple[int, ...]
    answer: int


@dataclass(frozen=True, kw_only=True)
class Run:
    """What the exact machine did: the answer (None where the program has none) and the state after each slot run."""

    answer: int | None
    states: tuple[int, ...]


class Course(ABC):
    """Lessons of one family of problems and the machine that runs their programs.

    ``operations`` are the machine's, the first of which ends a program. ``arguments``, ``starts`` and ``answers`` are
    the numbers of classes of each (``starts`` 0: the machine has no start). ``shortest`` is the length of the shortest
    programs; 0 where a start alone is one. ``words`` are all words and signs that
    occur in its texts. ``factors`` are the slots of a program whose operations are its factors, where it is made of
    such. ``version`` changes when lessons do.
    """

    version: str
    operations: tuple[str, ...]
    arguments: int
    starts: int
    answers: int
    shortest: int = 1
    words: tuple[str, ...]
    factors: tuple[int, ...] = ()
    END: ClassVar[int] = 0

    @abstractmethod
    def lessons(self, share: Share, seed: int, lengths: Sequence[int]) -> Iterator[Lesson]:
        """Lessons without end of one share, their lengths in turn from ``lengths``; the same for the same arguments."""

    @abstractmethod
    def run(self, start: int, slots: Sequence[Slot]) -> Run:
        """Run a program exactly, up to its end or its last slot. Never raises for a program of legal numbers."""

    @abstractmethod
    def listing(self, start: int, slots: Sequence[Slot]) -> str:
        """The program for people, one instruction to a line."""

    def value(self, answer: int) -> Json:
        """The answer as the substrate writes it."""
        return answer

    def transition(self, operation: int, argument: int, state: int) -> int | None:
        """The state after an instruction; None where the machine's state is more than one of ``answers`` values."""
        return None

    def allowed(self, operations: Sequence[int], slots: int) -> frozenset[int]:
        """The operations that may come next in a program of at most ``slots``, so that it can still be completed."""
        return frozenset(range(len(self.operations)))
