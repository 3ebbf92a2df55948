"""Commit only where the evidence is as strong as it has to be for a precision that was asked for.

The threshold is calibrated on what is visible of the *other* cases of the arm, never on answers: in each
of them the candidate with the strongest evidence is looked up, and whether it reproduces the visible
examples stands in for being right. The threshold is the lowest at which the share of those that do
reaches the target. The evidence itself must not have looked at the visible examples, or it would
calibrate itself on what it was made from; agreement, P(True) and likelihood have not. Selective
prediction with a target risk is that of Geifman and El-Yaniv (NeurIPS 2017, arXiv:1705.08500), with a
visible stand-in for their labels. What it abstains from counts as wrong in accuracy and not at all in
precision; ``abstentions`` counts it. Costs no tokens beyond its evidence's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkable.core.candidate import CheckedCandidate
from checkable.select.context import SelectContext
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class AbstainOptions:
    by: str = option("agreement", "agreement (the share of a case's candidates with the same held-out output), or the "
                                  "name of evidence such as p_true, mean_logprob or tests_passed")
    target: float = option(0.9, "the precision that is wanted", minimum=0, maximum=1)
    at_least: int = option(8, "how many other cases a threshold must rest on", minimum=1)


@word("selector", "abstain", options=AbstainOptions)
def abstain(candidates: Sequence[CheckedCandidate], options: AbstainOptions,
            context: SelectContext) -> list[CheckedCandidate]:
    """Keep candidates with evidence strong enough for a target precision, calibrated on other cases; else none."""
    needed = threshold([_strongest(case.candidates, options.by) for case in context.others], options)
    if needed is None:
        return []
    strengths = _strengths(context.everything, options.by)
    return [c for c in candidates if (strength := strengths.get(c.candidate.id)) is not None and strength >= needed]


def threshold(seen: Sequence[tuple[float, bool] | None], options: AbstainOptions) -> float | None:
    """The lowest strength at and above which the share that passes reaches the target; None where there is none."""
    known = sorted((one for one in seen if one is not None), reverse=True)
    found, passed = None, 0
    for taken, (strength, passes) in enumerate(known, 1):
        passed += passes
        last_of_its_strength = taken == len(known) or known[taken][0] < strength
        if last_of_its_strength and taken >= options.at_least and passed >= options.target * taken:
            found = strength
    return found


def _strongest(candidates: Sequence[CheckedCandidate], by: str) -> tuple[float, bool] | None:
    """The strength of a case's strongest candidate that can be checked, and whether it passes."""
    strengths = _strengths(candidates, by)
    known = [c for c in candidates if c.passes is not None and c.candidate.id in strengths]
    best = max(known, key=lambda c: strengths[c.candidate.id], default=None)
    return None if best is None else (strengths[best.candidate.id], bool(best.passes))


def _strengths(candidates: Sequence[CheckedCandidate], by: str) -> dict[str, float]:
    if by != "agreement":
        return {c.candidate.id: value for c in candidates if (value := _evidence(c, by)) is not None}
    outputs = [c.on_query.canonical for c in candidates]
    return {c.candidate.id: outputs.count(out) / len(outputs)
            for c, out in zip(candidates, outputs, strict=True) if out is not None}


def _evidence(checked: CheckedCandidate, name: str) -> float | None:
    if name == "mean_logprob" and checked.candidate.mean_logprob is not None:
        return checked.candidate.mean_logprob
    return checked.evidence.get(name)
