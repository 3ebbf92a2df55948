"""Do the examples decide what is learned, or would training on any programs of its own do as well?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkable.control.context import BreakContext
from checkable.core.candidate import CheckedCase
from checkable.generate.expert_iteration import ExpertIterationOptions
from checkable.learn.course import NothingToLearn
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class ShuffledAnswersOptions:
    seeds: tuple[int, ...] = option((0, 1, 2, 3, 4), "one training for each: these vary more than intact ones")


def on_shuffled_answers(learned: ExpertIterationOptions, options: ShuffledAnswersOptions) -> ExpertIterationOptions:
    if not isinstance(learned, ExpertIterationOptions):
        raise NothingToLearn("shuffled-answers breaks what expert iteration keeps, and the arm learns in another way")
    return replace(learned, answers="shuffled", seeds=options.seeds)


@word("break", "shuffled-answers", options=ShuffledAnswersOptions, learned=True, rewrites=on_shuffled_answers)
def shuffled_answers(cases: Sequence[CheckedCase], options: ShuffledAnswersOptions,
                     context: BreakContext) -> list[CheckedCase]:
    """Iterate again, every prompt with the visible examples of another one whose program is as long."""
    return list(cases)
