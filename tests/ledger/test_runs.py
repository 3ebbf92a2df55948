"""The ledger: lines that stay, whatever happens to the process that writes them."""

from __future__ import annotations

import json
import multiprocessing
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.factory import experiment

from checkable.ledger import runs

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
RECORDS = st.dictionaries(
    st.text(), st.recursive(SCALARS, lambda x: st.lists(x) | st.dictionaries(st.text(), x), max_leaves=8)
)


@settings(deadline=None, max_examples=25)  # every append waits for the disk
@given(st.lists(RECORDS, max_size=5))
def test_what_was_appended_is_read_back_in_order(tmp_path_factory, records):
    path = tmp_path_factory.mktemp("ledger") / "deeper" / "runs.jsonl"
    for record in records:
        runs.append(path, record)
    assert runs.read(path) == records


def test_a_ledger_that_is_not_there_is_empty(tmp_path):
    assert runs.read(tmp_path / "runs.jsonl") == []


def test_one_record_is_one_line_of_ascii(tmp_path):
    runs.append(tmp_path / "runs.jsonl", {"text": "two\nlines, é and \ud800"})
    assert (tmp_path / "runs.jsonl").read_bytes().count(b"\n") == 1
    assert (tmp_path / "runs.jsonl").read_bytes().isascii()


@settings(deadline=None, max_examples=20)
@given(cut=st.integers(min_value=1, max_value=40))
def test_a_torn_last_line_costs_only_itself_and_the_next_append_starts_anew(tmp_path_factory, cut):
    path = tmp_path_factory.mktemp("ledger") / "runs.jsonl"
    for n in range(3):
        runs.append(path, {"n": n, "filler": "x" * 40})
    os.truncate(path, path.stat().st_size - 1 - cut)
    assert [r["n"] for r in runs.scan(path).records] == [0, 1]
    runs.append(path, {"n": 3})
    ledger = runs.scan(path)
    assert ([r["n"] for r in ledger.records], ledger.damaged) == ([0, 1, 3], (3,))


def test_a_last_line_that_lacks_only_its_end_is_whole(tmp_path):
    path = tmp_path / "runs.jsonl"
    path.write_text('{"n": 0}')
    runs.append(path, {"n": 1})
    assert runs.scan(path) == runs.Ledger(records=({"n": 0}, {"n": 1}), damaged=())


def test_damaged_lines_are_named_and_everything_else_is_read(tmp_path):
    path = tmp_path / "runs.jsonl"
    path.write_bytes(b'{"n": 0}\nrubbish\n{"n": 1}\n\xff\xfe{}\n[1]\n\n{"n": 2}\n')
    with pytest.warns(runs.DamagedLedger, match=r"runs\.jsonl: cannot read line 2, 4, 5;"):
        assert [r["n"] for r in runs.read(path)] == [0, 1, 2]


@pytest.mark.parametrize("record", [{"n": float("nan")}, {"path": Path("x")}])
def test_a_record_that_is_not_json_is_refused_and_nothing_is_written(tmp_path, record):
    with pytest.raises((TypeError, ValueError)):
        runs.append(tmp_path / "runs.jsonl", record)
    assert not (tmp_path / "runs.jsonl").exists()


def test_a_full_disk_leaves_the_ledger_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "runs.jsonl"
    runs.append(path, {"n": 0})
    before, write = path.read_bytes(), os.write

    def half_then_full(descriptor, data):
        if len(data) < 20:
            raise OSError(28, "No space left on device")
        return write(descriptor, data[: len(data) - 10])

    monkeypatch.setattr(os, "write", half_then_full)
    with pytest.raises(OSError, match="No space left"):
        runs.append(path, {"n": 1, "filler": "x" * 40})
    assert path.read_bytes() == before


def _append_many(path: Path, writer: int) -> None:
    """As a disk would have it that takes a line in pieces."""
    write = os.write
    runs.os.write = lambda descriptor, data: write(descriptor, data[:700])
    for n in range(20):
        runs.append(path, {"writer": writer, "n": n, "filler": "x" * 5000})


def test_several_processes_may_append_at_once(tmp_path):
    path, fork = tmp_path / "runs.jsonl", multiprocessing.get_context("fork")
    writers = [fork.Process(target=_append_many, args=(path, w)) for w in range(3)]
    for process in writers:
        process.start()
    for process in writers:
        process.join()
    ledger = runs.scan(path)
    assert ledger.damaged == ()
    assert [[r["n"] for r in ledger.records if r["writer"] == w] for w in range(3)] == [list(range(20))] * 3


def test_a_record_has_every_number_of_a_result_and_none_of_its_cases():
    result = experiment(n=24)
    record = runs.record_of(result, Path("results/x.json.gz"), "ab" * 32)
    assert "cases" not in record
    assert record["artefact"] == {"path": "results/x.json.gz", "sha256": "ab" * 32}
    assert (
        record["arms"][1]["metrics"]["as published"]["accuracy"]["value"]
        == result.arms[1].metrics["as published"]["accuracy"].value
    )
    assert record["references"][2]["measured"]["value"] is None  # NaN is undefined, not a number
    json.dumps(record, allow_nan=False)


def test_run_ids_tell_runs_apart_and_nothing_else_changes_them():
    def made(seed):
        return runs.record_of(experiment(n=2, seed=seed), Path("x"), str(seed))["run_id"]

    assert made(0) == made(0) != made(1)
