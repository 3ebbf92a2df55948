"""The least isolation is an option: what a host lacks is an error with a remedy, never a skip, and is said everywhere.

The weak host is this one under a filter that refuses what a strict host refuses.
"""

import json
import os
import xml.etree.ElementTree as ElementTree

import pytest

from checkable.execute.inside import syscalls

STRICT = """
from checkable.execute.inside import kernel, seccomp

kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
seccomp.load(seccomp.refusing(kernel.architecture(), {refused!r}))
"""
needs_filter = pytest.mark.skipif(os.uname().machine not in syscalls.TABLES, reason="no filter for this machine")


def on_strict_host(workspace, *refused):
    workspace.makeconftest(STRICT.format(refused=refused))


@needs_filter
def test_below_the_minimum_nothing_runs_and_what_helps_is_said(workspace):
    on_strict_host(workspace, "unshare", "landlock_create_ruleset")
    result = workspace.runpytest_subprocess("specs")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([
        "isolation: level 1 *", "isolation: refused here: landlock: *",
        "isolation: Landlock: does not keep a program from: *list a directory*",
        "isolation: level 1 is below the 2 that --isolation asks for: nothing will be executed",
        "*isolation level 2 was asked for, level 1 is all this machine gives*",
        "*what helps: Landlock needs Linux 5.13*", "*--isolation 1*"])
    assert "Traceback" not in result.stdout.str()
    assert not (workspace.path / "reports" / "ledger" / "runs.jsonl").exists()


@needs_filter
def test_a_lower_minimum_runs_and_the_result_says_how_weak_it_was(workspace):
    on_strict_host(workspace, "unshare", "landlock_create_ruleset")
    result = workspace.runpytest_subprocess("specs", "--isolation", "1", "--junitxml", "out.xml")
    result.assert_outcomes(passed=1)
    (record,) = map(json.loads, (workspace.path / "reports" / "ledger" / "runs.jsonl").read_text().splitlines())
    isolation = record["provenance"]["isolation"]
    assert isolation["level"] == 1
    assert "landlock: landlock_create_ruleset: Operation not permitted" in isolation["refused"]
    assert any(said.startswith("Landlock: ") and "list a directory" in said for said in isolation["canaries"])
    junit = {p.get("name").partition("::smoke.isolation.")[2]: p.get("value")
             for p in ElementTree.parse(workspace.path / "out.xml").iter("property")}
    assert junit["level"] == "1"
    assert "landlock_create_ruleset" in junit["refused"]
    assert "list a directory" in junit["canaries"]
    assert "list a directory" in (workspace.path / "reports" / "report.html").read_text()


@needs_filter
def test_no_isolation_at_all_is_a_choice_that_is_said_loudly(workspace):
    on_strict_host(workspace, "unshare", "landlock_create_ruleset", "seccomp")
    result = workspace.runpytest_subprocess("specs", "--isolation", "0")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["isolation: NONE, as --isolation 0 allows: programs can read your files *"])


MACOS = """
from checkable.execute import platforms

platforms.SYSTEM = "darwin"
"""


def test_on_macos_nothing_runs_unless_no_isolation_was_chosen(workspace):
    workspace.makeconftest(MACOS)
    result = workspace.runpytest_subprocess("specs")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["isolation: refused here: seccomp, landlock, namespaces: darwin has none of them",
                                 "*what helps: run in a Linux container or virtual machine*"])


def test_on_macos_by_choice_programs_run_and_it_is_said_loudly(workspace):
    workspace.makeconftest(MACOS)
    result = workspace.runpytest_subprocess("specs", "--isolation", "0")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["isolation: level 0 (*plain processes on darwin*",
                                 "isolation: NONE, as --isolation 0 allows: programs can read your files *"])
    (record,) = map(json.loads, (workspace.path / "reports" / "ledger" / "runs.jsonl").read_text().splitlines())
    assert record["provenance"]["isolation"]["level"] == 0
    page = (workspace.path / "reports" / "report.html").read_text()
    assert "plain processes on darwin" in page
    assert "do not keep a program from: read and write files, use the network" in page


@pytest.mark.parametrize("level", ["4", "-1", "high"])
def test_a_level_that_does_not_exist_is_refused(workspace, level):
    result = workspace.runpytest_subprocess("specs", f"--isolation={level}")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*argument --isolation: invalid *"])


def test_executions_are_kept_beside_the_pool_and_found_again(workspace):
    for _ in range(2):
        workspace.runpytest_subprocess("specs", "--pool", "elsewhere/pool.sqlite").assert_outcomes(passed=1)
    assert (workspace.path / "elsewhere" / "executions.sqlite").exists()


def test_a_file_that_is_no_store_of_executions_says_what_to_do(workspace):
    (workspace.path / "reports").mkdir()
    (workspace.path / "reports" / "executions.sqlite").write_text("not a database" * 100)
    result = workspace.runpytest_subprocess("specs")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*executions.sqlite is no store of executions*delete it*"])
