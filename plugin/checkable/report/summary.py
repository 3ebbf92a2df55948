"""The end of a run in the terminal: one line a verdict, what asks for attention last, then the claims that moved.

A terminal is read from its bottom up, so that the lines that matter most stand nearest to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from checkable.core.claims import Transition
from checkable.report.entries import NotRun
from checkable.report.figures import points, points_interval
from checkable.report.layout import Medium
from checkable.report.text import cells, clip, one_line, pad, wrap
from checkable.report.view import FAILED, NOT_RUN, PASSED, STATUSES, UNDECIDED, ResultView, view

STYLES = {FAILED: "bad", UNDECIDED: "doubt", PASSED: "good", NOT_RUN: "doubt"}


def verdicts(results: Sequence[Mapping[str, Any]], not_run: Sequence[NotRun], medium: Medium) -> str:
    """One line for each experiment with the difference that it is about, and a line that counts them."""
    seen = [view(r) for r in results]
    told_of = [(v.status, v.name, _headline(v)) for v in seen]
    told_of += [(NOT_RUN, n.name, one_line(n.reason)) for n in not_run]
    told_of.sort(key=lambda line: (-STATUSES.index(line[0]), line[1]))
    lines = [_line(*line, medium) for line in told_of]
    counts = Counter(status for status, *_ in told_of)
    told = ", ".join(f"{counts[s]} {s}" for s in STATUSES if counts[s])
    named = "experiment" if counts.total() == 1 else "experiments"
    return medium.finish([*lines, medium.paint(f"{counts.total():,} {named}: {told}", "bold")])


def _line(status: str, name: str, text: str, medium: Medium) -> str:
    verdict = pad(f"{medium.mark(status)} {status}", 14)
    room = medium.width - cells(verdict) - 1
    name = clip(one_line(name), room * 2 // 3, medium.ellipsis)
    text = clip(text, max(8, room - cells(name) - 2), medium.ellipsis)
    return f"{medium.paint(verdict, STYLES.get(status, ''))}{pad(name, min(52, room * 2 // 3))}  {text}"


def _headline(seen: ResultView) -> str:
    """``+7.2 [+2.8, +12.4] gate vs direct``; the number of cases where nothing is compared."""
    versus = seen.headline
    if versus is None:
        return "; ".join(seen.sizes)
    figure = f"{points(versus.difference.value)} {points_interval(versus.difference)}".rstrip()
    return one_line(f"{figure} {versus.arm} vs {versus.base}")


def moves(transitions: Sequence[Transition], medium: Medium) -> str:
    """The claims that this run moved, demotions as loud as promotions, each with its reason."""
    lines = ["", medium.paint(f"{len(transitions)} {'claim' if len(transitions) == 1 else 'claims'} moved", "bold")]
    for move in transitions:
        style = {"promotion": "good", "demotion": "bad"}.get(move.direction, "doubt")
        told = f"{one_line(move.claim)}: {move.before} {'→' if medium.unicode else '->'} {move.after}"
        lines.append(medium.paint(f"  {clip(told, medium.width - 2, medium.ellipsis)}", style))
        lines += wrap(move.why, medium.width - 1, first="    ", rest="    ")
    return medium.finish(lines)
