"""The drill-down: every case with what each arm saw, made and committed, and the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checkable.core.arm_run import ArmCase, ArmRun
from checkable.core.candidate import CheckedCandidate, Observation
from checkable.core.case import Json
from checkable.core.result import CandidateDetail, CaseDetail, CommitDetail
from checkable.core.scored import ScoredArm, ScoredCase
from checkable.measure.hidden import Verdicts
from checkable.measure.scoring import canonical_answer, is_correct
from checkable.substrate.contract import CaseSet, Substrate


def case_details(case_set: CaseSet, runs: Sequence[ArmRun], scored: Mapping[str, ScoredArm],
                 answers: Mapping[str, Json], substrate: Substrate) -> tuple[CaseDetail, ...]:
    """One detail per case, in order; candidates that several arms share appear once, with what each asked of them."""
    issues = {issue.case: f"{issue.kind}: {issue.reason}" for issue in case_set.issues}
    return tuple(
        _case([run.cases[i] for run in runs], [(run.name, scored[run.name].cases[i]) for run in runs],
              canonical_answer(runs[0].cases[i].case.id, substrate, answers), issues, substrate)
        for i in range(len(runs[0].cases)))


def _case(of_arms: Sequence[ArmCase], outcomes: Sequence[tuple[str, ScoredCase]], answer: Json,
          issues: Mapping[str, str], substrate: Substrate) -> CaseDetail:
    case = of_arms[0].case
    found = _evidence(of_arms)
    # The intact arms come first, so a shared candidate is shown with its own verdict, not a control's.
    distinct = {c.candidate.id: c for arm in reversed(of_arms) for c in reversed(arm.candidates)}
    ordered = {c.candidate.id: distinct[c.candidate.id] for arm in of_arms for c in arm.candidates}
    return CaseDetail(
        id=case.id, family=case.family, attributes=dict(case.attributes), query=case.query, text=case.text,
        examples=tuple({"input": e.input, "output": e.output} for e in case.examples), tests=case.tests,
        answer=answer.shown if isinstance(answer, Verdicts) else answer, issue=issues.get(case.id),
        candidates=tuple(_candidate(c, is_correct(c, substrate, answer), found[id]) for id, c in ordered.items()),
        commits=tuple(_commit(name, arm, outcome) for arm, (name, outcome) in zip(of_arms, outcomes, strict=True)))


def _evidence(of_arms: Sequence[ArmCase]) -> dict[str, dict[str, float]]:
    """Of each candidate what any arm asked of it. A control names what it broke as its arm did, whose number stays."""
    found: dict[str, dict[str, float]] = {}
    for arm in of_arms:
        for checked in arm.candidates:
            found[checked.candidate.id] = {**checked.evidence, **found.get(checked.candidate.id, {})}
    return found


def _candidate(checked: CheckedCandidate, correct: bool, evidence: Mapping[str, float]) -> CandidateDetail:
    made = checked.candidate
    return CandidateDetail(
        id=made.id, channel=made.channel, kind=made.kind, text=made.source or made.text, provenance=made.provenance,
        parse_error=made.parse_error, passes=checked.passes, correct=correct, evidence=evidence,
        on_examples=tuple(_observation(o) for o in checked.on_examples), on_query=_observation(checked.on_query),
        earlier=tuple(before.source or before.text for before in made.earlier))


def _observation(seen: Observation) -> dict[str, Json]:
    return {"outcome": seen.outcome.value, "value": seen.value if seen.ok else None, "error": seen.error}


def _commit(name: str, arm: ArmCase, outcome: ScoredCase) -> CommitDetail:
    chosen = arm.commit.candidate
    return CommitDetail(
        arm=name, candidate=chosen.candidate.id if chosen else None,
        value=chosen.on_query.value if chosen and chosen.on_query.ok else None,
        treated=arm.commit.treated, correct=outcome.correct, reached=outcome.reached, reason=arm.commit.reason,
        seeds=outcome.seeds)
