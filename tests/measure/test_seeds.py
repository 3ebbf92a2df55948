"""Arms that were trained under several seeds are compared seed by seed, and others are left as they were."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from checkable.core.scored import ScoredArm, SeedScore
from checkable.measure.comparisons import comparisons
from checkable.measure.metrics import FUNCTIONS
from checkable.measure.seeds import each_seed, over_seeds

from .builders import arm

CASES = 60
DIRECT = arm("direct", [i < 20 for i in range(CASES)])


def trained(name: str, *right: int) -> ScoredArm:
    """An arm whose seed s has the first ``right[s]`` cases right; it commits those of its first."""
    made = arm(name, [i < right[0] for i in range(CASES)])
    cases = tuple(replace(case, seeds=tuple(SeedScore(seed=s, correct=i < n, reached=i < n + 5)
                                            for s, n in enumerate(right))) for i, case in enumerate(made.cases))
    return replace(made, cases=cases)


def table(*arms: ScoredArm):
    return {(c.arm, c.base): c.over_seeds for c in over_seeds(comparisons(arms, (), {}, 0), arms, 0)}


def test_the_mean_over_seeds_is_compared_and_not_the_seed_that_was_committed() -> None:
    found = table(DIRECT, trained("compiler", 50, 30, 40))["compiler", "direct"]
    assert found.value == pytest.approx((40 - 20) / CASES)
    assert found.low < found.value < found.high
    assert found.method == "bootstrap over 3 seeds and 60 families"


def test_seeds_that_disagree_leave_the_sign_open_where_one_seed_would_not() -> None:
    arms = DIRECT, trained("compiler", 50, 10, 22)
    (committed,) = comparisons(arms, (), {}, 0)
    assert committed.difference.low > 0
    assert table(*arms)["compiler", "direct"].low < 0


def test_where_only_the_base_has_seeds_the_interval_is_turned_round() -> None:
    base, plain = trained("compiler", 50, 30, 40), replace(DIRECT)
    turned = table(base, plain)["direct", "compiler"]
    straight = table(DIRECT, base)["compiler", "direct"]
    assert (turned.value, turned.low, turned.high) == pytest.approx((-straight.value, -straight.high, -straight.low))


def test_samples_of_an_arm_that_was_not_trained_are_no_seeds() -> None:
    sampled = replace(DIRECT, name="sampled", cases=tuple(replace(c, right={0: True, 1: False}) for c in DIRECT.cases))
    assert math.isnan(table(DIRECT, sampled)["sampled", "direct"].value)
    assert math.isnan(table(DIRECT, trained("once", 50))["once", "direct"].value)
    assert each_seed(sampled, 0) == ()


def test_every_seed_has_its_own_accuracy_and_reach() -> None:
    found = each_seed(trained("compiler", 50, 30, 40), 0)
    assert [(s.seed, s.accuracy.numerator, s.coverage.numerator) for s in found] == \
        [(0, 50, 55), (1, 30, 35), (2, 40, 45)]


def test_the_worst_seed_is_that_of_a_training_and_not_of_a_sample_beside_it() -> None:
    made = trained("compiler", 50, 30, 40)
    beside = tuple(replace(case, right={0: False, 1: True}) for case in made.cases)
    assert FUNCTIONS["worst_seed"](beside, seed=0).numerator == 30
    assert FUNCTIONS["best_seed"](beside, seed=0).numerator == 50
