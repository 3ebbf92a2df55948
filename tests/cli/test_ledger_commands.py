"""The commands about the ledger, on a workspace of their own."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys

import pytest
from tests.cli.test_commands import ROOT
from tests.ledger.ledger_values import CLAIM, PROGRAM, PROPOSAL

from checkable.__main__ import main
from checkable.ledger import outcomes, runs
from checkable.ledger.seal import sealed


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    folder = tmp_path / "reports" / "ledger"
    folder.mkdir(parents=True)
    (tmp_path / "substrates").mkdir()
    for name, text in (("programs", PROGRAM), ("claims", CLAIM + "  status: confirmed\n"), ("queue", PROPOSAL)):
        (folder / f"{name}.yaml").write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHECKABLE_DATA", raising=False)
    return tmp_path


def test_claims_are_printed_by_status_with_why_and_what_is_missing(workspace, capsys):
    assert main(["claims"]) == 0
    told = capsys.readouterr().out
    assert "open (1)" in told and "no complete run bears on it" in told
    assert "! written down as confirmed: the numbers disagree" in told
    assert main(["claims", "--program", "memry"]) == 2
    assert "did you mean 'memory'?" in capsys.readouterr().err


def test_a_named_folder_that_is_not_there_is_a_mistake_and_is_not_made(workspace, capsys):
    for command in ("claims", "report"):
        assert main([command, "--reports", "reprots"]) == 2
        assert "there is no folder reprots: expected one that runs wrote" in capsys.readouterr().err
    assert not (workspace / "reprots").exists()
    assert main(["claims", "--root", "nowhere"]) == 2
    assert "there is no folder nowhere: expected a workspace (--root)" in capsys.readouterr().err


def test_a_reader_that_has_had_enough_is_no_mistake(workspace):
    shutil.rmtree(workspace / "substrates")
    command = [sys.executable, "-m", "checkable", "propose", "--root", str(workspace)]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    started.stdout.close()  # before anything was written
    assert (started.wait(), started.stderr.read()) == (1, b"")


def test_damage_in_the_ledger_is_told_and_is_the_exit_status(workspace, capsys):
    (workspace / "reports" / "ledger" / "runs.jsonl").write_text('{"half')
    assert main(["claims"]) == 1
    assert "runs.jsonl:1: not a whole record" in capsys.readouterr().out.replace("\n      ", " ")


def test_mistakes_in_what_people_wrote_are_told_with_their_place(workspace, capsys):
    (workspace / "reports" / "ledger" / "claims.yaml").write_text(CLAIM.replace("memory", "memoir"))
    assert main(["claims"]) == 2
    assert "claims.yaml:3:14" in capsys.readouterr().err


def test_the_queue_is_listed_and_a_proposal_becomes_a_spec(workspace, capsys):
    assert main(["propose"]) == 0
    assert "P0 small   try-it" in capsys.readouterr().out
    assert main(["propose", "try-that"]) == 2
    assert "did you mean 'try-it'?" in capsys.readouterr().err
    shutil.copytree(ROOT / "substrates" / "foofah", workspace / "substrates" / "foofah")
    command = [sys.executable, "-m", "checkable", "propose", "try-it"]  # a process imports one foofah only
    done = subprocess.run(command, cwd=workspace, capture_output=True, text=True)
    assert done.returncode == 0 and "ready to collect" in done.stdout
    assert (workspace / "specs" / "proposed" / "try-it.yaml").is_file()
    assert main(["propose", "try-it"]) == 2
    assert "exists already" in capsys.readouterr().err


def test_a_ledger_of_another_machine_is_merged_once(workspace, tmp_path_factory, capsys):
    other = tmp_path_factory.mktemp("other") / "ledger"
    runs.append(other / runs.FILE, sealed({"run_id": "r1", "experiment": "specs/a.yaml"}))
    assert main(["merge", str(other.parent)]) == 0
    assert main(["merge", str(other)]) == 0
    assert capsys.readouterr().out.splitlines() == ["1 records added, 0 known", "0 records added, 1 known"]
    assert main(["merge", str(workspace / "nowhere")]) == 2


def test_importing_says_what_each_mapping_brought(workspace, capsys):
    folder = workspace / "reports" / "ledger"
    (folder / "recorded").mkdir()
    rows = workspace / "data" / "records" / "rows.json"
    rows.parent.mkdir(parents=True)
    rows.write_text(json.dumps([{"id": str(i), "yes": True, "no": False} for i in range(9)]))
    sha = hashlib.sha256(rows.read_bytes()).hexdigest()
    (folder / "recorded" / "m.yaml").write_text(
        "title: T\nclaims: [it-helps]\nsubstrate: s\nsplit: t\nmade_by: m\nmade_at: then\nlicence: l\n"
        "address: https://example.invalid\nrows: {case: id}\narms:\n"
        f"  with: {{file: rows.json, sha256: {sha}, correct: 'yes'}}\n"
        f"  without: {{file: rows.json, sha256: {sha}, correct: 'no'}}\n")
    for expected in ("1 added", "known"):
        assert main(["import", "--data", "data"]) == 0
        assert capsys.readouterr().out.strip() == f"reports/ledger/recorded/m.yaml: {expected}"
    rows.unlink()
    assert main(["import", "--data", "data"]) == 1
    assert "rows.json is not on this machine" in capsys.readouterr().err
    assert outcomes.FOLDER in {path.name for path in folder.iterdir()}
