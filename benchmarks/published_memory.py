"""What the published records of adapter inventories and of skill memory say, counted again.

The ladder's records hold names of operations and what they returned, no programs, so they cannot be executed: every
stored candidate's outputs are compared anew with what the tests of its task expect, and what no stored candidate
answers for is told apart (each task keeps its first twelve). Skill memory's answers are compared with their targets.
Needs the records in CHECKABLE_DATA.

    python benchmarks/published_memory.py
"""

from __future__ import annotations

import ast
import csv
import gzip
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_DATA = Path(os.environ.get("CHECKABLE_DATA", "."))
_RECORDS = _DATA / "records"
_LADDER = _RECORDS / "qwen35_4b_code_abi_oracle_coverage_ladder" / "data"
_GATE = _RECORDS / "qwen35_4b_independent_code_abi_coverage_gate" / "data"
_SKILLS = _RECORDS / "qwen_verified_skill_memory_rag" / "runs" / "main_qwen_skill_memory_40_top1"
_RETRIEVAL = _RECORDS / "qwen35_4b_retrieval_adapt_verify_scale" / "data"


def main() -> None:
    print(f"{'inventory':44} {'tasks':>6} {'recorded reach':>15} {'stored and right':>17} {'first visible':>14}")
    for label, file in (("as first written, on tasks 11-170", _LADDER / "abi_coverage_records_initial.jsonl.gz"),
                        ("extended while looking at them", _LADDER / "abi_coverage_records_expanded.jsonl.gz"),
                        ("extended once more (the published figure)", _LADDER / "abi_coverage_records_final.jsonl.gz"),
                        ("frozen, on the tasks it was made on", _GATE / "calibration_records.jsonl.gz"),
                        ("frozen, on tasks 171-330", _GATE / "heldout_records.jsonl.gz"),
                        ("frozen, on the train split", _GATE / "train_records.jsonl.gz")):
        print(f"{label:44} " + " ".join(f"{number:>{width}}" for number, width in
                                        zip(ladder(file), (6, 15, 17, 14), strict=True)))
    print("skill memory: retrieved the right family for {} of {}, helped {}, hurt {}".format(*skills()))
    for arm in ("semantic", "random", "shuffled"):
        print(f"retrieval, {arm}: {tokens(arm):,} tokens in {len(list(_rows(_adapted(arm))))} tasks")


def ladder(file: Path) -> tuple[int, int, int, int]:
    """Tasks; reach and first-visible commits as recorded; tasks with a stored candidate whose outputs are all right."""
    tests = {task["task_id"]: task["test_list"] + task["challenge_test_list"] for task in _rows(_DATA / "mbpp.jsonl")}
    rows = list(_rows(file))
    stored = sum(any(_right(candidate["outputs"], tests[row["task_id"]]) for candidate in
                     row["visible_or_winning_candidates"]) for row in rows)
    return len(rows), sum(r["oracle_covered"] for r in rows), stored, sum(r["first_visible_full_pass"] for r in rows)


def skills() -> tuple[int, int, int, int]:
    """Tasks for which a skill of their own family was retrieved, tasks, and how many the skill helped and hurt."""
    retrieved = [row for row in _table(_SKILLS / "retrieval_details.csv") if row["method"] == "skill_rag"]
    right: dict[str, dict[str, bool]] = {"direct_row": {}, "skill_rag": {}}
    for row in _table(_SKILLS / "row_details.csv.gz"):
        if row["method"] in right:
            of = right[row["method"]]
            of[row["task_id"]] = of.get(row["task_id"], True) and row["prediction"] == row["target"]
    direct, skill = right["direct_row"], right["skill_rag"]
    return (sum(row["same_family"] == "True" for row in retrieved), len(retrieved),
            sum(skill[task] and not direct[task] for task in direct),
            sum(direct[task] and not skill[task] for task in direct))


def tokens(arm: str) -> int:
    """What the completions of one arm read and wrote, those that repeat a program included."""
    return sum(row["token_usage"]["forward_tokens"] for row in _rows(_adapted(arm)))


def _adapted(arm: str) -> Path:
    return _RETRIEVAL / f"retrieval_adapt_{arm}_top3_records.jsonl.gz"


def _right(outputs: list[str], tests: list[str]) -> bool:
    """Whether outputs, as text, are what the tests say; a test that says no value is not passed by them."""
    return len(outputs) == len(tests) and all(map(_says, tests, outputs))


def _says(test: str, output: str) -> bool:
    comparison = ast.parse(test.strip()).body[0].test
    try:
        return ast.literal_eval(output) == ast.literal_eval(comparison.comparators[0])
    except (ValueError, SyntaxError, AttributeError):
        return False


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        yield from map(json.loads, lines)


def _table(path: Path) -> list[dict[str, str]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


if __name__ == "__main__":
    main()
