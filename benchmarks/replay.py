"""How long a replay of 250 cases takes, execution included: `python benchmarks/replay.py`.

Runs the gate on the recorded pool that ships with the product and, where CHECKABLE_DATA names the
data, on the published records: a whole pytest process each, beside one that collects the same spec
and runs nothing. Goal: at most 10 s. Wall time is what a user waits; CPU time includes the sandbox.
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
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; median of {RUNS}, seconds")
    print(f"{'spec':40} {'collect':>8} {'replay':>8} {'CPU':>8}  goal {GOAL:g} s")
    for spec in specs:
        with tempfile.TemporaryDirectory() as reports:
            rows = [(run(spec, reports, "--collect-only")[0], *run(spec, reports)) for _ in range(RUNS)]
        collect, replay, cpu = (statistics.median(column) for column in zip(*rows, strict=True))
        print(f"{spec:40} {collect:8.2f} {replay:8.2f} {cpu:8.2f}  {'met' if replay <= GOAL else 'missed'}")


if __name__ == "__main__":
    main()
