"""What a terminal shows of an experiment: the numbers, within the width, in what it can draw."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from tests.report.factory import experiment, session
from tests.report.hostile import CORPUS, poisoned
from wcwidth import width as cells

from checkable.core.result import Stopping, to_plain
from checkable.ledger.runs import record_of
from checkable.report.layout import visible
from checkable.report.terminal import can_unicode, failure_text, render


def shown(result, width=120, **kwargs):
    return render(result, width=width, colour=False, **kwargs)


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width):
    for result in session():
        assert max(map(cells, shown(result, width).split("\n"))) <= width


@pytest.mark.parametrize("width", [80, 120])
def test_every_arm_shows_what_it_committed_and_what_was_in_reach(width):
    result = experiment(n=250)
    text = shown(result, width)
    for arm in result.arms:
        numbers = arm.metrics["as published"]
        correct, reached = int(numbers["correct"].value), int(numbers["reached"].value)
        row = rf"{reached} {100 * reached / 250:.1f}% +│ +{correct} +{100 * correct / 250:.1f}%"
        assert re.search(rf"{arm.name}\s+{row}", text)


def test_reach_has_its_own_column_that_says_oracle():
    header = next(line for line in shown(experiment(n=24)).split("\n") if "commit" in line and "│" in line)
    assert header.index("oracle") < header.index("│") < header.index("commit")


def test_recoveries_and_regressions_are_against_the_first_arm():
    result = experiment(n=250)
    gate = result.comparisons[0]
    row = next(line for line in shown(result, 80).split("\n") if line.startswith("  gate "))
    assert f" {gate.recoveries}/{gate.regressions} " in row
    against_first = next(c for c in result.comparisons if (c.arm, c.base) == ("shuffled-example", "direct"))
    assert f" {against_first.recoveries}/{against_first.regressions} " in shown(result, 80)
    against_gate = result.comparisons[-1]
    assert f" {against_gate.recoveries}/{against_gate.regressions} " not in shown(result, 80)


def test_controls_stand_apart_and_say_what_they_break():
    lines = shown(experiment(n=24)).split("\n")
    divider = next(
        i for i, line in enumerate(lines) if "controls: shuffled-example (of gate, break visible-example)" in line
    )
    assert lines[divider - 1].startswith("  gate-strict") and lines[divider + 1].startswith("  shuffled-example")


def test_both_populations_are_shown_with_their_sizes():
    text = shown(experiment(n=250))
    assert "as published, n = 250" in text and "clean, n = 245" in text


@pytest.mark.parametrize(("unicode", "signs"), [(True, "✓✗?"), (False, "+x?")])
def test_every_criterion_shows_its_verdict_and_its_reason(unicode, signs):
    text = shown(experiment(n=24), unicode=unicode)
    for sign, verdict, reason in zip(
        signs, ("held", "failed", "undecided"), ("31 recoveries", "wanted at most 0", "no commit"), strict=True
    ):
        assert re.search(rf"  {re.escape(sign)} {verdict} .*\n +.*{reason}", text)


def test_an_undefined_number_is_a_dash_and_never_zero():
    row = next(line for line in shown(experiment(n=250), 80).split("\n") if line.startswith("  direct "))
    assert re.search(r"–\s+–\s+412", row)  # neither compared with itself nor any treatment commit


def test_no_cases_are_said_to_be_none():
    text = shown(session()[-1])
    assert "no cases: nothing was measured" in text and "0.0%" not in text


def test_not_judged_says_so_beside_its_criteria():
    text = shown(session()[3])
    assert "· not judged" in text and "not judged in this tier" in text


def test_published_figures_stand_beside_what_was_measured():
    result = experiment(n=250)
    text = shown(result)
    assert re.search(r"≠ direct\.correct +published 138/250 +measured \d+ of 250 \[.*\] +differs", text)
    assert re.search(r"= gate\.recoveries\(direct\) +published 18 +measured 18 of 250 .* agrees", text)
    assert re.search(r"· gate\.precision +published 68\.1% +measured undefined: no commits +not comparable", text)


def test_warnings_of_audits_are_spelt_out():
    assert "! labels: 5 cases have a known label issue" in shown(experiment(n=250))


def test_a_justification_stands_under_the_warning_that_it_answers():
    text = " ".join(shown(experiment(n=250)).split())
    assert "1 warning (1 justified by the spec)" in text
    assert "justified: the published labels are those of the published figures" in text


def test_an_experiment_that_ended_early_says_where_and_why():
    ended = Stopping(decision="evidence", looks=2, cases=20, planned_cases=80, families=10, planned_families=40,
                     text="Ended after 20 of 80 cases, 10 of 40 families, 2 looks: every comparison is decided.")
    assert "Ended after 20 of 80 cases" in shown(dataclasses.replace(experiment(n=24), stopping=ended))
    assert "Ended after" not in shown(experiment(n=24))


def test_provenance_names_model_completions_data_and_isolation():
    last = " ".join(shown(experiment(n=24, completions="recorded")).split("\n")[-4:])
    for fact in (
        "model qwen3.5-4b",
        "completions recorded 96",
        "data version abababababab",
        "isolation level namespaces",
    ):
        assert fact in last


def test_colour_adds_nothing_but_colour():
    result = experiment(n=24)
    coloured = render(result, width=100, colour=True)
    assert "\x1b[" in coloured and visible(coloured) == shown(result, 100)


def test_a_terminal_without_unicode_gets_ascii():
    for result in session():
        assert shown(result, 80, unicode=False).isascii()


@pytest.mark.parametrize(
    ("encoding", "can"), [("utf-8", True), ("ascii", False), ("latin-1", False), (None, False), ("no-such", False)]
)
def test_whether_an_encoding_can_show_the_signs(encoding, can):
    assert can_unicode(encoding) is can


def test_plain_data_and_ledger_records_are_shown_like_the_result_itself():
    result = experiment(n=24)
    assert shown(to_plain(result)) == shown(result) == shown(record_of(result, Path("x"), "ab"))


@pytest.mark.parametrize("offset", range(len(CORPUS)))
def test_hostile_text_neither_moves_the_cursor_nor_breaks_the_encoding(offset):
    text = shown(poisoned(to_plain(experiment(n=4)), offset), 80)
    text.encode("utf-8")
    assert max(map(cells, text.split("\n"))) <= 90  # figures of 4 cases fit; nothing hostile is much wider
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_what_ascii_cannot_say_is_spelt_out():
    text = shown(poisoned(to_plain(experiment(n=4)), None), 80, unicode=False)
    assert text.isascii() and "\\u4e2d" in text


def test_a_failure_names_what_failed_and_where_to_look():
    text = failure_text(
        experiment(n=24), artefact=Path("reports/results/x.json.gz"), report=Path("reports/report.html")
    )
    assert text.startswith("2 of 3 criteria did not hold")
    assert (
        "✗ failed     gate.regressions(direct) <= 0" in text
        and "gate.regressions(direct): 6 of 250 [1.3, 10.7]" in text
    )
    assert "held       gate beats direct" not in text
    assert text.endswith("  report: reports/report.html\n  artefact: reports/results/x.json.gz")


def test_a_failure_without_a_page_points_to_none():
    assert "report:" not in failure_text(experiment(n=4))
