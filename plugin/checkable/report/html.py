"""One self-contained page about many results: readable without JavaScript, with every case one click away.

``write`` is all that others call. The page asks for nothing from anywhere, its content security
policy allows exactly the script and the style it was written with, and the same results give the
same bytes. When the cases do not fit, it leaves out what ``chunks.CUTS`` says, in that order,
and says so itself.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from checkable.report import charts, figures, provenance
from checkable.report.chunks import CUTS, Chunks, cut, pack
from checkable.report.progress import duration
from checkable.report.text import clean, one_line
from checkable.report.view import NOT_RUN, STATUSES, ArmView, ResultView, VersusView, view

BUDGET = 14_000_000  # bytes of cases in a page: more makes browsers slow to open it
EARLY = 'document.documentElement.classList.add("js");'  # before the body, so that nothing flashes
SCRIPTS = ("dom.js", "store.js", "values.js", "listing.js", "candidates.js", "case.js", "main.js")
STYLES = ("page.css", "cases.css", "print.css")


@dataclass(frozen=True, kw_only=True)
class NotRun:
    """An experiment that was selected and has no result; ``reason`` says why (skipped, crashed, stopped)."""

    experiment: str
    item: str
    title: str
    reason: str

    @property
    def name(self) -> str:
        return f"{self.experiment}::{self.item}"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A result on its way onto the page. ``slug`` is its address in the page."""

    view: ResultView
    chunks: Chunks | None
    issues: tuple[tuple[str, str], ...]  # case, what is wrong with its label
    slug: str = ""

    @property
    def headline(self) -> VersusView | None:
        """The last arm against the first: the comparison that the front shows."""
        arms = [arm for arm in self.view.arms if not arm.control]
        return arms[-1].versus if arms else None


def write(
    path: Path,
    results: Iterable[Mapping[str, Any]],
    *,
    title: str = "Experiments",
    generated_by: str = "checkable",
    not_run: Sequence[NotRun] = (),
    budget: int = BUDGET,
) -> None:
    """Write the page about ``results`` (plain data, as ``ledger.artefacts.read`` returns it) to ``path``.

    ``results`` is read once, so that only one result with its cases is in memory at a time.
    ``budget`` bounds the bytes that cases take. The file is replaced as a whole.
    """
    entries = _addressed([_entry(result) for result in results])
    entries, omitted = _within(entries, budget)
    page = _page(entries, sorted(not_run, key=lambda n: n.name), omitted, title=title, generated_by=generated_by)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_text(page, encoding="utf-8", newline="\n")
    os.replace(temporary, path)


def _entry(result: Mapping[str, Any]) -> Entry:
    seen = view(result)
    cases = result.get("cases") or []
    issues = tuple((clean(case["id"]), case["issue"]) for case in cases if case["issue"] is not None)
    return Entry(view=seen, chunks=pack(cases, result["arms"], seen.base), issues=issues)


def _addressed(entries: Iterable[Entry]) -> list[Entry]:
    """In the order of the page (what asks for attention first), each with an address of its own."""
    ordered = sorted(entries, key=lambda e: (STATUSES.index(e.view.status), e.view.name, e.view.plain["started"]))
    taken: Counter[str] = Counter()
    made = []
    for entry in ordered:
        slug = "e-" + (re.sub(r"[^a-z0-9]+", "-", entry.view.name.lower()).strip("-") or "experiment")
        taken[slug] += 1
        made.append(replace(entry, slug=slug if taken[slug] == 1 else f"{slug}--{taken[slug]}"))
    return made


def _within(entries: list[Entry], budget: int) -> tuple[list[Entry], list[str]]:
    """The entries with their cases cut to the budget, and what was cut, as the page words it."""
    omitted = []
    for step in CUTS:
        if sum(e.chunks.size for e in entries if e.chunks) <= budget:
            break
        entries = [replace(e, chunks=cut(e.chunks, step)) if e.chunks else e for e in entries]
        omitted.append(step.what)
    return entries, omitted


def _page(
    entries: Sequence[Entry], not_run: Sequence[NotRun], omitted: Sequence[str], *, title: str, generated_by: str
) -> str:
    script = f'"use strict";\n(() => {{\n{_static(SCRIPTS)}}})();\n'
    style = _static(STYLES)
    counts = Counter(e.view.status for e in entries) + Counter({NOT_RUN: len(not_run)})
    versus = [e.headline.difference for e in entries if e.headline is not None]
    return (
        _environment()
        .get_template("page.html")
        .render(
            title=title,
            generated_by=generated_by,
            entries=entries,
            not_run=not_run,
            omitted=omitted,
            counts=[(status, counts[status]) for status in STATUSES if counts[status]],
            total=counts.total(),
            scale=charts.difference_scale(versus),
            policy=_policy((EARLY, script), style),
            early=Markup(EARLY),
            script=Markup(script),
            style=Markup(style),
        )
    )


def _static(names: Sequence[str]) -> str:
    folder = resources.files("checkable.report").joinpath("static")
    return "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)


def _policy(scripts: Sequence[str], style: str) -> str:
    return (
        f"default-src 'none'; script-src {' '.join(map(_source, scripts))}; style-src {_source(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("checkable.report"),
        autoescape=True,
        finalize=_finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        {
            name: getattr(figures, name)
            for name in (
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
        }
    )
    made.filters.update(one_line=one_line, duration=duration, spoken=_spoken)
    made.globals.update(
        charts=charts, provenance_rows=provenance.rows, comparison_scale=_comparison_scale, difference_of=_difference_of
    )
    return made


def _finalize(value: Any) -> Any:
    """Every text that reaches the page passes here; markup of our own making is left as it is."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _spoken(count: int, one: str, many: str) -> str:
    """``1 case``, ``2 cases``."""
    return f"{count:,} {one if count == 1 else many}"


def _comparison_scale(seen: ResultView) -> charts.Scale:
    """One axis for all comparisons of an experiment, controls included."""
    return charts.difference_scale(v.difference for v in seen.versus)


def _difference_of(arm: ArmView) -> figures.Figure:
    return arm.versus.difference if arm.versus is not None else figures.ABSENT
