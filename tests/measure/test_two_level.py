"""Seeds and cases drawn together are wider than either alone, and agree with the theory where there is one."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.measure.intervals import clustered_mean
from checkable.measure.two_level import mean, seeds_and_cases

FEW = 500


def alone(n: int) -> list[str]:
    return [f"{i:03}" for i in range(n)]


def test_one_seed_or_one_family_says_nothing_about_others() -> None:
    assert seeds_and_cases([[1, 0, 1]], alone(3), seed=0).method == "1 seed: no interval over seeds"
    assert math.isnan(seeds_and_cases([], [], seed=0).low)
    assert "one family" in seeds_and_cases([[1, 0], [1, 1]], ["a", "a"], seed=0).method


def test_seeds_that_agree_add_nothing_to_the_interval_over_cases() -> None:
    row = [i % 3 == 0 for i in range(90)]
    both = seeds_and_cases([row, row, row], alone(90), seed=0)
    cases = clustered_mean(row, alone(90), seed=0)
    assert (both.low, both.high) == pytest.approx((cases.low, cases.high), abs=0.01)


def test_seeds_that_differ_widen_it() -> None:
    good, bad = [i < 80 for i in range(90)], [i < 10 for i in range(90)]
    both = seeds_and_cases([good, bad, good], alone(90), seed=0)
    pooled = clustered_mean(np.mean([good, bad, good], axis=0).tolist(), alone(90), seed=0)
    assert both.high - both.low > 3 * (pooled.high - pooled.low)


def test_it_covers_the_truth_about_as_often_as_it_says() -> None:
    """Eight seeds and forty cases with normal effects of both: the mean of 0 lies inside in about 95% of draws."""
    random = np.random.default_rng(3)
    covered = 0
    for i in range(150):
        values = random.normal(size=(8, 1)) * 0.3 + random.normal(size=(1, 40)) + random.normal(size=(8, 40)) * 0.5
        interval = seeds_and_cases(values.tolist(), alone(40), seed=i, resamples=FEW)
        covered += interval.low <= 0 <= interval.high
    assert 0.86 <= covered / 150 <= 1


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 4).flatmap(lambda s: st.lists(
    st.tuples(st.sampled_from("abcde"), st.lists(st.booleans(), min_size=s, max_size=s)), min_size=2, max_size=20)))
def test_it_contains_the_mean_whatever_the_order_of_cases(rows) -> None:
    families = [f for f, _ in rows]
    values = list(zip(*(v for _, v in rows), strict=True))
    interval = seeds_and_cases(values, families, seed=1, resamples=FEW)
    backwards = seeds_and_cases([v[::-1] for v in values], families[::-1], seed=1, resamples=FEW)
    if len(set(families)) < 2:
        assert math.isnan(interval.low)
    else:
        assert interval.low - 1e-9 <= mean(values) <= interval.high + 1e-9
        assert (interval.low, interval.high) == pytest.approx((backwards.low, backwards.high))


def test_a_seed_with_other_cases_is_an_error() -> None:
    with pytest.raises(ValueError, match="1 values for 2 cases"):
        seeds_and_cases([[1, 0], [1]], ["a", "b"], seed=0)


def test_a_base_with_seeds_of_its_own_widens_the_interval_and_one_without_does_not() -> None:
    good = [[i < 60 + k for i in range(90)] for k in (0, 5, -5)]
    steady, loose = [[i < 30 for i in range(90)]], [[i < n for i in range(90)] for n in (5, 55, 30)]
    alone_, against, moving = (seeds_and_cases(good, alone(90), base=base, seed=0) for base in ((), steady, loose))
    assert alone_.low > against.low > moving.low
    assert against.low < 60 / 90 - 30 / 90 < against.high
    assert moving.high - moving.low > 1.5 * (against.high - against.low)


def test_the_same_seeds_against_themselves_differ_by_nothing_on_average() -> None:
    rows = [[(i * k) % 3 == 0 for i in range(60)] for k in (1, 2, 4)]
    interval = seeds_and_cases(rows, alone(60), base=rows, seed=0)
    assert interval.low <= 0 <= interval.high
