"""What the ways to execute cost beside a plain run: `python benchmarks/execution_costs.py`.

One small program: run, called with its arguments watched, judged by assert-style tests from outside, found in the
store, and traced. CPU time of this process, the zygotes and their children, per program: nearly the same on a busy
machine, and the start of a zygote is not in it. The trace is of a loop of one line, so what it adds is the cost of a
step. Last, the wall time of a batch by one worker and by two.
"""

from __future__ import annotations

import os
import platform
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from checkable.core.execution import Call, Limits, Namespace, Program, TraceCaps
from checkable.execute import ExecutionStore, Sandbox
from checkable.execute.asserts import Suite, judge, record

FEW, MANY = 30, 330  # programs of the two measurements whose difference counts
STEPS = 1000
CAPS = TraceCaps(steps=2 * STEPS + 10, bytes=400_000)  # a line for the loop and one for its body
PLAIN = Namespace(name="plain", modules=("math",))
SORTED = Program(source="def f(x): return sorted(x)", entry_point="f", namespace=PLAIN)
INPUTS = [[3, 1, 2], ["b", "a"], []]
SUITE = Suite(tests=("assert f([3, 1, 2]) == [1, 2, 3]", "assert f(['b', 'a']) == ['a', 'b']", "assert f([]) == []"))
LOOP = Program(source="def f(x):\n    for n in range(x):\n        x += n\n    return x", entry_point="f",
               namespace=PLAIN, limits=Limits(cpu_seconds=60.0, wall_seconds=120.0))
Work = Callable[[Sandbox], object]


def cost(work: Work, store: ExecutionStore | None = None) -> float:
    """CPU milliseconds of doing ``work`` once, in a warm sandbox."""
    return (spent(work, MANY, store) - spent(work, FEW, store)) / (MANY - FEW) * 1e3


def spent(work: Work, times: int, store: ExecutionStore | None) -> float:
    """CPU seconds of a sandbox from its start to its end, with ``work`` done in it so often."""
    before = cpu()
    with Sandbox(store=store, minimum_level=0) as sandbox:
        for _ in range(times):
            work(sandbox)
    return cpu() - before


def cpu() -> float:
    return sum(usage.ru_utime + usage.ru_stime for usage in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def batch(workers: int, programs: int = 200) -> float:
    """Wall seconds of many programs handed over at once."""
    with Sandbox(workers=workers, minimum_level=0) as sandbox:
        list(sandbox.run_many([(SORTED, INPUTS)] * workers * 2))
        begun = time.perf_counter()
        list(sandbox.run_many([(SORTED, INPUTS)] * programs))
        return time.perf_counter() - begun


def main() -> None:
    calls = [Call(function="f", arguments=(value,)) for value in INPUTS]
    with Sandbox(minimum_level=0) as sandbox, tempfile.TemporaryDirectory() as folder:
        recording = record(sandbox, SUITE, SORTED)
        store = ExecutionStore(Path(folder) / "executions.sqlite", rerun_share=0.0)
        found = {
            "run on 3 inputs": cost(lambda s: s.run(SORTED, INPUTS)),
            "called 3 times, with what became of the arguments": cost(lambda s: s.call(SORTED, calls)),
            "judged by 3 asserts from outside (run and replay)": cost(lambda s: judge(s, recording, SORTED)),
            "found in the store": cost(lambda s: s.run(SORTED, INPUTS), store),
            f"a loop of {2 * STEPS} lines": cost(lambda s: s.run(LOOP, [STEPS])),
            "the same loop, traced": cost(lambda s: s.trace(LOOP, STEPS, CAPS)),
        }
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; CPU time per program")
    for name, milliseconds in found.items():
        print(f"{name:52} {milliseconds:8.2f} ms {milliseconds / found['run on 3 inputs']:7.2f} times a run")
    plain, traced = list(found.values())[-2:]
    print(f"{'a traced step':52} {(traced - plain) / (2 * STEPS) * 1e3:8.1f} µs")
    one, two = batch(1), batch(2)
    print(f"200 programs, wall: {one:.2f} s by one worker, {two:.2f} s by two")


if __name__ == "__main__":
    main()
