"""Is it where values are kept that gets the answer, or would reading any register do?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checkable.control.context import BreakContext
from checkable.core.candidate import CheckedCase
from checkable.generate.compiling import TrainedOptions
from checkable.generate.register_executor import RegisterOptions
from checkable.learn.course import NothingToLearn
from checkable.vocabulary import NoOptions, word


def pointing_elsewhere(learned: TrainedOptions, options: NoOptions) -> RegisterOptions:
    if not isinstance(learned, RegisterOptions):
        raise NothingToLearn("permuted-pointers is for arms that train a register-executor")
    return replace(learned, pointers="permuted")


@word("break", "permuted-pointers", rewrites=pointing_elsewhere)
def permuted_pointers(cases: Sequence[CheckedCase], options: NoOptions, context: BreakContext) -> list[CheckedCase]:
    """Run each written program with everything it reads read from another register."""
    return list(cases)
