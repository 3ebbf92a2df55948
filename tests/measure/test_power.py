"""Power and its inverse, against the definition and a simulation."""

from __future__ import annotations

from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.measure.paired import mcnemar
from checkable.measure.power import cases_for_power, cases_needed, power


def test_seven_percent_won_and_two_lost_need_about_310_cases() -> None:
    needed = cases_needed(0.07, 0.02)
    assert needed is not None and 300 <= needed <= 315
    assert power(310, 0.09, 7 / 9) >= 0.8 > power(needed - 10, 0.09, 7 / 9)
    assert cases_for_power(7, 2, 100) == needed


def test_power_is_the_chance_of_rejecting() -> None:
    # 40 cases that all differ and 75% recoveries: the exact test rejects from 27 of 40.
    assert power(40, 1.0, 0.75) == pytest.approx(sum(comb(40, i) * 0.75**i * 0.25 ** (40 - i) for i in range(27, 41)))


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 60), st.floats(0.05, 1), st.floats(0.5, 1))
def test_power_is_the_sum_over_all_outcomes_that_the_test_rejects(cases: int, discordance: float, ahead: float) -> None:
    def chance(b: int, c: int) -> float:
        ways = comb(cases, b + c) * comb(b + c, b)
        return ways * (discordance * ahead)**b * (discordance * (1 - ahead))**c * (1 - discordance)**(cases - b - c)

    rejected = [(b, c) for b in range(cases + 1) for c in range(min(b, cases - b + 1)) if mcnemar(b, c) < 0.05]
    assert power(cases, discordance, ahead) == pytest.approx(sum(chance(b, c) for b, c in rejected), abs=1e-9)


def test_power_is_what_a_simulation_finds() -> None:
    drawn = np.random.default_rng(0).multinomial(100, [0.15, 0.05, 0.8], size=4000)
    found = np.mean([b > c and mcnemar(int(b), int(c)) < 0.05 for b, c, _ in drawn])
    assert power(100, 0.2, 0.75) == pytest.approx(found, abs=0.025)


@settings(max_examples=20, deadline=None)
@given(st.floats(0.05, 0.4), st.floats(0, 0.04))
def test_a_stricter_level_or_more_power_takes_no_fewer_cases(wins: float, losses: float) -> None:
    needed = cases_needed(wins, losses)
    for harder in (cases_needed(wins, losses, alpha=0.01), cases_needed(wins, losses, wanted=0.9)):
        assert harder is None or (needed is not None and harder >= needed)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 20), st.integers(0, 20))
def test_an_arm_that_is_not_ahead_cannot_be_shown_ahead_with_more_cases(b: int, c: int) -> None:
    assert cases_for_power(min(b, c), max(b, c), 100) is None


def test_an_arm_that_is_barely_ahead_needs_more_than_anyone_collects() -> None:
    assert cases_for_power(101, 100, 1000) is None


def test_shares_beyond_one_are_an_error() -> None:
    with pytest.raises(ValueError, match="0.8 won and 0.3 lost"):
        cases_needed(0.8, 0.3)
