"""Which arms a criterion holds against each other, and by which numbers: read off its syntax, never off its text.

A report shows the first such pair where there is room for one comparison. Must not measure or judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checkable.core.expression import Beats, Both, Bound, Compare, Expression, Metric, Not, parts
from checkable.core.metrics import METRICS
from checkable.core.scored import OF_COMMITS, Compared


def compared(expression: Expression) -> tuple[Compared, ...]:
    """Every pair of arms, each once, from left to right."""
    return tuple(dict.fromkeys(_pairs(expression)))


def rows(expressions: Sequence[Expression]) -> list[tuple[str, str]]:
    """The pairs (arm, base) whose commits on all cases some criterion compares: rows of the comparison table."""
    return [(each.arm, each.base) for expression in expressions for each in compared(expression)
            if each.slice is None and OF_COMMITS.issuperset(each.metrics)]


def _pairs(expression: Expression) -> Iterator[Compared]:
    match expression:
        case Beats(left=arm, right=base, slice=part) | Bound(left=arm, right=base, slice=part):
            yield Compared(arm=arm, base=base, metrics=("accuracy",), slice=part)
        case Compare():
            yield from _in_numbers(parts(Metric, expression))
        case Not(operand=operand):
            yield from _pairs(operand)
        case Both(left=left, right=right):
            yield from _pairs(left)
            yield from _pairs(right)


def _in_numbers(metrics: Sequence[Metric]) -> Iterator[Compared]:
    """Pairs inside one number (``gate.recoveries(direct)``), and the first number's arm against each other one's."""
    for metric in metrics:
        if METRICS[metric.name].takes:
            yield Compared(arm=metric.arm, base=metric.arguments[0], metrics=(metric.name,), slice=_slice(metric))
    for other in metrics[1:]:
        first = metrics[0]
        if other.arm != first.arm:
            where = " and ".join(dict.fromkeys(part for m in (first, other) if (part := _slice(m))))
            yield Compared(arm=first.arm, base=other.arm, metrics=tuple(dict.fromkeys((first.name, other.name))),
                           slice=where or None)


def _slice(metric: Metric) -> str | None:
    rest = metric.arguments[len(METRICS[metric.name].takes):]
    return rest[0] if rest else None
