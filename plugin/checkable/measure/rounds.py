"""One function per metric of rounds: what the trainings of an arm drew, ran and kept of their own programs.

Counts of several trainings are added up. Programs of one training come from one network, so that they are no sample
of trainings: a number has no interval, and says what each training has. Undefined where there is nothing to divide by.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from checkable.core.scored import Estimate
from checkable.core.training import Round
from checkable.measure.estimates import undefined

Rounds: TypeAlias = Sequence[Sequence[Round]]  # of each training
Share: TypeAlias = tuple[int, int]


def keep_precision(trainings: Rounds) -> Estimate:
    """What was kept after the last round and is trained on from there; what earlier rounds found is among it."""
    return _pooled([(of_one[-1].right, of_one[-1].kept) for of_one in trainings if of_one], "no program was kept")


def false_keep_rate(trainings: Rounds) -> Estimate:
    return _pooled([(sum(one.passed for one in of_one), sum(one.wrong for one in of_one)) for of_one in trainings],
                   "no wrong program was drawn")


def _pooled(shares: Sequence[Share], empty: str) -> Estimate:
    top, bottom = sum(part for part, _ in shares), sum(whole for _, whole in shares)
    if not shares:
        return undefined("no training drew programs of its own")
    if not bottom:
        return undefined(empty)
    each = ", ".join(f"{part}/{whole}" for part, whole in shares)
    return Estimate(value=top / bottom, numerator=top, denominator=bottom, method=f"by training {each}, no interval")


FUNCTIONS: Mapping[str, Callable[[Rounds], Estimate]] = {
    function.__name__: function for function in (keep_precision, false_keep_rate)
}
