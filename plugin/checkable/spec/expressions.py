"""The lines of a spec that are expressions: slices, criteria and references, parsed in their places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from checkable.core.expression import Expression, Metric
from checkable.core.metrics import METRICS
from checkable.spec.criteria import Language, Names, number, parse
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


def read_slices(slices: Mapping[str, str], raw: Any, arms: tuple[str, ...], at: Cursor) -> dict[str, Expression]:
    """The expression of every slice that can be parsed. Arms are those of the experiment and its controls."""
    names = Names(arms)
    parsed = {name: _expression(text, names, "slice", at, raw, name) for name, text in slices.items()}
    return {name: expression for name, expression in parsed.items() if expression is not WRONG}


def read_criteria(lines: tuple[str, ...], raw: Any, names: Names, at: Cursor) -> tuple[CriterionSpec, ...]:
    """Every criterion that can be parsed, in order."""
    criteria = []
    for index, text in enumerate(lines):
        expression = _expression(text, names, "criterion", at, raw, index)
        if expression is not WRONG:
            criteria.append(CriterionSpec(text=" ".join(text.split()), expression=expression, line=line_of(raw, index)))
    return tuple(criteria)


def read_references(figures: Mapping[str, Any], raw: Any, names: Names, at: Cursor) -> tuple[ReferenceSpec, ...]:
    """Every reference that can be parsed, in order."""
    references = []
    for text, published in figures.items():
        here = at.into(raw, text)
        expression = _expression(text, names, "reference", at, raw, text)
        figure = read_figure(published, expression, here)
        if expression is not WRONG and figure is not WRONG:
            references.append(ReferenceSpec(
                text=text, expression=expression, published=_as_written(published, here), line=line_of(raw, text),
                value=figure.value, count=figure.count, total=figure.total,
            ))
    return tuple(references)


def read_figure(published: str | int | float, expression: Any, at: Cursor) -> Any:
    """``138/250``, ``0.55``, ``55.2%`` or ``18``. A fraction stands for its count where counts are measured."""
    text = published.strip() if isinstance(published, str) else repr(published)
    if isinstance(published, str) and not _FIGURE.fullmatch(text):
        return at.wrong(f"{published!r} is no figure", "a number, a percentage or a fraction: 0.55, 55.2% or 138/250")
    if "/" not in text:
        return Figure(number(text))
    count, total = (int(part) for part in text.split("/"))
    if total == 0 or count > total:
        return at.wrong(f"{published!r} is no share of a whole", "a count and a total that is not smaller")
    counted = isinstance(expression, Metric) and METRICS[expression.name].unit == "count"
    return Figure(float(count) if counted else count / total, count, total)


def _expression(text: str, names: Names, language: Language, at: Cursor, raw: Any, key: str | int) -> Any:
    """The expression that stands at ``raw[key]``; a reference's stands in the key itself."""
    try:
        return parse(text, names, language)
    except Mistake as mistake:
        return at.into(raw, key).wrong_inside(text, mistake, at_key=language == "reference")


def _as_written(published: str | int | float, at: Cursor) -> str:
    """The spelling in the file: YAML reads 0.550 as the number 0.55."""
    if isinstance(published, str):
        return published.strip()
    return at.written(_AS_WRITTEN) or repr(published)
