"""``A within 2% of B`` and ``A gains less than 2% over B``: criteria that a missing difference can hold.

A difference that is not shown is no evidence that there is none; an interval that lies below the
smallest effect of interest is. Promises held, failed or undecided with the numbers that decided.
Must not know which other criteria there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checkable.core.expression import Bound, Metric
from checkable.core.scored import Estimate
from checkable.measure import metrics
from checkable.measure.equivalence import equivalence, rules_out, widened
from checkable.measure.measuring import Bench
from checkable.measure.paired import PairedCounts, paired_counts
from checkable.measure.wording import interval, metric_words, points, signed

_OF: Mapping[str, Literal["held", "failed", "undecided"]] = {
    "equivalent": "held", "better": "failed", "worse": "failed", "undecided": "undecided"}


@dataclass(frozen=True, kw_only=True)
class Bounded:
    """A bound with its verdict. ``difference`` has the interval that decided: of 90% for ``within``, else of 95%."""

    bound: Bound
    verdict: Literal["held", "failed", "undecided"]
    difference: Estimate
    counts: PairedCounts
    families: int


def bounded(bound: Bound, bench: Bench) -> Bounded:
    """Judge a bound on the cases of its slice."""
    left, right = bench.cases(bound.left, bound.slice), bench.cases(bound.right, bound.slice)
    arm, base, families = [c.correct for c in left], [c.correct for c in right], [c.family for c in left]
    counts = paired_counts(left, right)
    if bound.kind == "within":
        found = equivalence(arm, base, families, margin=bound.margin, seed=bench.seed)
        verdict, difference = _OF[found.verdict], found.difference
    else:
        difference = widened(metrics.lift(left, right, seed=bench.seed), counts)
        verdict = _below(difference, bound.margin)
    return Bounded(bound=bound, verdict=verdict, difference=difference, counts=counts, families=len(set(families)))


def reason(found: Bounded) -> str:
    """One sentence with every number that decided."""
    bound, counts = found.bound, found.counts
    where = f" on {bound.slice}" if bound.slice else ""
    if not counts.cases:
        return f"{bound.left} and {bound.right} have no cases to compare{where}"
    wide = "90%" if bound.kind == "within" else "95%"
    return (f"{bound.left} {counts.both + counts.recoveries}/{counts.cases} vs {bound.right} "
            f"{counts.both + counts.regressions}/{counts.cases}{where}: difference "
            f"{points(found.difference.value)} points, {wide} interval {interval(found.difference)} over "
            f"{found.families} {'family' if found.families == 1 else 'families'}; {_against(found)}")


def numbers(found: Bounded) -> Mapping[str, Estimate]:
    """The difference that decided, by the words a spec has for it."""
    bound = found.bound
    tail = (bound.slice,) if bound.slice else ()
    return {metric_words(Metric(bound.left, "lift", (bound.right, *tail))): found.difference}


def _below(difference: Estimate, margin: float) -> Literal["held", "failed", "undecided"]:
    if rules_out(difference, margin):
        return "held"
    return "failed" if difference.low >= margin else "undecided"


def _against(found: Bounded) -> str:
    margin = signed(100 * found.bound.margin, ".3g", plus="")
    region = f"within \N{PLUS-MINUS SIGN}{margin} points" if found.bound.kind == "within" else f"below {margin} points"
    return {"held": f"all of it lies {region}", "failed": f"none of it lies {region}",
            "undecided": f"it does not lie {region} as a whole, so that nothing is shown"}[found.verdict]
