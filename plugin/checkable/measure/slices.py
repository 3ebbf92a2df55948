"""Cutting slices: which cases an expression is true of, after the answers were opened.

Promises the ids of the cases, and an error that names the case, the fact and the
nearest one where a slice asks for something that is not there. Must not compute statistics.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from checkable.core.case import Scalar
from checkable.core.expression import Arithmetic, Both, CaseFact, Compare, Expression, Metric, Not, Number, Text
from checkable.core.scored import ScoredArm, ScoredCase
from checkable.measure import case_words
from checkable.measure.arithmetic import CALCULATE, COMPARE
from checkable.measure.wording import words

Row = Mapping[str, ScoredCase]  # arm -> what it did on one case


class SliceError(ValueError):
    """A slice that cannot be cut on these cases; the message says which fact, on which case, and what there is."""


def cut(slices: Mapping[str, Expression], arms: Mapping[str, ScoredArm]) -> dict[str, frozenset[str]]:
    """For every slice, the ids of its cases. Raises SliceError, and ValueError where arms hold other cases."""
    rows = _rows(arms)
    return {name: frozenset(_any(row).id for row in rows if _member(name, expression, row))
            for name, expression in slices.items()}


def _check_aligned(arms: Mapping[str, ScoredArm]) -> None:
    """Raise ValueError unless all arms hold the same cases in the same order: everything here is paired."""
    orders = {name: [c.id for c in arm.cases] for name, arm in arms.items()}
    first = next(iter(orders), None)
    for name, order in orders.items():
        if order != orders[first]:
            raise ValueError(f"arm {name!r} does not hold the cases of {first!r} in the same order")


def _rows(arms: Mapping[str, ScoredArm]) -> Sequence[Row]:
    _check_aligned(arms)
    columns = zip(*(arm.cases for arm in arms.values()), strict=True)
    return [dict(zip(arms, cases, strict=True)) for cases in columns]


def _member(name: str, expression: Expression, row: Row) -> bool:
    value = _value(expression, row, name)
    if not isinstance(value, bool):
        raise SliceError(f"slice {name!r}: {words(expression)} is {value!r} on case {_any(row).id!r}, "
                         f"neither true nor false")
    return value


def _value(expression: Expression, row: Row, name: str) -> Scalar:
    match expression:
        case Number(value=value) | Text(value=value):
            return value
        case CaseFact(name=fact):
            return _fact(fact, row, name)
        case Metric(arm=arm, name=word, arguments=others):
            return case_words.FUNCTIONS[word](row[arm], *(row[other] for other in others))
        case Not(operand=operand):
            return not _member(name, operand, row)
        case Both(operator=operator, left=left, right=right):
            both = (_member(name, left, row), _member(name, right, row))
            return all(both) if operator == "and" else any(both)
        case Compare():
            return _compare(expression, row, name)
        case Arithmetic(operator=operator, left=left, right=right):
            return CALCULATE[operator](_number(left, row, name), _number(right, row, name))
    raise SliceError(f"slice {name!r}: {words(expression)} is about whole arms, and a slice is about one case")


def _compare(expression: Compare, row: Row, name: str) -> bool:
    left, right = (_value(side, row, name) for side in (expression.left, expression.right))
    if isinstance(left, str) and isinstance(right, str) and expression.operator in ("==", "!="):
        return (left == right) == (expression.operator == "==")
    if isinstance(left, str) or isinstance(right, str):
        raise SliceError(f"slice {name!r}: {words(expression)} compares {left!r} with {right!r} on case "
                         f"{_any(row).id!r}; texts compare with texts, by == and !=")
    return COMPARE[expression.operator](left, right)


def _number(expression: Expression, row: Row, name: str) -> float:
    value = _value(expression, row, name)
    if isinstance(value, str):
        raise SliceError(f"slice {name!r}: {words(expression)} is the text {value!r} on case {_any(row).id!r}, "
                         f"not a number")
    return float(value)


def _fact(fact: str, row: Row, name: str) -> Scalar:
    known = case_words.facts(_any(row))
    if fact not in known:
        near = difflib.get_close_matches(fact, known, n=1)
        hint = f"; did you mean case.{near[0]}?" if near else ""
        raise SliceError(f"slice {name!r}: case {_any(row).id!r} has no fact named {fact!r}, only "
                         f"{', '.join(sorted(known))}{hint}")
    return known[fact]


def _any(row: Row) -> ScoredCase:
    return next(iter(row.values()))
