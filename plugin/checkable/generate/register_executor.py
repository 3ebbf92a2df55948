"""A program over registers, run step by step: pointers say what is read and what is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import ClassVar, Literal

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.compiling import CompilerOptions, compiled, trainings
from checkable.generate.tools import Tools
from checkable.learn.course import Course, Slot
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class RegisterOptions(CompilerOptions):
    """The options of a compiler whose slots are steps; one learned step is taken for all of them.

    Raises ValueError for what contradicts itself.
    """

    slots: int = option(8, "steps of the longest program of the lessons, the one that gives among them", minimum=2,
                        maximum=256)
    output: Literal["program", "answer"] = option(
        "program", "program: pointers to registers, over which the exact machine computes; answer: a recurrent "
                   "network over the same steps, without registers, says it")
    hidden: int = option(16, "units of the recurrent network, where the output is the answer", minimum=1, maximum=4096)
    pointers: Literal["written", "permuted"] = option(
        "written", "permuted: whatever reads a register reads another one, the same for all steps of a case")
    channel: str = option("executor", "the name of this channel in tables and reports")
    readout: ClassVar[str] = "registers"
    growth: ClassVar[str] = "copy"
    layers: ClassVar[int] = 0
    frozen: ClassVar[bool] = False
    echo: ClassVar[None] = None
    draw: ClassVar[None] = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.output == "answer" and self.pointers == "permuted":
            raise ValueError("there are no pointers to permute where the output is the answer")

    def as_run(self, slots: Sequence[Slot], course: Course, random: Random) -> list[Slot]:
        found = super().as_run(slots, course, random)
        return _exchanged(found, course, random) if self.pointers == "permuted" else found


def _exchanged(slots: Sequence[Slot], course: Course, random: Random) -> list[Slot]:
    """Every register that is read replaced by another one: in a circle of all registers, drawn at random."""
    circle = list(range(course.registers))
    random.shuffle(circle)
    instead = dict(zip(circle, circle[1:] + circle[:1], strict=True))
    return [(does, reads if reads < course.answers else course.answers + instead[reads - course.answers])
            for does, reads in slots]


@word("generator", "register-executor", options=RegisterOptions, learned=True, training=trainings)
def register_executor(case: Case, options: RegisterOptions, tools: Tools) -> list[Candidate]:
    """A trained network points, step by step, at the registers that an exact machine reads and writes."""
    return compiled(case, options, tools)
