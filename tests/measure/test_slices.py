"""Slices cut by what one case is and what arms did on it, and say so when they ask for something else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkable.core.expression import Arithmetic, Both, CaseFact, Compare, Expression, Metric, Not, Number, Text
from checkable.measure.slices import SliceError, cut

from .builders import arm, arms, foofah

FOUR = arm("gate", [True, False, True, False], per_family=2)
GATE = replace(FOUR, cases=tuple(
    replace(c, treated=i < 2, passing_samples=i, evidence={"support": 1.0} if i == 3 else {},
            attributes={"examples": i + 1, "kind": "split" if i else "merge", "hard": i == 2})
    for i, c in enumerate(FOUR.cases)))
OTHER = replace(GATE, name="other", cases=tuple(
    replace(c, output=None if i == 0 else c.output if i == 1 else "else") for i, c in enumerate(GATE.cases)))


def members(expression: Expression) -> list[int]:
    return sorted(int(id.removeprefix("case-")) for id in cut({"s": expression}, arms(GATE, OTHER))["s"])


@pytest.mark.parametrize(("expression", "expected"), [
    (Metric("gate", "treated"), [0, 1]),
    (Metric("gate", "correct"), [0, 2]),
    (Metric("gate", "reached"), [0, 2]),
    (Metric("gate", "committed"), [0, 1, 2, 3]),
    (Metric("gate", "passing"), [1, 2, 3]),
    (Metric("gate", "supported"), [3]),
    (Metric("gate", "agrees", ("other",)), [1]),
    (Not(Metric("gate", "agrees", ("other",))), [0, 2, 3]),
    (Both("and", Metric("gate", "treated"), Not(Metric("gate", "correct"))), [1]),
    (Both("or", Metric("gate", "supported"), Metric("gate", "treated")), [0, 1, 3]),
    (Compare(">=", CaseFact("examples"), Number(3)), [2, 3]),
    (Compare("==", CaseFact("family"), Text("family-001")), [2, 3]),
    (Compare("!=", CaseFact("kind"), Text("split")), [0]),
    (Compare("==", CaseFact("id"), Text("case-3")), [3]),
    (Compare("<", Arithmetic("*", CaseFact("examples"), Number(2)), Number(5)), [0, 1]),
    (CaseFact("hard"), [2]),
])
def test_a_slice_holds_the_cases_that_it_is_true_of(expression: Expression, expected: list[int]) -> None:
    assert members(expression) == expected


def test_an_unknown_fact_names_the_case_what_there_is_and_the_nearest() -> None:
    with pytest.raises(SliceError, match=r"'s': case 'case-0' has no fact named 'example', "
                                          r"only .*kind.*case\.examples\?"):
        members(Compare(">", CaseFact("example"), Number(1)))


def test_a_text_is_not_compared_with_a_number() -> None:
    with pytest.raises(SliceError, match="compares 'merge' with 3"):
        members(Compare("==", CaseFact("kind"), Number(3)))
    with pytest.raises(SliceError, match="not a number"):
        members(Compare("==", Arithmetic("+", CaseFact("kind"), Number(1)), Number(3)))


def test_a_number_is_no_truth() -> None:
    with pytest.raises(SliceError, match="case.examples is 1 on case 'case-0', neither true nor false"):
        members(CaseFact("examples"))


def test_arms_with_other_cases_cannot_be_cut() -> None:
    with pytest.raises(ValueError, match="'b' does not hold the cases of 'gate' in the same order"):
        cut({}, arms(GATE, replace(arm("b", [True] * 4), cases=GATE.cases[::-1])))


def test_the_published_disagreement_slice_holds_the_commits_that_differ() -> None:
    gate = Metric("gate", "treated")
    inside = cut({"d": Both("and", gate, Not(Metric("gate", "agrees", ("direct",))))}, foofah())["d"]
    assert len(inside) == 18
