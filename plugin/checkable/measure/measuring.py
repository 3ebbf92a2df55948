"""Expressions that are numbers, measured on scored arms with their slices cut.

Promises an Estimate for every number an expression may be, NaN with the reason where it is
undefined. Must not judge.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from checkable.core.expression import Arithmetic, Expression, Metric, Number
from checkable.core.metrics import METRICS
from checkable.core.scored import Estimate, ScoredArm, ScoredCase
from checkable.measure import metrics, rounds
from checkable.measure.arithmetic import CALCULATE
from checkable.measure.slices import cut
from checkable.measure.wording import words


@dataclass(frozen=True)
class Bench:
    """Scored arms beside each other, and for each slice the ids of the cases it holds.

    ``anytime``: cases came in batches and might have ended at any of them, so that only a p-value
    that is valid whenever one stops may be judged by.
    """

    arms: Mapping[str, ScoredArm]
    members: Mapping[str, frozenset[str]]
    seed: int
    anytime: bool = False

    def cases(self, arm: str, part: str | None = None) -> tuple[ScoredCase, ...]:
        """The cases of an arm, or those of them that are in the slice ``part``."""
        everything = self.arms[arm].cases
        if part is None:
            return everything
        return tuple(case for case in everything if case.id in self.members[part])


def lay_out(arms: Mapping[str, ScoredArm], slices: Mapping[str, Expression], seed: int, *,
            anytime: bool = False) -> Bench:
    """Cut the slices. Raises SliceError, and ValueError where arms do not hold the same cases."""
    return Bench(arms, cut(slices, arms), seed, anytime)


def number(expression: Expression, bench: Bench) -> Estimate:
    """Measure a number. Arithmetic works on point values and has no interval of its own."""
    match expression:
        case Number(value=value):
            return Estimate(value=value, method="as written")
        case Metric():
            return _metric(expression, bench)
        case Arithmetic(operator=operator, left=left, right=right):
            return _arithmetic(expression, CALCULATE[operator](number(left, bench).value, number(right, bench).value))
    raise TypeError(f"{words(expression)} is not a number")


def leaves(expression: Expression) -> tuple[Metric, ...]:
    """The metrics in a number, each once, from left to right."""
    match expression:
        case Metric():
            return (expression,)
        case Arithmetic(left=left, right=right):
            return tuple(dict.fromkeys((*leaves(left), *leaves(right))))
    return ()


def _metric(metric: Metric, bench: Bench) -> Estimate:
    word = METRICS[metric.name]
    if word.of == "rounds":
        return rounds.FUNCTIONS[metric.name](bench.arms[metric.arm].rounds)
    takes = len(word.takes)
    others, rest = metric.arguments[:takes], metric.arguments[takes:]
    part = rest[0] if rest else None
    held = [bench.cases(arm, part) for arm in (metric.arm, *others)]
    return metrics.FUNCTIONS[metric.name](*held, seed=bench.seed)


def _arithmetic(expression: Arithmetic, value: float) -> Estimate:
    if math.isnan(value):
        return Estimate(value=value, method=f"undefined: a number in {words(expression)} is, or it divides by 0")
    return Estimate(value=value, method="of point values, no interval")
