"""What changed since the page that is about to be replaced.

A page carries how everything stood when it was written, as one block of JSON; the next page written
to the same place reads that block and tells what moved. A page without a block, or a damaged one,
counts as no earlier page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checkable.report.atlas import Atlas
from checkable.report.entries import Entry, NotRun
from checkable.report.text import clean_all
from checkable.report.view import NOT_RUN

_BLOCK = re.compile(rb'<script type="application/json" id="standing">(.*?)</script>', re.DOTALL)
Standing = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that stands elsewhere than before. ``before`` "" is new here; ``after`` "" is gone."""

    kind: str  # claim, experiment or audit
    name: str
    slug: str  # its address in this page, "" where it has none
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Changes:
    """``since``: when the newest run of the earlier page started; None where there was no earlier page."""

    since: str | None
    moved: tuple[Change, ...]


def standing(entries: Sequence[Entry], not_run: Sequence[NotRun], atlas: Atlas | None) -> Standing:
    """How everything stands now, as plain data."""
    experiments = {n.name: [NOT_RUN, "", []] for n in not_run}
    for entry in sorted(entries, key=lambda e: e.view.plain["started"]):
        warnings = sorted(a["name"] for a in entry.view.audits if a["level"] == "warning")
        experiments[entry.view.name] = [entry.view.status, entry.slug, warnings]
    claims = {c.standing.claim.id: [c.standing.status, c.slug] for c in atlas.claims} if atlas else {}
    newest = max((e.view.plain["started"] for e in entries), default="")
    return clean_all({"newest": newest, "experiments": dict(sorted(experiments.items())), "claims": claims})


def block(now: Standing) -> str:
    """``now`` for the inside of a script element: nothing in it can end the element."""
    text = json.dumps(now, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def read(path: Path) -> Standing | None:
    """How everything stood on the page at ``path``; None where there is none that says so."""
    try:
        found = _BLOCK.search(path.read_bytes())
        known = json.loads(found[1]) if found else None
    except (OSError, ValueError):
        return None
    whole = (
        isinstance(known, dict) and isinstance(known.get("experiments"), dict) and isinstance(known.get("claims"), dict)
    )
    return clean_all(known) if whole else None


def changes(before: Standing | None, now: Standing) -> Changes:
    """Claims that moved, then experiments whose verdict or warnings did. Nothing is new on a first page."""
    if before is None:
        return Changes(since=None, moved=())
    moved = [
        *_moved("claim", before["claims"], now["claims"]),
        *_moved("experiment", before["experiments"], now["experiments"]),
        *_warned(before["experiments"], now["experiments"]),
    ]
    return Changes(since=str(before.get("newest", "")), moved=tuple(moved))


def _moved(kind: str, before: Mapping[str, Any], now: Mapping[str, Any]) -> list[Change]:
    """What is on both pages and stands differently, or is new; an experiment that did not run today is not a change."""
    found = []
    for name, [status, slug, *_] in now.items():
        old = before[name][0] if name in before else ""
        if status != old:
            found.append(Change(kind=kind, name=name, slug=slug, before=old, after=status))
    if kind == "claim":
        found += [Change(kind=kind, name=n, slug="", before=before[n][0], after="") for n in before if n not in now]
    return found


def _warned(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[Change]:
    """Audits that warn and did not on the earlier page."""
    return [
        Change(kind="audit", name=f"{name}: {audit}", slug=slug, before="", after="warning")
        for name, [_, slug, warnings] in now.items()
        if name in before
        for audit in warnings
        if audit not in before[name][2]
    ]
