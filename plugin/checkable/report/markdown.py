"""A run as Markdown for a pull request: how many held, what moved, one row an experiment, why some did not hold.

GitHub, GitLab and Gitea render it. Nothing that a spec or a model wrote can act as markup or notify anybody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checkable.core.claims import Transition
from checkable.report.entries import NotRun
from checkable.report.figures import points, points_interval
from checkable.report.text import clip, one_line
from checkable.report.view import (
    FAILED,
    NO_CRITERIA,
    NOT_JUDGED,
    NOT_RUN,
    PASSED,
    STATUSES,
    UNDECIDED,
    ResultView,
    view,
)

SIGNS = {FAILED: "❌", UNDECIDED: "❔", PASSED: "✅", NOT_RUN: "⚪", NOT_JUDGED: "⚪", NO_CRITERIA: "⚪"}
BREAK = "&#8203;"  # no width: what follows @ or # is then neither a person nor an issue
LONGEST = 300  # characters of a text in a table
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&@:-])")


def summary(results: Sequence[Mapping[str, Any]], not_run: Sequence[NotRun], transitions: Sequence[Transition]) -> str:
    """The whole summary, ending with a line end."""
    seen = sorted((view(r) for r in results), key=lambda v: (STATUSES.index(v.status), v.name))
    return "\n".join([*_verdicts(seen, not_run), *_moves(transitions), *_table(seen, not_run), *_reasons(seen), ""])


def _verdicts(seen: Sequence[ResultView], not_run: Sequence[NotRun]) -> Iterator[str]:
    counts = Counter(v.status for v in seen) + Counter({NOT_RUN: len(not_run)})
    told = ", ".join(f"{counts[s]} {s}" for s in STATUSES if counts[s])
    yield f"## {counts.total()} {'experiment' if counts.total() == 1 else 'experiments'}: {told or 'none ran'}"


def _moves(transitions: Sequence[Transition]) -> Iterator[str]:
    if transitions:
        yield "\n### Claims that moved\n"
    for move in transitions:
        arrow = {"promotion": "⬆", "demotion": "⬇"}.get(move.direction, "↔")
        yield f"- {arrow} **{escaped(move.claim)}**: {move.before} → {move.after}. {escaped(move.why)}"


def _table(seen: Sequence[ResultView], not_run: Sequence[NotRun]) -> Iterator[str]:
    if not seen and not not_run:
        return
    yield "\n| | experiment | cases | difference, points | recovered / regressed | criteria |"
    yield "| --- | --- | ---: | --- | ---: | ---: |"
    for v in seen:
        versus = v.headline
        told = f"{points(versus.difference.value)} {points_interval(versus.difference)}".rstrip() if versus else ""
        who = f" {escaped(versus.arm)} − {escaped(versus.base)}" if versus else "–"
        flips = f"{versus.recoveries} / {versus.regressions}" if versus else "–"
        cases = next(iter(v.populations.values()), 0)
        named = f"{escaped(v.title or v.name)}<br><sub>{escaped(v.name)}</sub>"
        held = f"{v.held} of {len(v.criteria)}"
        yield f"| {SIGNS[v.status]} {v.status} | {named} | {cases:,} | {escaped(told)}{who} | {flips} | {held} |"
    for n in not_run:
        yield f"| {SIGNS[NOT_RUN]} {NOT_RUN} | {escaped(n.name)} | – | {escaped(n.reason)} | – | – |"


def _reasons(seen: Sequence[ResultView]) -> Iterator[str]:
    """What did not hold, criterion by criterion, and what the audits warn of."""
    for v in seen:
        broken = [c for c in v.criteria if c.verdict != "held"] if v.status in (FAILED, UNDECIDED) else []
        warnings = [a for a in v.audits if a["level"] == "warning"]
        if broken or warnings:
            yield f"\n<details><summary>{escaped(v.name)}</summary>\n"
            yield from (f"- **{c.verdict}** {escaped(c.text)}: {escaped(c.reason)}" for c in broken)
            yield from (f"- audit **{escaped(a['name'])}**: {escaped(a['text'])}" for a in warnings)
            yield "\n</details>"


def escaped(text: str) -> str:
    """``text`` on one line, with nothing in it that Markdown or HTML reads as anything but text."""
    line = clip(one_line(text), LONGEST, "…")
    return _MARKUP.sub(lambda found: f"&#{ord(found[1])};{BREAK if found[1] in '@#' else ''}", line)
