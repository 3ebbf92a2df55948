"""The published files of HumanEval and HumanEval+. Holds answers: substrate.py takes what is visible."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from substrates.humaneval.options import HumanEvalOptions

from checkable.substrate import data as store

PLUS = "https://github.com/evalplus/humanevalplus_release/releases/download/v0.1.10/"
FILES = {
    "standard": ("HumanEval.jsonl.gz", "b796127e635a67f93fb35c04f4cb03cf06f38c8072ee7cee8833d7bee06979ef",
                 "https://raw.githubusercontent.com/openai/human-eval/6d43fb980f9fee3c892a914eda09951f772ad10d/data/"
                 "HumanEval.jsonl.gz", "openai/human-eval at 6d43fb980f9f"),
    "plus": ("HumanEvalPlus.jsonl.gz", "272720b90ac375502c8ed23cd791c2a93dfb22a911641a494da74a426c09f101",
             PLUS + "HumanEvalPlus.jsonl.gz", "evalplus/humanevalplus_release v0.1.10"),
    "plus-mini": ("HumanEvalPlus-Mini.jsonl.gz", "91486741f1627101021fbe50523df08eebb5b0bf5e804b633dcd5ca3c14dbd2f",
                  PLUS + "HumanEvalPlus-Mini.jsonl.gz", "evalplus/humanevalplus_release v0.1.10, mini"),
}


@dataclass(frozen=True)
class Task:
    """One published task. ``inputs`` and ``tolerance`` are EvalPlus's, empty and 0 in the standard edition.

    ``preamble`` is what the prompt has before the function: imports, helpers. ``reference`` begins with the function.
    """

    id: str
    prompt: str
    entry_point: str
    preamble: str
    reference: str
    test: str
    inputs: tuple[tuple[Any, ...], ...] = ()
    tolerance: float = 0.0


def tasks(options: HumanEvalOptions, data: Path | None) -> list[Task]:
    """The tasks that ``options`` name, in order, with EvalPlus's inputs if asked for. Raises DataUnavailable."""
    return [task for task in _read(options.hidden, data) if options.takes(int(task.id.removeprefix("HumanEval/")))]


def visible(options: HumanEvalOptions, data: Path | None) -> list[Task]:
    """The same tasks from the standard file: what is visible does not depend on how strong the hidden tests are."""
    return [task for task in _read("standard", data) if options.takes(int(task.id.removeprefix("HumanEval/")))]


def _read(edition: str, data: Path | None) -> tuple[Task, ...]:
    name, digest, address, _ = FILES[edition]
    return _all(store.locate(name, folder=data, sha256=digest, fetch=store.Fetch(files={name: address})))


@lru_cache(maxsize=3)
def _all(path: Path) -> tuple[Task, ...]:
    return tuple(_task(json.loads(line)) for line in store.read(path).decode("utf-8").split("\n") if line.strip())


def _task(row: dict[str, Any]) -> Task:
    prompt, function = row["prompt"], row["entry_point"]
    start = prompt.rindex(f"def {function}(")
    inputs = tuple(tuple(arguments) for arguments in (*row.get("base_input", ()), *row.get("plus_input", ())))
    return Task(id=row["task_id"], prompt=prompt, entry_point=function, preamble=prompt[:start].strip(),
                reference=prompt[start:] + row["canonical_solution"], test=row.get("test", ""), inputs=inputs,
                tolerance=float(row.get("atol", 0)))
