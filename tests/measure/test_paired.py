"""The exact test, its correction, the e-value and the number of cases that power takes."""

from __future__ import annotations

import math
from fractions import Fraction
from math import comb, factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.measure.corrections import holm
from checkable.measure.paired import mcnemar, paired_counts
from checkable.measure.power import cases_for_power, power
from checkable.measure.sequential import e_value

from .builders import outcomes

COUNT = st.integers(0, 60)


@pytest.mark.parametrize(("recoveries", "regressions", "p"), [
    (18, 0, 7.62939e-06), (5, 1, 0.21875), (4, 0, 0.125), (6, 0, 0.03125), (0, 0, 1.0), (23, 4, 3.1e-4),
])
def test_the_exact_test_gives_its_textbook_values(recoveries: int, regressions: int, p: float) -> None:
    assert mcnemar(recoveries, regressions) == pytest.approx(p, rel=1e-2 if recoveries == 23 else 1e-5)


@given(COUNT, COUNT)
def test_the_exact_test_is_the_binomial_sum_and_symmetric(b: int, c: int) -> None:
    tail = sum(comb(b + c, i) for i in range(min(b, c) + 1))
    assert mcnemar(b, c) == pytest.approx(min(1.0, float(Fraction(2 * tail, 2 ** (b + c)))))
    assert mcnemar(b, c) == pytest.approx(mcnemar(c, b))


def test_holm_multiplies_the_smallest_by_all_and_the_next_by_one_less() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx((0.03, 0.06, 0.06))
    assert holm([]) == ()


@settings(max_examples=15, deadline=None)  # statsmodels collects garbage in every call
@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_holm_keeps_the_order_never_lowers_a_p_value_and_stays_below_bonferroni(p_values: list[float]) -> None:
    adjusted = holm(p_values)
    for p, a in zip(p_values, adjusted, strict=True):
        assert p <= a + 1e-12 and a <= min(1.0, p * len(p_values)) + 1e-12
    by_p = [a for _, a in sorted(zip(p_values, adjusted, strict=True))]
    assert by_p == sorted(by_p)


@settings(max_examples=15, deadline=None)  # statsmodels collects garbage in every call
@given(st.lists(st.floats(0, 1), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_holm_does_not_depend_on_the_order_of_the_comparisons(p_values: list[float], random) -> None:
    order = random.sample(range(len(p_values)), len(p_values))
    straight, moved = holm(p_values), holm([p_values[i] for i in order])
    assert moved == pytest.approx([straight[i] for i in order])


def test_eighteen_to_nothing_has_an_e_value_of_thirteen_thousand() -> None:
    assert e_value(18, 0) == pytest.approx(13_797, abs=0.5)
    assert e_value(0, 0) == 1


@given(COUNT, COUNT)
def test_the_e_value_is_its_formula(b: int, c: int) -> None:
    n = b + c
    assert e_value(b, c) == pytest.approx(float(Fraction(2**n * factorial(b) * factorial(c), factorial(n + 1))))


@given(st.integers(0, 25))
def test_the_e_value_is_a_fair_bet_under_the_null(n: int) -> None:
    assert sum(comb(n, b) / 2**n * e_value(b, n - b) for b in range(n + 1)) == pytest.approx(1)


def test_the_e_value_of_thousands_of_recoveries_does_not_overflow() -> None:
    assert e_value(1000, 1) > 1e200
    assert e_value(5000, 0) == math.inf


def test_seven_percent_won_and_two_lost_need_about_three_hundred_cases() -> None:
    needed = cases_for_power(7, 2, 100)
    assert needed is not None and 295 <= needed <= 315
    assert power(needed, 0.09, 7 / 9) >= 0.8 > power(needed - 10, 0.09, 7 / 9)


def test_power_is_the_chance_of_rejecting() -> None:
    # 40 cases that all differ and 75% recoveries: the exact test rejects from 27 of 40.
    assert power(40, 1.0, 0.75) == pytest.approx(sum(comb(40, i) * 0.75**i * 0.25 ** (40 - i) for i in range(27, 41)))


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 20), st.integers(0, 20))
def test_an_arm_that_is_not_ahead_cannot_be_shown_ahead_with_more_cases(b: int, c: int) -> None:
    assert cases_for_power(min(b, c), max(b, c), 100) is None


def test_an_arm_that_is_barely_ahead_needs_more_than_anyone_collects() -> None:
    assert cases_for_power(101, 100, 1000) is None


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30))
def test_the_four_cells_add_up_and_turn_round(pairs: list[tuple[bool, bool]]) -> None:
    both = outcomes(pairs)
    there = paired_counts(both["a"].cases, both["b"].cases)
    back = paired_counts(both["b"].cases, both["a"].cases)
    assert there.cases == len(pairs)
    assert (there.recoveries, there.regressions) == (back.regressions, back.recoveries)
    assert there.both + there.recoveries == sum(a for a, _ in pairs)
