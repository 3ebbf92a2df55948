"""Arms that were trained under several seeds are compared seed by seed, and others are left as they were."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from checkable.core.scored import ScoredArm
from checkable.measure.comparisons import comparisons
from checkable.measure.seeds import over_seeds

from .builders import arm

CASES = 60
DIRECT = arm("direct", [i < 20 for i in range(CASES)])


def trained(name: str, *right: int) -> ScoredArm:
    """An arm whose seed s has the first ``right[s]`` cases right; it commits those of its first."""
    made = arm(name, [i < right[0] for i in range(CASES)])
    cases = tuple(replace(case, right={s: i < n for s, n in enumerate(right)}) for i, case in enumerate(made.cases))
    return replace(made, cases=cases)


def table(*arms: ScoredArm, **seeds: int):
    return {(c.arm, c.base): c.over_seeds for c in over_seeds(comparisons(arms, (), {}, 0), arms, seeds, 0)}


def test_the_mean_over_seeds_is_compared_and_not_the_seed_that_was_committed() -> None:
    found = table(DIRECT, trained("compiler", 50, 30, 40), compiler=3)["compiler", "direct"]
    assert found.value == pytest.approx((40 - 20) / CASES)
    assert found.low < found.value < found.high
    assert found.method == "bootstrap over 3 seeds and 60 families"


def test_seeds_that_disagree_leave_the_sign_open_where_one_seed_would_not() -> None:
    arms = DIRECT, trained("compiler", 50, 10, 22)
    (committed,) = comparisons(arms, (), {}, 0)
    assert committed.difference.low > 0
    assert table(*arms, compiler=3)["compiler", "direct"].low < 0


def test_where_only_the_base_has_seeds_the_interval_is_turned_round() -> None:
    base, plain = trained("compiler", 50, 30, 40), replace(DIRECT)
    turned = table(base, plain, compiler=3)["direct", "compiler"]
    straight = table(DIRECT, base, compiler=3)["compiler", "direct"]
    assert (turned.value, turned.low, turned.high) == pytest.approx((-straight.value, -straight.high, -straight.low))


def test_samples_of_an_arm_that_was_not_trained_are_no_seeds() -> None:
    assert math.isnan(table(DIRECT, trained("sampled", 50, 30, 40))["sampled", "direct"].value)
    assert math.isnan(table(DIRECT, trained("once", 50), once=1)["once", "direct"].value)
