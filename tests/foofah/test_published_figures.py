"""The published figures come out again when the recorded programs are executed, selected and scored."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = os.environ.get("CHECKABLE_DATA")


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    if not DATA:
        pytest.skip("CHECKABLE_DATA does not name the folder of published data")
    reports = tmp_path_factory.mktemp("reports")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "specs/foofah/published", "-q", "-p", "no:cacheprovider",
         "--reports", str(reports), "--data", str(Path(DATA).resolve())],
        cwd=ROOT, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout[-4000:]
    lines = (reports / "ledger" / "runs.jsonl").read_text().splitlines()
    return {f"{Path(r['experiment']).stem}::{r['item']}": r for r in map(json.loads, lines)}


def test_every_reference_figure_agrees(records):
    figures = [(name, r["name"], r["published"], r["agrees"]) for name, record in records.items()
               for r in record["references"]]
    assert len(figures) >= 30
    assert [figure for figure in figures if figure[3] is not True] == []


def test_every_experiment_on_all_cases_was_judged_and_passed(records):
    some = {name for name, record in records.items() if record["verdict"] == "not judged"}
    assert some == {"inventory::smoke"}  # it searches, and its smoke tier takes 24 cases
    assert len(records) >= 13
    assert {record["verdict"] for name, record in records.items() if name not in some} == {"passed"}


@pytest.mark.parametrize(("examples", "right", "committed"), [
    (1, 6, 15), (2, 10, 13), (3, 17, 19), (4, 15, 17), (5, 14, 14),
])
def test_precision_in_each_cell_of_the_examples_matrix(records, examples, right, committed):
    record = records[f"examples::smoke-examples-{examples}"]
    gate = next(arm for arm in record["arms"] if arm["name"] == "gate")
    precision = gate["metrics"]["as published"]["precision"]
    assert (precision["numerator"], precision["denominator"]) == (right, committed)


def test_the_case_that_depends_on_set_order_is_named(records):
    audits = {audit["name"]: audit for audit in records["gate::smoke"]["audits"]}
    assert audits["determinism"]["level"] == "warning" and "exp0_33_3" in audits["determinism"]["text"]


def test_the_gate_that_may_stop_early_ends_for_evidence_before_the_last_case(records):
    ended = records["gate-stopped-early::smoke"]["stopping"]
    assert (ended["decision"], ended["cases"], ended["planned_cases"]) == ("evidence", 200, 250)
    assert (ended["families"], ended["looks"]) == (40, 8)
    assert records["gate-stopped-early::smoke"]["provenance"]["complete"] is False


def test_a_justification_stands_beside_the_warning_that_it_answers(records):
    audits = {audit["name"]: audit for audit in records["gate::smoke"]["audits"]}
    assert audits["budget"]["level"] == "warning" and "1,055 to 250 completions" in audits["budget"]["text"]
    assert audits["budget"]["justification"].startswith("A program is asked for beside the direct answer")


def test_both_populations_are_reported(records):
    assert records["gate::smoke"]["populations"] == {"as published": 250, "clean": 218}
