"""A compiler that goes on learning from programs of its own which the examples beside their prompts bear out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.compiling import OneStageOptions, compiled, trainings
from checkable.generate.tools import Tools
from checkable.learn.recipe import Iteration
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class ExpertIterationOptions(OneStageOptions):
    """A warm start of ``steps`` on ``programs`` gold lessons, then rounds on those and on what was kept."""

    slots: int = option(16, "slots of the longest program that can be written", minimum=1, maximum=256)
    readout: Literal["slots", "decoder"] = option(
        "decoder", "what fills slots: queries behind the text in the backbone itself, or a decoder over its states")
    programs: int = option(96, "gold lessons, of the warm start and of every round", minimum=1)
    steps: int = option(240, "optimiser steps of the warm start; 0: untrained", minimum=0)
    rounds: int = option(4, "how often programs are drawn, run, kept and trained on", minimum=0)
    round_steps: int = option(120, "optimiser steps of each round", minimum=1)
    unsolved: int = option(1024, "texts with examples and without gold programs", minimum=1)
    samples: int = option(16, "programs drawn for each prompt and round", minimum=1)
    temperature: float = option(1.0, "of the distributions that programs are drawn from", minimum=0.01, maximum=10)
    keep: Literal["verified", "unverified", "none"] = option(
        "verified", "which programs are kept: those that agree with the examples; unverified: as many, the most often "
                    "drawn of a prompt, whatever they compute; none: as many steps on the gold lessons alone")
    answers: Literal["gold", "shuffled"] = option("gold", "shuffled: every prompt with the examples of another")
    student_steps: ClassVar[int] = 0
    labels: ClassVar[str] = "gold"

    @property
    def keeps(self) -> bool:
        """Whether a training draws programs and keeps some: criteria may then speak of what it kept."""
        return self.steps > 0 and self.keep != "none" and (self.rounds > 0 or self.student_steps > 0)

    @property
    def iteration(self) -> Iteration:
        """The rounds as the trainer reads them."""
        return Iteration(
            warm=self.steps, rounds=self.rounds, round_steps=self.round_steps, prompts=self.unsolved,
            samples=self.samples, temperature=self.temperature, keep=self.keep, answers=self.answers,
            student=self.student_steps)


@word("generator", "expert-iteration", options=ExpertIterationOptions, learned=True, training=trainings)
def expert_iteration(case: Case, options: ExpertIterationOptions, tools: Tools) -> list[Candidate]:
    """Trained on a few gold programs, then in rounds on sampled programs that agree with their prompts' examples."""
    return compiled(case, options, tools)
