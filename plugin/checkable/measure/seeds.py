"""Arms that were trained under several seeds: what each seed has by itself, and differences over seeds and cases.

The accuracy of one commit a case knows one of the seeds; this tells of what every training would have committed alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checkable.core.result import SeedSummary
from checkable.core.scored import Comparison, Estimate, ScoredArm, SeedScore
from checkable.measure import estimates, two_level


def over_seeds(comparisons: Sequence[Comparison], arms: Sequence[ScoredArm], seed: int) -> tuple[Comparison, ...]:
    """The comparisons, with ``over_seeds`` where one of the two arms was trained under several seeds.

    An arm with fewer stands with its commits. ``seed`` is of the bootstrap.
    """
    by_name = {arm.name: arm for arm in arms}
    return tuple(_with(row, by_name[row.arm], by_name[row.base], seed) for row in comparisons)


def each_seed(arm: ScoredArm, seed: int) -> tuple[SeedSummary, ...]:
    """Accuracy and coverage of every seed alone; none where nothing was trained. Intervals are over families."""
    families = [case.family for case in arm.cases]
    return tuple(
        SeedSummary(seed=of_one[0].seed, accuracy=estimates.share([s.correct for s in of_one], families, seed=seed),
                    coverage=estimates.share([s.reached for s in of_one], families, seed=seed))
        for of_one in _columns(arm))


def difference(values: Sequence[Sequence[float]], against: Sequence[Sequence[float]], families: Sequence[str],
               seed: int) -> Estimate:
    """The mean of ``values`` minus that of ``against``, one row a seed, on cases of these families.

    A side with one row has no seed to draw; with one on both there is no interval. Nothing in ``against``: ``values``
    are differences themselves.
    """
    if len(values) > 1 or len(against) < 2:
        interval = two_level.seeds_and_cases(values, families, base=against, seed=seed)
        low, high = interval.low, interval.high
    else:  # only the base has seeds: the same the other way round
        interval = two_level.seeds_and_cases(against, families, base=values, seed=seed)
        low, high = -interval.high, -interval.low
    value = two_level.mean(values) - (two_level.mean(against) if against else 0.0)
    return Estimate(value=value, low=low, high=high, method=interval.method)


def _with(row: Comparison, arm: ScoredArm, base: ScoredArm, seed: int) -> Comparison:
    values, against = _rows(arm), _rows(base)
    if max(len(values), len(against)) < 2:
        return row
    return replace(row, over_seeds=difference(values, against, [case.family for case in arm.cases], seed))


def _rows(arm: ScoredArm) -> list[list[float]]:
    """One row a seed: case by case, whether it is right; the arm's commits where it has no seeds."""
    columns = _columns(arm)
    if len(columns) < 2:
        return [[float(case.correct) for case in arm.cases]]
    return [[float(one.correct) for one in of_one] for of_one in columns]


def _columns(arm: ScoredArm) -> list[tuple[SeedScore, ...]]:
    """What every seed has, case by case."""
    return list(zip(*(case.seeds for case in arm.cases), strict=True))
