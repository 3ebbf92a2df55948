"""The comparison table: who stands against whom, and over which comparisons each p-value is corrected.

Every arm and control stands against the first arm, every control against the arm it breaks, and
every pair a ``beats`` criterion names has its row. Must not judge criteria.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checkable.core.expression import Expression
from checkable.core.scored import Comparison, ScoredArm
from checkable.measure import metrics
from checkable.measure.beats import beats_in, duels
from checkable.measure.measuring import lay_out
from checkable.measure.paired import PairedCounts, e_value, holm, mcnemar, paired_counts
from checkable.spec.model import CriterionSpec


def comparisons(arms: Sequence[ScoredArm], criteria: Sequence[CriterionSpec], slices: Mapping[str, Expression],
                seed: int) -> tuple[Comparison, ...]:
    """The table, in the order of ``arms``; the first of them is the base of the others.

    A pair that a criterion judges on all cases has the p-value of that criterion, corrected over
    the criteria's pairs. Every other row is corrected over all rows of the table. ``corrected``
    says which.
    """
    by_name = {arm.name: arm for arm in arms}
    rows = _rows(arms, criteria)
    counts = {row: paired_counts(by_name[row[0]].cases, by_name[row[1]].cases) for row in rows}
    explored = dict(zip(rows, holm([_p(counts[row]) for row in rows]), strict=True))
    judged = _judged(by_name, criteria, slices, seed)
    table = f"over the {_comparisons(len(rows))} of this table"
    return tuple(
        _comparison(by_name[arm], by_name[base], counts[arm, base], seed,
                    *judged.get(frozenset((arm, base)), (explored[arm, base], table)))
        for arm, base in rows)


def _rows(arms: Sequence[ScoredArm], criteria: Sequence[CriterionSpec]) -> list[tuple[str, str]]:
    """Pairs of names (arm, base), each pair once, whichever way round it comes first."""
    wanted = [(arm.name, arms[0].name) for arm in arms[1:]]
    wanted += [(arm.name, arm.of) for arm in arms if arm.of is not None]
    wanted += [(b.left, b.right) for c in criteria for b in beats_in(c.expression) if b.slice is None]
    seen: dict[frozenset[str], tuple[str, str]] = {}
    for arm, base in wanted:
        if arm != base:
            seen.setdefault(frozenset((arm, base)), (arm, base))
    return list(seen.values())


def _judged(arms: Mapping[str, ScoredArm], criteria: Sequence[CriterionSpec], slices: Mapping[str, Expression],
            seed: int) -> dict[frozenset[str], tuple[float, str]]:
    """For every pair that a criterion judges on all cases: its adjusted p-value, and over what."""
    found = duels([c.expression for c in criteria], lay_out(arms, slices, seed))
    return {frozenset((b.left, b.right)): (duel.p_adjusted, f"over the {_comparisons(duel.over)} of the criteria")
            for b, duel in found.items() if b.slice is None}


def _comparison(arm: ScoredArm, base: ScoredArm, counts: PairedCounts, seed: int, p_adjusted: float,
                corrected: str) -> Comparison:
    return Comparison(
        arm=arm.name, base=base.name, recoveries=counts.recoveries, regressions=counts.regressions,
        both=counts.both, neither=counts.neither, difference=metrics.lift(arm.cases, base.cases, seed=seed),
        p_value=_p(counts), p_adjusted=p_adjusted, corrected=corrected,
        e_value=e_value(counts.recoveries, counts.regressions),
    )


def _p(counts: PairedCounts) -> float:
    return mcnemar(counts.recoveries, counts.regressions)


def _comparisons(count: int) -> str:
    return f"{count} comparison" if count == 1 else f"{count} comparisons"
