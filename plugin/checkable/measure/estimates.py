"""From one value per case to an Estimate: which interval a share, a count, a mean or a difference gets.

Promises NaN with the reason in ``method`` where a number is undefined. Must not know metrics.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from checkable.core.scored import Estimate
from checkable.measure.intervals import (
    CONFIDENCE,
    Interval,
    clustered_difference,
    clustered_mean,
    clustered_ratio,
    wilson,
)


def undefined(reason: str) -> Estimate:
    return Estimate(value=math.nan, method=f"undefined: {reason}")


def share(hits: Sequence[bool], families: Sequence[str], *, seed: int, counted: Sequence[bool] | None = None,
          empty: str = "no cases") -> Estimate:
    """Hits among the counted cases (all of them by default). ``empty`` says why there may be none to count."""
    counted = [True] * len(hits) if counted is None else counted
    total = sum(counted)
    if total == 0:
        return undefined(empty)
    hit = [h and c for h, c in zip(hits, counted, strict=True)]
    interval = _share_interval(hit, counted, families, seed)
    return _estimate(sum(hit) / total, interval, numerator=sum(hit), denominator=total)


def count(hits: Sequence[bool], families: Sequence[str], *, seed: int) -> Estimate:
    """How many cases hit; the interval is that of the share, times the number of cases."""
    if not hits:
        return undefined("no cases")
    of = share(hits, families, seed=seed)
    n = len(hits)
    return Estimate(value=float(sum(hits)), numerator=sum(hits), denominator=n,
                    low=of.low * n, high=of.high * n, method=of.method)


def mean(values: Sequence[float], families: Sequence[str], *, seed: int, empty: str = "no cases") -> Estimate:
    """The mean of one number per case, with the bootstrap over families."""
    if not values:
        return undefined(empty)
    return _estimate(math.fsum(values) / len(values), clustered_mean(values, families, seed=seed))


def difference(left: Sequence[bool], right: Sequence[bool], families: Sequence[str], *, seed: int,
               confidence: float = CONFIDENCE) -> Estimate:
    """The share of ``left`` minus the share of ``right`` on the same cases, paired."""
    n = len(left)
    if n == 0:
        return undefined("no cases")
    interval = clustered_difference(left, right, families, seed=seed, confidence=confidence)
    net = sum(left) - sum(right)
    if interval.defined and interval.low == interval.high:
        interval = _unseen(net / n, n, confidence)
    return _estimate(net / n, interval, numerator=net, denominator=n)


def ratio(numerators: Sequence[float], denominators: Sequence[float], families: Sequence[str], *,
          seed: int) -> Estimate:
    """Sum over sum, given per case. The caller has made sure that the denominator is not 0."""
    top, bottom = math.fsum(numerators), math.fsum(denominators)
    interval = clustered_ratio(numerators, denominators, families, seed=seed)
    return _estimate(top / bottom, interval, numerator=top, denominator=bottom)


def _estimate(value: float, interval: Interval, *, numerator: float | None = None,
              denominator: float | None = None) -> Estimate:
    return Estimate(value=float(value), numerator=numerator, denominator=denominator,
                    low=interval.low, high=interval.high, method=interval.method)


def _share_interval(hit: Sequence[bool], counted: Sequence[bool], families: Sequence[str], seed: int) -> Interval:
    """Families are resampled where cases come in families; Wilson where each case stands alone.

    Where every family has the same share the bootstrap has no width, however few the cases: then,
    too, Wilson over the cases.
    """
    sizes = Counter(f for f, c in zip(families, counted, strict=True) if c)
    plain = wilson(sum(hit), sum(counted))
    if len(sizes) < 2:
        return Interval(low=plain.low, high=plain.high, method="Wilson (all cases are of one family)")
    if max(sizes.values()) == 1:
        return plain
    interval = clustered_ratio(hit, counted, families, seed=seed)
    if interval.low == interval.high:
        return Interval(low=plain.low, high=plain.high, method="Wilson (families do not differ)")
    return interval


def _unseen(value: float, cases: int, confidence: float) -> Interval:
    """Bounds of a difference that is the same in every family, where the bootstrap has no width.

    As many cases as Wilson's upper bound of 0 among ``cases`` may be unlike all that were seen, and
    differ by the whole scale in either direction.
    """
    unseen = wilson(0, cases, confidence=confidence).high
    seen = (1 - unseen) * value
    return Interval(low=max(-1.0, seen - unseen), high=min(1.0, seen + unseen),
                    method="Wilson (families do not differ)")
