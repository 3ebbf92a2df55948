"""The e-value is a fair bet, and stopping by it or for want of hope claims nothing that is not there."""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cache
from math import comb, factorial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.measure.sequential import ENOUGH, HOPELESS, chance_of_evidence, e_value

COUNT = st.integers(0, 60)


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


@pytest.mark.parametrize("longest", [40, 400])
def test_whoever_looks_after_every_case_is_fooled_once_in_twenty_times_at_most(longest: int) -> None:
    """Exactly, by walking over all paths: the chance of ever reaching 20 between two equal arms."""
    alive, fooled = {0: 1.0}, 0.0
    for n in range(1, longest + 1):
        step: dict[int, float] = {}
        for b, chance in alive.items():
            for after in (b, b + 1):
                step[after] = step.get(after, 0.0) + chance / 2
        fooled += sum(chance for b, chance in step.items() if e_value(b, n - b) >= ENOUGH)
        alive = {b: chance for b, chance in step.items() if e_value(b, n - b) < ENOUGH}
    assert 0 < fooled <= 1 / ENOUGH


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 6), st.integers(0, 6), st.integers(0, 6), st.integers(0, 7))
def test_the_chance_is_that_of_an_urn_that_learns(b: int, c: int, same: int, left: int) -> None:
    """An independent way to the same number: draw case after case, each in proportion to what was seen, plus one."""
    @cache
    def walk(b: int, c: int, same: int, left: int) -> Fraction:
        if left == 0:
            return Fraction(b > c and e_value(b, c) >= 3)
        whole = b + c + same + 3
        return (Fraction(b + 1, whole) * walk(b + 1, c, same, left - 1)
                + Fraction(c + 1, whole) * walk(b, c + 1, same, left - 1)
                + Fraction(same + 1, whole) * walk(b, c, same + 1, left - 1))

    seen = b + c + same
    assert chance_of_evidence(b, c, seen, seen + left, enough=3) == pytest.approx(float(walk(b, c, same, left)))


def test_hope_is_lost_where_differences_cancel_and_kept_where_few_were_seen() -> None:
    assert chance_of_evidence(3, 3, 150, 250) < HOPELESS < chance_of_evidence(5, 1, 24, 250)
    assert chance_of_evidence(9, 0, 40, 40) == pytest.approx(1) and chance_of_evidence(5, 1, 24, 24) == 0
    assert chance_of_evidence(0, 9, 40, 40) == 0, "it is the arm that is to be ahead"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 30), st.integers(0, 60))
def test_the_chance_is_one_between_nothing_and_all(b: int, c: int, same: int, left: int) -> None:
    assert 0 <= chance_of_evidence(b, c, b + c + same, b + c + same + left) <= 1


def test_stopping_for_want_of_hope_seldom_gives_up_on_what_would_have_been_shown() -> None:
    """Of simulated runs with 15% won and 3% lost in 120 cases, looked at every 10."""
    drawn = np.random.default_rng(1).choice([1, -1, 0], p=[0.15, 0.03, 0.82], size=(200, 120))
    shown = given_up = 0
    for run in drawn:
        counts = [(int(np.sum(run[:n] == 1)), int(np.sum(run[:n] == -1)), n) for n in range(10, 121, 10)]
        ahead = [b > c and e_value(b, c) >= ENOUGH for b, c, _ in counts]
        ends = [e_value(b, c) >= ENOUGH or chance_of_evidence(b, c, n, 120) < HOPELESS for b, c, n in counts]
        first = next((i for i, end in enumerate(ends) if end), None)
        shown += any(ahead)
        given_up += any(ahead) and first is not None and not ahead[first]
    assert shown > 100 and given_up <= 0.05 * shown


def test_more_differences_than_cases_are_an_error() -> None:
    with pytest.raises(ValueError, match="3 recoveries and 1 regressions in 3 of 10"):
        chance_of_evidence(3, 1, 3, 10)
