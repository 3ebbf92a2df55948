"""Intervals contain what was measured, respect families, and say so where there is none."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.measure.intervals import clustered_difference, clustered_mean, clustered_ratio, wilson

CASES = st.lists(st.tuples(st.booleans(), st.booleans(), st.sampled_from("abcdefgh")), min_size=2, max_size=40)
FEW = 400  # resamples enough for an invariant


def test_nothing_right_of_forty_is_compatible_with_almost_nine_percent() -> None:
    assert wilson(0, 40).low == 0
    assert wilson(0, 40).high == pytest.approx(0.088, abs=5e-4)


def test_wilson_gives_the_interval_of_the_published_gate() -> None:
    assert wilson(156, 250).low == pytest.approx(0.5625, abs=1e-4)
    assert wilson(156, 250).high == pytest.approx(0.6817, abs=1e-4)


def test_no_cases_have_no_interval() -> None:
    assert not wilson(0, 0).defined
    assert not clustered_mean([], [], seed=0).defined


@given(st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))).filter(lambda kn: kn[1]))
def test_wilson_contains_its_estimate_and_stays_a_share(kn: tuple[int, int]) -> None:
    interval = wilson(*kn)
    assert 0 <= interval.low <= kn[0] / kn[1] <= interval.high <= 1


@given(st.integers(1, 300), st.data())
def test_wilson_is_the_same_seen_from_the_other_side(n: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, n))
    assert wilson(k, n).low == pytest.approx(1 - wilson(n - k, n).high, abs=1e-12)


@settings(max_examples=40)
@given(CASES)
def test_the_bootstrap_contains_the_mean_and_stays_among_the_values(cases: list[tuple[bool, bool, str]]) -> None:
    values, families = [c[0] for c in cases], [c[2] for c in cases]
    interval = clustered_mean(values, families, seed=1, resamples=FEW)
    if len(set(families)) == 1:
        assert math.isnan(interval.low) and "one family" in interval.method
    else:
        assert 0 <= interval.low <= sum(values) / len(values) <= interval.high <= 1


@settings(max_examples=40)
@given(CASES)
def test_a_difference_turned_round_has_the_interval_turned_round(cases: list[tuple[bool, bool, str]]) -> None:
    left, right, families = (list(column) for column in zip(*cases, strict=True))
    there = clustered_difference(left, right, families, seed=3, resamples=FEW)
    back = clustered_difference(right, left, families, seed=3, resamples=FEW)
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=1e-7, nan_ok=True)


@settings(max_examples=40)
@given(CASES, st.randoms(use_true_random=False))
def test_the_order_of_cases_does_not_matter(cases: list[tuple[bool, bool, str]], random) -> None:
    def of(rows):
        return clustered_mean([r[0] for r in rows], [r[2] for r in rows], seed=5, resamples=FEW)

    shuffled = random.sample(cases, len(cases))
    assert (of(cases).low, of(cases).high) == pytest.approx((of(shuffled).low, of(shuffled).high), nan_ok=True)


def test_cases_that_move_together_widen_the_interval() -> None:
    values = [i % 2 == 0 for i in range(40) for _ in range(5)]
    together = clustered_mean(values, [str(i) for i in range(40) for _ in range(5)], seed=0)
    apart = clustered_mean(values, [str(i) for i in range(200)], seed=0)
    assert together.high - together.low > 2 * (apart.high - apart.low)


def test_the_bootstrap_matches_the_normal_approximation_where_that_is_good() -> None:
    values = [i % 10 < 3 for i in range(1000)]
    interval = clustered_mean(values, [str(i) for i in range(1000)], seed=0)
    half = 1.96 * math.sqrt(0.3 * 0.7 / 1000)
    assert (interval.low, interval.high) == pytest.approx((0.3 - half, 0.3 + half), abs=0.003)


def test_pairs_stay_together_in_a_difference() -> None:
    right = [i % 2 == 0 for i in range(100)]
    interval = clustered_difference(right, right, [str(i) for i in range(100)], seed=0)
    assert (interval.low, interval.high) == (0, 0)


def test_the_same_seed_gives_the_same_interval_and_another_seed_another() -> None:
    values, families = [i * 0.37 % 1 for i in range(60)], [str(i) for i in range(60)]
    assert clustered_mean(values, families, seed=7) == clustered_mean(values, families, seed=7)
    assert clustered_mean(values, families, seed=7) != clustered_mean(values, families, seed=8)


def test_a_ratio_weighs_families_by_their_denominators() -> None:
    interval = clustered_ratio([9, 0, 1, 1], [9, 1, 1, 1], ["a", "b", "c", "d"], seed=0)
    assert interval.low < 11 / 12 < interval.high == 1


def test_a_family_too_many_is_an_error() -> None:
    with pytest.raises(ValueError, match="1 values for 2 cases"):
        clustered_ratio([1], [1], ["a", "b"], seed=0)
