"""The published assert-style benchmarks as suites: readers for tests alone, as small as the files allow."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checkable.core.execution import Limits, Namespace, Program
from checkable.execute.asserts import Suite

BENCHMARK = Namespace(name="benchmark", modules=(
    "array", "bisect", "cmath", "collections", "copy", "datetime", "decimal", "fractions", "functools", "hashlib",
    "heapq", "itertools", "json", "math", "operator", "os", "random", "re", "statistics", "string", "sys", "textwrap",
    "time", "typing", "unicodedata"))
LIMITS = Limits(cpu_seconds=1.0, wall_seconds=20.0)


@dataclass(frozen=True)
class Task:
    id: str
    reference: str
    suite: Suite

    def program(self, source: str) -> Program:
        return Program(source=source, entry_point="", namespace=BENCHMARK, limits=LIMITS)


def human_eval(data: Path) -> Iterator[Task]:
    """One test a task: ``check`` of the entry point. What the prompt defines before it, the tests may use too."""
    with gzip.open(data / "HumanEval.jsonl.gz", "rt") as lines:
        for row in map(json.loads, lines):
            prompt, name = row["prompt"], row["entry_point"]
            suite = Suite(setup=prompt[:prompt.rindex(f"def {name}(")], tests=(f"{row['test']}\ncheck({name})\n",))
            yield Task(row["task_id"], prompt + row["canonical_solution"], suite)


def mbpp(data: Path) -> Iterator[Task]:
    """A test for each assert, those of the challenge included."""
    with (data / "mbpp.jsonl").open() as lines:
        for row in map(json.loads, lines):
            tests = (*row["test_list"], *row["challenge_test_list"])
            suite = Suite(setup=_unix(row["test_setup_code"]), tests=tuple(map(_unix, tests)))
            yield Task(f"MBPP/{row['task_id']}", _unix(row["code"]), suite)


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n")
