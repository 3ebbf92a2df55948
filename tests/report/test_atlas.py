"""Programs, claims, evidence and the queue on the page, without a browser."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.report.factory import experiment
from tests.report.ledger_factory import CLAIMS, overview
from tests.report.test_page import Markup

from checkable.core.result import to_plain
from checkable.report import atlas, charts, entries
from checkable.report.html import write

DECIDED = "2026-11-20T10:00:00+00:00"  # when the runs started that decided the claims of ``overview``


@pytest.fixture(scope="module")
def text(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("atlas") / "report.html"
    write(path, [to_plain(replace(experiment(n=4), started=DECIDED))], overview=overview())
    return path.read_text(encoding="utf-8")


def section(text: str, name: str) -> str:
    return re.search(rf'<section id="{re.escape(name)}".*?</section>', text, re.DOTALL)[0]


def words(text: str, name: str) -> str:
    return Markup(section(text, name)).words


def test_the_map_counts_claims_by_status_and_what_waits(text):
    assert "6 claims in 3 research programs: 1 confirmed, 1 promising, 2 open, 1 negative, 1 retired." in words(
        text, "map"
    )
    assert "3 proposals wait; 14 runs are on record, 5 of them too small to be evidence." in words(text, "map")


def test_every_claim_is_marked_in_each_of_its_programs(text):
    marks = re.findall(r'class="claim-mark k-(\w+)" href="#c-([\w-]+)"', section(text, "map"))
    expected = [(status, name) for name, status, programs, _ in CLAIMS for _ in programs]
    assert sorted(marks) == sorted(expected)


def test_what_is_wrong_in_the_ledger_is_on_the_map(text):
    assert "reports/ledger/runs.jsonl:7 cannot be read" in words(text, "map")


def test_a_claim_says_where_it_stands_why_and_what_is_missing(text):
    told = words(text, "c-repair-adds-passes")
    assert "promising since 2026-11-20" in told and "It stands at promising because of the newest run." in told
    assert "What is missing a second substrate or split" in told


def test_a_typed_status_that_disagrees_is_shown_as_disagreeing(text):
    assert "Somebody wrote down confirmed . The evidence says negative" in words(text, "c-process-control")
    assert "Somebody wrote down" not in words(text, "c-executable-gate")


def test_a_retired_claim_says_who_retired_it_and_why(text):
    assert "Retired by A. Person on 2026-10-01: superseded" in words(text, "c-old-idea")


def test_evidence_that_does_not_count_is_shown_with_its_reasons(text):
    told = words(text, "c-executable-gate")
    assert re.search(r"specs/foofah/gate.yaml , 2026-10-02 \d\d:\d\d, run \w+ , does not count", told)
    for reason in (
        "the pool contains the reference solution",
        "stale: the spec changed",
        "without the required random-pass",
    ):
        assert reason in told


def test_evidence_leads_to_the_very_run_that_decided_and_carries_its_warnings(text):
    assert '<a href="#e-specs-foofah-gate-yaml-full"><bdi>' in section(text, "c-executable-gate")
    assert "audit labels:" in words(text, "c-executable-gate")


def test_where_the_page_has_another_run_of_the_experiment_evidence_says_so_and_takes_none_of_its_warnings():
    made = atlas.made(overview(), entries.made([to_plain(experiment(n=4))]))
    shown = made.named("executable-gate").evidence[0]
    assert (shown.slug, shown.other, shown.audits) == ("", "e-specs-foofah-gate-yaml-full", ())


def test_a_ledger_without_a_run_says_how_to_come_by_some(tmp_path):
    path = tmp_path / "fresh.html"
    write(path, [], overview=replace(overview(), runs=0, not_evidence=0))
    assert "Nothing was run here yet" in words(path.read_text(encoding="utf-8"), "map")


def test_demotions_are_as_visible_as_promotions(text):
    told = words(text, "map")
    assert "negative What process-control says about small models holds demotion from promising, 2026-11-19" in told
    assert "confirmed What executable-gate says about small models holds promotion from promising, 2026-11-20" in told


def test_a_program_shows_its_charter_and_its_own_queue(text):
    told = words(text, "p-retrieval")
    assert "Find out what algorithmic memory and retrieval is good for." in told and "three nulls in a row" in told
    assert "Try abstain-early" in told and "Try two-examples" not in told


def test_q_values_stand_beside_claims_and_one_that_chance_may_have_left_is_marked(text):
    assert "q 0.071 over all claims of the ledger. Among so many claims, chance may have left this one." in words(
        text, "c-executable-gate")
    assert "chance may" not in words(text, "c-process-control")


def test_several_seeds_together_have_a_row_with_their_interval(text):
    assert "2 seeds together" in words(text, "c-executable-gate")
    assert "bootstrap over 2 seeds and 50 families" in words(text, "c-executable-gate")


def test_the_headline_of_a_claim_is_the_run_that_decided():
    made = atlas.made(overview(), entries.made([]))
    assert made.named("executable-gate").headline.value == 0.072
    assert made.named("old-idea").headline.value is None


def test_the_axis_of_a_claim_holds_the_smallest_effect():
    scale = atlas.made(overview(), entries.made([])).named("nobody-asked").scale
    assert scale.low <= 0 <= 0.02 <= scale.high


def test_a_history_has_one_step_more_than_moves():
    moves = [t for t in overview().transitions if t.claim == "executable-gate"]
    drawn = charts.history(moves)
    assert drawn.count("stood") == 3 and drawn.count("moved") == 2
    assert drawn.index("stood flat") < drawn.index("stood up")


@pytest.mark.parametrize(
    ("amounts", "high"), [([0.4], 0.4), ([1786.0, 547.0], 2000), ([3.0, 1.0], 3), ([0.07], 0.08), ([1000], 1000)]
)
def test_an_axis_of_amounts_ends_just_past_the_largest(amounts, high):
    scale = charts.amount_scale(amounts)
    assert scale.high == pytest.approx(high) and 3 <= len(scale.ticks) <= 6


def test_without_a_cost_there_is_no_axis():
    assert charts.amount_scale([]) is None and charts.amount_scale([0.0]) is None


def test_what_decided_stands_above_newer_evidence_that_does_not_count():
    seen = overview()
    claim = next(s for s in seen.standings if s.claim.id == "executable-gate")
    newer = [replace(e, started="2030-01-01T00:00:00+00:00") for e in claim.evidence if not e.counts]
    mixed = replace(claim, evidence=(*newer, *(e for e in claim.evidence if e.counts)))
    shown = atlas.made(replace(seen, standings=(mixed,)), entries.made([])).claims[0].evidence
    assert newer and [e.evidence.counts for e in shown] == sorted((e.counts for e in mixed.evidence), reverse=True)
