"""Ledgers of several machines become one: every run once, whatever the order and how often."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_values import STRONG, keep, outcomes_with, record

from checkable.ledger import artefacts, outcomes, runs
from checkable.ledger.merge import merge
from checkable.ledger.reading import read_book

RUNS = st.lists(st.integers(0, 6), max_size=5)


def ledger(folder, numbers):
    for n in dict.fromkeys(numbers):
        keep(folder, record(f"r{n}", started=f"2026-01-0{n + 1}T00:00:00+00:00"), outcomes_with(direct=n, gate=50))
    if not numbers:
        runs.append(folder / runs.FILE, {"format": 1, "run_id": "old"})


@settings(deadline=None, max_examples=20)
@given(RUNS, RUNS)
def test_merging_either_way_or_twice_gives_the_same_runs(tmp_path_factory, first, second):
    one, two, both = (tmp_path_factory.mktemp(name) for name in ("one", "two", "both"))
    ledger(one, first)
    ledger(two, second)
    for source in (one, two, one, two):
        merge(both, source)
    merge(two, one)
    merge(one, two)
    seen = [[entry.run_id for entry in read_book(folder).entries] for folder in (one, two, both)]
    assert seen[0] == seen[1] == seen[2] == [f"r{n}" for n in sorted({*first, *second})]


def test_what_a_merge_did_is_counted(tmp_path):
    ledger(tmp_path / "a", [0, 1])
    ledger(tmp_path / "b", [1, 2, 3])
    done = merge(tmp_path / "a", tmp_path / "b")
    assert (done.added, done.known, done.problems) == (2, 1, ())


def result_of(ledger_folder, name="results/r.json.gz", path=None):
    """A full result in the reports folder of a ledger, and the record that names it."""
    kept, digest = artefacts.write(ledger_folder.parent / "results", {"experiment": "e", "item": "i"})
    kept.rename(ledger_folder.parent / name)
    return keep(ledger_folder, record(artefact={"path": path or name, "sha256": digest}), outcomes_with(**STRONG))


def test_full_results_come_along_once_and_whole(tmp_path):
    here, there = tmp_path / "here" / "ledger", tmp_path / "there" / "ledger"
    result_of(there)
    assert merge(here, there).results == 1
    assert artefacts.read(tmp_path / "here" / "results" / "r.json.gz")["experiment"] == "e"
    assert merge(here, there).results == 0, "it is there already"


@pytest.mark.parametrize("path", ["../r.json.gz", "/tmp/r.json.gz"])
def test_a_record_that_names_a_file_elsewhere_brings_none(tmp_path, path):
    here, there = tmp_path / "deep" / "here" / "ledger", tmp_path / "there" / "ledger"
    result_of(there, "../r.json.gz", path)
    done = merge(here, there)
    assert (done.added, done.results) == (1, 0)
    assert not list((tmp_path / "deep").rglob("r.json.gz"))


def test_a_damaged_result_is_left_where_it_is(tmp_path):
    here, there = tmp_path / "here" / "ledger", tmp_path / "there" / "ledger"
    result_of(there)
    (tmp_path / "there" / "results" / "r.json.gz").write_bytes(b"not a result")
    assert merge(here, there).results == 0 and not (tmp_path / "here" / "results").exists()


def test_damage_in_the_source_stays_there_and_is_named(tmp_path):
    ledger(tmp_path / "b", [0, 1, 2])
    path = tmp_path / "b" / runs.FILE
    lines = path.read_text().splitlines(keepends=True)
    path.write_text(lines[0].replace('"full"', '"smoke"') + lines[1][:50] + "\n" + lines[2])
    done = merge(tmp_path / "a", tmp_path / "b")
    assert done.added == 1 and [problem.line for problem in done.problems] == [1, 2]
    assert [entry.run_id for entry in read_book(tmp_path / "a").entries] == ["r2"]


def test_a_run_whose_outcomes_are_gone_is_merged_as_no_evidence(tmp_path):
    whole = keep(tmp_path / "b", record(), outcomes_with(**STRONG))
    outcomes.file_of(tmp_path / "b", whole["outcomes"]).unlink()
    done = merge(tmp_path / "a", tmp_path / "b")
    assert done.added == 1 and "came without outcomes" in done.problems[0].text
    assert read_book(tmp_path / "a").entries == ()


def test_a_folder_without_a_ledger_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError, match="holds no ledger"):
        merge(tmp_path / "a", tmp_path / "nowhere")
