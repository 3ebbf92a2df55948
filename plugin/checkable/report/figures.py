"""How a number is worded: counts, shares, differences in points, intervals and p-values.

Shares are shown in percent and differences of shares in points, both with one decimal; an
undefined number is a dash, never 0. Signs are a real minus, which ``report.terminal`` turns into
a hyphen where the terminal has no Unicode.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

UNDEFINED = "–"
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """An estimate as read back: None where it is undefined or absent. See ``core.scored.Estimate``."""

    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    low: float | None = None
    high: float | None = None
    method: str = ""

    @property
    def bounded(self) -> bool:
        return self.low is not None and self.high is not None

    @property
    def negative(self) -> Figure:
        """The figure with its sign turned, bounds and numerator too."""
        value, numerator, low, high = (None if n is None else -n for n in
                                       (self.value, self.numerator, self.high, self.low))
        return replace(self, value=value, numerator=numerator, low=low, high=high)


ABSENT = Figure()


def figure(plain: Mapping[str, Any] | None) -> Figure:
    """The figure in a plain Estimate; ``ABSENT`` for None."""
    if plain is None:
        return ABSENT
    numbers = {key: finite(plain.get(key)) for key in ("value", "numerator", "denominator", "low", "high")}
    return Figure(**numbers, method=str(plain.get("method", "")))


def finite(value: Any) -> float | None:
    """``value`` as a number; None where it is none, or not finite."""
    if isinstance(value, (int, float)) and math.isfinite(value):
        return value
    return None


def number(value: float | None, digits: int = 0) -> str:
    """``1234.5`` as ``1,234`` or with ``digits`` decimals."""
    return UNDEFINED if value is None else f"{value:,.{digits}f}".replace("-", MINUS)


def compact(value: float | None) -> str:
    """A number with about three digits, for columns of tokens and seconds."""
    if value is None or value == 0:
        return number(value)
    size = abs(value)
    return number(value, 0 if size >= 100 else 1 if size >= 10 else 2)


def general(value: float | None) -> str:
    """A number of unknown kind: whole ones whole, others with four significant digits."""
    if value is None:
        return UNDEFINED
    if value == int(value) and abs(value) < 1e15:
        return number(value)
    return f"{value:.4g}".replace("-", MINUS)


def share(value: float | None, digits: int = 1) -> str:
    """``0.624`` as ``62.4%``."""
    return UNDEFINED if value is None else f"{100 * value:.{digits}f}%".replace("-", MINUS)


def points(value: float | None, digits: int = 1) -> str:
    """A difference of shares in points, signed: ``0.072`` as ``+7.2``."""
    if value is None:
        return UNDEFINED
    rounded = round(100 * value, digits)
    return f"{rounded:+.{digits}f}".replace("-", MINUS) if rounded else f"{0:.{digits}f}"


def interval(estimate: Figure, digits: int = 1) -> str:
    """The 95% interval of a share in percent: ``[56.2, 68.2]``; "" where there is none."""
    if not estimate.bounded:
        return ""
    return f"[{number(100 * estimate.low, digits)}, {number(100 * estimate.high, digits)}]"


def points_interval(estimate: Figure, digits: int = 1) -> str:
    """The 95% interval of a difference, signed: ``[+3.6, +10.8]``; "" where there is none."""
    if not estimate.bounded:
        return ""
    return f"[{points(estimate.low, digits)}, {points(estimate.high, digits)}]"


def ratio(estimate: Figure) -> str:
    """``32/47`` where the number is a count over a count; "" where it is none."""
    if estimate.numerator is None or estimate.denominator is None:
        return ""
    return f"{general(estimate.numerator)}/{general(estimate.denominator)}"


def p_value(value: float | None) -> str:
    """A p-value with two significant digits; below one in ten thousand only that it is."""
    if value is None:
        return UNDEFINED
    return "< .0001" if value < 0.0001 else f"{value:.2g}" if value >= 0.001 else f"{value:.4f}"


def measured(estimate: Figure) -> str:
    """An estimate of unknown kind: ``156 of 250 [141, 170]``, ``32/47 = 68.1% [53.8, 79.6]``, ``412 [398, 427]``."""
    if estimate.value is None:
        return estimate.method or "undefined"
    if estimate.numerator is None or estimate.denominator is None:
        return f"{general(estimate.value)} {_plain_interval(estimate)}".rstrip()
    if estimate.value == estimate.numerator:  # a count: the denominator says of how many
        return f"{general(estimate.value)} of {general(estimate.denominator)} {_plain_interval(estimate)}".rstrip()
    return f"{ratio(estimate)} = {share(estimate.value)} {interval(estimate)}".rstrip()


def _plain_interval(estimate: Figure) -> str:
    return f"[{rounded(estimate.low)}, {rounded(estimate.high)}]" if estimate.bounded else ""


def rounded(value: float | None) -> str:
    """A bound of an interval: whole from 100 on, with decimals below."""
    if value is None:
        return UNDEFINED
    return number(value, 0 if abs(value) >= 100 else 1 if abs(value) >= 1 else 3)
