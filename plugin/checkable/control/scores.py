"""Evidence dealt out among the wrong candidates: does a selector gain by it, or only by having some?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checkable.control.context import BreakContext
from checkable.core.candidate import CheckedCandidate, CheckedCase
from checkable.vocabulary import NoOptions, word


@word("break", "scores")
def scores(cases: Sequence[CheckedCase], options: NoOptions, context: BreakContext) -> list[CheckedCase]:
    """Deal evidence, likelihood, test verdicts and unlabelled outputs out again within each case, kind by kind."""
    return [_dealt(case, context) for case in cases]


def _dealt(case: CheckedCase, context: BreakContext) -> CheckedCase:
    givers: dict[str, list[CheckedCandidate]] = {}
    for checked in context.random.sample(case.candidates, len(case.candidates)):
        givers.setdefault(checked.candidate.kind, []).append(checked)
    return replace(case, candidates=tuple(_with_scores_of(givers[c.candidate.kind].pop(), c) for c in case.candidates))


def _with_scores_of(giver: CheckedCandidate, checked: CheckedCandidate) -> CheckedCandidate:
    return replace(
        checked, evidence=giver.evidence, on_tests=giver.on_tests, on_unlabelled=giver.on_unlabelled,
        candidate=replace(checked.candidate, mean_logprob=giver.candidate.mean_logprob))
