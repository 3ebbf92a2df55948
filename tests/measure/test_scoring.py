"""Scoring opens the answers: reached, committed and correct never mix, and costs are counted once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from checkable.core.arm_run import ArmCase, ArmRun
from checkable.core.candidate import Candidate, CheckedCandidate, Commit, Observation, Outcome
from checkable.core.case import Case
from checkable.measure.scoring import AnswerError, canonical_answer, score
from checkable.substrate.contract import CaseSet, Substrate, WrongShape


@dataclass(frozen=True)
class Options:
    split: str = "all"


class Words(Substrate):
    """A small substrate whose outputs are texts, the same whatever their case and outer blanks."""

    name, summary, options, entry_point = "words", "texts", Options, "solve"
    namespaces, folder = {}, Path("nowhere")

    def cases(self, options: Any, data: Path | None) -> CaseSet:
        return CaseSet(cases=(), version="1", source="none")

    def read_answer(self, text: str) -> str:
        return text

    def read_program(self, text: str) -> str:
        return text

    def shape(self, value: Any) -> str:
        if not isinstance(value, str):
            raise WrongShape(f"{value!r} is no text")
        return value.strip().lower()

    def equal(self, left: Any, right: Any) -> bool:
        return left == right

    def feedback(self, case: Case, on_examples: Any, problem: str | None) -> str:
        return ""


def candidate(value: Any, *, id: str = "direct/0", outcome: Outcome = Outcome.OK, passes: bool | None = None,
              evidence: dict[str, float] | None = None, **facts: Any) -> CheckedCandidate:
    made = Candidate(id=id, channel=id.partition("/")[0], kind="program", source="", **facts)
    return CheckedCandidate(candidate=made, on_examples=(), on_query=Observation(outcome=outcome, value=value),
                            passes=passes, evidence=evidence or {})


def scored(*candidates: CheckedCandidate, commit: int | None = 0, treated: bool = False, answer: Any = "Yes"):
    chosen = None if commit is None else candidates[commit]
    case = Case(id="c", family="f", examples=(), query="?", attributes={"examples": 2})
    run = ArmRun(name="gate", role="arm", cases=(ArmCase(
        case=case, candidates=candidates, commit=Commit(case="c", candidate=chosen, treated=treated, reason="")),))
    (result,) = score(run, Words(), {"c": answer}).cases
    return result


def test_a_commit_is_correct_when_it_equals_the_answer_in_canonical_form() -> None:
    result = scored(candidate(" yes "), treated=True)
    assert (result.correct, result.reached, result.committed, result.treated) == (True, True, True, True)
    assert (result.id, result.family, result.attributes) == ("c", "f", {"examples": 2})


def test_a_right_candidate_that_was_not_committed_is_reached_and_not_correct() -> None:
    result = scored(candidate("no"), candidate("yes", id="program/0", passes=True), candidate("yes", id="program/1"))
    assert (result.reached, result.correct) == (True, False)
    assert (result.candidates, result.correct_candidates, result.passing_samples) == (3, 2, 1)


@pytest.mark.parametrize("broken", [
    candidate("yes", outcome=Outcome.TIMEOUT), candidate("yes", outcome=Outcome.EXCEPTION), candidate(None),
    candidate(7),
])
def test_a_candidate_that_failed_or_returned_something_else_is_never_right(broken: CheckedCandidate) -> None:
    result = scored(broken)
    assert (result.reached, result.correct, result.committed, result.output) == (False, False, True, None)


def test_an_abstention_commits_nothing_whatever_was_reached() -> None:
    result = scored(candidate("yes", evidence={"support": 1.0}), commit=None, treated=True)
    assert (result.committed, result.treated, result.correct, result.output) == (False, False, False, None)
    assert result.reached and result.evidence == {}


def test_outputs_are_equal_when_their_canonical_forms_are() -> None:
    assert scored(candidate("Yes ")).output == scored(candidate("yes", id="program/0")).output
    assert scored(candidate("yes")).output != scored(candidate("no")).output


def test_evidence_is_that_of_the_commit() -> None:
    result = scored(candidate("no", evidence={"support": 0.1}),
                    candidate("yes", id="p/0", evidence={"support": 0.9}), commit=1)
    assert result.evidence == {"support": 0.9}


def test_a_completion_that_two_candidates_share_is_paid_once() -> None:
    cost = {"prompt_tokens": 10, "completion_tokens": 5, "seconds": 0.5}
    shared = scored(candidate("a", completion_keys=("k",), **cost),
                    candidate("b", id="p/0", completion_keys=("k",), **cost),
                    candidate("c", id="p/1", completion_keys=("other",), **cost))
    assert (shared.tokens, shared.seconds) == (30, 1.0)


def test_attempts_that_two_candidates_share_are_paid_once() -> None:
    first = Candidate(id="p/0", channel="p", kind="program", completion_keys=("k1",), prompt_tokens=10,
                      completion_tokens=10, seconds=1.0)
    repaired = {"prompt_tokens": 40, "completion_tokens": 30, "seconds": 3.0, "earlier": (first,)}
    plain = replace(candidate("x"), candidate=first)
    result = scored(plain, candidate("y", id="p/1", completion_keys=("k1", "k2"), **repaired))
    assert (result.tokens, result.seconds) == (70, 3.0)


def test_one_unknown_cost_makes_the_total_unknown() -> None:
    known = {"prompt_tokens": 10, "completion_tokens": 5, "seconds": 0.5}
    result = scored(candidate("a", completion_keys=("k",), **known), candidate("b", id="p/0", completion_keys=("l",)))
    assert (result.tokens, result.seconds) == (None, None)


def test_a_candidate_that_no_model_made_costs_nothing_and_one_of_unknown_cost_is_not_free() -> None:
    assert scored(candidate("a", provenance="enumerated")).tokens == 0
    assert scored(candidate("a", provenance="recorded")).tokens is None


def test_a_missing_answer_names_the_case() -> None:
    with pytest.raises(AnswerError, match="'words' has no answer for case 'c'"):
        canonical_answer("c", Words(), {})


def test_an_answer_of_another_kind_is_an_error_and_not_a_wrong_candidate() -> None:
    with pytest.raises(AnswerError, match="answer of case 'c' is not an output of substrate 'words': 7 is no text"):
        scored(candidate("yes"), answer=7)


def test_a_commit_must_be_one_of_the_candidates_of_its_case() -> None:
    inside, outside = candidate("no"), candidate("yes")
    arm_case = ArmCase(case=Case(id="c", family="f", examples=(), query="?"), candidates=(inside,),
                       commit=Commit(case="c", candidate=outside, treated=False, reason=""))
    with pytest.raises(ValueError, match="not one of its candidates"):
        score(ArmRun(name="a", role="arm", cases=(arm_case,)), Words(), {"c": "yes"})
    elsewhere = replace(arm_case, commit=Commit(case="d", candidate=inside, treated=False, reason=""))
    with pytest.raises(ValueError, match="carries the commit of case 'd'"):
        score(ArmRun(name="a", role="arm", cases=(elsewhere,)), Words(), {"c": "yes"})


def test_a_control_keeps_what_it_breaks() -> None:
    run = ArmRun(name="shuffled", role="control", of="gate", broken="visible-example", cases=())
    result = score(run, Words(), {})
    assert (result.name, result.role, result.of, result.broken) == ("shuffled", "control", "gate", "visible-example")
