"""The table of arms for the terminal: a block for each population, controls under their own line.

What only an oracle reaches stands left of the bar; what an arm committed, right of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkable.report.figures import UNDEFINED, compact, interval, number, points, points_interval, ratio, share
from checkable.report.layout import Column, Medium, Row, table
from checkable.report.text import cells, clip, flow, one_line
from checkable.report.view import ArmView, ResultView

WIDE = 112  # columns from which intervals have decimals, and differences and counts their own columns


def lines(seen: ResultView, medium: Medium) -> Iterator[str]:
    """The lines of all populations, each block followed by an empty line."""
    for index, (population, cases) in enumerate(seen.populations.items()):
        yield medium.paint(f"  {clip(one_line(population), medium.width // 2, medium.ellipsis)}, n = {cases:,}", "bold")
        if cases == 0:
            yield "  no cases: nothing was measured"
        else:
            yield from _block(seen, medium, population, compared=index == 0)
            if index == 0:
                yield from _captured(seen, medium)
                yield from _by_seed(seen, medium)
                yield from _over_seeds(seen, medium)
        yield ""


def _block(seen: ResultView, medium: Medium, population: str, *, compared: bool) -> list[str]:
    wide = medium.width >= WIDE
    arms = [_row(arm, population, wide, compared) for arm in seen.arms if not arm.control]
    controls = [_row(arm, population, wide, compared) for arm in seen.arms if arm.control]
    between = [Row(name=text, style="dim") for text in _broken(seen, medium)] if controls else []
    names = max((cells(one_line(arm.name)) for arm in seen.arms), default=0)
    return table(_columns(seen, medium, wide, compared), [*arms, *between, *controls], medium, names=names)


def _captured(seen: ResultView, medium: Medium) -> list[str]:
    """``headroom captured over direct: gate 100.0% [94.1, 100.0]``; arms whose headroom is not shown are left out."""
    of = [(arm, arm.versus.captured) for arm in seen.arms if arm.versus is not None and not arm.control]
    each = [f"{one_line(arm.name)} {share(c.value)} {interval(c)}".rstrip() for arm, c in of if c.value is not None]
    if not each:
        return []
    head = f"headroom captured over {clip(one_line(seen.base), medium.width // 3, medium.ellipsis)}: "
    return flow([head + each[0], *each[1:]], medium.width - 2, between="; ", rest="  ")


def _over_seeds(seen: ResultView, medium: Medium) -> list[str]:
    """``compiler vs direct +12.0 [+3.1, +20.4]`` over seeds and cases, for arms trained under several seeds."""
    of = [(v, v.over_seeds) for v in seen.versus if v.over_seeds.value is not None]
    each = [f"{one_line(v.arm)} vs {one_line(v.base)} {points(d.value)} {points_interval(d)}".rstrip() for v, d in of]
    head = "each seed by itself, over seeds and cases: "
    return flow([head + each[0], *each[1:]], medium.width - 2, between="; ", rest="  ") if each else []


def _by_seed(seen: ResultView, medium: Medium) -> list[str]:
    """``right by seed: compiler 82.0% 80.5% 79.9%; shuffled-labels 9.1% 8.8% 10.2%``, each training alone."""
    of = [arm for arm in seen.arms if len(arm.seeds) > 1]
    each = [f"{one_line(arm.name)} {' '.join(share(s.accuracy.value) for s in arm.seeds)}" for arm in of]
    return flow(["right by seed: " + each[0], *each[1:]], medium.width - 2, between="; ", rest="  ") if each else []


def _columns(seen: ResultView, medium: Medium, wide: bool, compared: bool) -> list[Column]:
    made = [
        Column(head="reach (oracle)" if wide else "oracle", style="dim"),
        Column(head="commit", ruled=True),
        Column(head="%"),
        Column(head="95%", left=True),
    ]
    if compared:
        made.append(Column(head="W/L"))
        if wide:
            made.append(Column(head=f"points vs {clip(one_line(seen.base), 12, medium.ellipsis)}", left=True))
    return [*made, Column(head="precision" if wide else "prec"), Column(head="tokens"), Column(head="s")]


def _row(arm: ArmView, population: str, wide: bool, compared: bool) -> Row:
    reached, coverage = arm.figure(population, "reached"), arm.figure(population, "coverage")
    correct, accuracy = arm.figure(population, "correct"), arm.figure(population, "accuracy")
    figures = [
        f"{number(reached.value)} {share(coverage.value)}",
        number(correct.value),
        share(accuracy.value),
        interval(accuracy, 1 if wide else 0),
    ]
    if compared:
        figures += _versus(arm, wide)
    figures += [
        _precision(arm, population, wide),
        compact(arm.figure(population, "tokens").value),
        compact(arm.figure(population, "seconds").value),
    ]
    return Row(name=one_line(arm.name), figures=tuple(figures))


def _broken(seen: ResultView, medium: Medium) -> list[str]:
    """What each control breaks: ``controls: shuffled-example (of gate, break visible-example)``."""
    each = [f"{arm.name} (of {arm.of}, break {arm.broken})" for arm in seen.arms if arm.control]
    return flow([f"controls: {each[0]}", *each[1:]], medium.width - 4, between="; ", rest="  ")


def _versus(arm: ArmView, wide: bool) -> list[str]:
    if arm.versus is None:
        return [UNDEFINED, ""][: 1 + wide]
    against = arm.versus
    difference = f"{points(against.difference.value)} {points_interval(against.difference)}"
    return [f"{against.recoveries}/{against.regressions}", difference][: 1 + wide]


def _precision(arm: ArmView, population: str, wide: bool) -> str:
    precision = arm.figure(population, "precision")
    counts = f" {ratio(precision)}" if wide and ratio(precision) else ""
    return share(precision.value) + counts
