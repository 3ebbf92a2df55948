"""``A beats B``: more cases correct, an exact paired test, corrected, and an interval over families above 0.

Promises the three-way verdict of docs/statistics.md with every number that decided it. Must not
know which other criteria there are, only how many comparisons share the correction.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkable.core.expression import Beats, Expression, Metric, beats_in
from checkable.core.scored import Estimate
from checkable.measure import metrics
from checkable.measure.compare import paired_p
from checkable.measure.corrections import holm
from checkable.measure.measuring import Bench
from checkable.measure.paired import ALPHA, PairedCounts, paired_counts
from checkable.measure.power import cases_for_power
from checkable.measure.wording import interval, metric_words, points

Pair = tuple[frozenset[str], str | None]  # who is compared, on which slice


@dataclass(frozen=True, kw_only=True)
class Duel:
    """One ``beats`` with its numbers. ``over`` is the number of comparisons behind ``p_adjusted``."""

    beats: Beats
    counts: PairedCounts
    difference: Estimate
    families: int
    p_value: float
    p_adjusted: float
    over: int
    anytime: bool = False  # ``p_value`` is valid whenever one stops, and counts families

    @property
    def verdict(self) -> str:
        """Held, failed or undecided, as docs/statistics.md defines."""
        value, low, high = self.difference.value, self.difference.low, self.difference.high
        if math.isnan(value):
            return "undecided"
        if value <= 0 or high <= 0:
            return "failed"
        return "held" if self.p_adjusted < ALPHA and low > 0 else "undecided"


def duels(expressions: Sequence[Expression], bench: Bench) -> dict[Beats, Duel]:
    """Every ``beats`` in the criteria, with p-values corrected over the distinct pairs among them.

    ``A beats B`` and ``B beats A`` are one comparison (the test is two-sided); the same pair on a
    slice is another.
    """
    found = [b for e in expressions for b in beats_in(e)]
    pairs = {pair(b): _p_value(b, bench) for b in found}
    adjusted = dict(zip(pairs, holm(list(pairs.values())), strict=True))
    return {b: _duel(b, bench, adjusted[pair(b)], len(pairs)) for b in found}


def pair(beats: Beats) -> Pair:
    return frozenset((beats.left, beats.right)), beats.slice


def reason(duel: Duel) -> str:
    """One sentence with every number that decided."""
    beats, counts = duel.beats, duel.counts
    where = f" on {beats.slice}" if beats.slice else ""
    if not counts.cases:
        return f"{beats.left} and {beats.right} have no cases to compare{where}"
    kind = "anytime-valid" if duel.anytime else "exact"
    holm_p = f" ({duel.p_adjusted:.2g} by Holm over {duel.over})" if duel.over > 1 else ""
    return (f"{beats.left} {_score(counts.both + counts.recoveries, counts.cases)} vs "
            f"{beats.right} {_score(counts.both + counts.regressions, counts.cases)}{where}: "
            f"{_plural(counts.recoveries, 'recovery', 'recoveries')}, "
            f"{_plural(counts.regressions, 'regression', 'regressions')}, {kind} p = {duel.p_value:.2g}{holm_p}, "
            f"difference {points(duel.difference.value)} points {interval(duel.difference)} over "
            f"{_plural(duel.families, 'family', 'families')}{_what_lacks(duel)}")


def numbers(duel: Duel, bench: Bench) -> Mapping[str, Estimate]:
    """The figures that decided, by the words a spec has for them."""
    left, right, part = duel.beats.left, duel.beats.right, duel.beats.slice
    tail = (part,) if part else ()
    a, b = bench.cases(left, part), bench.cases(right, part)
    return {
        metric_words(Metric(left, "correct", tail)): metrics.correct(a, seed=bench.seed),
        metric_words(Metric(right, "correct", tail)): metrics.correct(b, seed=bench.seed),
        metric_words(Metric(left, "recoveries", (right, *tail))): metrics.recoveries(a, b, seed=bench.seed),
        metric_words(Metric(left, "regressions", (right, *tail))): metrics.regressions(a, b, seed=bench.seed),
        metric_words(Metric(left, "lift", (right, *tail))): duel.difference,
    }


def _p_value(beats: Beats, bench: Bench) -> float:
    left, right = bench.cases(beats.left, beats.slice), bench.cases(beats.right, beats.slice)
    return paired_p([c.correct for c in left], [c.correct for c in right], [c.family for c in left],
                    anytime=bench.anytime)


def _duel(beats: Beats, bench: Bench, p_adjusted: float, over: int) -> Duel:
    left, right = bench.cases(beats.left, beats.slice), bench.cases(beats.right, beats.slice)
    return Duel(
        beats=beats, counts=paired_counts(left, right), difference=metrics.lift(left, right, seed=bench.seed),
        families=len({c.family for c in left}), p_value=_p_value(beats, bench), p_adjusted=p_adjusted, over=over,
        anytime=bench.anytime,
    )


def _what_lacks(duel: Duel) -> str:
    """For an undecided comparison: which condition is missing, and how many cases might bring it."""
    if duel.verdict != "undecided":
        return ""
    lacking = [f"p is not below {ALPHA:g}"] if duel.p_adjusted >= ALPHA else []
    if not duel.difference.low > 0:
        lacking.append("the interval is not above 0")
    needed = cases_for_power(duel.counts.recoveries, duel.counts.regressions, duel.counts.cases)
    if needed is not None and needed > duel.counts.cases:
        lacking.append(f"at this discordance 80% power needs about {needed} cases")
    return "; " + ", ".join(lacking)


def _score(correct: int, cases: int) -> str:
    return f"{correct}/{cases} ({100 * correct / cases:.1f}%)"


def _plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
