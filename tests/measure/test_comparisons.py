"""The comparison table holds whom it should, once, and says over what each p-value is corrected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkable.core.expression import Beats, Metric
from checkable.measure.comparisons import comparisons

from .builders import arm, criteria, foofah

SEVEN = [True] * 7 + [False] * 13
DIRECT = arm("direct", [False] * 20)
GATE = arm("gate", SEVEN)
OTHER = arm("other", [False] * 6 + [True] * 7 + [False] * 7)
SHUFFLED = arm("shuffled", [False] * 20, role="control", of="gate")


def table(*expressions, arms=(DIRECT, GATE, OTHER, SHUFFLED)):
    slices = {"here": Metric("direct", "committed")}
    return {(c.arm, c.base): c for c in comparisons(arms, criteria(*expressions), slices, seed=0)}


def test_everything_stands_against_the_first_arm_and_controls_against_theirs() -> None:
    assert list(table()) == [("gate", "direct"), ("other", "direct"), ("shuffled", "direct"), ("shuffled", "gate")]


def test_a_pair_of_the_criteria_has_its_row_and_no_pair_has_two() -> None:
    rows = table(Beats("gate", "other"), Beats("direct", "gate"), Beats("gate", "shuffled"))
    assert list(rows)[4:] == [("gate", "other")]


def test_no_arm_stands_against_itself() -> None:
    assert ("gate", "gate") not in table(Beats("gate", "gate"))


def test_a_control_of_the_first_arm_stands_against_it_once() -> None:
    assert list(table(arms=(DIRECT, replace(SHUFFLED, of="direct")))) == [("shuffled", "direct")]


def test_the_four_cells_are_those_of_the_published_gate() -> None:
    both = foofah()
    row = table(arms=(both["direct"], both["gate"]))["gate", "direct"]
    assert (row.recoveries, row.regressions, row.both, row.neither) == (18, 0, 138, 94)
    assert row.p_value == pytest.approx(7.63e-06, rel=1e-3)
    assert row.e_value == pytest.approx(13_797, abs=0.5)
    assert row.difference.value == pytest.approx(0.072)


def test_rows_that_no_criterion_names_are_corrected_over_the_table() -> None:
    row = table()["gate", "direct"]
    assert row.corrected == "over the 4 comparisons of this table"
    assert (row.p_value, row.p_adjusted) == pytest.approx((0.015625, 4 * 0.015625))


def test_rows_of_criteria_have_the_p_value_of_the_criterion() -> None:
    rows = table(Beats("gate", "direct"), Beats("gate", "other", "here"))
    assert rows["gate", "direct"].corrected == "over the 2 comparisons of the criteria"
    assert rows["gate", "direct"].p_adjusted == pytest.approx(2 * 0.015625)
    assert rows["other", "direct"].corrected == "over the 4 comparisons of this table"


def test_a_beats_on_a_slice_makes_no_row_about_all_cases() -> None:
    assert ("gate", "other") not in table(Beats("gate", "other", "here"))
    alone = table(Beats("gate", "direct", "here"))["gate", "direct"]
    assert alone.corrected == "over the 4 comparisons of this table"


def test_one_arm_alone_has_no_table() -> None:
    assert table(arms=(DIRECT,)) == {}
