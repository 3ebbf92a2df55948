"""The published split: 250 cases of Foofah's benchmark, 50 tasks with 1 to 5 example records each.

The benchmark keeps one small JSON text a case; they are fetched from one commit and kept as one
file of lines. The records of an example are merged into one pair of tables there, so a case has
one example whatever its number of records.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from substrates.foofah.issues import BROKEN, ISSUES

from checkable.core.case import Case, Example
from checkable.substrate import data as store
from checkable.substrate.contract import CaseSet

FILE = "foofah.jsonl"
SHA256 = "144208b957d6d9337f38f4ca58d80d78e587e54bb87f4b5322b6130332527e59"
COMMIT = "87e633c553959e659aa364bd739041776ca54d06"
ADDRESS = f"https://raw.githubusercontent.com/umich-dbgroup/foofah/{COMMIT}/tests/data/"
TASKS = [
    "10", "11", "12", "13", "15", "17", "18", "19", "2", "22", "24", "25", "26", "27", "28", "29", "3", "30", "33",
    "34", "36", "37", "4", "40", "41", "43", "44", "45", "46", "47", "48", "49", "5", "51", "6", "7", "8",
    "agriculture", "craigslist_data_wrangler", "crime_data_wrangler", "potters_wheel_divide", "potters_wheel_fold",
    "potters_wheel_fold_2", "potters_wheel_merge_split", "potters_wheel_split_fold", "potters_wheel_unfold",
    "potters_wheel_unfold2", "proactive_wrangling_complex", "proactive_wrangling_fold",
    "reshape_table_structure_data_wrangler",
]
NAMES = tuple((task, records, f"exp0_{task}_{records}.txt") for task in TASKS for records in range(1, 6))


def converted(files: Mapping[str, bytes]) -> bytes:
    """The lines that are kept, made of the published files by name. Raises ValueError or KeyError."""
    return b"".join(_line(task, records, name, json.loads(files[name])) for task, records, name in NAMES)


def _line(task: str, records: int, name: str, case: Mapping[str, Any]) -> bytes:
    row = {
        "id": f"foofah/{task}/{records}", "task": task, "example_records": records,
        "input_table": case["InputTable"], "output_table": case["OutputTable"],
        "test_table": case["TestingTable"], "test_answer": case["TestAnswer"], "source_file": f"tests/data/{name}",
    }
    return json.dumps(row).encode() + b"\n"


FETCH = store.Fetch(files={name: ADDRESS + name for _, _, name in NAMES}, convert=converted)


def rows(data: Path | None) -> list[dict[str, Any]]:
    """All published rows, answers included. Raises DataUnavailable."""
    path = store.locate(FILE, folder=data, sha256=SHA256, fetch=FETCH)
    return [json.loads(line) for line in store.read(path).splitlines()]


def case_id(row: Mapping[str, Any]) -> str:
    return f"exp0_{row['task']}_{row['example_records']}"


def is_chosen(row: Mapping[str, Any], *, examples: int | None, clean: bool) -> bool:
    return examples in (None, row["example_records"]) and not (clean and case_id(row) in BROKEN)


def case_set(data: Path | None, *, examples: int | None, clean: bool) -> CaseSet:
    """The cases with that many example records (None: all), without broken ones if ``clean``."""
    cases = tuple(_case(row) for row in rows(data) if is_chosen(row, examples=examples, clean=clean))
    ids = {case.id for case in cases}
    return CaseSet(
        cases=cases, version=f"foofah-{COMMIT[:12]}-{SHA256[:12]}",
        source=f"umich-dbgroup/foofah at {COMMIT[:12]}",
        issues=tuple(issue for issue in ISSUES if issue.case in ids),
    )


def _case(row: Mapping[str, Any]) -> Case:
    query = row["test_table"]
    return Case(
        id=case_id(row), family=f"foofah_{row['task']}", query=query,
        examples=(Example(input=row["input_table"], output=row["output_table"]),),
        attributes={
            "examples": row["example_records"], "rows": len(query), "columns": max(map(len, query), default=0),
        },
    )
