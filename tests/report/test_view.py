"""The one comparison that stands for an experiment is the first that its criteria make, wherever it is shown."""

from __future__ import annotations

import dataclasses

import pytest
from tests.report.factory import experiment

from checkable.core.result import to_plain
from checkable.core.scored import Compared
from checkable.report import junit, markdown, summary
from checkable.report.layout import Medium
from checkable.report.view import view

MEDIUM = Medium(width=120, colour=False, unicode=True)


def comparing(*pairs: Compared):
    """An experiment whose criteria compare these pairs, one each."""
    made = experiment(n=40)
    criteria = [dataclasses.replace(made.criteria[0], compares=(pair,)) for pair in pairs]
    return dataclasses.replace(made, criteria=tuple(criteria))


def pair(arm: str, base: str, *metrics: str, slice: str | None = None) -> Compared:
    return Compared(arm=arm, base=base, metrics=metrics or ("accuracy",), slice=slice)


def headline(result) -> tuple[str, str] | None:
    found = view(result).headline
    return (found.arm, found.base) if found else None


def test_the_first_comparison_of_the_criteria_is_the_headline_and_not_the_last_arm():
    assert headline(comparing(pair("gate", "direct"), pair("gate-strict", "direct"))) == ("gate", "direct")


def test_the_headline_stands_the_way_round_that_the_criterion_has_it():
    result = comparing(pair("gate", "shuffled-example"))
    (row,) = (v for v in view(result).versus if (v.arm, v.base) == ("shuffled-example", "gate"))
    found = view(result).headline
    assert (found.arm, found.base) == ("gate", "shuffled-example")
    assert (found.recoveries, found.regressions) == (row.regressions, row.recoveries)
    assert found.difference.value == -row.difference.value
    assert (found.difference.low, found.difference.high) == (-row.difference.high, -row.difference.low)


@pytest.mark.parametrize("unfit", [
    pair("gate-strict", "direct", slice="disagreement"), pair("gate-strict", "direct", "coverage"),
    pair("gate-strict", "direct", "correct", "reached"), pair("gate-strict", "nobody")])
def test_what_is_not_about_commits_on_all_cases_is_passed_over(unfit):
    assert headline(comparing(unfit, pair("gate", "direct", "regressions"))) == ("gate", "direct")
    assert headline(comparing(unfit)) is None


def test_an_experiment_whose_criteria_compare_nothing_has_no_headline_anywhere():
    result = comparing()
    assert summary.verdicts([to_plain(result)], [], MEDIUM).count(" vs ") == 0
    assert not [name for name, _ in junit.properties(result) if ".headline" in name]
    assert "gate − direct" not in markdown.summary([to_plain(result)], [], [])


def test_terminal_junit_and_markdown_agree_on_it():
    result = comparing(pair("gate", "direct"))
    assert "gate vs direct" in summary.verdicts([to_plain(result)], [], MEDIUM)
    properties = dict(junit.properties(result))
    assert properties["specs/foofah/gate.yaml::full.headline"] == "gate - direct"
    assert properties["specs/foofah/gate.yaml::full.headline.difference"] == view(result).headline.difference.value
    assert "gate − direct" in markdown.summary([to_plain(result)], [], [])


def test_a_result_of_an_earlier_version_names_no_comparison_and_is_shown_all_the_same():
    plain = to_plain(experiment(n=9))
    for criterion in plain["criteria"]:
        del criterion["compares"]
    for row in plain["comparisons"]:
        del row["captured"]
    assert headline(plain) is None
    assert view(plain).versus[0].captured.value is None
