"""pass@k is the chance of the draw that it claims to be."""

from __future__ import annotations

import math
from itertools import combinations
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.measure.passk import mean_pass_at_k, pass_at_k

POOLS = st.integers(1, 40).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(1, n)))


@given(POOLS)
def test_pass_at_k_is_one_minus_the_chance_of_only_wrong_ones(pool: tuple[int, int, int]) -> None:
    n, c, k = pool
    assert pass_at_k(n, c, k) == pytest.approx(1 - comb(n - c, k) / comb(n, k))
    assert 0 <= pass_at_k(n, c, k) <= 1


@given(POOLS)
def test_one_more_draw_or_one_more_correct_candidate_never_hurts(pool: tuple[int, int, int]) -> None:
    n, c, k = pool
    if k < n:
        assert pass_at_k(n, c, k) <= pass_at_k(n, c, k + 1) + 1e-12
    if c < n:
        assert pass_at_k(n, c, k) <= pass_at_k(n, c + 1, k) + 1e-12


def test_pass_at_k_counts_draws_without_replacement() -> None:
    draws = list(combinations(range(6), 3))
    assert pass_at_k(6, 2, 3) == pytest.approx(sum(min(d) < 2 for d in draws) / len(draws))


@given(POOLS)
def test_pass_at_k_is_the_published_function(pool: tuple[int, int, int]) -> None:
    n, c, k = pool  # figure 3 of Chen et al. 2021
    published = 1.0 if n - c < k else 1.0 - np.prod(1.0 - k / np.arange(n - c + 1, n + 1))
    assert pass_at_k(n, c, k) == pytest.approx(published, abs=1e-12)


def test_each_case_counts_with_its_own_number_of_candidates() -> None:
    found = mean_pass_at_k([4, 8, 2], [1, 8, 0], ["a", "b", "c"], 2, seed=0)
    assert found.value == pytest.approx((0.5 + 1 + 0) / 3)
    assert found.method.startswith("k = 2; ")


def test_a_case_with_too_few_candidates_leaves_the_mean_undefined() -> None:
    assert "1 of 2 cases have fewer than 3 candidates" in mean_pass_at_k([4, 2], [1, 1], ["a", "b"], 3, seed=0).method
    assert "1 of 2 cases have no candidate" in mean_pass_at_k([4, 0], [1, 0], ["a", "b"], 1, seed=0).method
    assert math.isnan(mean_pass_at_k([], [], [], 1, seed=0).value)


def test_pass_at_1_is_the_share_of_correct_candidates() -> None:
    assert pass_at_k(8, 3, 1) == pytest.approx(3 / 8)


def test_ten_thousand_candidates_do_not_overflow() -> None:
    assert pass_at_k(10_000, 1, 5_000) == pytest.approx(0.5)


@pytest.mark.parametrize(("n", "c", "k"), [(3, 1, 4), (3, 4, 1), (3, 1, 0), (0, 0, 1), (3, -1, 1)])
def test_an_impossible_draw_is_an_error(n: int, c: int, k: int) -> None:
    with pytest.raises(ValueError):
        pass_at_k(n, c, k)
