"""Newcombe's interval of a paired difference of shares: honest where few cases differ.

Resampling cannot see what never happened, so that its interval is too short where a handful of
cases decides. This one is made of Wilson's intervals and does not know families.
"""

from __future__ import annotations

import math

from checkable.measure.intervals import CONFIDENCE, Interval, no_interval, wilson


def newcombe(both: int, recoveries: int, regressions: int, neither: int, *,
             confidence: float = CONFIDENCE) -> Interval:
    """The interval (95% unless asked) of (share right under the arm) - (under the base), from the four cells.

    Method 10 of Newcombe (1998, Statistics in Medicine 17:2635): Wilson's limits of both shares,
    combined by the square-and-add rule with the correlation of the pairs, continuity-corrected.
    """
    cases = both + recoveries + regressions + neither
    if cases == 0:
        return no_interval("no cases")
    arm, base = (both + recoveries) / cases, (both + regressions) / cases
    of_arm = wilson(both + recoveries, cases, confidence=confidence)
    of_base = wilson(both + regressions, cases, confidence=confidence)
    phi = _correlation(both, recoveries, regressions, neither)

    def reach(up: float, down: float) -> float:
        return math.sqrt(max(0.0, up * up - 2 * phi * up * down + down * down))

    return Interval(low=arm - base - reach(arm - of_arm.low, of_base.high - base),
                    high=arm - base + reach(of_arm.high - arm, base - of_base.low), method="Newcombe, paired")


def _correlation(both: int, recoveries: int, regressions: int, neither: int) -> float:
    """Phi of the four cells, 0 where it is undefined; a positive one is drawn towards 0 by half a case."""
    margins = (both + recoveries) * (regressions + neither) * (both + regressions) * (recoveries + neither)
    if margins == 0:
        return 0.0
    cross = both * neither - recoveries * regressions
    if cross > 0:
        cross = max(0, cross - (both + recoveries + regressions + neither) / 2)
    return cross / math.sqrt(margins)
