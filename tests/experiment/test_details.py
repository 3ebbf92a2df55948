"""The drill-down of a case: what all arms found out, once for each candidate."""

from __future__ import annotations

from pathlib import Path

from checkable.core.arm_run import ArmCase, ArmRun
from checkable.core.candidate import Candidate, CheckedCandidate, Commit, Observation, Outcome
from checkable.core.case import Case
from checkable.experiment.details import case_details
from checkable.measure.scoring import score
from checkable.substrate import registry
from checkable.substrate.contract import CaseSet

CASE = Case(id="1", family="f", examples=(), query="in")
TEXT = registry.find("text", Path(__file__).resolve().parents[2])


def run_of(name: str, evidence: dict[str, float], **about) -> ArmRun:
    made = Candidate(id="p/0", channel="p", kind="program", source="pass")
    checked = CheckedCandidate(candidate=made, on_examples=(), passes=None, evidence=evidence,
                               on_query=Observation(outcome=Outcome.OK, value="out"))
    commit = Commit(case="1", candidate=checked, treated=False, reason="first")
    about = {"role": "arm", "of": None, "broken": None, **about}
    return ArmRun(name=name, cases=(ArmCase(case=CASE, candidates=(checked,), commit=commit),), **about)


def test_a_candidate_is_shown_with_what_every_arm_asked_of_it_and_not_with_what_a_control_dealt_out():
    runs = [run_of("first", {}), run_of("believed", {"p_true": 0.9}),
            run_of("dealt", {"p_true": 0.1}, role="control", of="believed", broken="scores")]
    answers = {"1": "out"}
    (detail,) = case_details(CaseSet(cases=(CASE,), version="1", source="here"), runs,
                             {run.name: score(run, TEXT, answers) for run in runs}, answers, TEXT)
    (shown,) = detail.candidates
    assert shown.evidence == {"p_true": 0.9}
