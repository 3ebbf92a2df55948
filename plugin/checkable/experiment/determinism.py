"""Whether what was committed depends on something that no run controls: the order of sets and dicts of strings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkable.core.arm_run import ArmRun
from checkable.core.candidate import CheckedCandidate
from checkable.core.case import Case
from checkable.experiment.checking import Checker

OTHER_SEEDS = (1, 2)  # added to the declared hash seed: two more draws show most programs that depend on order


@dataclass(frozen=True, kw_only=True)
class Rerun:
    """``programs`` committed programs were looked at; on the cases ``unstable`` the output changed."""

    programs: int
    unstable: tuple[str, ...]


def rerun_commits(runs: Sequence[ArmRun], checker: Checker) -> Rerun:
    """Run every program that an arm committed again, under other hash seeds."""
    commits = {(c.case.id, c.commit.candidate.candidate.source): (c.case, c.commit.candidate)
               for run in runs if run.role == "arm" for c in run.cases
               if c.commit.candidate is not None and c.commit.candidate.candidate.source is not None}
    suspects = [(case, checked) for (_, source), (case, checked) in commits.items() if _may_depend_on_order(source)]
    others = [_outcomes(suspects, checker, step) for step in OTHER_SEEDS]
    unstable = {case.id for (case, checked), *again in zip(suspects, *others, strict=True)
                if set(again) != {_outcome(checked.on_query)}}
    return Rerun(programs=len(commits), unstable=tuple(sorted(unstable)))


def _may_depend_on_order(source: str) -> bool:
    """A program that never says set, hash or id, nor writes a set display, cannot depend on the hash seed."""
    return any(mark in source for mark in ("set", "hash", "id(", "{"))


def _outcomes(suspects: Sequence[tuple[Case, CheckedCandidate]], checker: Checker, step: int) -> list[str]:
    """What each did on its held-out input under another hash seed."""
    namespace = replace(checker.namespace, hash_seed=checker.namespace.hash_seed + step)
    other = Checker(checker.substrate, namespace, checker.limits, checker.sandbox)
    ran = other.run_many([(checked.candidate.source, [case.query]) for case, checked in suspects])
    return [_outcome(observation) for [observation] in ran]


def _outcome(observation) -> str:
    return json.dumps([observation.outcome.value, observation.value if observation.ok else None])
