"""A long day of the sandbox: `python benchmarks/sandbox/soak.py --programs 200000`.

One process (the worker) runs programs, a third of them hostile, with two zygotes. This one watches it: every few
hundred results it kills a guard or a zygote at random, and now and then the worker itself, which goes on at the
first program that has no result. Programs themselves are never killed: nobody could tell such a kill from the
program's own doing, and it would rightly be reported as that. Afterwards every program has a result, honest ones the
right one and hostile ones what the catalogue says, none of them a failure of ours, and nothing is left: no process, no
mount, no file, no file in memory. The first thing that is not so ends the run with an error.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/hostile"), str(ROOT / "tests/execute")]

from watching import born, descendants, memory_files, resident_kb, sandbox_processes  # noqa: E402

ZYGOTE_EVERY, WORKER_EVERY = 500, 10_000  # results between kills, on average: a slow machine is not killed more often
GONE_WITHIN = 20.0  # seconds for what a killed worker had started
_HOSTILE_EVERY = 3
_DEAR = ("recurses in C", "recurses in Python without a limit")  # a second each, as long as hundreds of the others


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=int, default=200_000)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop, and say so, after this time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worker", type=int, nargs=2, metavar=("FROM", "TO"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work(*options.worker)
    else:
        Watcher(options.programs, options.seed, options.seconds).run()


def work(first: int, last: int) -> None:
    """Run the programs and say of each, in order: its number and how it ended, or that it was wrong."""
    from attack import OK, QUESTION, TIMEOUT, Attack
    from catalogue import ATTACKS
    from rules import BRIEF, NAMESPACE, PATIENT

    from checkable.core.candidate import Observation
    from checkable.core.execution import Program
    from checkable.execute import Sandbox

    here = ATTACKS.values()
    attacks = [attack for attack in here if TIMEOUT not in attack.outcomes and attack.name not in _DEAR]
    slow = [attack for attack in here if attack.outcomes == (TIMEOUT,) or attack.name in _DEAR]

    def attack_of(number: int) -> Attack | None:
        if number % _HOSTILE_EVERY:
            return None
        return slow[number // 300 % len(slow)] if number % 300 == 0 else attacks[number // 3 % len(attacks)]

    def program(number: int) -> tuple[Program, list[int]]:
        attack = attack_of(number)
        source = attack.source if attack else f"def f(x): return [x * {number}]"
        limits = BRIEF if attack and attack.outcomes == (TIMEOUT,) else PATIENT
        return Program(source=source, entry_point="f", namespace=NAMESPACE, limits=limits), [QUESTION]

    def is_right(number: int, seen: Observation) -> bool:
        if attack := attack_of(number):
            return seen.outcome in attack.outcomes and (seen.outcome != OK or seen.value == attack.value)
        return seen.outcome == OK and seen.value == [QUESTION * number]

    with Sandbox(workers=2) as sandbox:
        for number, [seen] in enumerate(sandbox.run_many(map(program, range(first, last))), first):
            wrong = "" if is_right(number, seen) else f"not right: {attack_of(number)} {seen}"
            print(number, wrong.replace("\n", " ") or seen.outcome.value, flush=True)


class Watcher:
    """Starts workers until every program has a result, and kills at random meanwhile."""

    def __init__(self, programs: int, seed: int, seconds: float) -> None:
        self._programs, self._dice, self._until = programs, random.Random(seed), time.monotonic() + seconds
        self._next = 0
        self._outcomes: Counter[str] = Counter()
        self._killed: Counter[str] = Counter()
        self._mounts, self._files = _mounts(), _files()

    def run(self) -> None:
        started = time.monotonic()
        while self._next < self._programs and time.monotonic() < self._until:
            self._one_worker()
        assert _mounts() == self._mounts, "a mount is left"
        assert _files() == self._files, _files() - self._files
        print(f"{self._next} of {self._programs} programs in {time.monotonic() - started:.0f} s, each with its result; "
              f"killed meanwhile: {dict(self._killed)}; ended: {dict(self._outcomes)}; nothing is left")

    def _one_worker(self) -> None:
        command = [sys.executable, __file__, "--worker", str(self._next), str(self._programs)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
            done = threading.Event()
            killer = threading.Thread(target=self._kill, args=(worker, done), daemon=True)
            killer.start()
            assert worker.stdout
            for line in worker.stdout:
                if line.endswith("\n"):
                    self._hear(*line.rstrip("\n").split(" ", 1), pid=worker.pid)
            done.set()
            killer.join()

    def _hear(self, number: str, how: str, pid: int) -> None:
        assert int(number) == self._next, f"result {number} came where {self._next} was due"
        assert not how.startswith("not right"), how
        self._next += 1
        self._outcomes[how] += 1
        if self._next % 5_000 == 0:
            processes = sandbox_processes(pid)
            print(f"{self._next}: {len(processes)} sandbox processes, resident kB: worker {resident_kb(pid)}, zygotes "
                  f"{[resident_kb(p) for p in processes]}, files in memory {memory_files(pid)}", flush=True)

    def _kill(self, worker: subprocess.Popen[str], done: threading.Event) -> None:
        """Until the worker is done or, at last, killed itself; then wait for all that it started to be gone."""
        last, due = self._soon(WORKER_EVERY), self._soon(ZYGOTE_EVERY)
        while not done.wait(0.05):
            if self._next < min(last, due) and time.monotonic() < self._until:
                continue
            due = self._soon(ZYGOTE_EVERY)
            family = {pid: born(pid) for pid in descendants(worker.pid)}
            if self._next >= last or time.monotonic() >= self._until:
                self._end(worker.pid, "worker")
                break
            if parents := [pid for pid in sandbox_processes(worker.pid) if descendants(pid)]:
                self._end(self._dice.choice(parents), "guard or zygote")
        else:
            return
        deadline = time.monotonic() + GONE_WITHIN
        while (left := [pid for pid, when in family.items() if born(pid) == when > 0]) and time.monotonic() < deadline:
            time.sleep(0.1)
        if left:
            print(f"left over: {left}", flush=True)
            os._exit(1)

    def _soon(self, every: int) -> float:
        """The number of a result that is still to come."""
        return self._next + 1 + self._dice.expovariate(1 / every)

    def _end(self, pid: int, what: str) -> None:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        self._killed[what] += 1


def _mounts() -> int:
    return len(Path("/proc/self/mountinfo").read_text().splitlines())


def _files() -> set[str]:
    return {f"{folder}/{name}" for folder in ("/tmp", "/dev/shm", "/var/tmp") for name in os.listdir(folder)
            if "checkable-hostile" in name}


if __name__ == "__main__":
    main()
