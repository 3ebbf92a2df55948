"""The end of a run: verdicts, the claims that moved, and the same for a pull request."""

from __future__ import annotations

import re

import pytest
from tests.report.factory import experiment, session
from tests.report.hostile import CORPUS, poisoned
from tests.report.ledger_factory import transition

from checkable.core.result import to_plain
from checkable.report import markdown, summary
from checkable.report.entries import NotRun
from checkable.report.layout import Medium, visible
from checkable.report.text import cells

MISSING = NotRun(experiment="specs/mbpp/live.yaml", item="full", title="", reason="no data here")
UP = transition("executable-gate", "2026-11-20T10:00:00+00:00", "promising", "confirmed", "promotion")
DOWN = transition("process-control", "2026-11-19T10:00:00+00:00", "promising", "negative", "demotion")


def medium(width=100, *, unicode=True):
    return Medium(width=width, colour=False, unicode=unicode)


def test_what_failed_stands_last_and_everything_is_counted():
    lines = summary.verdicts([to_plain(r) for r in session()], [MISSING], medium()).splitlines()
    statuses = [re.match(r"\S+ (not \w+|no criteria|\w+)", line)[1] for line in lines[:-1]]
    assert statuses == ["passed", "no criteria", "not judged", "not run", "undecided", "undecided", "failed"]
    assert lines[-1].startswith("7 experiments: 1 failed, 2 undecided, 1 not run")


def test_a_verdict_has_the_difference_that_it_is_about():
    told = summary.verdicts([to_plain(experiment(n=250))], [], medium(120))
    assert re.search(r"[+−]\d+\.\d \[\S+, \S+\]  specs/foofah/gate.yaml::full  gate vs direct", told)


def test_where_there_is_little_room_the_end_of_a_name_stays():
    told = summary.verdicts([to_plain(experiment("specs/a-folder/of-some-length/examples.yaml", n=9))], [], medium(60))
    assert "/examples.yaml::full" in told and "specs/a-folder" not in told


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("offset", range(len(CORPUS)))
def test_no_line_is_wider_than_the_terminal(width, offset):
    hostile = [poisoned(to_plain(experiment(n=2)), offset)]
    for line in summary.verdicts(hostile, [MISSING], medium(width)).splitlines():
        assert cells(visible(line)) <= width


def test_claims_that_moved_say_from_where_to_where_and_why():
    told = summary.moves([UP, DOWN], medium())
    assert "2 claims moved" in told
    assert "executable-gate: promising → confirmed\n    every required control is beaten" in told
    assert "process-control: promising -> negative" in summary.moves([DOWN], medium(unicode=False))


def test_a_demotion_is_painted_as_loudly_as_a_promotion():
    painted = Medium(width=100, colour=True, unicode=True)
    assert "\x1b[32m" in summary.moves([UP], painted) and "\x1b[31m" in summary.moves([DOWN], painted)


def test_markdown_has_a_row_for_every_experiment_and_says_why_some_did_not_hold():
    text = markdown.summary([to_plain(r) for r in session()], [MISSING], [DOWN])
    assert text.startswith("## 7 experiments: 1 failed, 2 undecided, 1 not run")
    assert len(re.findall(r"^\| (?:❌|❔|✅|⚪) ", text, re.MULTILINE)) == 7
    assert "⬇ **process&#45;control**: promising → negative" in text
    assert re.search(r"- \*\*failed\*\* gate\.regressions.*wanted at most 0", text)


@pytest.mark.parametrize("offset", range(len(CORPUS)))
def test_hostile_text_stays_in_its_cell(offset):
    harmless = markdown.summary([to_plain(experiment(n=2))], [], [])
    hostile = markdown.summary([poisoned(to_plain(experiment(n=2)), offset)], [], [])
    ours = re.compile(r"<(?!/?(?:br|sub|details|summary)>)")
    assert not ours.search(hostile)
    assert hostile.count("\n") == harmless.count("\n")
    rows = [[line.count("|") for line in text.splitlines() if line.startswith("|")] for text in (hostile, harmless)]
    assert rows[0] == rows[1]


@pytest.mark.parametrize(
    "text", ["@maintainer", "see #12", "[click](javascript:x)", "a|b", "`x`", "*y*", "<b>", "http://x"]
)
def test_nothing_in_markdown_notifies_or_links(text):
    assert not re.search(r"@\w|#\d+\b(?!;)|\]\(|[|`*<>]|://", markdown.escaped(text).replace("&#", "\0"))
