"""Judging criteria: held, failed or undecided, each with the numbers that decided.

Promises that nothing undefined is ever counted for or against a criterion, and that verdicts do
not depend on the order of criteria, arms or cases. Must not know how arms came about.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from checkable.core.expression import Beats, Both, Bound, Compare, Expression, Not
from checkable.core.scored import CriterionResult, Estimate, ScoredArm
from checkable.measure import beats, bounds
from checkable.measure.arithmetic import COMPARE
from checkable.measure.compared import compared
from checkable.measure.measuring import Bench, lay_out, leaves, number
from checkable.measure.wording import figure, measured, metric_words, words
from checkable.spec.model import CriterionSpec

Verdict = Literal["held", "failed", "undecided"]
OPPOSITE: Mapping[Verdict, Verdict] = {"held": "failed", "failed": "held", "undecided": "undecided"}


@dataclass(frozen=True)
class _Judgement:
    verdict: Verdict
    reason: str
    numbers: Mapping[str, Estimate]


@dataclass(frozen=True)
class _Court:
    """What every judgement of one experiment shares: the arms, and the comparisons corrected together."""

    bench: Bench
    duels: Mapping[Beats, beats.Duel]


def evaluate(criteria: Sequence[CriterionSpec], arms: Mapping[str, ScoredArm], slices: Mapping[str, Expression],
             seed: int, *, anytime: bool = False) -> tuple[CriterionResult, ...]:
    """Judge each criterion, in the order given.

    Holm's correction is over the distinct pairs of all ``beats`` in ``criteria``. Raises SliceError
    where a slice asks for a fact that a case does not have, and ValueError where arms do not hold
    the same cases. ``anytime`` as in ``compare.paired_p``.
    """
    bench = lay_out(arms, slices, seed, anytime=anytime)
    court = _Court(bench, beats.duels([c.expression for c in criteria], bench))
    return tuple(_result(criterion, _judge(criterion.expression, court)) for criterion in criteria)


def evaluate_number(expression: Expression, arms: Mapping[str, ScoredArm], slices: Mapping[str, Expression],
                    seed: int) -> Estimate:
    """Measure one number, for instance the measured side of a reference. Raises TypeError for a truth."""
    return number(expression, lay_out(arms, slices, seed))


def _result(criterion: CriterionSpec, judged: _Judgement) -> CriterionResult:
    return CriterionResult(text=criterion.text, verdict=judged.verdict, reason=judged.reason, line=criterion.line,
                           numbers=judged.numbers, compares=compared(criterion.expression))


def _judge(expression: Expression, court: _Court) -> _Judgement:
    match expression:
        case Beats():
            return _judge_beats(court.duels[expression], court.bench)
        case Bound():
            return _judge_bound(bounds.bounded(expression, court.bench))
        case Compare():
            return _judge_compare(expression, court.bench)
        case Not(operand=operand):
            inner = _judge(operand, court)
            return _Judgement(OPPOSITE[inner.verdict], inner.reason, inner.numbers)
        case Both(operator=operator, left=left, right=right):
            return _judge_both(operator, _judge(left, court), _judge(right, court))
    raise TypeError(f"{words(expression)} is neither true nor false")


def _judge_beats(duel: beats.Duel, bench: Bench) -> _Judgement:
    return _Judgement(duel.verdict, beats.reason(duel), beats.numbers(duel, bench))


def _judge_bound(found: bounds.Bounded) -> _Judgement:
    return _Judgement(found.verdict, bounds.reason(found), bounds.numbers(found))


def _judge_both(operator: Literal["and", "or"], left: _Judgement, right: _Judgement) -> _Judgement:
    """Three-valued: one failed side decides ``and``, one held side decides ``or``, whatever the other is."""
    decisive, neutral = ("failed", "held") if operator == "and" else ("held", "failed")
    verdicts = (left.verdict, right.verdict)
    verdict = decisive if decisive in verdicts else neutral if set(verdicts) == {neutral} else "undecided"
    return _Judgement(verdict, f"{left.reason}; {right.reason}", {**left.numbers, **right.numbers})


def _judge_compare(expression: Compare, bench: Bench) -> _Judgement:
    """Point values decide, equal up to rounding; an undefined one leaves the criterion undecided."""
    metrics = dict.fromkeys((*leaves(expression.left), *leaves(expression.right)))
    found = {metric: number(metric, bench) for metric in metrics}
    left, right = (number(side, bench).value for side in (expression.left, expression.right))
    said = ", ".join(f"{metric_words(m)} is {measured(estimate, m.name)}" for m, estimate in found.items())
    numbers = {metric_words(m): estimate for m, estimate in found.items()}
    if math.isnan(left) or math.isnan(right):
        return _Judgement("undecided", f"{said or words(expression)}: not comparable", numbers)
    holds = COMPARE[expression.operator](left, right)
    shown = f"{figure(left)} {expression.operator} {figure(right)} {'holds' if holds else 'does not hold'}"
    return _Judgement("held" if holds else "failed", f"{said}: {shown}" if said else shown, numbers)
