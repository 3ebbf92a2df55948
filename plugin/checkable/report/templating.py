"""The templates of the page, and the policy under which a browser shows it.

Every text that reaches the page passes through ``_finalize``, so that nothing a model or a person
wrote can act as markup or turn the reading direction.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

import jinja2
from markupsafe import Markup

from checkable.report import charts, curves, figures, provenance
from checkable.report.progress import duration
from checkable.report.text import clean, one_line
from checkable.report.view import ArmView, ResultView

FIGURES = (
    "number",
    "compact",
    "general",
    "share",
    "points",
    "interval",
    "points_interval",
    "ratio",
    "p_value",
    "measured",
)


def static(names: Sequence[str]) -> str:
    """The text of files in static/, one after another."""
    folder = resources.files("checkable.report").joinpath("static")
    return "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)


def policy(scripts: Sequence[str], style: str) -> str:
    """A content security policy that allows exactly these scripts and this style, and no request at all."""
    return (
        f"default-src 'none'; script-src {' '.join(map(_source, scripts))}; style-src {_source(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("checkable.report"),
        autoescape=True,
        finalize=_finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update({name: getattr(figures, name) for name in FIGURES})
    made.filters.update(one_line=one_line, duration=duration, spoken=spoken)
    made.globals.update(
        charts=charts,
        curves=curves,
        provenance_rows=provenance.rows,
        comparison_scale=_comparison_scale,
        difference_of=_difference_of,
        cost_scale=_cost_scale,
    )
    return made


def _finalize(value: Any) -> Any:
    """Every text that reaches the page passes here; markup of our own making is left as it is."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def spoken(count: int, one: str, many: str) -> str:
    """``1 case``, ``2 cases``."""
    return f"{count:,} {one if count == 1 else many}"


def _comparison_scale(seen: ResultView) -> charts.Scale:
    """One axis for all comparisons of an experiment, controls included."""
    return charts.difference_scale(v.difference for v in seen.versus)


def _difference_of(arm: ArmView) -> figures.Figure:
    return arm.versus.difference if arm.versus is not None else figures.ABSENT


def _cost_scale(seen: ResultView, population: str, metric: str) -> charts.Scale | None:
    """An axis from nothing to the dearest arm; None where no arm has a cost."""
    found = [arm.figure(population, metric).value for arm in seen.arms]
    return charts.amount_scale([n for n in found if n is not None])
