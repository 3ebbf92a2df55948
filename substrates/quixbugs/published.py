"""The published programs and tests of QuixBugs. Holds answers: substrate.py takes what is visible.

Upstream keeps four small files a program; they are fetched from one commit and kept as one file of lines.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from checkable.substrate import data as store

FILE = "quixbugs.jsonl"
SHA256 = "09f397a3fcb618e517739547d66de59a00586db8e94be2815403fd72e714d888"
COMMIT = "4257f44b0ff1181dedaddee6a447e133219fc3e9"
ADDRESS = f"https://raw.githubusercontent.com/jkoppel/QuixBugs/{COMMIT}/"
# Their tests build graphs and linked lists of a class of their own, which is no plain data.
LEFT_OUT = ("breadth_first_search", "depth_first_search", "detect_cycle", "minimum_spanning_tree",
            "reverse_linked_list", "shortest_path_length", "shortest_path_lengths", "shortest_paths",
            "topological_ordering")
PROGRAMS = ("bitcount", "bucketsort", "find_first_in_sorted", "find_in_sorted", "flatten", "gcd", "get_factors",
            "hanoi", "is_valid_parenthesization", "kheapsort", "knapsack", "kth", "lcs_length", "levenshtein", "lis",
            "longest_common_subsequence", "max_sublist_sum", "mergesort", "next_palindrome", "next_permutation",
            "pascal", "possible_change", "powerset", "quicksort", "rpn_eval", "shunting_yard", "sieve", "sqrt",
            "subsequences", "to_base", "wrap")
# The published tester skips these two: the correct programs take minutes on them.
SKIPPED = {"knapsack": 6_404_180, "levenshtein": "amanaplanacanalpanama"}  # by their first argument


@dataclass(frozen=True)
class Bug:
    """One program: ``buggy`` with its description below it, ``correct``, and its tests as asserts."""

    name: str
    buggy: str
    correct: str
    tests: tuple[str, ...]


def converted(files: Mapping[str, bytes]) -> bytes:
    """The lines that are kept, made of the published files by name. Raises ValueError or KeyError."""
    return b"".join(_line(name, files) for name in sorted((*PROGRAMS, *LEFT_OUT)))


def _line(name: str, files: Mapping[str, bytes]) -> bytes:
    tests = files.get(f"json_testcases/{name}.json")
    row = {
        "id": f"quixbugs/{name}", "entry_point": name, "buggy_code": files[f"python_programs/{name}.py"].decode(),
        "correct_code": files[f"correct_python_programs/{name}.py"].decode(),
        "json_tests": tests and [json.loads(line) for line in tests.decode().splitlines() if line.strip()],
        "pytest": files[f"python_testcases/test_{name}.py"].decode(),
    }
    return json.dumps(row).encode() + b"\n"


_NAMES = [f"{folder}/{prefix}{name}.py" for name in (*PROGRAMS, *LEFT_OUT)
          for folder, prefix in (("python_programs", ""), ("correct_python_programs", ""),
                                 ("python_testcases", "test_"))]
FETCH = store.Fetch(files={name: ADDRESS + name for name in (*_NAMES, *(f"json_testcases/{n}.json" for n in PROGRAMS))},
                    convert=converted)


def bugs(data: Path | None) -> tuple[Bug, ...]:
    """The 31 programs whose tests are plain data, by name. Raises DataUnavailable."""
    return _all(store.locate(FILE, folder=data, sha256=SHA256, fetch=FETCH))


@lru_cache(maxsize=1)
def _all(path: Path) -> tuple[Bug, ...]:
    rows = [json.loads(line) for line in store.read(path).split(b"\n") if line.strip()]
    return tuple(_bug(row) for row in rows if row["entry_point"] in PROGRAMS)


def _bug(row: Mapping[str, Any]) -> Bug:
    name = row["entry_point"]
    tests = tuple(_test(name, given, expected) for given, expected in row["json_tests"]
                  if given[0] != SKIPPED.get(name))
    return Bug(name=name, buggy=row["buggy_code"].strip("\n"), correct=row["correct_code"].strip("\n"), tests=tests)


def _test(name: str, given: list[Any], expected: Any) -> str:
    """As the published tester compares."""
    call = f"{name}({', '.join(map(repr, given))})"
    if name in ("flatten", "kheapsort"):
        return f"assert list({call}) == {expected!r}"
    if name == "sqrt":
        return f"assert abs({call} - {expected!r}) <= {given[-1]!r}"
    if name == "hanoi":
        return f"assert {call} == {[tuple(step) for step in expected]!r}"
    return f"assert {call} == {expected!r}"
