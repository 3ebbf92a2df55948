"""Expressions and figures read as a spec writes them."""

from __future__ import annotations

import math

import pytest

from checkable.core.expression import Arithmetic, Beats, Both, CaseFact, Compare, Metric, Not, Number, Text
from checkable.core.scored import Estimate
from checkable.measure.wording import figure, interval, measured, points, words


@pytest.mark.parametrize(("expression", "text"), [
    (Compare(">=", Metric("gate", "precision"), Number(0.7)), "gate.precision >= 0.7"),
    (Metric("gate", "lift", ("direct", "slice")), "gate.lift(direct, slice)"),
    (Beats("gate", "direct"), "gate beats direct"),
    (Beats("gate", "direct", "new"), "gate beats direct on new"),
    (Not(Both("and", Metric("a", "treated"), Compare("==", CaseFact("family"), Text("x")))),
     'not (a.treated and (case.family == "x"))'),
    (Arithmetic("*", Arithmetic("-", Metric("a", "accuracy"), Number(1)), Number(2)), "(a.accuracy - 1) * 2"),
])
def test_an_expression_is_worded_as_a_spec_writes_it(expression, text: str) -> None:
    assert words(expression) == text


def test_numbers_show_what_they_were_counted_from() -> None:
    assert measured(Estimate(value=35 / 44, numerator=35, denominator=44), "precision") == "35/44 (79.5%)"
    assert measured(Estimate(value=-0.072, numerator=-18, denominator=250), "lift") == "−18/250 (−7.2%)"
    assert measured(Estimate(value=18, numerator=18, denominator=250), "recoveries") == "18 of 250"
    assert measured(Estimate(value=412.25), "tokens") == "412.25 tokens"
    assert measured(Estimate(value=0.25), "pass_at_1") == "25.0%"
    assert measured(Estimate(value=math.nan, method="undefined: no cases"), "accuracy") == "undefined: no cases"


def test_differences_are_in_points_with_a_real_minus_and_no_negative_zero() -> None:
    assert points(0.072) == "+7.2"
    assert points(-0.072) == "−7.2"
    assert points(-0.00001) == points(0.0) == "0.0"
    assert interval(Estimate(value=0.1, low=-0.02, high=0.3)) == "[−2.0, +30.0]"
    assert interval(Estimate(value=0.1, method="one family")) == "(one family)"
    assert figure(math.nan) == "undefined"
