"""A comparison of two runs as text for a terminal: the verdict first, then where it flipped, then what else differs."""

from __future__ import annotations

from collections.abc import Iterator

from checkable.report.comparing import Pairing
from checkable.report.figures import compact, number, p_value, points, points_interval, share
from checkable.report.layout import Column, Medium, Row, table
from checkable.report.text import clip, flow, one_line, wrap

FLIPS, FAMILIES = 40, 20  # shown without being asked for


def render(found: Pairing, medium: Medium, *, everything: bool = False) -> str:
    """The whole comparison; ``everything`` names every flipped case and family."""
    return medium.finish(
        [
            *_sides(found, medium),
            *_numbers(found, medium),
            *_cells(found, medium),
            *_families(found, medium, everything),
            *_flips(found, medium, everything),
            *_differing(found, medium),
        ]
    )


def _sides(found: Pairing, medium: Medium) -> Iterator[str]:
    for name, side in (("A", found.a), ("B", found.b)):
        yield from wrap(side.label, medium.width, first=f"{name}  ", rest="   ")
        yield from wrap(side.when, medium.width, first="   ", rest="   ")
    yield ""


def _numbers(found: Pairing, medium: Medium) -> Iterator[str]:
    v = found.versus
    accuracy = (v.both + v.recoveries) / found.cases, (v.both + v.regressions) / found.cases
    yield (
        medium.paint(f"A − B  {points(v.difference.value)} points {points_interval(v.difference)}".rstrip(), "bold")
        + f"  ({share(accuracy[0])} against {share(accuracy[1])} of {number(found.cases)} cases)"
    )
    facts = [
        f"{number(v.recoveries)} recovered, {number(v.regressions)} regressed",
        f"exact p {p_value(v.p_value)} (McNemar, two-sided)",
        f"e-value {compact(v.e_value)}",
    ]
    if v.families is not None:
        facts.append(
            f"ahead in {number(v.families_ahead)} and behind in {number(v.families_behind)} of {number(v.families)} "
            f"families, p {p_value(v.p_families)} by flipping families"
        )
    if v.needed is not None:
        facts.append(f"about {number(v.needed)} cases would show a difference of this size")
    yield from flow(facts, medium.width)
    only = [f"{number(n)} only in {name}" for n, name in zip(found.missing, "AB", strict=True) if n]
    if only:
        yield from wrap(f"left out, since one side lacks them: {', '.join(only)}", medium.width)
    yield ""


def _cells(found: Pairing, medium: Medium) -> list[str]:
    v = found.versus
    rows = [
        Row(name="B right", figures=(number(v.both), number(v.regressions))),
        Row(name="B wrong", figures=(number(v.recoveries), number(v.neither))),
    ]
    return [*table([Column(head="A right"), Column(head="A wrong")], rows, medium, names=8), ""]


def _families(found: Pairing, medium: Medium, everything: bool) -> Iterator[str]:
    families = found.families
    if not families or len(set(found.a.families.values())) < 2:
        return
    shown = families if everything else families[:FAMILIES]
    rows = [Row(name=one_line(name), figures=(number(won), number(lost))) for name, won, lost in shown]
    columns = [Column(head="recovered", style="good"), Column(head="regressed", style="bad")]
    yield medium.paint("  families in which something flipped", "bold")
    yield from table(columns, rows, medium, names=40)
    yield from _rest(len(families) - len(shown), "families")
    yield ""


def _flips(found: Pairing, medium: Medium, everything: bool) -> Iterator[str]:
    for recovered, word, style in ((True, "recovered", "good"), (False, "regressed", "bad")):
        cases = [one_line(f.case) for f in found.flips if f.recovered is recovered]
        if cases:
            shown = cases if everything else cases[:FLIPS]
            yield medium.paint(f"  {word}: {len(cases)}", style)
            yield from (f"    {line}" for line in flow(shown, medium.width - 4, between=", "))
            yield from _rest(len(cases) - len(shown), "cases")


def _rest(left_out: int, what: str) -> Iterator[str]:
    if left_out:
        yield f"    and {left_out} more {what}: --all names them"


def _differing(found: Pairing, medium: Medium) -> Iterator[str]:
    if found.differing:
        yield ""
        yield medium.paint("  how the runs were made differs in", "bold")
    for name, left, right in found.differing:
        arrow = "→" if medium.unicode else "->"
        half = max(12, (medium.width - len(name) - 10) // 2)
        told = f"{name}: {clip(one_line(left), half, medium.ellipsis)} {arrow} "
        yield f"    {told}{clip(one_line(right), half, medium.ellipsis)}"
