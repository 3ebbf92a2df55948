"""Expressions and estimates as people read them. Promises text alone; must not judge."""

from __future__ import annotations

import json
import math

from checkable.core.expression import (
    Arithmetic,
    Beats,
    Both,
    Bound,
    CaseFact,
    Compare,
    Expression,
    Metric,
    Not,
    Number,
    Text,
)
from checkable.core.metrics import METRICS
from checkable.core.scored import Estimate

MINUS = "\N{MINUS SIGN}"


def words(expression: Expression) -> str:
    """An expression as a spec writes it, with parentheses around every nested operation."""
    match expression:
        case Number(value=value):
            return f"{value:.12g}"
        case Text(value=value):
            return json.dumps(value, ensure_ascii=False)
        case CaseFact(name=name):
            return f"case.{name}"
        case Metric():
            return metric_words(expression)
        case Beats(left=left, right=right, slice=part):
            return f"{left} beats {right}" + (f" on {part}" if part else "")
        case Bound(left=left, right=right, kind=kind, margin=margin, slice=part):
            much = f"{100 * margin:.12g}%"
            how = f"within {much} of" if kind == "within" else f"gains less than {much} over"
            return f"{left} {how} {right}" + (f" on {part}" if part else "")
        case Not(operand=operand):
            return f"not {_nested(operand)}"
        case Arithmetic(operator=op, left=a, right=b) | Compare(operator=op, left=a, right=b) \
                | Both(operator=op, left=a, right=b):
            return f"{_nested(a)} {op} {_nested(b)}"
    raise TypeError(f"not an expression: {expression!r}")


def metric_words(metric: Metric) -> str:
    return f"{metric.arm}.{metric.name}" + (f"({', '.join(metric.arguments)})" if metric.arguments else "")


def measured(estimate: Estimate, metric: str) -> str:
    """A number of ``core.metrics`` with what it was counted from: "35/44 (79.5%)", "18 of 250", "412.0 tokens"."""
    if math.isnan(estimate.value):
        return estimate.method or "undefined"
    unit = METRICS[metric].unit
    if unit == "share":
        return _share(estimate)
    if unit == "count":
        return f"{estimate.value:.0f}" + (f" of {estimate.denominator:.0f}" if estimate.denominator else "")
    return f"{estimate.value:.6g} {unit}" if unit != "number" else f"{estimate.value:.6g}"


def figure(value: float) -> str:
    """A bare number, short: "0.795", "18", "undefined"."""
    return "undefined" if math.isnan(value) else signed(value, ".4g", plus="")


def points(value: float) -> str:
    """A difference of shares in percentage points, with its sign: "+7.2"."""
    return signed(100 * value, ".1f")


def signed(value: float, form: str, plus: str = "+") -> str:
    """A number with a real minus sign, and never "-0.0"."""
    text = format(abs(value), form)
    zero = float(text) == 0
    return (MINUS if value < 0 and not zero else "" if zero else plus) + text


def interval(estimate: Estimate) -> str:
    """The interval of a difference in points: "[+2.9, +12.1]", or why there is none."""
    if math.isnan(estimate.low):
        return f"({estimate.method})"
    return f"[{points(estimate.low)}, {points(estimate.high)}]"


def _share(estimate: Estimate) -> str:
    percent = signed(100 * estimate.value, ".1f", plus="") + "%"
    if estimate.numerator is None or estimate.denominator is None:
        return percent
    return f"{signed(estimate.numerator, '.0f', plus='')}/{estimate.denominator:.0f} ({percent})"


def _nested(expression: Expression) -> str:
    text = words(expression)
    return f"({text})" if isinstance(expression, (Arithmetic, Compare, Both, Beats, Bound)) else text
