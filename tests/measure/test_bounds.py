"""A bound holds where an interval lies inside it, fails where it lies beyond it, and else shows nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.core.expression import Beats, Bound, Metric, Not
from checkable.measure.criteria import evaluate

from .builders import criteria, foofah, outcomes

ALIKE = outcomes([(i % 2 == 0, i % 2 == 0) for i in range(396)] + [(True, False), (False, True)] * 2)
AHEAD = outcomes([(True, False)] * 60 + [(True, True)] * 20 + [(False, False)] * 20)
FEW = outcomes([(True, False)] + [(False, True)] * 5 + [(True, True)] * 10)
PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=40)


def judge(*expressions, on):
    return evaluate(criteria(*expressions), on, {"all": Metric("a", "committed")}, seed=0)


def verdicts(*expressions, on) -> list[str]:
    return [result.verdict for result in judge(*expressions, on=on)]


def within(margin: float, **where) -> Bound:
    return Bound("a", "b", "within", margin, **where)


def below(margin: float, left: str = "a", right: str = "b") -> Bound:
    return Bound(left, right, "gains", margin)


def test_arms_that_differ_in_four_of_four_hundred_cases_are_within_five_points_and_not_within_half_a_point() -> None:
    assert verdicts(within(0.05), within(0.005), on=ALIKE) == ["held", "undecided"]


def test_an_arm_that_is_far_ahead_or_behind_is_within_nothing() -> None:
    assert verdicts(within(0.05), Bound("b", "a", "within", 0.05), on=AHEAD) == ["failed", "failed"]


def test_a_gain_below_the_smallest_effect_holds_and_one_above_it_fails() -> None:
    assert verdicts(below(0.05), on=ALIKE) == ["held"]
    assert verdicts(below(0.05), below(0.05, "b", "a"), on=AHEAD) == ["failed", "held"]


def test_a_handful_of_cases_refutes_nothing_although_resampling_would_say_so() -> None:
    (result,) = judge(below(0.05), on=FEW)
    assert result.verdict == "undecided"
    assert "Newcombe" in result.numbers["a.lift(b)"].method


def test_the_reason_has_the_interval_and_says_whether_it_lies_inside() -> None:
    (held,) = judge(within(0.05), on=ALIKE)
    assert held.reason.startswith("a 200/400 vs b 200/400: difference 0.0 points, 90% interval [")
    assert held.reason.endswith("over 400 families; all of it lies within ±5 points")
    (undecided,) = judge(below(0.01), on=FEW)
    assert undecided.reason.endswith("it does not lie below 1 points as a whole, so that nothing is shown")


def test_a_bound_on_a_slice_without_cases_is_undecided() -> None:
    empty = {"none": Not(Metric("a", "committed"))}
    (result,) = evaluate(criteria(within(0.05, slice="none")), ALIKE, empty, seed=0)
    assert (result.verdict, result.reason) == ("undecided", "a and b have no cases to compare on none")


def test_the_published_gate_gains_neither_less_than_two_points_nor_is_it_within_them() -> None:
    assert [r.verdict for r in evaluate(criteria(Bound("gate", "direct", "gains", 0.02),
                                                 Bound("gate", "direct", "within", 0.02)), foofah(), {}, seed=0)] \
        == ["failed", "failed"]


@settings(max_examples=40, deadline=None)
@given(PAIRS, st.floats(0.01, 0.3))
def test_no_arm_both_beats_another_and_lies_below_every_gain_over_it(pairs, margin) -> None:
    beaten, small = verdicts(Beats("a", "b"), below(margin), on=outcomes(pairs))
    wide = verdicts(below(min(1.0, 2 * margin)), on=outcomes(pairs))[0]
    assert small != "held" or wide == "held", "a wider bound never takes a negative away"
    assert (beaten, verdicts(below(1e-9), on=outcomes(pairs))[0]) != ("held", "held")


@pytest.mark.parametrize("bound", [within(0.05), below(0.05)])
def test_a_bound_compares_accuracies(bound) -> None:
    (pair,) = judge(bound, on=ALIKE)[0].compares
    assert (pair.arm, pair.base, pair.metrics, pair.slice) == ("a", "b", ("accuracy",), None)
