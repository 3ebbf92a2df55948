"""pytest runs experiments: outcomes, selection, reports, with and without xdist."""

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest

from tests.plugin.conftest import SPEC, spec
from tests.report.junit_schema import complaints

WORSE = SPEC.replace("gate.regressions(direct) <= 0", "gate.correct >= 11")


def ledger(workspace):
    path = workspace.path / "reports" / "ledger" / "runs.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def numbers(record):
    """A ledger record without what may differ between two runs of the same experiment."""
    volatile = {"run_id", "started", "seconds", "artefact", "seal"}
    return {key: value for key, value in record.items() if key not in volatile}


def test_a_spec_passes_and_leaves_a_table_a_ledger_and_a_page(workspace):
    result = workspace.runpytest_subprocess("specs")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*transpose.yaml*", "*gate*10*"])
    assert [r["verdict"] for r in ledger(workspace)] == ["passed"]
    page = (workspace.path / "reports" / "report.html").read_text()
    assert "Transposing, made up" in page


def test_the_numbers_are_those_of_the_programs_that_ran(workspace):
    workspace.runpytest_subprocess("specs")
    (record,) = ledger(workspace)
    arms = {arm["name"]: arm["metrics"]["all"] for arm in record["arms"]}
    assert arms["direct"]["correct"]["value"] == 6
    assert arms["gate"]["correct"]["value"] == 10
    assert arms["always-direct"]["correct"]["value"] == 6
    assert arms["gate"]["precision"]["numerator"] == arms["gate"]["precision"]["denominator"] == 8


def test_a_failed_criterion_fails_the_item_and_says_where_to_look(workspace):
    spec(workspace, "transpose", SPEC.replace("gate.regressions(direct) <= 0", "gate.correct >= 11"))
    result = workspace.runpytest_subprocess("specs")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*gate.correct >= 11*", "*report.html*"])
    assert "Traceback" not in result.stdout.str()
    assert [r["verdict"] for r in ledger(workspace)] == ["failed"]


def test_serial_and_parallel_runs_agree_to_the_last_number(workspace):
    for i in range(4):
        text = SPEC.replace("made up", f"copy {i}")
        spec(workspace, f"copy{i}", text.replace("smoke: {cases: all}", f"smoke: {{cases: all, seed: {i}}}"))
    workspace.runpytest_subprocess("specs", "-n", "0", "--reports", "serial").assert_outcomes(passed=5)
    workspace.runpytest_subprocess("specs", "-n", "2", "--reports", "parallel").assert_outcomes(passed=5)
    serial, parallel = (
        sorted((numbers(json.loads(line)) for line in (workspace.path / name / "ledger" / "runs.jsonl").open()),
               key=lambda r: r["experiment"]) for name in ("serial", "parallel"))
    assert serial == parallel


@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_bad_spec_fails_alone(workspace, workers):
    spec(workspace, "bad", SPEC.replace("visible-pass", "visible-pas"))
    result = workspace.runpytest_subprocess("specs", "-n", workers)
    result.assert_outcomes(passed=1, errors=1)
    assert result.ret == 1
    result.stdout.fnmatch_lines(["*bad.yaml:*visible-pas*", "*visible-pass*"])


def test_collect_only_is_the_linter(workspace):
    spec(workspace, "bad", SPEC.replace("gate.correct >", "gat.correct >"))
    result = workspace.runpytest_subprocess("specs", "--collect-only")
    assert result.ret != 0
    result.stdout.fnmatch_lines(["*bad.yaml:*:*gat*"])
    assert not (workspace.path / "reports").exists()


@pytest.mark.parametrize(("selection", "selected"), [
    (["-m", "foofah and smoke"], 1), (["-m", "executable-gate"], 1), (["-m", "full"], 0),
    (["-m", "reliability-and-safety"], 1), (["-k", "transpose"], 1), (["-k", "gate and not direct"], 0)])
def test_selection_by_mark_and_keyword(workspace, selection, selected):
    result = workspace.runpytest_subprocess("specs", "--collect-only", "-q", *selection)
    assert len(re.findall(r"transpose.yaml::smoke", result.stdout.str())) == selected


def test_the_full_tier_runs_smoke_first_and_stops_if_it_fails(workspace):
    spec(workspace, "transpose", SPEC.replace("cases: all}", "criteria: [gate.correct >= 12], judge: true}"))
    result = workspace.runpytest_subprocess("specs", "--tier", "full")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*smoke tier*failed*"])
    assert [(r["tier"], r["verdict"]) for r in ledger(workspace)] == [("smoke", "failed")]


def test_the_full_tier_records_both(workspace):
    workspace.runpytest_subprocess("specs", "--tier", "full").assert_outcomes(passed=1)
    assert [(r["tier"], r["verdict"]) for r in ledger(workspace)] == [("smoke", "passed"), ("full", "passed")]


