"""Whatever happens to a ledger: nothing that was written is lost, and what is damaged is named."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_values import STRONG, keep, outcomes_with, record

from checkable.ledger import outcomes, runs
from checkable.ledger.reading import read_book
from checkable.ledger.seal import is_broken, sealed

HERE = Path(__file__).parent
WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, {here!r})
from ledger_values import keep, outcomes_with, record
folder, name = Path({folder!r}), {name!r}
for n in range(100_000):
    keep(folder, record(f"{{name}}-{{n}}", filler="x" * 3000), outcomes_with(direct=n % 100, gate=50))
    print(n, flush=True)
"""


def writer(folder: Path, name: str) -> subprocess.Popen[str]:
    """A controller that appends runs until it is killed, and says each one that is on the disk."""
    script = WRITER.format(here=str(HERE), folder=str(folder), name=name)
    return subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)


def test_two_controllers_killed_while_writing_lose_nothing_that_they_had_said(tmp_path):
    processes = {name: writer(tmp_path, name) for name in ("one", "two")}
    for process in processes.values():
        for _ in range(15):
            process.stdout.readline()  # type: ignore[union-attr]
    time.sleep(0.05)
    for process in processes.values():
        process.send_signal(signal.SIGKILL)
    told = {name: 14 + len(process.communicate()[0].split()) for name, process in processes.items()}
    keep(tmp_path, record("after"), outcomes_with(**STRONG))
    book = read_book(tmp_path)
    kept = {entry.run_id for entry in book.entries}
    assert {f"{name}-{n}" for name, last in told.items() for n in range(last + 1)} <= kept
    assert "after" in kept
    assert all(problem.line is not None for problem in book.problems)  # at most half a line of each, named


@settings(deadline=None, max_examples=25)
@given(cut=st.integers(1, 200))
def test_a_last_line_cut_off_anywhere_costs_that_run_alone(tmp_path_factory, cut):
    folder = tmp_path_factory.mktemp("ledger")
    for n in range(3):
        keep(folder, record(f"r{n}"), outcomes_with(**STRONG))
    path = folder / runs.FILE
    os.truncate(path, path.stat().st_size - 1 - cut)
    book = read_book(folder)
    assert [entry.run_id for entry in book.entries] == ["r0", "r1"]
    assert [(problem.path, problem.line) for problem in book.problems] == [(str(path), 3)]


def test_a_record_that_somebody_edited_does_not_count_and_is_named(tmp_path):
    for n in range(2):
        keep(tmp_path, record(f"r{n}", split="published"), outcomes_with(**STRONG))
    path = tmp_path / runs.FILE
    path.write_text(path.read_text().replace('"split":"published"', '"split":"better"', 1))
    book = read_book(tmp_path)
    assert [entry.run_id for entry in book.entries] == ["r1"]
    assert book.problems[0].line == 1 and "changed since it was written" in book.problems[0].text
    with pytest.warns(runs.DamagedLedger, match="something was changed in line 1"):
        assert len(runs.read(path)) == 1


@given(st.dictionaries(st.text(), st.integers() | st.text() | st.none(), max_size=5), st.text(), st.integers())
def test_a_seal_fits_its_record_in_any_order_of_keys_and_no_other_record(made, key, value):
    whole = sealed(made)
    assert not is_broken(json.loads(json.dumps(dict(reversed(whole.items())))))
    if key != "seal" and made.get(key, object()) != value:
        assert is_broken({**whole, key: value})


def test_outcomes_that_are_gone_are_named_and_the_run_does_not_count(tmp_path):
    whole = keep(tmp_path, record(), outcomes_with(**STRONG))
    outcomes.file_of(tmp_path, whole["outcomes"]).unlink()
    book = read_book(tmp_path)
    assert book.entries == () and book.runs == 1
    assert "run r1 of specs/a.yaml does not count" in book.problems[0].text


def test_smoke_runs_and_runs_on_some_cases_are_counted_and_are_no_evidence(tmp_path):
    incomplete = record()
    incomplete["provenance"]["complete"] = False
    keep(tmp_path, incomplete, outcomes_with(**STRONG))
    keep(tmp_path, record("r2"), outcomes_with(**STRONG))
    book = read_book(tmp_path)
    assert ([e.run_id for e in book.entries], book.runs, book.not_evidence) == (["r2"], 2, 1)


def test_records_of_earlier_formats_are_read_and_are_no_evidence(tmp_path):
    runs.append(tmp_path / runs.FILE, {"format": 1, "run_id": "old", "experiment": "specs/a.yaml"})
    book = read_book(tmp_path)
    assert (book.runs, book.not_evidence, book.problems) == (1, 1, ())


def test_a_record_that_lacks_what_evidence_needs_is_named(tmp_path):
    keep(tmp_path, {key: value for key, value in record().items() if key != "split"}, outcomes_with(**STRONG))
    book = read_book(tmp_path)
    assert book.entries == () and "it lacks split" in book.problems[0].text
