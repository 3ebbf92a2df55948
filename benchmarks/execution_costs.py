"""What the ways to execute cost beside a plain run: `python benchmarks/execution_costs.py`.

One small program, one process: run, called with its arguments watched, judged by assert-style tests from outside,
found in the store, run among many by one worker and by two, and traced. The ways take turns in rounds, and the least
disturbed round of each counts. The trace is of a loop of one line, so what it adds is the cost of a step.
"""

from __future__ import annotations

import os
import platform
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

from checkable.core.execution import Call, Limits, Namespace, Program, TraceCaps
from checkable.execute import ExecutionStore, Sandbox
from checkable.execute.asserts import Suite, judge, record

ROUNDS, PER_ROUND = 7, 40
STEPS = 3000  # of the loop; a step is a line
CAPS = TraceCaps(steps=1000, bytes=200_000)
PLAIN = Namespace(name="plain", modules=("math",))
SORTED = Program(source="def f(x): return sorted(x)", entry_point="f", namespace=PLAIN)
INPUTS = [[3, 1, 2], ["b", "a"], []]
LOOP = Program(source="def f(x):\n    for n in range(x):\n        x += n\n    return x", entry_point="f",
               namespace=PLAIN, limits=Limits(cpu_seconds=60.0, wall_seconds=120.0))


Work = Callable[[], object]


def least(ways: Mapping[str, Work]) -> dict[str, float]:
    """Milliseconds of each way, in the round of each that was disturbed least."""
    rounds = [{name: timed(work) for name, work in ways.items()} for _ in range(ROUNDS)]
    return {name: min(of_round[name] for of_round in rounds) * 1e3 for name in ways}


def timed(work: Work) -> float:
    work()
    begun = time.perf_counter()
    for _ in range(PER_ROUND):
        work()
    return (time.perf_counter() - begun) / PER_ROUND


def main() -> None:
    calls = [Call(function="f", arguments=(value,)) for value in INPUTS]
    suite = Suite(tests=("assert f([3, 1, 2]) == [1, 2, 3]", "assert f(['b', 'a']) == ['a', 'b']", "assert not f([])"))
    with ExitStack() as open_now:
        one, two = (open_now.enter_context(Sandbox(workers=n, minimum_level=0)) for n in (1, 2))
        folder = Path(open_now.enter_context(tempfile.TemporaryDirectory()))
        store = ExecutionStore(folder / "executions.sqlite", rerun_share=0.0)
        stored = open_now.enter_context(Sandbox(store=store, minimum_level=0))
        recording = record(one, suite, SORTED)
        found = least({
            "run": lambda: one.run(SORTED, INPUTS),
            "called, with what became of the arguments": lambda: one.call(SORTED, calls),
            "judged by 3 asserts from outside (run and replay)": lambda: judge(one, recording, SORTED),
            "found in the store": lambda: stored.run(SORTED, INPUTS),
            "10 programs, 1 at a time": lambda: list(one.run_many([(SORTED, INPUTS)] * 10)),
            "10 programs, 2 at a time": lambda: list(two.run_many([(SORTED, INPUTS)] * 10)),
            f"a loop of {STEPS} steps": lambda: one.run(LOOP, [STEPS]),
            f"the same, traced to {CAPS.steps} steps": lambda: one.trace(LOOP, STEPS, CAPS),
        })
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; least of {ROUNDS} rounds")
    for name, milliseconds in found.items():
        print(f"{name:52} {milliseconds:9.2f} ms {milliseconds / found['run']:8.2f} times a run")
    plain, traced = list(found.values())[-2:]
    print(f"{'a traced step':52} {(traced - plain) / CAPS.steps * 1e3:9.1f} µs")


if __name__ == "__main__":
    main()
