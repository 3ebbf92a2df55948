"""JUnit properties: plain, ASCII, and the numbers themselves."""

from __future__ import annotations

import pytest
from tests.report.factory import experiment, session
from tests.report.hostile import CORPUS, poisoned

from checkable.core.result import to_plain
from checkable.report.junit import properties

NAME = "specs/foofah/gate.yaml::full"


def test_the_numbers_of_every_arm_are_there():
    result = experiment(n=250)
    found = dict(properties(result))
    gate = result.arms[1].metrics
    assert found[f"{NAME}.arm.gate.correct"] == gate["as published"]["correct"].value
    assert found[f"{NAME}.arm.gate.clean.accuracy"] == gate["clean"]["accuracy"].value
    assert found[f"{NAME}.arm.gate.recoveries"] == result.comparisons[0].recoveries
    assert found[f"{NAME}.arm.direct.cases"] == 250
    assert (found[f"{NAME}.verdict"], found[f"{NAME}.warnings"]) == ("failed", 1)
    assert found[f"{NAME}.warnings.justified"] == 1


def test_an_undefined_number_says_so():
    assert dict(properties(experiment(n=24)))[f"{NAME}.arm.direct.precision"] == "undefined"


def test_criteria_keep_their_verdict_and_reason():
    found = dict(properties(experiment(n=24)))
    assert (
        found[f"{NAME}.criterion.2"]
        == "failed: gate.regressions(direct) <= 0: gate.regressions(direct) is 6 of 250, wanted at most 0"
    )


@pytest.mark.parametrize("offset", range(len(CORPUS)))
def test_every_property_is_a_plain_ascii_scalar(offset):
    for result in (*map(to_plain, session()), poisoned(to_plain(experiment(n=4)), offset)):
        for name, value in properties(result):
            assert type(name) is str and name.isascii() and name.isprintable()
            assert type(value) in (int, float) or type(value) is str and value.isascii() and value.isprintable()


def test_names_are_unique():
    names = [name for name, _ in properties(experiment(n=24))]
    assert len(names) == len(set(names))


def test_a_link_leads_to_the_experiment_on_the_page():
    found = dict(properties(experiment(n=4), report="out/report.html"))
    assert found[f"{NAME}.report"] == "out/report.html#e-specs-foofah-gate-yaml-full"
