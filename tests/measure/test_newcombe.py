"""Newcombe's interval for paired shares: his own figures, and what holds for any four cells."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.measure.newcombe import newcombe

CELLS = st.tuples(*[st.integers(0, 60)] * 4).filter(any)


def test_it_gives_the_published_limits():
    """Newcombe 1998, the cells 36, 12, 2 and 0 under method 10."""
    interval = newcombe(36, 12, 2, 0)
    assert (interval.low, interval.high) == pytest.approx((0.0569, 0.3404), abs=5e-4)


@given(CELLS)
def test_it_holds_its_estimate_and_stays_within_what_a_difference_can_be(cells):
    both, won, lost, neither = cells
    interval = newcombe(both, won, lost, neither)
    difference = (won - lost) / sum(cells)
    assert -1 - 1e-9 <= interval.low <= difference + 1e-9
    assert difference - 1e-9 <= interval.high <= 1 + 1e-9


@given(CELLS)
def test_turning_the_arms_round_turns_it_round(cells):
    both, won, lost, neither = cells
    there, back = newcombe(both, won, lost, neither), newcombe(both, lost, won, neither)
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))


def test_without_cases_there_is_none():
    assert math.isnan(newcombe(0, 0, 0, 0).low)


def test_it_is_wider_than_nothing_where_no_case_differs():
    assert newcombe(19, 0, 1, 20).high > 0.03
    assert newcombe(20, 0, 0, 20).high > 0.03
