"""The 72 problems that were published with the recorded repairs, as far as they are to be had.

The recordings name an evaluation file that was replaced later; what is read here is the file that replaced it. It has
the same 72 names, families and right programs, on other inputs and in 40 cases with the other of the two wrong programs
of its family. Whether a recorded program is right is therefore judged on inputs that it was not made for: all recorded
verdicts come out the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from checkable.substrate import data as store

FILE = "qwen35_4b_executable_program_posttraining/data/and_bridge/dsl_eval_holdout.jsonl"
SHA256 = "3e30a034d2817e91090ede9d9483c3549b9df2b718d1e5f1f42206ad4357699e"
ADDRESS = ("https://raw.githubusercontent.com/ericflo/small-model-experimentation/"
           f"42c23ac18738e245201fad7b5d42d8ed425a367c/experiments/{FILE}")


@dataclass(frozen=True, kw_only=True)
class Published:
    """Inputs are mappings of names to values; ``visible`` are (input, wanted, current), ``hidden`` (input, wanted)."""

    id: str
    family: str
    wrong: str
    visible: tuple[tuple[Any, str, str], ...]
    hidden: tuple[tuple[Any, str], ...]

    @property
    def text(self) -> str:
        cases = [f"for {json.dumps(given, sort_keys=True)} want {want} got {got}" for given, want, got in self.visible]
        return "\n".join([f"program {self.wrong}", *cases])


def published(data: Path | None) -> tuple[Published, ...]:
    """Raises DataUnavailable."""
    path = store.locate(f"records/{FILE}", folder=data, sha256=SHA256, fetch=store.Fetch(files={
        Path(FILE).name: ADDRESS}))
    return _read(path)


@cache
def _read(path: Path) -> tuple[Published, ...]:
    rows = [json.loads(line) for line in store.read(path).splitlines()]
    return tuple(Published(
        id=row["id"], family=row["family"], wrong=row["wrong_program"],
        visible=tuple((one["input"], one["expected"], one["got"]) for one in row["visible"]),
        hidden=tuple((one["input"], one["expected"]) for one in row["hidden"])) for row in rows)
