"""Audits ask what a sceptic would, and each can come out either way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkable.core.arm_run import ArmCase, ArmRun
from checkable.core.candidate import Candidate, CheckedCandidate, Commit, Observation, Outcome
from checkable.core.case import Case
from checkable.core.completion import Sampling
from checkable.core.expression import Compare, Metric, Not, Number
from checkable.measure import audits
from checkable.measure.comparisons import comparisons
from checkable.substrate.contract import LabelIssue

from .builders import arm, foofah

FOOFAH = foofah()
GREEDY, WARM = Sampling(), Sampling(temperature=0.7)


def run(*candidates: CheckedCandidate) -> ArmRun:
    case = Case(id="c", family="f", examples=(), query=0)
    commit = Commit(case="c", candidate=None, treated=False, reason="")
    return ArmRun(name="gate", role="arm", cases=(ArmCase(case=case, candidates=candidates, commit=commit),))


def candidate(outcome: Outcome = Outcome.OK, **facts) -> CheckedCandidate:
    made = Candidate(**{"id": "p/0", "channel": "p", "kind": "program", **facts})
    return CheckedCandidate(candidate=made, on_examples=(Observation(outcome=outcome),),
                            on_query=Observation(outcome=Outcome.OK), passes=True)


def rows(*arms):
    return comparisons(arms, [], {}, seed=0)


def test_labels_are_counted_among_the_cases_of_the_run() -> None:
    issues = [LabelIssue(case=c, kind=k, reason="") for c, k in (("a", "broken"), ("b", "leaking"), ("z", "broken"))]
    found = audits.labels(issues, ["a", "b", "c"])
    assert found.level == "warning" and found.text.endswith("among 3 cases: 1 broken (a), 1 leaking (b)")
    assert audits.labels(issues, ["c"]).level == "ok"


@pytest.mark.parametrize(("seeds", "sampling", "level"), [
    ([0], {"a": [GREEDY]}, "ok"), ([0], {"a": [WARM, GREEDY]}, "warning"), ([0, 1], {"a": [WARM]}, "ok"),
    ([0], {}, "note"),
])
def test_sampling_under_one_seed_is_one_draw(seeds, sampling, level: str) -> None:
    assert audits.seeds(seeds, sampling).level == level


def test_a_selecting_arm_owes_a_control() -> None:
    control = arm("shuffled", [True], role="control", of="gate")
    assert audits.controls([FOOFAH["gate"], control], ["gate"]).level == "ok"
    found = audits.controls([FOOFAH["gate"], control], ["gate", "rank"])
    assert found.level == "warning" and found.text.endswith("without a control: rank")


def test_compared_arms_should_decode_alike_whatever_their_seeds() -> None:
    compared = rows(*FOOFAH.values())
    same = {"direct": [GREEDY], "gate": [replace(GREEDY, seed=5)]}
    assert audits.decoding(same, compared).level == "ok"
    found = audits.decoding({"direct": [GREEDY], "gate": [GREEDY, WARM]}, compared)
    assert found.level == "warning" and "gate and direct" in found.text
    assert audits.decoding({}, compared).level == "note"


def test_programs_that_depend_on_the_order_of_a_set_are_named() -> None:
    assert audits.determinism((), None).level == "note"
    assert audits.determinism((), 12).level == "ok"
    found = audits.determinism(["b", "a"], 12)
    assert found.level == "warning" and found.text.startswith("2 of 12 programs") and "a, b" in found.text


@pytest.mark.parametrize(("provenance", "level"), [("live", "ok"), ("reference", "warning"), ("mutant", "warning")])
def test_candidates_made_from_the_solution_are_a_warning(provenance: str, level: str) -> None:
    assert audits.provenance([run(candidate(provenance=provenance))]).level == level


def test_a_comparison_that_leads_without_being_shown_needs_more_cases() -> None:
    ahead = arm("a", [True] * 5 + [False] + [True] * 24)
    base = arm("b", [False] * 5 + [True] + [True] * 24)
    found = audits.cases_for(rows(base, ahead))
    assert found.level == "note" and found.text.endswith("a over b (5 to 1 in 30) needs about 92")
    assert audits.cases_for(rows(*FOOFAH.values())).level == "ok"
    assert audits.cases_for(()).level == "note"


def test_a_comparison_that_is_shown_needs_no_more_cases() -> None:
    (row,) = rows(arm("b", [False] * 6 + [True] * 34), arm("a", [True] * 40))
    assert row.p_adjusted < 0.05
    assert audits.cases_for([row]).level == "ok"


def test_a_change_of_the_commit_rate_is_noted_unless_a_criterion_speaks_of_it() -> None:
    gate = FOOFAH["gate"]
    control = replace(gate, name="shuffled", role="control", of="gate",
                      cases=tuple(replace(c, treated=False) for c in gate.cases))
    arms = [FOOFAH["direct"], gate, control]
    found = audits.commit_rates(arms, rows(*arms), [])
    assert found.level == "note" and found.text.endswith("shuffled 0, gate 78 of 250")
    spoken = Not(Compare("<", Metric("gate", "commit_rate"), Number(0.3)))
    assert audits.commit_rates(arms, rows(*arms), [spoken]).level == "ok"


def test_what_could_not_be_read_is_counted() -> None:
    found = audits.parsing([run(candidate(parse_error="no program"), candidate(id="p/1"))])
    assert found.level == "note" and found.text.endswith("gate 1 of 2")
    assert audits.parsing([run(candidate())]).level == "ok"


def test_a_failure_of_ours_is_a_warning_and_one_of_the_program_is_not() -> None:
    found = audits.infrastructure([run(candidate(Outcome.INFRASTRUCTURE))])
    assert found.level == "warning" and "gate: c p/0" in found.text
    assert audits.infrastructure([run(candidate(Outcome.TIMEOUT))]).level == "ok"


def test_completions_that_were_cut_off_are_counted() -> None:
    assert audits.length(0, 10).level == "ok"
    cut_off = audits.length(3, 10)
    assert (cut_off.level, cut_off.text) == ("warning", "3 of 10 completions were cut off by max_tokens")
    assert audits.length(0, 0).level == "note"


def test_all_audits_are_made_each_under_its_own_name() -> None:
    facts = audits.AuditFacts(
        issues=(), runs=[run(candidate())], scored=list(FOOFAH.values()), comparisons=rows(*FOOFAH.values()),
        criteria=(), sampling={"direct": [GREEDY], "gate": [GREEDY]}, chosen=["gate"],
        seeds=[0], ended_by_length=0, completions=1)
    found = audits.audit(facts)
    assert len({a.name for a in found}) == len(found) == 11
    assert [a.name for a in found if a.level == "warning"] == ["controls"]
