"""A compiler's most probable programs, in the order in which a trained verifier believes them.

The verifier is trained on programs that a compiler of the same options and seed proposes for lessons, and reads what is
visible: the task, the program, its executed trace. Each seed's candidates come with the most trusted first, so that
``one-seed`` commits that one; the arm's reach is what an oracle would have chosen of the same proposals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.compiling import CompilerOptions, compiled, trainings
from checkable.generate.tools import Tools
from checkable.learn.reading import Reads
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class VerifierOptions:
    """How a verifier is trained, beside the compiler whose programs it judges."""

    steps: int = option(300, "optimiser steps of one training; 0: untrained", minimum=0)
    batch: int = option(64, "proposed programs of one step, half of them right", minimum=2)
    lessons: int = option(512, "lessons for which the compiler proposes programs to train on", minimum=1)
    rate: float = option(0.002, "the highest learning rate", minimum=1e-7, maximum=1)
    checkpoints: int = option(8, "how often a training is scored on validation lessons; the best is kept", minimum=2)


@dataclass(frozen=True, kw_only=True)
class TraceVerifierOptions(CompilerOptions):
    """The compiler's own options, and those of who judges it. Raises ValueError for what contradicts itself."""

    reads: Reads = option(
        "trace", "what the verifier sees beside the task: the program with its executed trace; the program alone; its "
                 "answer alone; the trace with its steps in another order",
        choices=("trace", "program", "answer", "shuffled-steps"))
    proposals: int = option(16, "programs that the compiler proposes, the most probable ones", minimum=2, maximum=256)
    verifier: VerifierOptions = option(VerifierOptions(), "how the verifier is trained")
    draw: ClassVar[None] = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.output == "answer":
            raise ValueError("there is no program to verify where the output is the answer")


@word("generator", "trace-verifier", options=TraceVerifierOptions, learned=True, training=trainings)
def trace_verifier(case: Case, options: TraceVerifierOptions, tools: Tools) -> list[Candidate]:
    """A trained compiler proposes programs, and a verifier trained on its proposals puts them in order."""
    return compiled(case, options, tools)
