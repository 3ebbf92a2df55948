"""From checked candidates to one commit per case, for arms and for their controls."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from random import Random

from checkable.control.context import BreakContext
from checkable.core.candidate import CheckedCandidate, CheckedCase, Commit
from checkable.experiment.channels import THREADS, in_parallel
from checkable.experiment.checking import Checker
from checkable.select.context import SelectContext
from checkable.spec.model import ArmSpec, ControlSpec


def select(arm: ArmSpec, cases: Sequence[CheckedCase], seed: int, name: str | None = None) -> list[Commit]:
    """One commit per case, by the arm's chain of selectors. ``name`` seeds what is random; default the arm's."""
    return [_commit(arm, case, cases, Random(f"{seed}/{name or arm.name}/{case.case.id}")) for case in cases]


def _commit(arm: ArmSpec, case: CheckedCase, cases: Sequence[CheckedCase], random: Random) -> Commit:
    if not case.candidates:
        return Commit(case=case.case.id, candidate=None, treated=False, reason="no candidate was made")
    fallback = case.candidates[0].candidate.channel
    context = SelectContext(fallback=fallback, everything=case.candidates, random=random,
                            case=case.case.id, cases=cases)
    left: Sequence[CheckedCandidate] = case.candidates
    for use in arm.selectors:
        left = use.word.function(left, use.options, context)
    chain = ", ".join(use.word.name for use in arm.selectors)
    if not left:
        return Commit(case=case.case.id, candidate=None, treated=False, reason=f"{chain}: abstained")
    chosen, treated = left[0], _treated(left[0], case, fallback)
    return Commit(case=case.case.id, candidate=chosen, treated=treated,
                  reason=f"{chain}: {'committed' if treated else 'kept'} {chosen.candidate.channel}")


def _treated(chosen: CheckedCandidate, case: CheckedCase, fallback: str) -> bool:
    """Whether a commit is the treatment's. An arm with one channel has no fallback: what is checked is treatment."""
    if any(c.candidate.channel != fallback for c in case.candidates):
        return chosen.candidate.channel != fallback
    return chosen.passes is not None


def broken(control: ControlSpec, arm: ArmSpec, cases: Sequence[CheckedCase], seed: int,
           checker: Checker) -> list[CheckedCase]:
    """The candidates of ``arm`` with one thing broken, as the control says."""
    context = BreakContext(fallback=_fallback(cases), recheck=checker.recheck,
                           side_by_side=partial(in_parallel, threads=THREADS, told=lambda done: None),
                           random=Random(f"{seed}/{control.seed}/{control.name}"))
    return control.breaks.word.function(cases, control.breaks.options, context)


def _fallback(cases: Sequence[CheckedCase]) -> str:
    """The first channel, "" where there is no other: then everything is treatment, as it is for selectors."""
    channels = list(dict.fromkeys(c.candidate.channel for case in cases for c in case.candidates))
    return channels[0] if len(channels) > 1 else ""
