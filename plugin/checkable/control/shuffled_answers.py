"""Do the examples decide what is learned, or would training on any programs of its own do as well?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checkable.control.context import BreakContext
from checkable.control.retrained import RetrainedOptions
from checkable.core.candidate import CheckedCase
from checkable.generate.expert_iteration import ExpertIterationOptions
from checkable.learn.course import NothingToLearn
from checkable.vocabulary import word


def on_shuffled_answers(learned: ExpertIterationOptions, options: RetrainedOptions) -> ExpertIterationOptions:
    if not isinstance(learned, ExpertIterationOptions):
        raise NothingToLearn("shuffled-answers breaks what expert iteration keeps, and the arm learns in another way")
    return replace(learned, answers="shuffled", seeds=options.seeds)


@word("break", "shuffled-answers", options=RetrainedOptions, learned=True, rewrites=on_shuffled_answers)
def shuffled_answers(cases: Sequence[CheckedCase], options: RetrainedOptions,
                     context: BreakContext) -> list[CheckedCase]:
    """Iterate again, every prompt with the visible examples of another one whose program is as long."""
    return list(cases)
