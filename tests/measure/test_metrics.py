"""Each metric is its definition, and undefined where its definition divides by nothing."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.core.metrics import CASE_WORDS, METRICS
from checkable.measure import case_words, rounds
from checkable.measure.metrics import FUNCTIONS

from .builders import arm, foofah, outcomes, scored

FOOFAH = foofah()
DIRECT, GATE = FOOFAH["direct"].cases, FOOFAH["gate"].cases
PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=20)


def value(name: str, *arms) -> float:
    return FUNCTIONS[name](*arms, seed=0).value


def test_every_metric_and_every_case_word_has_its_function() -> None:
    assert set(FUNCTIONS) | set(rounds.FUNCTIONS) == set(METRICS)
    assert set(rounds.FUNCTIONS) == {name for name, word in METRICS.items() if word.of == "rounds"}
    assert set(case_words.FUNCTIONS) == set(CASE_WORDS)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_metric_takes_the_arms_that_it_declares(name: str) -> None:
    FUNCTIONS[name](GATE, *[DIRECT, GATE][: len(METRICS[name].takes)], seed=0)


@pytest.mark.parametrize("name", [name for name in FUNCTIONS if name != "cases"])
def test_nothing_but_the_number_of_cases_is_defined_on_no_cases(name: str) -> None:
    estimate = FUNCTIONS[name]((), *[()] * len(METRICS[name].takes), seed=0)
    assert math.isnan(estimate.value) and estimate.method.startswith("undefined: ")
    assert value("cases", ()) == 0


@pytest.mark.parametrize(("name", "arms", "numerator", "denominator"), [
    ("accuracy", (GATE,), 156, 250), ("accuracy", (DIRECT,), 138, 250), ("correct", (GATE,), 156, 250),
    ("precision", (GATE,), 62, 78), ("commits", (GATE,), 78, 250), ("commit_rate", (GATE,), 78, 250),
    ("recoveries", (GATE, DIRECT), 18, 250), ("regressions", (GATE, DIRECT), 0, 250), ("lift", (GATE, DIRECT), 18, 250),
    ("union", (GATE, DIRECT), 156, 250), ("agreement", (GATE, DIRECT), 232, 250),
    ("captured", (GATE, DIRECT, GATE), 18, 18), ("abstentions", (GATE,), 0, 250),
])
def test_the_published_gate_has_its_published_figures(name, arms, numerator, denominator) -> None:
    estimate = FUNCTIONS[name](*arms, seed=0)
    assert (estimate.numerator, estimate.denominator) == (numerator, denominator)
    assert estimate.value == pytest.approx(numerator if METRICS[name].unit == "count" else numerator / denominator)
    assert estimate.low <= estimate.value <= estimate.high


def test_families_of_five_get_an_interval_over_families() -> None:
    estimate = FUNCTIONS["lift"](GATE, DIRECT, seed=0)
    assert estimate.method == "bootstrap over 50 families"
    assert 0 < estimate.low < 0.072 < estimate.high


def test_cases_that_stand_alone_get_wilson() -> None:
    estimate = FUNCTIONS["accuracy"](arm("a", [True] * 3 + [False] * 7).cases, seed=0)
    assert estimate.method == "Wilson"
    assert (estimate.low, estimate.high) == pytest.approx((0.1078, 0.6032), abs=1e-4)


def test_one_family_gets_wilson_and_says_so_and_its_differences_get_nothing() -> None:
    both = outcomes([(True, False)] * 5, per_family=5)
    assert "one family" in FUNCTIONS["accuracy"](both["a"].cases, seed=0).method
    lift = FUNCTIONS["lift"](both["a"].cases, both["b"].cases, seed=0)
    assert lift.value == 1 and math.isnan(lift.low) and "one family" in lift.method


def test_a_bound_on_nothing_is_not_zero_however_families_are_cut() -> None:
    nothing = FUNCTIONS["regressions"](*[arm("a", [False] * 40, per_family=4).cases] * 2, seed=0)
    assert (nothing.value, nothing.low) == (0, 0)
    assert nothing.high == pytest.approx(40 * 0.0876, abs=0.01)


def test_a_difference_that_is_the_same_everywhere_still_has_doubt() -> None:
    same = FUNCTIONS["lift"](*[arm("a", [True, False] * 20, per_family=4).cases] * 2, seed=0)
    assert same.value == 0
    assert (same.low, same.high) == pytest.approx((-0.0876, 0.0876), abs=1e-4)


def test_precision_is_undefined_without_a_commit_of_the_treatment() -> None:
    estimate = FUNCTIONS["precision"](DIRECT, seed=0)
    assert math.isnan(estimate.value) and "no commit of the treatment channel" in estimate.method


def test_precision_counts_commits_of_the_treatment_only() -> None:
    cases = [scored(0, treated=True, correct=True), scored(1, treated=True), scored(2, correct=True)]
    estimate = FUNCTIONS["precision"](cases, seed=0)
    assert (estimate.numerator, estimate.denominator) == (1, 2)


def test_captured_is_refused_where_no_headroom_is_shown() -> None:
    base = arm("base", [i >= 2 for i in range(20)]).cases
    oracle = [replace(case, reached=True) if i == 0 else case for i, case in enumerate(base)]
    estimate = FUNCTIONS["captured"](oracle, base, oracle, seed=0)
    assert math.isnan(estimate.value)
    assert "no headroom is shown" in estimate.method and "0.050" in estimate.method


def test_captured_measures_the_oracle_by_its_coverage() -> None:
    base = arm("base", [False] * 20).cases
    half = arm("half", [i % 2 == 0 for i in range(20)], reached=True).cases
    assert value("captured", half, base, half) == 0.5


def test_headroom_is_what_was_reached_and_not_committed() -> None:
    cases = [scored(0, reached=True), scored(1, correct=True), scored(2)]
    assert value("headroom", cases) == pytest.approx(1 / 3)
    assert value("headroom", cases) == pytest.approx(value("coverage", cases) - value("accuracy", cases))


def test_pass_at_k_uses_the_smallest_pool() -> None:
    cases = [scored(0, candidates=4, correct_candidates=1), scored(1, candidates=2, correct_candidates=1)]
    estimate = FUNCTIONS["pass_at_k"](cases, seed=0)
    assert estimate.value == pytest.approx((0.5 + 1) / 2)  # k = 2: 1 - C(3,2)/C(4,2), and certainty
    assert estimate.method.startswith("k = 2")
    assert value("pass_at_1", cases) == pytest.approx((0.25 + 0.5) / 2)


def test_pass_at_k_is_undefined_where_a_case_has_no_candidate() -> None:
    estimate = FUNCTIONS["pass_at_1"]([scored(0), scored(1, candidates=0)], seed=0)
    assert math.isnan(estimate.value) and "1 of 2 cases have no candidate" in estimate.method


def test_support_is_the_mean_over_the_commits_that_have_it() -> None:
    cases = [scored(0, evidence={"support": 1.0}), scored(1, evidence={"support": 0.5}),
             scored(2, evidence={"other": 9}),
             scored(3, committed=False, evidence={"support": 0.0})]
    assert value("support", cases) == 0.75


def test_a_cost_that_one_case_does_not_say_is_undefined() -> None:
    assert value("tokens", [scored(0, tokens=10), scored(1, tokens=30)]) == 20
    unknown = FUNCTIONS["tokens"]([scored(0, tokens=10), scored(1)], seed=0)
    assert math.isnan(unknown.value) and "1 of 2 cases do not say their tokens" in unknown.method
    assert value("seconds", [scored(0, seconds=0.5), scored(1, seconds=1.5)]) == 1


def test_arms_that_commit_nothing_agree_on_nothing() -> None:
    nothing = [scored(0, output=None, committed=False)]
    assert value("agreement", nothing, nothing) == 0
    assert value("abstentions", nothing) == 1


@settings(max_examples=25, deadline=None)
@given(PAIRS)
def test_lift_is_recoveries_minus_regressions_and_turns_round(pairs: list[tuple[bool, bool]]) -> None:
    both = outcomes(pairs, per_family=3)
    a, b = both["a"].cases, both["b"].cases
    net = value("recoveries", a, b) - value("regressions", a, b)
    assert value("lift", a, b) == pytest.approx(net / len(pairs)) == pytest.approx(-value("lift", b, a))
    assert value("union", a, b) == value("correct", b) + value("recoveries", a, b)


@settings(max_examples=25, deadline=None)
@given(PAIRS, st.sampled_from(["accuracy", "correct", "lift", "recoveries", "coverage"]))
def test_no_metric_depends_on_the_order_of_the_cases(pairs: list[tuple[bool, bool]], name: str) -> None:
    both = outcomes(pairs, per_family=3)
    held = [both["a"].cases, both["b"].cases][: 1 + len(METRICS[name].takes)]
    there, back = FUNCTIONS[name](*held, seed=0), FUNCTIONS[name](*[cases[::-1] for cases in held], seed=0)
    assert (there.value, there.low, there.high) == pytest.approx((back.value, back.low, back.high), nan_ok=True)
