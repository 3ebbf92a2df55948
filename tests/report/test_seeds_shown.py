"""What each training seed has alone is shown wherever its arm is: page, case, terminal, chart and table."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from tests.report.browsing import opened, settle
from tests.report.factory import experiment, share
from tests.report.test_browser import browser  # noqa: F401
from tests.report.test_page import Markup

from checkable.core.result import ExperimentResult, SeedSummary, to_plain
from checkable.core.scored import SeedScore
from checkable.report import drawings, figure, html, tables
from checkable.report.junit import properties
from checkable.report.terminal import render
from checkable.report.view import view

RIGHT = {3: 9, 7: 15, 11: 12}  # of 24 cases, by seed


def trained() -> ExperimentResult:
    """An experiment whose gate was trained under three seeds."""
    made = experiment(n=24)
    cases = tuple(replace(case, commits=tuple(
        replace(commit, seeds=tuple(SeedScore(seed=s, correct=i < n, reached=True) for s, n in RIGHT.items()))
        if commit.arm == "gate" else commit for commit in case.commits)) for i, case in enumerate(made.cases))
    seeds = tuple(SeedSummary(seed=s, accuracy=share(n, 24), coverage=share(24, 24)) for s, n in RIGHT.items())
    arms = tuple(replace(arm, seeds=seeds) if arm.name == "gate" else arm for arm in made.arms)
    return replace(made, arms=arms, cases=cases)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("seeds") / "report.html"
    html.write(path, [to_plain(trained())])
    return path


def test_the_experiments_page_draws_every_seed_and_has_it_in_numbers(page) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.count('class="dot seed"') == 3
    told = Markup(text).words
    assert "gate 3 37.5% 62.5%" in told, "how many, the worst and the best"
    assert "gate 7 15 62.5%" in told


def test_an_experiment_without_trainings_has_no_seeds(tmp_path) -> None:
    html.write(tmp_path / "report.html", [to_plain(experiment(n=24))])
    assert "<h3>Seeds</h3>" not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_terminal_tells_what_is_right_by_seed() -> None:
    assert "right by seed: gate 37.5% 62.5% 50.0%" in render(trained(), width=100, colour=False, unicode=True)


def test_junit_has_a_property_for_every_seed() -> None:
    found = dict(properties(trained()))
    assert [found[f"specs/foofah/gate.yaml::full.arm.gate.seed.{seed}.accuracy"] for seed in RIGHT] == \
        [n / 24 for n in RIGHT.values()]


def test_seeds_have_a_figure_and_a_table() -> None:
    plain = to_plain(trained())
    drawing = next(d for d in drawings.of_result(view(plain)) if d.name.endswith("-seeds"))
    texts = [t.text for t in ElementTree.fromstring(figure.svg(drawing)).iter("{http://www.w3.org/2000/svg}text")]
    assert [t for t in texts if t in ("3", "37.5%", "62.5%")] == ["3", "37.5%", "62.5%"]
    rows = [row for table, row in tables.rows(plain, "r") if table is tables.SEEDS]
    assert [(row["arm"], row["training_seed"], row["correct"], row["cases"]) for row in rows] == \
        [("gate", seed, n, 24) for seed, n in RIGHT.items()]
    assert all(set(row) == set(tables.SEEDS.columns) for row in rows)


def test_a_case_says_which_seeds_are_right_there(browser, page) -> None:  # noqa: F811
    with opened(browser, page, "#e-specs-foofah-gate-yaml-full?case=foofah-010") as shown:
        settle(shown)
        assert "Each training seed alone. gate: right 7, 11, wrong 3." in shown.inner_text("#case")
