"""One self-contained page about many results: readable without JavaScript, with every case one click away.

``write`` is all that others call. The page asks for nothing from anywhere, its content security
policy allows exactly the script and the style it was written with, and the same results, written
over the same earlier page, give the same bytes. When the cases do not fit, it leaves out what
``chunks.CUTS`` says, in that order, and says so itself.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from checkable.core.claims import Overview
from checkable.report import atlas, charts, earlier, method
from checkable.report.entries import Entry, NotRun, made, siblings, within
from checkable.report.templating import environment, policy, static
from checkable.report.view import NOT_RUN, STATUSES

__all__ = ["NotRun", "write"]

PAGE = 14_500_000  # bytes of a page: more makes browsers slow to open it
EARLY = 'document.documentElement.classList.add("js");'  # before the body, so that nothing flashes
SCRIPTS = (
    "dom.js",
    "store.js",
    "values.js",
    "charts.js",
    "python.js",
    "export.js",
    "listing.js",
    "families.js",
    "candidates.js",
    "case.js",
    "interval.js",
    "compare.js",
    "filters.js",
    "main.js",
)
STYLES = ("page.css", "map.css", "cases.css", "print.css")


def write(
    path: Path,
    results: Iterable[Mapping[str, Any]],
    *,
    title: str = "checkable",
    generated_by: str = "checkable",
    not_run: Sequence[NotRun] = (),
    budget: int | None = None,
    overview: Overview | None = None,
) -> None:
    """Write the page about ``results`` (plain data, as ``ledger.artefacts.read`` returns it) to ``path``.

    ``results`` is read once, so that only one result with its cases is in memory at a time.
    ``overview`` adds research programs, claims and the queue. ``budget`` bounds the bytes that cases
    take (by default, what is left of ``PAGE``). A page that is already at ``path`` tells what
    changed since; it is replaced as a whole.
    """
    entries = made(results)
    not_run = sorted(not_run, key=lambda n: n.name)
    atlas_ = atlas.made(overview, entries) if overview is not None else None
    now = earlier.standing(entries, not_run, atlas_)
    changes = earlier.changes(earlier.read(path), now)
    body = {
        "experiments": _rendered("experiments.html", entries=entries, siblings=siblings, folded=len(entries) > 1),
        "claims": _rendered("claim_pages.html", atlas=atlas_) if atlas_ is not None else "",
    }
    left = PAGE - 200_000 - sum(map(len, body.values())) if budget is None else budget
    entries, omitted = within(entries, left)
    page = _page(
        entries,
        omitted,
        body,
        now,
        not_run=not_run,
        atlas=atlas_,
        changes=changes,
        title=title,
        generated_by=generated_by,
        methods=method.facts(entries),
    )
    _replace(path, page)


def _rendered(template: str, **values: Any) -> Markup:
    return Markup(environment().get_template(template).render(**values))


def _page(
    entries: Sequence[Entry],
    omitted: Sequence[str],
    body: Mapping[str, Markup],
    now: Mapping[str, Any],
    *,
    not_run: Sequence[NotRun],
    **values: Any,
) -> str:
    script = f'"use strict";\n(() => {{\n{static(SCRIPTS)}}})();\n'
    style = static(STYLES)
    counts = Counter(e.view.status for e in entries) + Counter({NOT_RUN: len(not_run)})
    versus = [e.headline.difference for e in entries if e.headline is not None]
    return (
        environment()
        .get_template("page.html")
        .render(
            entries=entries,
            not_run=not_run,
            omitted=omitted,
            body=body,
            counts=[(status, counts[status]) for status in STATUSES if counts[status]],
            total=counts.total(),
            scale=charts.difference_scale(versus),
            policy=policy((EARLY, script), style),
            early=Markup(EARLY),
            script=Markup(script),
            style=Markup(style),
            standing=Markup(earlier.block(now)),
            **values,
        )
    )


def _replace(path: Path, page: str) -> None:
    """All of the page under ``path``, or nothing. Raises OSError, with nothing left beside it."""
    path = path.absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(page, encoding="utf-8", newline="\n")
        os.replace(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
