"""A student that begins anew on the programs that its teacher's samples left: what was learned must be in them."""

from __future__ import annotations

from dataclasses import dataclass

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.compiling import compiled, trainings
from checkable.generate.expert_iteration import ExpertIterationOptions
from checkable.generate.tools import Tools
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class DistillationOptions(ExpertIterationOptions):
    """The teacher's options are those of expert iteration; it may have no rounds and be its warm start alone."""

    rounds: int = option(0, "rounds of expert iteration of the teacher", minimum=0)
    student_steps: int = option(360, "optimiser steps of the student, from first weights", minimum=1)


@word("generator", "distillation", options=DistillationOptions, learned=True, training=trainings)
def distillation(case: Case, options: DistillationOptions, tools: Tools) -> list[Candidate]:
    """A student trained from nothing on gold programs and on those of its teacher that agree with the examples."""
    return compiled(case, options, tools)
