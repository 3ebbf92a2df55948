"""Criteria end as held, failed or undecided, with the numbers that decided, in any order."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.core.expression import Arithmetic, Beats, Both, Compare, Metric, Not, Number
from checkable.measure.criteria import evaluate, evaluate_number

from .builders import arm, arms, criteria, foofah, outcomes

FOOFAH = foofah()
DISAGREEMENT = {"disagreement": Both("and", Metric("gate", "treated"), Not(Metric("gate", "agrees", ("direct",))))}
NOWHERE = {"nowhere": Not(Metric("a", "committed"))}
HOLDS, FAILS = Compare("<", Number(1), Number(2)), Compare(">", Number(1), Number(2))
OPEN = Compare(">", Metric("direct", "precision"), Number(0.5))  # the fallback alone has no precision
PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40)


def judge(*expressions, on=FOOFAH, slices=DISAGREEMENT):
    return evaluate(criteria(*expressions), on, slices, seed=0)


def verdicts(*expressions, **where) -> list[str]:
    return [result.verdict for result in judge(*expressions, **where)]


def test_the_published_gate_beats_direct_with_its_published_numbers() -> None:
    (result,) = judge(Beats("gate", "direct"))
    assert result.verdict == "held"
    assert result.reason.startswith("gate 156/250 (62.4%) vs direct 138/250 (55.2%): 18 recoveries, 0 regressions, "
                                    "exact p = 7.6e-06, difference +7.2 points [+")
    assert result.reason.endswith("over 50 families")
    assert result.numbers["gate.recoveries(direct)"].value == 18
    assert result.numbers["gate.lift(direct)"].low > 0


def test_a_beats_on_a_slice_looks_at_that_slice_alone() -> None:
    (result,) = judge(Beats("gate", "direct", "disagreement"))
    assert "gate 18/18 (100.0%) vs direct 0/18 (0.0%) on disagreement" in result.reason
    assert set(result.numbers) >= {"gate.correct(disagreement)", "gate.lift(direct, disagreement)"}
    assert result.verdict == "held"


def test_nine_families_that_carry_everything_make_the_interval_wide() -> None:
    lift = judge(Beats("gate", "direct"))[0].numbers["gate.lift(direct)"]
    assert (lift.low, lift.high) == pytest.approx((0.032, 0.112), abs=0.01)


def test_five_to_one_is_undecided_and_says_what_it_would_take() -> None:
    both = outcomes([(True, False)] * 5 + [(False, True)] + [(True, True)] * 24)
    (result,) = judge(Beats("a", "b"), on=both, slices={})
    assert result.verdict == "undecided"
    assert "5 recoveries, 1 regression, exact p = 0.22" in result.reason
    assert "80% power needs about 92 cases" in result.reason


def test_recoveries_of_one_family_do_not_hold_however_small_p_is() -> None:
    both = outcomes([(True, False)] * 10 + [(True, True)] * 40, per_family=10)
    (result,) = judge(Beats("a", "b"), on=both, slices={})
    assert result.verdict == "undecided"
    assert "the interval is not above 0" in result.reason


def test_a_single_family_cannot_be_generalised_from() -> None:
    both = outcomes([(True, False)] * 20, per_family=20)
    (result,) = judge(Beats("a", "b"), on=both, slices={})
    assert result.verdict == "undecided" and "one family" in result.reason


def test_an_arm_that_is_not_ahead_fails() -> None:
    assert verdicts(Beats("direct", "gate"), Beats("gate", "gate")) == ["failed", "failed"]


def test_nothing_is_shown_or_refuted_on_no_cases() -> None:
    both = outcomes([(True, False)] * 8)
    results = judge(Beats("a", "b", "nowhere"), Compare("<=", Metric("a", "regressions", ("b", "nowhere")), Number(0)),
                    Compare("==", Metric("a", "cases", ("nowhere",)), Number(0)), on=both, slices=NOWHERE)
    assert [r.verdict for r in results] == ["undecided", "undecided", "held"]
    assert results[0].reason == "a and b have no cases to compare on nowhere"


def test_more_comparisons_make_each_harder_to_show() -> None:
    seven = outcomes([(True, False)] * 7 + [(True, True)] * 20)
    others = {f"c{i}": replace(seven["b"], name=f"c{i}") for i in range(4)}
    on = {**seven, **others}
    assert verdicts(Beats("a", "b"), on=on, slices={}) == ["held"]
    results = judge(Beats("a", "b"), *(Beats("a", name) for name in others), on=on, slices={})
    assert {r.verdict for r in results} == {"undecided"}
    assert "exact p = 0.016 (0.078 by Holm over 5)" in results[0].reason


def test_the_same_pair_either_way_round_is_one_comparison_and_on_a_slice_another() -> None:
    results = judge(Beats("gate", "direct"), Beats("direct", "gate"), Not(Beats("gate", "direct")),
                    Beats("gate", "direct", "disagreement"))
    assert "by Holm over 2)" in results[0].reason
    assert [r.verdict for r in results] == ["held", "failed", "failed", "held"]


def test_counts_compare_as_point_values() -> None:
    zero = Compare("<=", Metric("gate", "regressions", ("direct",)), Number(0))
    (result,) = judge(zero)
    assert result.verdict == "held" and result.reason == "gate.regressions(direct) is 0 of 250: 0 <= 0 holds"
    assert result.text == "gate.regressions(direct) <= 0" and result.line == 1
    (failed,) = judge(Compare("<", Metric("gate", "recoveries", ("direct",)), Number(18)))
    assert failed.verdict == "failed" and failed.reason.endswith("18 < 18 does not hold")


def test_binary_fractions_do_not_decide() -> None:
    difference = Arithmetic("-", Metric("gate", "accuracy"), Metric("direct", "accuracy"))
    assert 0.624 - 0.552 < 0.072
    assert verdicts(Compare(">=", difference, Number(0.072)), Compare("==", difference, Number(0.072)),
                    Compare(">", difference, Number(0.072)), Compare("!=", difference, Number(0.072)),
                    ) == ["held", "held", "failed", "failed"]
    assert 0.1 + 0.2 > 0.3
    third = Number(0.1 + 0.2)
    assert verdicts(Compare(">", third, Number(0.3)), Compare("<", Number(0.3), third)) == ["failed", "failed"]
    assert verdicts(Compare("<=", third, Number(0.3)), Compare(">=", Number(0.3), third)) == ["held", "held"]


def test_an_undefined_number_leaves_a_criterion_undecided_and_says_why() -> None:
    (result,) = judge(OPEN)
    assert result.verdict == "undecided" and "no commit of the treatment channel" in result.reason
    by_zero = Arithmetic("/", Number(1), Metric("gate", "regressions", ("direct",)))
    assert verdicts(Compare(">", by_zero, Number(0)), Not(OPEN)) == ["undecided", "undecided"]


@pytest.mark.parametrize(("operator", "left", "right", "verdict"), [
    ("and", HOLDS, HOLDS, "held"), ("and", HOLDS, FAILS, "failed"), ("and", OPEN, FAILS, "failed"),
    ("and", OPEN, HOLDS, "undecided"), ("or", FAILS, FAILS, "failed"), ("or", OPEN, HOLDS, "held"),
    ("or", OPEN, FAILS, "undecided"), ("or", OPEN, OPEN, "undecided"),
])
def test_an_undecided_side_decides_nothing_and_spoils_nothing(operator, left, right, verdict: str) -> None:
    assert verdicts(Both(operator, left, right), Both(operator, right, left)) == [verdict, verdict]


def test_not_turns_held_and_failed_round() -> None:
    assert verdicts(Not(HOLDS), Not(FAILS), Not(Not(FAILS))) == ["failed", "held", "failed"]


def test_a_slice_restricts_a_metric() -> None:
    more = Compare(">", Metric("gate", "correct", ("disagreement",)), Metric("direct", "correct", ("disagreement",)))
    (result,) = judge(more)
    assert result.verdict == "held"
    assert result.reason == ("gate.correct(disagreement) is 18 of 18, direct.correct(disagreement) is 0 of 18: "
                             "18 > 0 holds")


@settings(max_examples=40, deadline=None)
@given(PAIRS, st.integers(1, 4))
def test_two_arms_never_beat_each_other_and_who_is_beaten_fails(pairs, per_family: int) -> None:
    there, back = verdicts(Beats("a", "b"), Beats("b", "a"), on=outcomes(pairs, per_family), slices={})
    assert not (there == back == "held")
    if there == "held":
        assert back == "failed"
    if there == "undecided":
        assert back == "failed"  # one of the two is not ahead


@settings(max_examples=15, deadline=None)
@given(PAIRS, st.permutations(range(4)))
def test_verdicts_do_not_depend_on_the_order_of_criteria_or_arms(pairs, order: list[int]) -> None:
    both = outcomes(pairs, per_family=2)
    wanted = [Beats("a", "b"), Compare(">", Metric("a", "accuracy"), Metric("b", "accuracy")),
              Not(Beats("b", "a")), Compare("<=", Metric("a", "regressions", ("b",)), Number(1))]
    straight = judge(*wanted, on=both, slices={})
    turned = judge(*(wanted[i] for i in order), on=dict(reversed(both.items())), slices={})
    assert [(r.verdict, r.reason) for r in turned] == [(straight[i].verdict, straight[i].reason) for i in order]


def test_a_number_is_measured_and_a_truth_is_not_one() -> None:
    lift = evaluate_number(Metric("gate", "lift", ("direct",)), FOOFAH, DISAGREEMENT, seed=0)
    assert lift.value == pytest.approx(0.072) and lift.low > 0
    doubled = evaluate_number(Arithmetic("*", Metric("gate", "correct"), Number(2)), FOOFAH, {}, seed=0)
    assert doubled.value == 312 and math.isnan(doubled.low)
    with pytest.raises(TypeError, match="gate beats direct is not a number"):
        evaluate_number(Beats("gate", "direct"), FOOFAH, {}, seed=0)


def test_a_number_alone_is_no_criterion() -> None:
    with pytest.raises(TypeError, match="gate.accuracy is neither true nor false"):
        judge(Metric("gate", "accuracy"))


def test_arms_on_other_cases_are_not_compared() -> None:
    with pytest.raises(ValueError, match="does not hold the cases"):
        judge(Beats("a", "b"), on=arms(arm("a", [True] * 3), arm("b", [True] * 4)), slices={})
