"""Negatives carry a bound: what an interval rules out, and what it does not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import ttost_paired

from checkable.core.scored import Estimate
from checkable.measure.equivalence import equivalence, rules_out
from checkable.measure.intervals import wilson

KN = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def alone(n: int) -> list[str]:
    return [f"{i:04}" for i in range(n)]


@given(KN)
def test_the_interval_of_a_share_is_that_of_statsmodels(kn: tuple[int, int]) -> None:
    low, high = proportion_confint(*kn, method="wilson")
    assert (wilson(*kn).low, wilson(*kn).high) == pytest.approx((max(0, low), min(1, high)), abs=1e-9)


def test_arms_that_differ_in_few_cases_are_equivalent_within_a_wide_margin_and_not_within_a_narrow_one() -> None:
    base = [i % 2 == 0 for i in range(400)]
    arm = [right != (i in (3, 8)) for i, right in enumerate(base)]
    assert equivalence(arm, base, alone(400), margin=0.05, seed=0).verdict == "equivalent"
    assert equivalence(arm, base, alone(400), margin=0.002, seed=0).verdict == "undecided"


def test_a_large_difference_is_better_or_worse_and_a_small_sample_is_undecided() -> None:
    right, wrong = [True] * 100, [i < 50 for i in range(100)]
    assert equivalence(right, wrong, alone(100), margin=0.05, seed=0).verdict == "better"
    assert equivalence(wrong, right, alone(100), margin=0.05, seed=0).verdict == "worse"
    assert equivalence(right[:6], [*wrong[:5], False], alone(6), margin=0.05, seed=0).verdict == "undecided"


def test_two_one_sided_t_tests_decide_alike_where_cases_are_many() -> None:
    random = np.random.default_rng(5)
    for lost in (0.0, 0.03, 0.06, 0.12):
        base = random.random(800) < 0.6
        arm = np.where(random.random(800) < 0.1, ~base, base) & ~(random.random(800) < lost)
        theirs = ttost_paired(arm.astype(float), base.astype(float), -0.05, 0.05)[0] < 0.05
        ours = equivalence(arm.tolist(), base.tolist(), alone(800), margin=0.05, seed=0)
        assert (ours.verdict == "equivalent") == theirs


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=40), st.floats(0.01, 0.5))
def test_a_wider_margin_never_takes_equivalence_away(pairs, margin: float) -> None:
    arm, base = ([p[i] for p in pairs] for i in (0, 1))
    if equivalence(arm, base, alone(len(pairs)), margin=margin, seed=0).verdict == "equivalent":
        assert equivalence(arm, base, alone(len(pairs)), margin=margin * 1.5, seed=0).verdict == "equivalent"


def test_an_interval_below_the_smallest_effect_of_interest_is_a_negative_and_none_at_all_is_not() -> None:
    assert rules_out(Estimate(value=0.0, low=-0.03, high=0.02), 0.03)
    assert not rules_out(Estimate(value=0.0, low=-0.03, high=0.05), 0.03)
    assert not rules_out(Estimate(value=0.0), 0.03)


def test_a_margin_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="margin of 0"):
        equivalence([True], [True], ["a"], margin=0, seed=0)
