"""Where a program's cost goes: `python benchmarks/sandbox/parts.py`.

One program, in stages: a child that leaves at once, one that takes its request and binds itself, one that also
compiles, one that does all; in the barest interpreter, in one prepared as a zygote is but not jailed, and in the
sandbox. All take turns in one run. CPU time of parent and child together, and page faults of each; what counts are
the differences.
"""

from __future__ import annotations

import argparse
import ast
import os
import statistics
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from speed import ANSWER, NAMESPACE, PROGRAM, SOURCE, TABLE
from watching import cpu_seconds, page_faults, sandbox_processes

from checkable.execute import Sandbox

HERE = Path(__file__).parent
INSIDE = HERE.parents[1] / "plugin/checkable/execute/inside"
ROUNDS, EACH = 20, 50
SANDBOX = "sandbox: all"


class Stages:
    """A process whose children go so far and no further."""

    def __init__(self, kind: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-s", "-S", "-P", str(HERE / "stages.py"), kind, str(INSIDE)], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"PYTHONHASHSEED": "0", "LD_BIND_NOW": "1"})
        self.names = self._ask((SOURCE, TABLE, ANSWER, NAMESPACE.modules))

    def turn(self, name: str) -> list[float]:
        """CPU milliseconds, faults of the parent, faults of the child; each for one program."""
        return self._ask((name, EACH))

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()

    def _ask(self, what: object) -> list:
        self._process.stdin.write(repr(what) + "\n")
        self._process.stdin.flush()
        return ast.literal_eval(self._process.stdout.readline())


def sandboxed(sandbox: Sandbox) -> list[float]:
    before = cpu_seconds(), sum(map(page_faults, sandbox_processes()))
    for _ in range(EACH):
        assert sandbox.run(PROGRAM, [TABLE])[0].value == ANSWER
    cpu, faults = cpu_seconds() - before[0], sum(map(page_faults, sandbox_processes())) - before[1]
    return [1000 * cpu / EACH, float("nan"), faults / EACH]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    servers = {"bare": Stages("bare"), "zygote": Stages("zygote")}
    turns: dict[str, list[list[float]]] = defaultdict(list)
    with Sandbox(minimum_level=0) as sandbox:
        for number in range(rounds + 1):
            costs = {f"{kind}: {name}": server.turn(name) for kind, server in servers.items() for name in server.names}
            costs[SANDBOX] = sandboxed(sandbox)
            for stage, cost in costs.items() if number else ():  # the first warms up
                turns[stage].append(cost)
    for server in servers.values():
        server.close()
    print(f"load {os.getloadavg()[0]:.1f}; {rounds} rounds of {EACH}\n")
    print("| stage | CPU ms | least | faults of the parent | faults of the child |\n| --- | --- | --- | --- | --- |")
    for stage, of_stage in turns.items():
        cpu, here, below = zip(*of_stage, strict=True)
        parent = "in the next" if stage == SANDBOX else f"{statistics.median(here):.0f}"
        child = f"{statistics.median(below):.0f}"
        print(f"| {stage} | {statistics.median(cpu):.2f} | {min(cpu):.2f} | {parent} | {child} |")


if __name__ == "__main__":
    main()
