"""What trainings kept of their own programs is counted over all of them, and undefined where nothing was."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.core.expression import Compare, Metric, Number
from checkable.core.training import Round
from checkable.measure.criteria import evaluate
from checkable.measure.rounds import FUNCTIONS, false_keep_rate, keep_precision
from checkable.measure.summary import populations, summarise

from .builders import arm, arms, criteria


def one(step: int = 0, **counts: int) -> Round:
    return Round(**{"step": step, "prompts": 40, "found": 0, "kept": 0, "right": 0, "tried": 0, "wrong": 0, "passed": 0,
                    **counts})


FIRST = (one(10, kept=10, right=6, wrong=100, passed=4), one(20, kept=20, right=18, wrong=50, passed=1))
SECOND = (one(10, kept=5, right=5, wrong=80, passed=0), one(20, kept=30, right=24, wrong=70, passed=10))


def test_keep_precision_is_of_what_the_last_round_left() -> None:
    found = keep_precision([FIRST, SECOND])
    assert (found.numerator, found.denominator, found.value) == (42, 50, 0.84)
    assert "18/20, 24/30" in found.method and math.isnan(found.low)


def test_the_false_keep_rate_is_of_all_wrong_programs_that_were_drawn() -> None:
    found = false_keep_rate([FIRST, SECOND])
    assert (found.numerator, found.denominator, found.value) == (15, 300, 0.05)


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize(("trainings", "reason"), [([], "no training"), ([(one(),)], "no ")])
def test_nothing_kept_or_drawn_is_undefined_and_never_perfect(name, trainings, reason) -> None:
    found = FUNCTIONS[name](trainings)
    assert math.isnan(found.value) and found.method.startswith("undefined: ") and reason in found.method


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=4))
def test_both_are_shares(counts: list[tuple[int, int]]) -> None:
    trainings = [(one(kept=a + b, right=a, wrong=a + b, passed=b),) for a, b in counts]
    found = [keep_precision(trainings).value, false_keep_rate(trainings).value]
    assert all(math.isnan(one) or 0 <= one <= 1 for one in found)


def judged(metric: str, sign: str, bound: float, **rounds):
    line = Compare(sign, Metric("student", metric), Number(bound))
    student = replace(arm("student", [True, False]), **rounds)
    (found,) = evaluate(criteria(line), arms(student), {}, 0)
    return found


def test_a_criterion_on_what_was_kept_is_held_failed_or_undecided() -> None:
    assert judged("keep_precision", ">=", 0.8, rounds=(FIRST, SECOND)).verdict == "held"
    assert judged("false_keep_rate", "<=", 0.04, rounds=(FIRST, SECOND)).verdict == "failed"
    assert judged("keep_precision", ">=", 0.8, rounds=((one(),),)).verdict == "undecided"


def test_arms_without_rounds_have_no_such_numbers_among_their_metrics() -> None:
    among = populations(["case-0"], [])
    plain = summarise(arm("direct", [True]), "direct", among, 0).metrics["all"]
    kept = summarise(replace(arm("student", [True]), rounds=(FIRST,)), "student", among, 0).metrics["all"]
    assert kept.keys() - plain.keys() == set(FUNCTIONS)
