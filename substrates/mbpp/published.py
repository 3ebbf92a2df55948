"""The published files of MBPP and MBPP+, read into rows of one kind. Holds answers: substrate.py takes what is visible.

The text is kept as it is but for CRLF, which 972 references have.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from substrates.mbpp.options import MbppOptions
from substrates.mbpp.plus import typed_inputs

from checkable.substrate import data as store
from checkable.substrate.functions import tests as asserts
from checkable.substrate.functions.calls import is_call, write_call

GOOGLE = "https://raw.githubusercontent.com/google-research/google-research/master/mbpp/"  # the digest pins what it is
FILES = {
    "full": ("mbpp.jsonl", "ccf64ceae9c5403bf50a044cb6d505bfd2a2963ee58338ba268fd65beab92a9f",
             GOOGLE + "mbpp.jsonl", "google-research/google-research, mbpp/mbpp.jsonl"),
    "sanitized": ("sanitized-mbpp.json", "ca95deaa9a01ef0a6f439f88bcf0dd3db3563d22f22aad6cae04ebb9a8d8c8e9",
                  GOOGLE + "sanitized-mbpp.json", "google-research/google-research, mbpp/sanitized-mbpp.json"),
    "plus": ("MbppPlus.jsonl.gz", "af43697e8791c4c149bdfd6b489d8b5412507551ac20e28a439f650b8225db63",
             "https://github.com/evalplus/mbppplus_release/releases/download/v0.2.0/MbppPlus.jsonl.gz",
             "evalplus/mbppplus_release v0.2.0"),
}
NEEDS_MATH = (120,)  # of MBPP+, whose reference uses a module that it does not import


@dataclass(frozen=True)
class Task:
    """One published task. ``inputs`` and ``tolerance`` are those of MBPP+, empty and 0 in the other editions."""

    number: int
    text: str
    reference: str
    tests: tuple[str, ...]
    challenge: tuple[str, ...]
    setup: str
    entry_point: str
    inputs: tuple[tuple[Any, ...], ...] = ()
    tolerance: float = 0.0

    @property
    def id(self) -> str:
        return str(self.number)


def tasks(options: MbppOptions, data: Path | None) -> list[Task]:
    """The tasks that ``options`` name, by number. Raises DataUnavailable."""
    name, digest, address, _ = FILES[options.edition]
    path = store.locate(name, folder=data, sha256=digest, fetch=store.Fetch(files={name: address}))
    return [task for task in _all(path, options.edition) if options.takes(task.number)]


def set_aside(task: Task, options: MbppOptions) -> tuple[str, ...]:
    """The calls of MBPP+ that a case shows without outputs, as text: evenly spread over its inputs."""
    return tuple(call for _, call in _aside(task, options.aside))


def scored_inputs(task: Task, options: MbppOptions) -> tuple[tuple[Any, ...], ...]:
    """The inputs of MBPP+ but for those that are set aside."""
    aside = {place for place, _ in _aside(task, options.aside)}
    return tuple(given for place, given in enumerate(task.inputs) if place not in aside)


def _aside(task: Task, wanted: int) -> list[tuple[int, str]]:
    """Places among the inputs with the calls as text. What a visible test asks stays scored, and half of the rest."""
    if not wanted:
        return []
    visible = {write_call(task.entry_point, call.arguments) for call in asserts.calls(task.tests, task.entry_point)}
    calls = {write_call(task.entry_point, given): place for place, given in enumerate(task.inputs)}
    able = [(place, text) for text, place in calls.items() if text not in visible and is_call(text)]
    taken = min(wanted, len(able) // 2)
    return [able[k * len(able) // taken] for k in range(taken)]


@lru_cache(maxsize=3)
def _all(path: Path, edition: str) -> tuple[Task, ...]:
    text = store.read(path).decode("utf-8")
    if edition == "sanitized":
        return tuple(sorted(map(_sanitized, json.loads(text)), key=lambda task: task.number))
    read = _plus if edition == "plus" else _full
    return tuple(sorted((read(json.loads(line)) for line in text.split("\n") if line.strip()),
                        key=lambda task: task.number))


def _full(row: dict[str, Any]) -> Task:
    tests = tuple(map(_unix, row["test_list"]))
    return _task(row["task_id"], row["text"], row["code"], tests, tuple(map(_unix, row["challenge_test_list"])),
                 _unix(row["test_setup_code"]))


def _sanitized(row: dict[str, Any]) -> Task:
    return _task(row["task_id"], row["prompt"], row["code"], tuple(map(_unix, row["test_list"])), (),
                 "\n".join(row["test_imports"]))


def _plus(row: dict[str, Any]) -> Task:
    """The text and the one assert come from its prompt; ``assertion`` says of which types the inputs are."""
    number = int(row["task_id"].removeprefix("Mbpp/"))
    lines = ast.literal_eval(row["prompt"].strip()).strip().split("\n")
    shown = [line for line in lines if line.startswith("assert ")]
    function = row["entry_point"]
    written = asserts.calls(list(_asserts(row["assertion"])), function)
    inputs = typed_inputs(number, [*row["base_input"], *row["plus_input"]], [call.arguments for call in written])
    imports = "import math\n" if number in NEEDS_MATH else ""
    return Task(number=number, text="\n".join(line for line in lines if line not in shown), tests=tuple(shown[:1]),
                reference=imports + row["canonical_solution"], challenge=(), setup="", entry_point=function,
                inputs=inputs, tolerance=float(row["atol"]))


def _asserts(text: str) -> Iterator[str]:
    return (ast.unparse(node) for node in ast.parse(text).body if isinstance(node, ast.Assert))


def _task(number: int, text: str, code: str, tests: tuple[str, ...], challenge: tuple[str, ...], setup: str) -> Task:
    reference = _unix(code)
    function = asserts.entry_point([*tests, *challenge], asserts.defined(reference))
    return Task(number=number, text=_unix(text), reference=reference, tests=tests, challenge=challenge, setup=setup,
                entry_point=function)


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n")
