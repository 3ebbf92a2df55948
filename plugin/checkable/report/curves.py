"""How trainings went and how far programs run, drawn: loss curves, validation scores, heat maps of right states.

Curves are stretched to their cell; what a reader needs in numbers stands in the table beside them. Pure functions over
plain data, as a result keeps it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from checkable.report.figures import compact

HEIGHT = 100  # of the drawing's own units; it is as wide
FLOOR = 1e-4  # of a loss on the logarithmic axis


def arms_of(rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """Rows of one arm after the other, in their order."""
    return [(arm, list(of_one)) for arm, of_one in groupby(rows, key=lambda row: row["arm"])]


def losses(trainings: Sequence[Mapping[str, Any]], among: Sequence[Mapping[str, Any]]) -> Markup:
    """Loss over steps, one line a seed, on the logarithmic axis that all trainings ``among`` share."""
    found = [loss for one in among for _, loss in one["losses"] if loss is not None]
    low, high = math.log10(max(FLOOR, min(found, default=FLOOR))), math.log10(max(FLOOR, max(found, default=1.0)))
    span = (high - low) or 1.0
    lines = [[(step, (math.log10(max(FLOOR, loss)) - low) / span) for step, loss in one["losses"] if loss is not None]
             for one in trainings]
    return _drawn(trainings, lines)


def scores(trainings: Sequence[Mapping[str, Any]]) -> Markup:
    """Accuracy on validation lessons over steps, from nothing to all right."""
    return _drawn(trainings, [[(step, score or 0.0) for step, score in one["scores"]] for one in trainings])


def rounds(trainings: Sequence[Mapping[str, Any]]) -> list[tuple[str, int, Mapping[str, Any]]]:
    """Every round of expert iteration with its arm and seed; older results have none."""
    return [(one["arm"], one["seed"], of_one) for one in trainings for of_one in one.get("rounds", ())]


def bounds(among: Sequence[Mapping[str, Any]]) -> str:
    """The ends of the axis of ``losses``, in words."""
    found = [loss for one in among for _, loss in one["losses"] if loss is not None]
    return f"{compact(max(FLOOR, min(found)))} to {compact(max(found))}" if found else ""


def heat(share: float) -> Markup:
    """The ground of a cell: as strong as the share is high."""
    return Markup('<span class="heat" aria-hidden="true"><svg width="100%" height="100%"><rect width="100%" '
                  'height="100%" opacity="{}"/></svg></span>').format(f"{0.75 * share:.3f}")


def _drawn(trainings: Sequence[Mapping[str, Any]], lines: Sequence[Sequence[tuple[int, float]]]) -> Markup:
    last = max((step for line in lines for step, _ in line), default=0) or 1
    marks = [_line(line, last, at) for at, line in enumerate(lines)]
    chosen = [Markup('<line class="chosen" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(
        f"{100 * one['chosen'] / last:.2f}", HEIGHT - 6, HEIGHT) for one in trainings if one["chosen"] is not None]
    return Markup('<svg class="curves" viewBox="0 0 100 {}" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
                  ).format(HEIGHT, Markup().join([*marks, *chosen]))


def _line(line: Sequence[tuple[int, float]], last: int, at: int) -> Markup:
    points = " ".join(f"{100 * step / last:.2f},{HEIGHT - HEIGHT * min(1.0, max(0.0, y)):.2f}" for step, y in line)
    return Markup('<polyline class="seed seed-{}" points="{}"/>').format(at % 5, points)
