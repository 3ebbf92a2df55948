"""Does the arm learn what each factor is called, or only how programs look?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checkable.control.context import BreakContext
from checkable.control.retrained import RetrainedOptions
from checkable.core.candidate import CheckedCase
from checkable.generate.compiling import CompilerOptions
from checkable.vocabulary import word


def on_shuffled_factors(learned: CompilerOptions, options: RetrainedOptions) -> CompilerOptions:
    return replace(learned, labels="factors", seeds=options.seeds)


@word("break", "shuffled-factors", options=RetrainedOptions, learned=True, rewrites=on_shuffled_factors)
def shuffled_factors(cases: Sequence[CheckedCase], options: RetrainedOptions,
                     context: BreakContext) -> list[CheckedCase]:
    """Train the arm again, each factor of a lesson's program taken from another lesson, the rest left as it is."""
    return list(cases)
