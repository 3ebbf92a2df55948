"""Rows of charts as inline SVG: marks on a shared axis, to stand in the cells of a table.

Positions are percentages of the cell, so that a row is sharp at every width and as high as its
cell, and its labels are the table's own text. A chart holds no text but its ticks and says nothing
that the table does not; it is hidden from screen readers. Tones: ``up``, ``flat`` and ``down`` are
classes of the page's style.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from checkable.core.claims import Transition
from checkable.report.figures import Figure, compact, number, points

STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1.0)  # of differences in accuracy
STRETCHES = 4  # between ticks, at most, so that their labels do not touch in a narrow column


@dataclass(frozen=True, kw_only=True)
class Scale:
    """A shared axis from ``low`` to ``high`` with its ticks."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def percent(self, value: float) -> str:
        """Where ``value`` is, as a percentage of the width, held within it."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return f"{100 * share:.2f}%"


SHARES = Scale(low=0.0, high=1.0, ticks=(0.0, 0.25, 0.5, 0.75, 1.0))


def difference_scale(figures: Iterable[Figure]) -> Scale:
    """An axis that holds 0, every value and every interval, with round ticks."""
    found = [n for f in figures for n in (f.value, f.low, f.high) if n is not None]
    low, high = min([0.0, *found]), max([0.0, *found])
    if high - low < 0.02:
        low, high = low - 0.01, high + 0.01
    step = next((s for s in STEPS if math.ceil(high / s) - math.floor(low / s) <= STRETCHES), STEPS[-1])
    first, last = math.floor(low / step), math.ceil(high / step)
    return Scale(low=first * step, high=last * step, ticks=tuple(round(i * step, 6) for i in range(first, last + 1)))


def amount_scale(amounts: Iterable[float]) -> Scale | None:
    """An axis from 0 past the largest amount, with about four round ticks; None where there is nothing above 0."""
    largest = max(amounts, default=0.0)
    if largest <= 0:
        return None
    power = 10.0 ** math.floor(math.log10(largest / STRETCHES))
    step = next(power * s for s in (1, 2, 2.5, 5, 10, 20) if power * s * STRETCHES >= largest)
    last = math.ceil(largest / step - 1e-9)
    return Scale(low=0.0, high=last * step, ticks=tuple(i * step for i in range(last + 1)))


def tone(difference: Figure) -> str:
    """``up`` or ``down`` when the interval excludes 0, ``flat`` when it does not."""
    if not difference.bounded:
        return "flat"
    return "up" if difference.low > 0 else "down" if difference.high < 0 else "flat"


def forest_row(difference: Figure, scale: Scale, *, hollow: bool, smallest: float | None = None) -> Markup:
    """A difference with its interval; ``hollow`` for a control; ``smallest`` marks the smallest effect of interest."""
    marks = [_line(scale.percent(0.0), scale.percent(0.0), "zero", vertical=True)]
    if smallest is not None:
        marks.append(_line(scale.percent(smallest), scale.percent(smallest), "smallest", vertical=True))
    if difference.bounded:
        marks.append(
            _line(scale.percent(difference.low), scale.percent(difference.high), f"whisker {tone(difference)}")
        )
    if difference.value is not None:
        marks.append(_dot(scale.percent(difference.value), f"dot {tone(difference)}{' hollow' if hollow else ''}"))
    return _row(scale, marks)


def dumbbell_row(commit: Figure, reach: Figure) -> Markup:
    """What was committed, filled, with its interval; a broken line to what an oracle reaches, a ring around it."""
    marks = []
    if commit.value is not None and reach.value is not None:
        marks.append(_line(SHARES.percent(commit.value), SHARES.percent(reach.value), "gap"))
    if commit.bounded:
        marks.append(_line(SHARES.percent(commit.low), SHARES.percent(commit.high), "band"))
    if reach.value is not None:
        marks.append(_dot(SHARES.percent(reach.value), "dot reach hollow", radius=7))
    if commit.value is not None:
        marks.append(_dot(SHARES.percent(commit.value), "dot commit"))
    return _row(SHARES, marks)


def seeds_row(seeds: Sequence[Figure]) -> Markup:
    """A dot for what each training seed has alone, and a band from the worst to the best."""
    values = [seed.value for seed in seeds if seed.value is not None]
    band = [_line(SHARES.percent(min(values)), SHARES.percent(max(values)), "band")] if values else []
    return _row(SHARES, [*band, *(_dot(SHARES.percent(value), "dot seed", radius=4) for value in values)])


def amount_row(amount: Figure, scale: Scale) -> Markup:
    """A cost: a bar from 0, with its interval."""
    marks = [_line(scale.percent(0.0), scale.percent(0.0), "zero", vertical=True)]
    if amount.value is not None:
        marks.append(_line(scale.percent(0.0), scale.percent(amount.value), "amount"))
    if amount.bounded:
        marks.append(_line(scale.percent(amount.low), scale.percent(amount.high), "band"))
    return _row(scale, marks)


def flips_scale(families: Iterable[tuple[int, int]]) -> Scale:
    """A whole-numbered axis around 0 that holds every (recoveries, regressions)."""
    families = list(families)
    lost, won = max((r for _, r in families), default=0), max((w for w, _ in families), default=0)
    step = max(1, math.ceil((lost + won) / STRETCHES))
    first, last = -math.ceil(lost / step), max(1, math.ceil(won / step))
    ticks = tuple(float(i * step) for i in range(first, last + 1))
    return Scale(low=ticks[0], high=ticks[-1], ticks=ticks)


def flips_row(recovered: int, regressed: int, scale: Scale) -> Markup:
    """What one side gained, to the right of 0, and what it lost, to the left."""
    zero = scale.percent(0.0)
    marks = [
        _line(zero, scale.percent(float(recovered)), "flips up"),
        _line(scale.percent(float(-regressed)), zero, "flips down"),
        _line(zero, zero, "zero", vertical=True),
    ]
    return _row(scale, marks)


def flips_axis(scale: Scale) -> Markup:
    return _axis(scale, [number(abs(t)) for t in scale.ticks])


def amount_axis(scale: Scale) -> Markup:
    return _axis(scale, [compact(t) for t in scale.ticks])


LEVELS = ("confirmed", "promising", "open", "negative", "retired")  # of a claim, from top to bottom
LEVEL = 24  # pixels between two levels


def history(transitions: Sequence[Transition]) -> Markup:
    """Where a claim stood over its moves, oldest first, one step a move; the words and dates are in the list below."""
    moves = sorted(transitions, key=lambda t: t.at)
    levels = [moves[0].before, *(t.after for t in moves)]
    width = 100 / len(levels)
    marks = [_level_line("grid", 0, 100, name) for name in LEVELS]
    for step, name in enumerate(levels):
        marks.append(_level_line(f"stood {_LEVEL_TONE[name]}", step * width, (step + 1) * width, name))
        if step:
            marks.append(
                Markup('<line class="moved" x1="{0}%" x2="{0}%" y1="{1}" y2="{2}"/>').format(
                    f"{step * width:.2f}", _height(levels[step - 1]), _height(name)
                )
            )
    names = [Markup('<text x="0" y="{}">{}</text>').format(_height(name) - 5, name) for name in LEVELS]
    return Markup('<svg class="chart steps" width="100%" height="{}" aria-hidden="true">{}</svg>').format(
        LEVEL * len(LEVELS) + 4, Markup().join([*marks, *names])
    )


_LEVEL_TONE = {"confirmed": "up", "promising": "up", "open": "flat", "negative": "down", "retired": "flat"}


def _height(level: str) -> int:
    return LEVEL * (LEVELS.index(level) + 1)


def _level_line(kind: str, start: float, end: float, level: str) -> Markup:
    return Markup('<line class="{}" x1="{}%" x2="{}%" y1="{}" y2="{}"/>').format(
        kind, f"{start:.2f}", f"{end:.2f}", _height(level), _height(level)
    )


def difference_axis(scale: Scale) -> Markup:
    return _axis(scale, [points(t, 0) for t in scale.ticks])


def share_axis() -> Markup:
    return _axis(SHARES, [number(100 * t) for t in SHARES.ticks])


def _axis(scale: Scale, labels: Sequence[str]) -> Markup:
    texts = [
        Markup('<text x="{}" y="14">{}</text>').format(scale.percent(t), label)
        for t, label in zip(scale.ticks, labels, strict=True)
    ]
    return Markup(
        '<svg class="chart axis" width="100%" height="20" overflow="visible" aria-hidden="true">{}</svg>'
    ).format(Markup().join(texts))


def _row(scale: Scale, marks: Sequence[Markup]) -> Markup:
    grid = [_line(scale.percent(t), scale.percent(t), "grid", vertical=True) for t in scale.ticks]
    return Markup('<svg class="chart" width="100%" aria-hidden="true">{}</svg>').format(Markup().join([*grid, *marks]))


def _line(start: str, end: str, kind: str, *, vertical: bool = False) -> Markup:
    top, bottom = ("0", "100%") if vertical else ("50%", "50%")
    return Markup('<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(kind, start, end, top, bottom)


def _dot(at: str, kind: str, *, radius: int = 5) -> Markup:
    return Markup('<circle class="{}" cx="{}" cy="50%" r="{}"/>').format(kind, at, radius)
