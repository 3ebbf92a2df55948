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
    found = [(v.status, v.name, *_headline(v)) for v in map(view, results)]
    found += [(NOT_RUN, n.name, "", one_line(n.reason)) for n in not_run]
    found.sort(key=lambda line: (-STATUSES.index(line[0]), line[1]))
    wide = max((cells(difference) for *_, difference, _ in found), default=0)
    lines = [_line(status, name, pad(difference, wide), rest, medium) for status, name, difference, rest in found]
    counts = Counter(status for status, *_ in found)
    told = ", ".join(f"{counts[s]} {s}" for s in STATUSES if counts[s])
    named = "experiment" if counts.total() == 1 else "experiments"
    return medium.finish([*lines, medium.paint(f"{counts.total():,} {named}: {told}", "bold")])


def _line(status: str, name: str, difference: str, rest: str, medium: Medium) -> str:
    """``✓ passed  +7.2 [+2.8, +12.4]  specs/foofah/gate.yaml::full  gate vs direct``, cut to the width."""
    verdict = pad(f"{medium.mark(status)} {status}", 14)
    told = f"{difference}  {_end(one_line(name), medium.width - cells(verdict) - cells(difference) - 2, medium)}"
    room = medium.width - cells(verdict) - cells(told) - 2
    if rest and room >= min(12, cells(rest)):
        told += f"  {clip(rest, room, medium.ellipsis)}"
    return medium.paint(verdict, STYLES.get(status, "")) + told


def _end(name: str, width: int, medium: Medium) -> str:
    """The end of ``name``, which tells it from others, in at most ``width`` cells."""
    while cells(name) > width:
        name = medium.ellipsis + name[max(1, cells(name) - width) + len(medium.ellipsis) :]
    return name


def _headline(seen: ResultView) -> tuple[str, str]:
    """``+7.2 [+2.8, +12.4]`` and ``gate vs direct``; the number of cases where nothing is compared."""
    versus = seen.headline
    if versus is None:
        return "", "; ".join(seen.sizes)
    figure = f"{points(versus.difference.value)} {points_interval(versus.difference)}".rstrip()
    return figure, one_line(f"{versus.arm} vs {versus.base}")


def moves(transitions: Sequence[Transition], medium: Medium) -> str:
    """The claims that this run moved, demotions as loud as promotions, each with its reason."""
    lines = ["", medium.paint(f"{len(transitions)} {'claim' if len(transitions) == 1 else 'claims'} moved", "bold")]
    for move in transitions:
        style = {"promotion": "good", "demotion": "bad"}.get(move.direction, "doubt")
        told = f"{one_line(move.claim)}: {move.before} {'→' if medium.unicode else '->'} {move.after}"
        lines.append(medium.paint(f"  {clip(told, medium.width - 2, medium.ellipsis)}", style))
        lines += wrap(move.why, medium.width - 1, first="    ", rest="    ")
    return medium.finish(lines)
