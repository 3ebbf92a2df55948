"""Shuffled examples: is it this example that selects, or any?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from checkable.control.context import BreakContext, treated
from checkable.core.candidate import CheckedCase
from checkable.core.case import Case
from checkable.vocabulary import NoOptions, word

STEPS_TRIED = 64  # enough to find a rotation that keeps families apart, and linear in the cases


@word("break", "visible-example")
def visible_example(cases: Sequence[CheckedCase], options: NoOptions, context: BreakContext) -> list[CheckedCase]:
    """Check every candidate against the examples of another case, of another family where there is one."""
    donors = derange([c.case for c in cases], context.random)
    return context.side_by_side(lambda pair: _with_examples_of(*pair, context), list(zip(donors, cases, strict=True)))


def derange(cases: Sequence[Case], random: Random) -> list[Case]:
    """For each case another one: a shuffle, rotated until as few as possible get their own family."""
    shuffled = list(cases)
    random.shuffle(shuffled)
    position = {case.id: index for index, case in enumerate(shuffled)}
    step = min(range(1, min(len(shuffled), STEPS_TRIED)), key=lambda s: _clashes(shuffled, s), default=0)
    return [shuffled[(position[case.id] + step) % len(shuffled)] for case in cases]


def _clashes(cases: Sequence[Case], step: int) -> int:
    return sum(a.family == cases[(i + step) % len(cases)].family for i, a in enumerate(cases))


def _with_examples_of(donor: Case, case: CheckedCase, context: BreakContext) -> CheckedCase:
    return replace(case, candidates=tuple(
        context.recheck(c, case.case, donor) if treated(c, context) else c for c in case.candidates))
