"""The comparison table: who stands against whom, and over which comparisons each p-value is corrected.

Every arm and control stands against the first arm, every control against the arm it breaks, and
every pair whose commits a criterion compares on all cases has its row. Must not judge criteria.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checkable.core.expression import Expression
from checkable.core.scored import Comparison, ScoredArm
from checkable.measure.beats import duels
from checkable.measure.compare import compare
from checkable.measure.compared import rows as compared_rows
from checkable.measure.corrections import holm
from checkable.measure.measuring import lay_out
from checkable.spec.model import CriterionSpec


def comparisons(arms: Sequence[ScoredArm], criteria: Sequence[CriterionSpec], slices: Mapping[str, Expression],
                seed: int, *, anytime: bool = False) -> tuple[Comparison, ...]:
    """The table, in the order of ``arms``; the first of them is the base of the others.

    A pair that a criterion judges on all cases has the p-value of that criterion, corrected over
    the criteria's pairs. Every other row is corrected over all rows of the table. ``corrected``
    says which. ``anytime`` as in ``compare.paired_p``.
    """
    by_name = {arm.name: arm for arm in arms}
    made = {row: _compared(by_name[row[0]], by_name[row[1]], seed, anytime) for row in _rows(arms, criteria)}
    explored = dict(zip(made, holm([row.p_value for row in made.values()]), strict=True))
    judged = _judged(by_name, criteria, slices, seed, anytime)
    table = f"over the {_comparisons(len(made))} of this table"
    return tuple(_corrected(row, *judged.get(frozenset(pair), (explored[pair], table))) for pair, row in made.items())


def _rows(arms: Sequence[ScoredArm], criteria: Sequence[CriterionSpec]) -> list[tuple[str, str]]:
    """Pairs of names (arm, base), each pair once, whichever way round it comes first."""
    wanted = [(arm.name, arms[0].name) for arm in arms[1:]]
    wanted += [(arm.name, arm.of) for arm in arms if arm.of is not None]
    wanted += compared_rows([c.expression for c in criteria])
    seen: dict[frozenset[str], tuple[str, str]] = {}
    for arm, base in wanted:
        if arm != base:
            seen.setdefault(frozenset((arm, base)), (arm, base))
    return list(seen.values())


def _judged(arms: Mapping[str, ScoredArm], criteria: Sequence[CriterionSpec], slices: Mapping[str, Expression],
            seed: int, anytime: bool) -> dict[frozenset[str], tuple[float, str]]:
    """For every pair that a criterion judges on all cases: its adjusted p-value, and over what."""
    found = duels([c.expression for c in criteria], lay_out(arms, slices, seed, anytime=anytime))
    return {frozenset((b.left, b.right)): (duel.p_adjusted, f"over the {_comparisons(duel.over)} of the criteria")
            for b, duel in found.items() if b.slice is None}


def _compared(arm: ScoredArm, base: ScoredArm, seed: int, anytime: bool) -> Comparison:
    return compare([c.correct for c in arm.cases], [c.correct for c in base.cases], [c.family for c in arm.cases],
                   names=(arm.name, base.name), seed=seed, anytime=anytime, reached=[c.reached for c in arm.cases])


def _corrected(row: Comparison, p_adjusted: float, corrected: str) -> Comparison:
    return replace(row, p_adjusted=p_adjusted, corrected=corrected)


def _comparisons(count: int) -> str:
    return f"{count} comparison" if count == 1 else f"{count} comparisons"
