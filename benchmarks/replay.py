"""How long a replay of 250 cases takes, execution included: `python benchmarks/replay.py`.

Runs the gate on the recorded pool that ships with the product and, where CHECKABLE_DATA names the
data, on the published records: a whole pytest process each, beside one that collects the same spec
and runs nothing. Each is run in a fresh folder of reports and once more in the same one, where executions
are found stored. Goal: at most 10 s. Wall time is what a user waits; CPU time includes the sandbox.
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 3
GOAL = 10.0


def run(spec: str, reports: str, *arguments: str) -> tuple[float, float]:
    """Wall and CPU seconds of one pytest process with its children. Raises CalledProcessError if it fails."""
    before, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", "pytest", spec, "--reports", reports, "-q", *arguments],
                   cwd=ROOT, check=True, capture_output=True)
    wall, after = time.perf_counter() - clock, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    specs = ["specs/foofah/generated/gate.yaml"]
    if os.environ.get("CHECKABLE_DATA"):
        specs.append("specs/foofah/published/gate.yaml")
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}; median of {RUNS}, seconds")
    print(f"{'spec':40} {'collect':>8} {'first':>8} {'CPU':>8} {'again':>8} {'CPU':>8}  goal {GOAL:g} s")
    for spec in specs:
        rows = [measure(spec) for _ in range(RUNS)]
        collect, first, first_cpu, again, again_cpu = (statistics.median(column) for column in zip(*rows, strict=True))
        print(f"{spec:40} {collect:8.2f} {first:8.2f} {first_cpu:8.2f} {again:8.2f} {again_cpu:8.2f}  "
              f"{'met' if first <= GOAL else 'missed'}")


def measure(spec: str) -> tuple[float, float, float, float, float]:
    """Seconds to collect; wall and CPU seconds of a first run and of one that finds its executions stored."""
    with tempfile.TemporaryDirectory() as reports:
        return run(spec, reports, "--collect-only")[0], *run(spec, reports), *run(spec, reports)


if __name__ == "__main__":
    main()
