"""Results on their way onto the page: what each is called there, in which order they stand, and what fits.

An entry keeps the view of a result and its cases as compressed blocks, so that only one result with
its cases is in memory at a time. Must not know what a page looks like.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from checkable.report.chunks import CUTS, Chunks, cut, pack
from checkable.report.sources import apart
from checkable.report.text import clean
from checkable.report.view import STATUSES, ResultView, VersusView, view


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
    """A result on its way onto the page. ``slug`` is its address in the page.

    ``apart`` tells it from others of its name on the page: when it started, its model, its run; "" without any.
    """

    view: ResultView
    chunks: Chunks | None
    issues: tuple[tuple[str, str], ...]  # case, what is wrong with its label
    slug: str = ""
    apart: str = ""

    @property
    def label(self) -> str:
        """What it is called wherever somebody chooses among the runs of a page."""
        return f"{self.view.name} · {self.apart}" if self.apart else self.view.name

    @property
    def run(self) -> str:
        """Which run it is, whatever else is on the page."""
        return apart(self.view.plain)

    @property
    def headline(self) -> VersusView | None:
        """The comparison that the front shows."""
        return self.view.headline

    @property
    def particulars(self) -> str:
        """What tells this run from others of its spec: ``examples 3, seed 0, qwen3.5-4b``."""
        origin = self.view.provenance
        cell, model = origin.get("cell"), origin.get("model")
        parts = [f"{name} {value}" for name, value in cell.items()] if isinstance(cell, Mapping) else []
        parts.append(f"seed {origin.get('seed', 'unknown')}")
        if isinstance(model, Mapping) and model.get("name"):
            parts.append(str(model["name"]))
        return ", ".join(parts)


def made(results: Iterable[Mapping[str, Any]]) -> list[Entry]:
    """The entries of ``results`` in the order of the page, each with an address of its own."""
    return _addressed([_entry(result) for result in results])


def _entry(result: Mapping[str, Any]) -> Entry:
    seen = view(result)
    cases = result.get("cases") or []
    issues = tuple((clean(case["id"]), case["issue"]) for case in cases if case["issue"] is not None)
    first = seen.headline
    shown = (first.base, first.arm) if first is not None else (seen.base, "")
    return Entry(view=seen, chunks=pack(cases, result["arms"], *shown), issues=issues)


def _addressed(entries: Iterable[Entry]) -> list[Entry]:
    """What asks for attention first."""
    ordered = sorted(entries, key=lambda e: (STATUSES.index(e.view.status), e.view.name, e.view.plain["started"]))
    slugs = addresses((e.view.name for e in ordered), prefix="e-")
    named = Counter(e.view.name for e in ordered)
    return [replace(entry, slug=slug, apart=apart(entry.view.plain) if named[entry.view.name] > 1 else "")
            for entry, slug in zip(ordered, slugs, strict=True)]


def addresses(names: Iterable[str], *, prefix: str) -> list[str]:
    """A distinct address for each name, safe in an attribute and after ``#``; the same names give the same ones."""
    taken: Counter[str] = Counter()
    found = []
    for name in names:
        slug = prefix + (re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "unnamed")
        taken[slug] += 1
        found.append(slug if taken[slug] == 1 else f"{slug}--{taken[slug]}")
    return found


def slugs_of(results: Sequence[Mapping[str, Any]]) -> list[str]:
    """The addresses that a page about exactly these results gives them, in their order here."""
    entries = [_entry({**result, "cases": []}) for result in results]
    slugs = {id(addressed.view): addressed.slug for addressed in _addressed(entries)}
    return [slugs[id(entry.view)] for entry in entries]


def address_of(experiment: str, item: str) -> str:
    """The address of an experiment in a page that holds one result under its name."""
    return addresses([f"{experiment}::{item}"], prefix="e-")[0]


def within(entries: Sequence[Entry], budget: int) -> tuple[list[Entry], list[str]]:
    """The entries with their cases cut to ``budget`` bytes, and what was cut, as the page words it."""
    entries, omitted = list(entries), []
    for step in CUTS:
        if sum(e.chunks.size for e in entries if e.chunks) <= budget:
            break
        entries = [replace(e, chunks=cut(e.chunks, step)) if e.chunks else e for e in entries]
        omitted.append(step.what)
    return entries, omitted


def siblings(entry: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """Runs of the same spec and tier under other cells, seeds or models, this one included."""
    return [e for e in entries if _line(e) == _line(entry)]


def _line(entry: Entry) -> tuple[str, str]:
    return entry.view.experiment, entry.view.plain["tier"]
