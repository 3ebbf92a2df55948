"""The syntax tree of criteria and slices. Parsed in ``spec``, evaluated in ``measure``.

Criteria are about arms (``gate.precision >= 0.70``, ``gate beats direct``, ``gate within 2% of
direct``); slices are about one case (``gate.treated and not gate.agrees(direct)``). Both are
written in the same small language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar


@dataclass(frozen=True)
class Number:
    value: float


@dataclass(frozen=True)
class Text:
    """A quoted string, only to compare a case's attribute with."""

    value: str


@dataclass(frozen=True)
class Metric:
    """``arm.name`` or ``arm.name(argument, …)``; arguments are names of arms or slices."""

    arm: str
    name: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseFact:
    """``case.name``: the case's ``family``, ``id`` or one of its attributes. Slices only."""

    name: str


@dataclass(frozen=True)
class Arithmetic:
    operator: Literal["+", "-", "*", "/"]
    left: Expression
    right: Expression


@dataclass(frozen=True)
class Compare:
    operator: Literal["<", "<=", "==", "!=", ">=", ">"]
    left: Expression
    right: Expression


@dataclass(frozen=True)
class Beats:
    """``left beats right``: paired, exact, corrected over the experiment, clustered interval above 0.

    ``slice`` restricts the comparison to the cases of that slice; None takes all.
    """

    left: str
    right: str
    slice: str | None = None


@dataclass(frozen=True)
class Bound:
    """How far apart two arms are at most: what a comparison shows when it shows no difference.

    ``left within 2% of right`` says that neither is more than that better (equivalence), and
    ``left gains less than 2% over right`` that the difference lies below it (a negative). ``margin`` is
    a share above 0; ``slice`` as in Beats.
    """

    left: str
    right: str
    kind: Literal["within", "gains"]
    margin: float
    slice: str | None = None


@dataclass(frozen=True)
class Not:
    operand: Expression


@dataclass(frozen=True)
class Both:
    """``left and right`` or ``left or right``."""

    operator: Literal["and", "or"]
    left: Expression
    right: Expression


Expression = Number | Text | Metric | CaseFact | Arithmetic | Compare | Beats | Bound | Not | Both


Part = TypeVar("Part", Beats, Bound, Metric)


def parts(kind: type[Part], expression: Expression) -> tuple[Part, ...]:
    """Everything of one kind in an expression, from left to right."""
    match expression:
        case kind():
            return (expression,)
        case Not(operand=operand):
            return parts(kind, operand)
        case Both(left=left, right=right) | Compare(left=left, right=right) | Arithmetic(left=left, right=right):
            return (*parts(kind, left), *parts(kind, right))
    return ()


def beats_in(expression: Expression) -> tuple[Beats, ...]:
    """Every ``A beats B`` in an expression, from left to right."""
    return parts(Beats, expression)
