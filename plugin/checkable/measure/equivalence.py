"""Saying that there is no difference worth having, which a large p-value never says.

Equivalence is shown by an interval that lies wholly inside the smallest effect of interest, and a
negative by one that lies wholly below it. Must not know what the effect is of.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from checkable.core.scored import Estimate
from checkable.measure import estimates
from checkable.measure.intervals import CONFIDENCE
from checkable.measure.newcombe import newcombe
from checkable.measure.paired import PairedCounts, count_pairs

WITHIN = 0.90  # two one-sided tests at 5% are one two-sided interval of 90%


@dataclass(frozen=True, kw_only=True)
class Equivalence:
    """``verdict``: the interval lies inside ±margin, beyond it on one side, or neither."""

    verdict: Literal["equivalent", "better", "worse", "undecided"]
    margin: float
    difference: Estimate  # with its 90% interval


def equivalence(arm: Sequence[bool], base: Sequence[bool], families: Sequence[str], *, margin: float,
                seed: int) -> Equivalence:
    """Two one-sided tests at 5% (Schuirmann 1987), as a 90% interval of the difference.

    The interval is the wider of the one over families and Newcombe's, at either end. ``margin`` is
    the smallest difference of interest, a share. Raises ValueError unless it is above 0.
    """
    if not margin > 0:
        raise ValueError(f"a margin of {margin:g}: the smallest difference of interest is above 0")
    found = estimates.difference(arm, base, families, seed=seed, confidence=WITHIN)
    found = widened(found, count_pairs(arm, base), confidence=WITHIN)
    return Equivalence(verdict=_verdict(found, margin), margin=margin, difference=found)


def widened(difference: Estimate, counts: PairedCounts, *, confidence: float = CONFIDENCE) -> Estimate:
    """A paired difference with bounds fit for saying what it hardly exceeds: the wider of its own and Newcombe's.

    Resampling cannot see what never happened, so that its interval alone is too short to refute
    anything where a handful of cases differs. A difference without an interval keeps none.
    """
    if math.isnan(difference.low):
        return difference
    small = newcombe(counts.both, counts.recoveries, counts.regressions, counts.neither, confidence=confidence)
    return replace(difference, low=min(difference.low, small.low), high=max(difference.high, small.high),
                   method=f"the wider of {difference.method} and {small.method}")


def rules_out(difference: Estimate, smallest: float) -> bool:
    """Whether a difference's interval lies wholly below the smallest effect of interest: a negative result.

    False without an interval: what was not measured rules nothing out.
    """
    return difference.high < smallest


def _verdict(found: Estimate, margin: float) -> Literal["equivalent", "better", "worse", "undecided"]:
    if -margin < found.low and found.high < margin:
        return "equivalent"
    if found.low >= margin:
        return "better"
    return "worse" if found.high <= -margin else "undecided"
