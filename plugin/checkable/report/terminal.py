"""One experiment as text for a terminal: what held, the arms beside each other, and where it came from.

Promises lines within the given width (but for single words that are wider), and that a figure
only an oracle could reach never stands in a column with what was committed. Must not print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from checkable.core.result import ExperimentResult
from checkable.report import arms_table
from checkable.report.figures import measured
from checkable.report.layout import Medium
from checkable.report.progress import duration
from checkable.report.provenance import brief
from checkable.report.text import cells, clip, flow, one_line, pad, wrap
from checkable.report.view import FAILED, NOT_JUDGED, PASSED, UNDECIDED, CriterionView, ResultView, view

Result = ExperimentResult | Mapping[str, Any]
NARROWEST = 60  # below this, lines are as long as they must be
STYLES = {FAILED: "bad", UNDECIDED: "doubt", PASSED: "good", "held": "good"}


def can_unicode(encoding: str | None) -> bool:
    """Whether a terminal of this encoding can show the signs that ``render`` draws with."""
    try:
        "─│✓✗≠−…".encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def render(result: Result, *, width: int, colour: bool, unicode: bool = True) -> str:
    """An experiment in full, for the summary at the end of a run. Lines are at most ``width`` cells."""
    seen = view(result)
    medium = Medium(width=max(width, NARROWEST), colour=colour, unicode=unicode)
    return medium.finish(
        [
            *_heading(seen, medium),
            *arms_table.lines(seen, medium),
            *_criteria(seen, medium),
            *_references(seen, medium),
            *_audits(seen, medium),
            *_provenance(seen, medium),
        ]
    )


def failure_text(
    result: Result,
    *,
    artefact: Path | None = None,
    report: str | None = None,
    width: int = 80,
    colour: bool = False,
    unicode: bool = True,
) -> str:
    """Why an experiment failed: the criteria that did not hold, the arms, and where to look further."""
    seen = view(result)
    medium = Medium(width=max(width, NARROWEST), colour=colour, unicode=unicode)
    broken = [c for c in seen.criteria if c.verdict != "held"]
    lines = [f"{len(broken)} of {_counted(len(seen.criteria), 'criterion', 'criteria')} did not hold", ""]
    for criterion in broken:
        lines += _criterion(criterion, medium)
        lines += [
            f"      {line}"
            for text, number in criterion.numbers
            for line in wrap(f"{text}: {measured(number)}", medium.width - 6, rest="  ")
        ]
    lines += ["", *arms_table.lines(seen, medium), *_audits(seen, medium), ""]
    lines += [f"  {what}: {where}" for what, where in (("report", report), ("artefact", artefact)) if where is not None]
    return medium.finish(lines)


def _heading(seen: ResultView, medium: Medium) -> Iterator[str]:
    verdict = f"{medium.mark(seen.status)} {seen.status}"
    name = clip(one_line(seen.name), medium.width - cells(verdict) - 8, medium.ellipsis)
    fill = medium.rule * max(0, medium.width - cells(name) - cells(verdict) - 8)
    yield (
        f"{medium.paint(medium.rule * 2, 'dim')} {medium.paint(name, 'bold')} {medium.paint(fill, 'dim')} "
        f"{medium.paint(verdict, STYLES.get(seen.status, 'bold'))} {medium.paint(medium.rule * 2, 'dim')}"
    )
    yield from (medium.paint(line, "bold") for line in wrap(seen.title, medium.width))
    yield from flow(_facts(seen), medium.width)
    if ended := seen.plain.get("stopping"):
        yield from wrap(ended["text"], medium.width)
    yield ""


def _facts(seen: ResultView) -> list[str]:
    parts = [
        f"{seen.plain['substrate']} {seen.plain['split']}",
        "; ".join(seen.sizes),
    ]
    parts += [
        f"{fact.replace('_', ' ')} {seen.plain[fact]}" for fact in ("research_program", "claim") if seen.plain[fact]
    ]
    if seen.slices:
        parts.append("slices " + ", ".join(f"{name} {n:,}" for name, n in seen.slices.items()))
    parts += [f"{arm.name} asks {', '.join(arm.models)}" for arm in seen.arms if arm.models and not arm.control]
    return parts


def _criteria(seen: ResultView, medium: Medium) -> Iterator[str]:
    if not seen.criteria:
        yield medium.paint("  no criteria: nothing that had to hold", "dim")
        return
    judged = "; not judged in this tier" if seen.verdict == NOT_JUDGED else ""
    yield medium.paint(f"  criteria: {seen.held} of {len(seen.criteria)} held{judged}", "bold")
    for criterion in seen.criteria:
        yield from _criterion(criterion, medium)


def _criterion(criterion: CriterionView, medium: Medium) -> Iterator[str]:
    verdict = f"{medium.mark(criterion.verdict)} {criterion.verdict}"
    text = wrap(criterion.text, medium.width - 1, first="  " + pad(verdict, 13), rest=" " * 15)
    painted = medium.paint(verdict, STYLES.get(criterion.verdict, "doubt"))
    yield "  " + painted + text[0][2 + len(verdict) :]
    yield from text[1:]
    if one_line(criterion.reason):
        yield from wrap(criterion.reason, medium.width - 1, first=" " * 15, rest=" " * 15)


def _references(seen: ResultView, medium: Medium) -> Iterator[str]:
    if not seen.references:
        return
    yield ""
    yield medium.paint("  published figures beside what was measured", "bold")
    names = min(max(cells(one_line(r.name)) for r in seen.references), medium.width - 6)
    for reference in seen.references:
        word = {True: "agrees", False: "differs", None: "not comparable"}[reference.agrees]
        texts = (
            f"  {medium.mark(word)} {pad(clip(one_line(reference.name), names, medium.ellipsis), names)}",
            f"published {reference.published}",
            f"measured {measured(reference.measured)}",
            word,
        )
        yield from _beside(texts, medium.width)


def _beside(texts: tuple[str, ...], width: int) -> list[str]:
    """Texts in one line, or the first in one and the rest below it."""
    line = "  ".join([texts[0], *map(one_line, texts[1:])])
    return (
        [line]
        if cells(line) <= width
        else [texts[0], *(f"      {text}" for text in flow(texts[1:], width - 6, between="  "))]
    )


def _audits(seen: ResultView, medium: Medium) -> Iterator[str]:
    warnings = [audit for audit in seen.audits if audit["level"] == "warning"]
    if not seen.audits:
        return
    others = len(seen.audits) - len(warnings)
    justified = sum(bool(audit.get("justification")) for audit in warnings)
    yield ""
    said = f" ({justified} justified by the spec)" if justified else ""
    yield medium.paint(f"  audits: {_counted(len(warnings), 'warning', 'warnings')}{said}, {others} without", "bold")
    for audit in warnings:
        lines = wrap(f"{audit['name']}: {audit['text']}", medium.width - 1, first="  ! ", rest="    ")
        yield from (medium.paint(line, "doubt") for line in lines)
        if reason := audit.get("justification"):
            yield from wrap(f"justified: {reason}", medium.width - 1, first="    ", rest="    ")


def _provenance(seen: ResultView, medium: Medium) -> Iterator[str]:
    yield ""
    took = [duration(seen.seconds)] if seen.seconds is not None else []
    yield from (medium.paint(line, "dim") for line in flow([*brief(seen.provenance), *took], medium.width))


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
