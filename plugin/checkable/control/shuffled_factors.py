"""Does the arm learn what each factor is called, or only how programs look?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkable.control.context import BreakContext
from checkable.core.candidate import CheckedCase
from checkable.generate.compiling import CompilerOptions
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class ShuffledFactorsOptions:
    seeds: tuple[int, ...] = option((0, 1, 2, 3, 4), "one training for each: these vary more than intact ones")


def on_shuffled_factors(learned: CompilerOptions, options: ShuffledFactorsOptions) -> CompilerOptions:
    return replace(learned, labels="factors", seeds=options.seeds)


@word("break", "shuffled-factors", options=ShuffledFactorsOptions, learned=True, rewrites=on_shuffled_factors)
def shuffled_factors(cases: Sequence[CheckedCase], options: ShuffledFactorsOptions,
                     context: BreakContext) -> list[CheckedCase]:
    """Train the arm again, each factor of a lesson's program taken from another lesson, the rest left as it is."""
    return list(cases)
