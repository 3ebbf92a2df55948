"""Comparisons of arms that were trained under several seeds, with an interval over seeds and cases.

A learned word makes one sample for each of its trainings, so that an arm's samples are its seeds. The
accuracy of one commit a case knows one of them; this compares what every seed gets right by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checkable.core.scored import Comparison, Estimate, ScoredArm
from checkable.measure import two_level


def over_seeds(comparisons: Sequence[Comparison], arms: Sequence[ScoredArm], seeds: Mapping[str, int],
               seed: int) -> tuple[Comparison, ...]:
    """The comparisons, with ``over_seeds`` where one of the two arms has several seeds.

    ``seeds`` says how many trainings there are behind an arm, by name; an arm that is not there has
    none, and stands with its commits.
    """
    by_name = {arm.name: arm for arm in arms}
    return tuple(_with(row, by_name[row.arm], by_name[row.base], seeds, seed) for row in comparisons)


def _with(row: Comparison, arm: ScoredArm, base: ScoredArm, seeds: Mapping[str, int], seed: int) -> Comparison:
    values, against = (_rows(each, seeds.get(each.name, 0)) for each in (arm, base))
    if max(len(values), len(against)) < 2:
        return row
    families = [case.family for case in arm.cases]
    if len(values) > 1:
        interval = two_level.seeds_and_cases(values, families, base=against, seed=seed)
        low, high = interval.low, interval.high
    else:  # only the base has seeds: the same the other way round
        interval = two_level.seeds_and_cases(against, families, base=values, seed=seed)
        low, high = -interval.high, -interval.low
    found = Estimate(value=two_level.mean(values) - two_level.mean(against), low=low, high=high, method=interval.method)
    return replace(row, over_seeds=found)


def _rows(arm: ScoredArm, seeds: int) -> list[list[float]]:
    """One row a seed: case by case, whether it is right; the arm's commits where it has no seeds."""
    if seeds < 2:
        return [[float(case.correct) for case in arm.cases]]
    return [[float(case.right.get(sample, False)) for case in arm.cases] for sample in range(seeds)]
