"""A session and the ledger of its workspace: what it checks, what it appends, which claims it moves."""

from __future__ import annotations

import json

import pytest

from tests.plugin.conftest import SPEC, spec

PROGRAMS = "reliability-and-safety:\n  title: T\n  charter: C\n  boundaries: [b]\n  stop_when: [s]\n"
CLAIMS = "executable-gate:\n  statement: S\n  programs: [reliability-and-safety]\n  refuted_by: R\n"


@pytest.fixture
def folder(workspace):
    folder = workspace.path / "reports" / "ledger"
    folder.mkdir(parents=True)
    (folder / "programs.yaml").write_text(PROGRAMS)
    (folder / "claims.yaml").write_text(CLAIMS)
    return folder


@pytest.mark.parametrize("workers", [[], ["-n1"]], ids=["serial", "xdist"])
def test_a_complete_run_is_evidence_and_its_claim_is_told_to_have_moved(workspace, folder, workers):
    result = workspace.runpytest_subprocess("specs", *workers)
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*executable-gate: open * promising*"])
    (record,) = map(json.loads, (folder / "runs.jsonl").read_text().splitlines())
    assert record["provenance"]["complete"] is True and record["format"] == 2
    assert len(list((folder / "outcomes").iterdir())) == 1


def test_a_run_on_some_of_the_cases_moves_nothing(workspace, folder):
    spec(workspace, "transpose", SPEC.replace("smoke: {cases: all}", "smoke: {cases: 6, judge: true}"))
    result = workspace.runpytest_subprocess("specs")
    result.stdout.no_fnmatch_line("*executable-gate: open*")
    (record,) = map(json.loads, (folder / "runs.jsonl").read_text().splitlines())
    assert record["provenance"]["complete"] is False


def test_a_smoke_tier_that_changes_the_experiment_is_no_evidence_though_it_judges(workspace, folder):
    changed = "smoke: {cases: all, judge: true, substrate: {split: generated, count: 12}, seed: 1}"
    spec(workspace, "transpose", SPEC.replace("smoke: {cases: all}", changed))
    workspace.runpytest_subprocess("specs")
    (record,) = map(json.loads, (folder / "runs.jsonl").read_text().splitlines())
    assert record["provenance"]["complete"] is False


def test_a_claim_that_the_ledger_does_not_have_is_an_error_at_collection(workspace, folder):
    (folder / "claims.yaml").write_text(CLAIMS.replace("executable-gate", "executable-gates"))
    result = workspace.runpytest_subprocess("specs", "--collect-only")
    assert result.ret != 0
    result.stdout.fnmatch_lines(["*the ledger has no claim 'executable-gate'*", "*did you mean 'executable-gates'?*"])


def test_a_ledger_with_mistakes_is_told_at_collection_with_their_place_and_without_a_traceback(workspace, folder):
    (folder / "claims.yaml").write_text(CLAIMS.replace("[reliability-and-safety]", "[reliability]"))
    result = workspace.runpytest_subprocess("specs", "--collect-only")
    assert result.ret != 0
    result.stdout.fnmatch_lines(["*claims.yaml:3:*the ledger has no research program 'reliability'*"])
    assert "Traceback" not in result.stdout.str()


def test_a_spec_without_a_claim_runs_beside_a_ledger_with_mistakes(workspace, folder):
    (folder / "queue.yaml").write_text("an-idea: {title: T}\n")
    for file in workspace.path.glob("specs/**/*.yaml"):
        file.write_text(file.read_text().replace("claim: executable-gate\n", ""))
    workspace.runpytest_subprocess("specs").assert_outcomes(passed=1, warnings=1)
