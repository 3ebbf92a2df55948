"""Slices on the page: every arm on every slice, in the order of the table of arms."""

from __future__ import annotations

import re

from checkable.core.scored import ScoredArm, ScoredCase
from checkable.measure.sliced import by_slice
from checkable.report.templating import environment


def section(sliced) -> str:
    class View:
        plain = {"sliced": list(sliced)}

    class Entry:
        slug = "e"

    return environment().get_template("slices.html").render(e=View, entry=Entry)


def row(name: str, arm: str, correct: int, cases: int = 4) -> dict:
    return {"slice": name, "arm": arm, "cases": cases, "correct": correct}


def test_an_experiment_without_slices_has_no_such_table() -> None:
    assert section([]).strip() == ""


def test_every_arm_is_a_row_with_what_it_has_right_of_each_slice() -> None:
    page = section([row("seen", "trace", 4), row("seen", "direct", 1), row("rare", "trace", 2),
                    row("rare", "direct", 0)])
    assert re.findall(r"<bdi>(\w+)</bdi>", page) == ["seen", "rare", "trace", "direct"]
    assert re.findall(r"(\d/\d)</td>", page) == ["4/4", "2/4", "1/4", "0/4"]


def test_a_slice_without_cases_is_shown_and_divides_nothing() -> None:
    assert "0/0</td>" in section([row("none", "trace", 0, cases=0)])


def scored(at: int, correct: bool) -> ScoredCase:
    return ScoredCase(id=str(at), family="f", attributes={}, reached=correct, committed=True, treated=True,
                      correct=correct, output=None)


def test_right_ones_are_counted_on_the_cases_of_the_slice_alone() -> None:
    arms = [ScoredArm(name=name, role="arm", of=None, broken=None,
                      cases=tuple(scored(at, correct=at in right) for at in range(4)))
            for name, right in (("a", {0, 1, 2}), ("b", {3}))]
    found = by_slice({"low": frozenset("01"), "none": frozenset()}, arms)
    assert [(one.slice, one.arm, one.correct, one.cases) for one in found] == \
        [("low", "a", 2, 2), ("low", "b", 0, 2), ("none", "a", 0, 0), ("none", "b", 0, 0)]