def test_a_published_split_without_data_is_skipped_with_the_remedy(workspace, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(workspace.path / "cache"))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    text = SPEC.replace("{name: foofah, split: generated, count: 12, difficulty: easy, operators: [transpose]}",
                        "{name: foofah, split: published}")
    spec(workspace, "transpose", text)
    result = workspace.runpytest_subprocess("specs", "-rs")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["*CHECKABLE_DATA*"])


@pytest.mark.parametrize("workers", ["0", "2"])
def test_junit_carries_the_numbers_and_keeps_to_the_schema(workspace, workers):
    workspace.makeconftest("from checkable.pytest_plugin import progress\nprogress.QUIET = progress.INTERVAL = 0.0")
    spec(workspace, "worse", WORSE)
    workspace.runpytest_subprocess("specs", "--junitxml", "junit.xml", "-n", workers)
    tree = ElementTree.parse(workspace.path / "junit.xml")
    assert len(list(tree.iter("testcase"))) == 2
    assert complaints(tree.getroot()) == []
    properties = {p.get("name"): p.get("value") for p in tree.iter("property")}
    name = "specs/transpose.yaml::smoke"
    assert float(properties[f"{name}.arm.gate.correct"]) == 10
    assert properties[f"{name}.verdict"] == "passed"
    assert properties[f"{name}.criterion.1"].startswith("held: gate.correct > direct.correct")
    assert properties[f"{name}.report"] == "reports/report.html#e-specs-transpose-yaml-smoke"
    (failure,) = tree.iter("failure")
    assert "gate.correct >= 11" in failure.text and "report.html#e-specs-worse-yaml-smoke" in failure.text


def test_the_page_goes_where_it_is_asked_to(workspace):
    result = workspace.runpytest_subprocess("specs", "--report", "pages/mine.html")
    result.stdout.fnmatch_lines(["report: pages/mine.html"])
    assert "Transposing, made up" in (workspace.path / "pages" / "mine.html").read_text()
    assert not (workspace.path / "reports" / "report.html").exists()


@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_summary_for_a_pull_request_is_written_when_asked_for(workspace, workers):
    workspace.runpytest_subprocess("specs", "--summary-markdown", "summary.md", "-n", workers)
    text = (workspace.path / "summary.md").read_text()
    assert text.startswith("## 1 experiment: 1 passed\n")
    assert "Transposing, made up" in text and "| 12 |" in text


def test_the_summary_of_a_step_is_appended_to(workspace, monkeypatch):
    file = workspace.path / "step.md"
    file.write_text("said before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    workspace.runpytest_subprocess("specs", "--summary-markdown", str(file))
    assert file.read_text().startswith("said before\n## 1 experiment")


def test_a_run_ends_with_one_line_a_verdict_and_with_the_tables_of_what_failed(workspace):
    for i in range(4):
        spec(workspace, f"copy{i}", WORSE if i == 2 else SPEC)
    result = workspace.runpytest_subprocess("specs")
    result.stdout.fnmatch_lines([
        "*passed*+33.3*specs/transpose.yaml::smoke*gate vs direct", "*failed*specs/copy2.yaml::smoke*",
        "5 experiments: 1 failed, 4 passed"])
    text = result.stdout.str()
    assert text.index("5 experiments: ") > text.index("experiments ==")
    assert "── specs/copy2.yaml" in text and "── specs/copy1.yaml" not in text


def test_a_completion_missing_from_a_recorded_pool_is_explained(workspace):
    spec(workspace, "transpose", SPEC.replace("pool: pool.jsonl.gz", "pool: pool.jsonl.gz\nseed: 3").replace(
        "direct: {generator: direct}", "direct: {generator: {direct: {temperature: 0.7}}}"))
    result = workspace.runpytest_subprocess("specs")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*pool.jsonl.gz*temperature*"])
    assert "Traceback" not in result.stdout.str()


def test_a_data_folder_that_is_not_there_is_a_usage_error(workspace):
    result = workspace.runpytest_subprocess("specs", "--data", "nowhere")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*--data*nowhere*"])


def test_python_tests_beside_specs_are_left_alone(workspace):
    workspace.makepyfile(test_plain="def test_it(): pass")
    workspace.runpytest_subprocess().assert_outcomes(passed=2)


@pytest.mark.parametrize("workers", ["0", "2"])
def test_the_header_names_data_pool_and_isolation(workspace, workers):
    result = workspace.runpytest_subprocess("specs", "-n", workers)
    result.stdout.fnmatch_lines(["checkable: tier smoke*data*", "recorded: pool.jsonl.gz*", "isolation: level *"])
