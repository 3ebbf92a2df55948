"""Runs for tests of audits: one case, or a few, with given candidates."""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.arm_run import ArmCase, ArmRun
from checkable.core.candidate import Candidate, CheckedCandidate, Commit, Observation, Outcome
from checkable.core.case import Case, Example
from checkable.core.training import Training
from checkable.measure.audits import Learning
from checkable.measure.comparisons import comparisons


def candidate(outcome: Outcome = Outcome.OK, **facts) -> CheckedCandidate:
    made = Candidate(**{"id": "p/0", "channel": "p", "kind": "program", **facts})
    return CheckedCandidate(candidate=made, on_examples=(Observation(outcome=outcome),),
                            on_query=Observation(outcome=Outcome.OK), passes=True)


def run_of(name: str, pools: Sequence[Sequence[CheckedCandidate]], *, role: str = "arm") -> ArmRun:
    """An arm with one pool of candidates for each case."""
    return ArmRun(name=name, role=role, cases=tuple(
        ArmCase(case=case_of(i), candidates=tuple(pool),
                commit=Commit(case=f"case-{i}", candidate=None, treated=False, reason=""))
        for i, pool in enumerate(pools)))


def case_of(index: int) -> Case:
    return Case(id=f"case-{index}", family=f"family-{index}", query=[[f"held out {index}"]],
                examples=(Example(input=[[f"input number {index}"]], output=[[f"output number {index}"]]),))


def run(*candidates: CheckedCandidate) -> ArmRun:
    return run_of("gate", [candidates])


def rows(*arms):
    return comparisons(arms, [], {}, seed=0)


def trained(*seeds: int, texts: Sequence[str] = ("something else",), scored_at: str = "best on validation"):
    return tuple(Training(seed=seed, texts=tuple(texts), scored_at=scored_at) for seed in seeds)


def learning(**trainings: tuple[Training, ...]) -> Learning:
    return Learning(trainings=trainings)
