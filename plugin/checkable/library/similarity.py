"""How near programs are to each other: inside the library, and to the reference solutions of benchmarks.

The measure is Jaccard's on the pieces of ``trees``: 1 for programs that differ in names, docstrings and
annotations alone, 0 for programs that share nothing.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from checkable.library.entry import Algorithm
from checkable.library.trees import pieces

NEAR_DUPLICATE = 0.5  # two algorithms of the library
REPRODUCTION = 0.5  # an algorithm and a benchmark's reference solution


@dataclass(frozen=True, order=True)
class Pair:
    similarity: float
    left: str
    right: str

    def __str__(self) -> str:
        return f"{self.similarity:.2f}  {self.left}  {self.right}"


def nearest_inside(algorithms: Sequence[Algorithm]) -> list[Pair]:
    """For each algorithm the one before it that is most like it, the nearest pairs first."""
    bags = [(a.name, pieces(a.source)) for a in algorithms]
    pairs = [_nearest(name, bag, bags[:at]) for at, (name, bag) in enumerate(bags) if at]
    return sorted(pairs, reverse=True)


def nearest_references(algorithms: Sequence[Algorithm], references: Mapping[str, str]) -> list[Pair]:
    """For each algorithm the reference solution that is most like it, the nearest pairs first."""
    bags = [(name, pieces(source)) for name, source in references.items()]
    return sorted((_nearest(a.name, pieces(a.source), bags) for a in algorithms), reverse=True)


def _nearest(name: str, bag: frozenset, others: Sequence[tuple[str, frozenset]]) -> Pair:
    best = Pair(0.0, name, "")
    for other, its in others:
        if min(len(bag), len(its)) <= best.similarity * max(len(bag), len(its)):
            continue  # even if one held all of the other
        shared = len(bag & its)
        similarity = shared / (len(bag) + len(its) - shared)
        if similarity > best.similarity:
            best = Pair(similarity, name, other)
    return best


def reference_solutions(folder: Path) -> dict[str, str]:
    """Every reference solution of MBPP and HumanEval by name, as published. Raises OSError where a file is missing."""
    found = {}
    with open(folder / "mbpp.jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found[f"MBPP/{row['task_id']}"] = row["code"]
    for row in json.loads((folder / "sanitized-mbpp.json").read_text(encoding="utf-8")):
        found[f"MBPP-sanitized/{row['task_id']}"] = row["code"]
    with gzip.open(folder / "HumanEval.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found[row["task_id"]] = row["prompt"] + row["canonical_solution"]
    return found
