"""The lines of a spec that are expressions: slices, criteria and references, parsed in their places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from checkable.core.expression import Expression, Metric
from checkable.core.metrics import METRICS
from checkable.spec.criteria import number, parse
from checkable.spec.criteria_checks import Language, Names
from checkable.spec.cursor import WRONG, Cursor
from checkable.spec.model import CriterionSpec, ReferenceSpec
from checkable.spec.tokens import Mistake
from checkable.spec.yaml_lines import line_of

FIGURE = r"[0-9]+ ?/ ?[0-9]+|-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)%?"
_FIGURE = re.compile(FIGURE)
_AS_WRITTEN = re.compile(r"[-+.0-9eE]+")


class Figure(NamedTuple):
    """A published number; ``count`` and ``total`` where it was written as ``138/250``."""

    value: float
    count: int | None = None
    total: int | None = None


def read_slices(slices: Mapping[str, str], raw: Any, names: Names, at: Cursor) -> dict[str, Expression]:
    """The expression of every slice that can be parsed."""
    parsed = {name: _expression(text, names, "slice", at, raw, name) for name, text in slices.items()}
    return {name: expression for name, expression in parsed.items() if expression is not WRONG}


def read_criteria(lines: tuple[str, ...], raw: Any, names: Names, at: Cursor) -> tuple[CriterionSpec, ...]:
    """Every criterion that can be parsed, in order."""
    criteria = []
    for index, text in enumerate(lines):
        try:
            criteria.append(_criterion(text, names, line_of(raw, index)))
        except Mistake as mistake:
            at.into(raw, index).wrong_inside(text, mistake)
    return tuple(criteria)


@lru_cache(maxsize=4096)
def _criterion(text: str, names: Names, line: int) -> CriterionSpec:
    """Cached, since specs of one tree repeat each other's lines."""
    return CriterionSpec(text=" ".join(text.split()), expression=parse(text, names, "criterion"), line=line)


def read_references(figures: Mapping[str, Any], raw: Any, names: Names, at: Cursor) -> tuple[ReferenceSpec, ...]:
    """Every reference that can be parsed, in order."""
    references = []
    for text, published in figures.items():
        written = published.strip() if isinstance(published, str) else _spelled(published, at.into(raw, text))
        try:
            references.append(_reference(text, published, written, names, line_of(raw, text)))
        except Mistake:
            _complain(text, published, names, at, raw)
    return tuple(references)


@lru_cache(maxsize=4096, typed=True)  # 18 and 18.0 are equal, and spelled differently
def _reference(text: str, published: str | int | float, written: str, names: Names, line: int) -> ReferenceSpec:
    """Raises Mistake for a text or a figure that means nothing."""
    expression = parse(text, names, "reference")
    value, count, total = figure(published, expression)
    return ReferenceSpec(text=text, expression=expression, published=written, line=line,
                         value=value, count=count, total=total)


def _complain(text: str, published: str | int | float, names: Names, at: Cursor, raw: Any) -> None:
    """Report what is wrong with a reference: its text, its figure, or both."""
    expression = _expression(text, names, "reference", at, raw, text)
    try:
        figure(published, expression)
    except Mistake as mistake:
        at.into(raw, text).wrong(mistake.message, mistake.expected)


def figure(published: str | int | float, expression: Any) -> Figure:
    """``138/250``, ``0.55``, ``55.2%`` or ``18``. A fraction stands for its count where counts are measured.

    Raises Mistake for text that is none of these.
    """
    text = published.strip() if isinstance(published, str) else repr(published)
    if isinstance(published, str) and not _FIGURE.fullmatch(text):
        expected = "a number, a percentage or a fraction: 0.55, 55.2% or 138/250"
        raise Mistake(0, f"{published!r} is no figure", expected)
    if "/" not in text:
        return Figure(number(text))
    count, total = (int(part) for part in text.split("/"))
    if total == 0 or count > total:
        raise Mistake(0, f"{published!r} is no share of a whole", "a count and a total that is not smaller")
    counted = isinstance(expression, Metric) and METRICS[expression.name].unit == "count"
    return Figure(float(count) if counted else count / total, count, total)


def _expression(text: str, names: Names, language: Language, at: Cursor, raw: Any, key: str | int) -> Any:
    """The expression that stands at ``raw[key]``; a reference's stands in the key itself."""
    try:
        return parse(text, names, language)
    except Mistake as mistake:
        return at.into(raw, key).wrong_inside(text, mistake, at_key=language == "reference")


def _spelled(published: int | float, at: Cursor) -> str:
    """The spelling in the file: YAML reads 0.550 as the number 0.55."""
    return at.written(_AS_WRITTEN) or repr(published)
