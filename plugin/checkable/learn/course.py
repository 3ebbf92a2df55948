"""What a substrate must offer so that something can be trained on it: labelled lessons and an exact machine.

A substrate that can be learned has a module ``course.py`` with a function ``course(options)``. Problems are dealt to
evaluation, validation and training by a digest of the problem itself (``share_of``), so that no lesson is ever a
case, whatever the seeds and however small the space of problems. Imports nothing heavy.
"""

from __future__ import annotations

import hashlib
import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar, Literal

from checkable.core.case import Case, Json

_INSTRUCTION = re.compile(r"([a-z]+(?:-[a-z]+)*)(\d{0,6})")
Share = Literal["evaluation", "validation", "training"]
Slot = tuple[int, int]  # operation, argument
State = int | tuple[int, ...]  # of a machine with registers the values of all
Pair = tuple[int, int]  # input, output


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

    Of an open problem, whose program has an input: ``examples`` are inputs with their outputs that are visible with
    the text, ``held_out`` further ones; start, states and answer are those of the first held-out input. ``echo`` are
    the classes of the machine's state after each slot, one for each of the course's ``echoes``.

    ``case_text`` is all that a case of the same problem shows, where the lesson shows something else of it.
    """

    text: str
    start: int
    slots: tuple[Slot, ...]
    states: tuple[State, ...]
    answer: int
    examples: tuple[Pair, ...] = ()
    held_out: tuple[Pair, ...] = ()
    echo: tuple[tuple[int, ...], ...] = ()
    case_text: str = ""


@dataclass(frozen=True, kw_only=True)
class Run:
    """What the exact machine did: the answer (None where the program has none) and the state after each slot run."""

    answer: int | None
    states: tuple[State, ...]


class Course(ABC):
    """Lessons of one family of problems and the machine that runs their programs.

    ``operations`` are the machine's, the first of which ends a program. ``arguments``, ``starts`` and ``answers`` are
    the numbers of classes of each (``starts`` 0: the machine has no start). ``shortest`` is the length of the shortest
    programs; 0 where a start alone is one. ``examples`` is 0, or says that problems are open: programs have an input,
    which is the start of a run, so many inputs are visible with their outputs beside each text, and the query of a
    case is a list of inputs. ``words`` are all words and signs that occur in its texts. ``factors`` are the slots of a
    program whose operations are its factors, where it is made of such. ``version`` changes when
    lessons do. ``echoes`` names what can be predicted of the machine's state, with the number of classes of each.

    ``registers`` is 0, or the number of registers of a machine whose steps read and write them, all 0 at first. Its
    operations are then the end; kind by kind, what may be done, once for every register that it may write; and last
    the one that gives a register as the answer. Its arguments are the literals, as many as ``answers``, and after
    them the registers that may be read. It says with ``computed`` what each kind does.
    """

    version: str
    operations: tuple[str, ...]
    arguments: int
    starts: int
    answers: int
    shortest: int = 1
    examples: int = 0
    echoes: Mapping[str, int] = MappingProxyType({})
    words: tuple[str, ...]
    factors: tuple[int, ...] = ()
    registers: int = 0
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

    def texts(self, cases: Sequence[Case]) -> list[str]:
        """What a compiler reads of each case; a course whose lessons leave something out leaves it out here too."""
        return [case.text for case in cases]

    def value(self, answer: int) -> Json:
        """The answer as the substrate writes it."""
        return answer

    def read(self, text: str) -> tuple[int, tuple[Slot, ...]] | None:
        """Start and slots of a program that ``listing`` wrote, with ``;`` or new lines between instructions.

        None for a text that is no program; spaces do not matter.
        """
        start, slots = 0, []
        for at, line in enumerate(re.split(r"[;\n]", text)):
            found = _INSTRUCTION.fullmatch(re.sub(r"\s+", "", line))
            if found is None:
                return None
            name, number = found[1], int(found[2] or 0)
            if at == 0 and name == "start" and number < self.starts:
                start = number
            elif name in self.operations[1:] and number < self.arguments:
                slots.append((self.operations.index(name), number))
            else:
                return None
        return start, tuple(slots)

    def normal(self, slots: Sequence[Slot]) -> tuple[Slot, ...]:
        """The program with 0 for every argument that its operation does not use."""
        return tuple(slots)

    def transition(self, operation: int, argument: int, state: int) -> int | None:
        """The state after an instruction; None where the machine's state is more than one of ``answers`` values."""
        return None

    def computed(self, kind: int, value: int, operand: int) -> int:
        """What a register of ``value`` holds after a step of that kind. Raises NothingToLearn without registers."""
        raise NothingToLearn(f"the machine of {self.version} has no registers")

    def pointers(self, slots: Sequence[Slot]) -> list[list[int | None]]:
        """Of each step that is run the register read and the one written, None for none. Empty without registers."""
        return []

    def allowed(self, operations: Sequence[int], slots: int) -> frozenset[int]:
        """The operations that may come next in a program of at most ``slots``, so that it can still be completed."""
        return frozenset(range(len(self.operations)))

    def agrees(self, slots: Sequence[Slot], pairs: Sequence[Pair]) -> bool:
        """Whether a program says of every input what the pairs do."""
        return all(self.run(given, slots).answer == output for given, output in pairs)


def visible(lesson: Lesson) -> str:
    """What is seen of a lesson, as ``core.case.visible_text`` writes a case of the same problem."""
    if lesson.case_text:
        return lesson.case_text
    shown = [json.dumps([[given], [output]]) for given, output in lesson.examples]
    asked = json.dumps([given for given, _ in lesson.held_out] or None)
    return "\n".join([lesson.text, *shown, asked])
