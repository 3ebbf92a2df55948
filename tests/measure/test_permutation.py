"""Flipping whole families: exact, against every flip and another implementation."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import permutation_test

from checkable.measure.paired import mcnemar
from checkable.measure.permutation import sign_flip

DIFFERENCES = st.lists(st.tuples(st.sampled_from([-1, 0, 1]), st.sampled_from("abcdefgh")), min_size=1, max_size=30)


def sums(rows):
    return [sum(d for d, f in rows if f == family) for family in sorted({f for _, f in rows})]


@settings(max_examples=60, deadline=None)
@given(DIFFERENCES)
def test_the_exact_p_value_is_the_share_of_all_flips_that_are_as_extreme(rows) -> None:
    totals = [abs(sum(s * v for s, v in zip(signs, sums(rows), strict=True)))
              for signs in product((-1, 1), repeat=len(sums(rows)))]
    found = sign_flip([d for d, _ in rows], [f for _, f in rows], seed=0)
    assert found.p_value == pytest.approx(sum(t >= abs(sum(sums(rows))) for t in totals) / len(totals))
    assert found.method.startswith("exact")


def test_scipy_flips_the_same_way() -> None:
    of_families = np.array([2, 1, -1, 3, 1, 1, 0, 2, -2, 1])
    theirs = permutation_test((of_families, np.zeros(10)), lambda x, y: np.sum(x - y), permutation_type="samples",
                              n_resamples=np.inf)
    ours = sign_flip(list(of_families), [str(i) for i in range(10)], seed=0)
    assert ours.p_value == pytest.approx(theirs.pvalue)


@given(st.integers(0, 25), st.integers(0, 25))
def test_cases_that_stand_alone_give_the_exact_paired_test(b: int, c: int) -> None:
    found = sign_flip([1] * b + [-1] * c + [0], [str(i) for i in range(b + c + 1)], seed=0)
    assert found.p_value == pytest.approx(mcnemar(b, c))
    assert (found.ahead, found.behind, found.families) == (b, c, b + c + 1)


def test_eighteen_recoveries_in_nine_families_are_nine_findings() -> None:
    found = sign_flip([1] * 18, [str(i // 2) for i in range(18)], seed=0)
    assert found.p_value == pytest.approx(2 / 2**9)


def test_five_families_cannot_show_anything_at_five_percent() -> None:
    assert sign_flip([1] * 100, [str(i % 5) for i in range(100)], seed=0).p_value == pytest.approx(0.0625)


def test_no_difference_has_a_p_value_of_one() -> None:
    assert sign_flip([0, 0, 0], ["a", "b", "c"], seed=0).p_value == 1.0


def test_fractions_are_flipped_at_random_by_a_seed_and_agree_with_whole_numbers() -> None:
    values, families = [1, 1, -1, 1, 0, 1, 1, -1, 1, 1], [str(i) for i in range(10)]
    exact = sign_flip(values, families, seed=0)
    thirds = [value / 3 for value in values]
    sampled = sign_flip(thirds, families, seed=4)
    assert "seed 4" in sampled.method
    assert sampled.p_value == pytest.approx(exact.p_value, abs=0.02)
    assert sign_flip(thirds, families, seed=4) == sampled


def test_random_flips_never_say_zero() -> None:
    assert sign_flip([0.5] * 60, [str(i) for i in range(60)], seed=0).p_value == pytest.approx(1 / 10_001)


@settings(max_examples=30, deadline=None)
@given(DIFFERENCES, st.randoms(use_true_random=False))
def test_neither_the_order_of_cases_nor_who_is_called_the_base_matters(rows, random) -> None:
    shuffled = random.sample(rows, len(rows))
    there = sign_flip([d for d, _ in rows], [f for _, f in rows], seed=0)
    moved = sign_flip([-d for d, _ in shuffled], [f for _, f in shuffled], seed=0)
    assert (there.p_value, there.ahead, there.behind) == pytest.approx((moved.p_value, moved.behind, moved.ahead))
