"""What a page tells of the page that it replaces."""

from __future__ import annotations

import dataclasses

import pytest
from tests.report.factory import experiment
from tests.report.hostile import CORPUS
from tests.report.ledger_factory import overview
from tests.report.test_page import Markup

from checkable.core.result import to_plain
from checkable.report import atlas, earlier, entries
from checkable.report.html import write


def told(results, ledger=None) -> earlier.Standing:
    made = entries.made([to_plain(r) for r in results])
    return earlier.standing(made, (), atlas.made(ledger, made) if ledger else None)


def moved(before, now) -> list[tuple[str, str, str, str]]:
    return [(c.kind, c.name, c.before, c.after) for c in earlier.changes(before, now).moved]


def restated(ledger, name, status):
    standings = [dataclasses.replace(s, status=status) if s.claim.id == name else s for s in ledger.standings]
    return dataclasses.replace(ledger, standings=tuple(standings))


def test_a_first_page_tells_of_no_change():
    changes = earlier.changes(None, told([experiment(n=2)]))
    assert changes.since is None and changes.moved == ()


def test_the_same_results_again_move_nothing():
    now = told([experiment(n=2)], overview())
    assert moved(now, now) == []


def test_a_claim_that_moved_is_told_before_an_experiment_that_did():
    before = told([experiment(n=2, verdict="passed", criteria=("held",))], overview())
    now = told([experiment(n=2)], restated(overview(), "executable-gate", "open"))
    assert moved(before, now) == [
        ("claim", "executable-gate", "confirmed", "open"),
        ("experiment", "specs/foofah/gate.yaml::full", "passed", "failed"),
    ]


def test_a_claim_that_left_the_ledger_is_told():
    ledger = overview()
    before, now = told([], ledger), told([], dataclasses.replace(ledger, standings=ledger.standings[1:]))
    assert moved(before, now) == [("claim", "executable-gate", "confirmed", "")]


def test_an_experiment_that_did_not_run_today_has_not_changed():
    assert moved(told([experiment(n=2), experiment("other.yaml", n=2)]), told([experiment(n=2)])) == []


def test_an_audit_that_warns_anew_is_told():
    quiet = experiment(n=2)
    quiet = dataclasses.replace(quiet, audits=tuple(a for a in quiet.audits if a.level != "warning"))
    assert moved(told([quiet]), told([experiment(n=2)])) == [
        ("audit", "specs/foofah/gate.yaml::full: labels", "", "warning")
    ]


def test_the_next_page_says_what_moved_and_leads_there(tmp_path):
    path = tmp_path / "report.html"
    write(path, [to_plain(experiment(n=2, verdict="passed", criteria=("held",)))], overview=overview())
    assert "Since the last report" not in Markup(path.read_text()).words
    write(path, [to_plain(experiment(n=2))], overview=restated(overview(), "semantic-retrieval", "promising"))
    text = path.read_text()
    assert "promising claim semantic-retrieval was open" in Markup(text).words
    assert "failed experiment specs/foofah/gate.yaml::full was passed" in Markup(text).words
    assert '<a href="#c-semantic-retrieval"><bdi>semantic-retrieval' in text


@pytest.mark.parametrize("name", CORPUS)
def test_whatever_an_experiment_is_called_the_next_page_reads_it_back(tmp_path, name):
    result = to_plain(experiment(name, n=1))
    path = tmp_path / "report.html"
    write(path, [result])
    assert earlier.read(path) == told([experiment(name, n=1)])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>",
        '<script type="application/json" id="standing">{</script>',
        '<script type="application/json" id="standing">[1]</script>',
        '<script type="application/json" id="standing">{"experiments": 3, "claims": {}}</script>',
    ],
)
def test_a_page_that_does_not_say_how_things_stood_is_no_earlier_page(tmp_path, text):
    (tmp_path / "report.html").write_text(text)
    assert earlier.read(tmp_path / "report.html") is None
