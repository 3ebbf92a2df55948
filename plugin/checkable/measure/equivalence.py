"""Saying that there is no difference worth having, which a large p-value never says.

Equivalence is shown by an interval that lies wholly inside the smallest effect of interest, and a
negative by one that lies wholly below it. Must not know what the effect is of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checkable.core.scored import Estimate
from checkable.measure import estimates
from checkable.measure.intervals import CONFIDENCE, Interval, clopper_pearson

WITHIN = 0.90  # two one-sided tests at 5% are one two-sided interval of 90%


@dataclass(frozen=True, kw_only=True)
class Equivalence:
    """``verdict``: the interval lies inside ±margin, beyond it on one side, or neither."""

    verdict: Literal["equivalent", "better", "worse", "undecided"]
    margin: float
    difference: Estimate  # with its 90% interval


def equivalence(arm: Sequence[bool], base: Sequence[bool], families: Sequence[str], *, margin: float,
                seed: int) -> Equivalence:
    """Two one-sided tests at 5% (Schuirmann 1987), as a 90% interval of the difference over families.

    ``margin`` is the smallest difference of interest, a share. Raises ValueError unless it is above 0.
    """
    if not margin > 0:
        raise ValueError(f"a margin of {margin:g}: the smallest difference of interest is above 0")
    found = estimates.difference(arm, base, families, seed=seed, confidence=WITHIN)
    return Equivalence(verdict=_verdict(found, margin), margin=margin, difference=found)


def rules_out(difference: Estimate, smallest: float) -> bool:
    """Whether a difference's interval lies wholly below the smallest effect of interest: a negative result.

    False without an interval: what was not measured rules nothing out.
    """
    return difference.high < smallest


def upper_bound(successes: int, total: int) -> Interval:
    """How many there could be of what was (nearly) never seen: 0 of 40 is up to 8.8%.

    The exact two-sided 95% interval of Clopper and Pearson, so that its upper end alone is wrong
    at most once in 40 times.
    """
    return clopper_pearson(successes, total, confidence=CONFIDENCE)


def _verdict(found: Estimate, margin: float) -> Literal["equivalent", "better", "worse", "undecided"]:
    if -margin < found.low and found.high < margin:
        return "equivalent"
    if found.low >= margin:
        return "better"
    return "worse" if found.high <= -margin else "undecided"
