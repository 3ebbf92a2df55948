"""Is it the program that gets the answer, or would its instructions in any order?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checkable.control.context import BreakContext
from checkable.core.candidate import CheckedCase
from checkable.generate.compiling import TrainedOptions
from checkable.vocabulary import NoOptions, word


def permuted(learned: TrainedOptions, options: NoOptions) -> TrainedOptions:
    return replace(learned, slot_order="permuted")


@word("break", "permuted-slots", rewrites=permuted)
def permuted_slots(cases: Sequence[CheckedCase], options: NoOptions, context: BreakContext) -> list[CheckedCase]:
    """Run the slots of each written program in a random order."""
    return list(cases)
