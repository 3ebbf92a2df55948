"""Fuzz the sandbox: `python benchmarks/sandbox/fuzz.py --results 30000 --programs 20000 --seed 1`.

Result files that nobody wrote go through the decoder; mutants of the hostile programs run in the sandbox, each tenth
followed by an honest program that notices what was left behind. Ends with an error at the first that breaks a promise,
and prints it; otherwise prints how many ran and how they ended.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/hostile"), str(ROOT / "tests/execute")]

import fuzzing  # noqa: E402
import honest  # noqa: E402
from attack import ANSWER, QUESTION  # noqa: E402
from hypothesis import HealthCheck, settings  # noqa: E402
from rules import NAMESPACE, PATIENT  # noqa: E402

from checkable.core.execution import Limits, Program  # noqa: E402
from checkable.execute import Sandbox  # noqa: E402

LIMITS = Limits(cpu_seconds=0.1, wall_seconds=0.5, memory_mb=64, output_bytes=100_000)
_HONEST_EVERY = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--results", type=int, default=30_000)
    parser.add_argument("--programs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    started = time.monotonic()
    settings(max_examples=options.results, deadline=None, database=None,
             suppress_health_check=list(HealthCheck))(fuzzing.decoder)()
    print(f"{options.results} result files, {time.monotonic() - started:.0f} s", flush=True)
    started = time.monotonic()
    outcomes = run(itertools.islice(fuzzing.programs(options.seed), options.programs))
    print(f"{sum(outcomes.values())} programs, {time.monotonic() - started:.0f} s: "
          f"{', '.join(f'{n} {outcome}' for outcome, n in outcomes.most_common())}")


def run(programs: itertools.islice[str]) -> Counter[str]:
    """How the programs ended."""
    outcomes: Counter[str] = Counter()
    with Sandbox() as sandbox:
        for number, source in enumerate(programs):
            [seen] = sandbox.run(_program(source, LIMITS), [QUESTION])
            fuzzing.check(seen)
            assert seen.value != ANSWER, source
            outcomes[seen.outcome.value] += 1
            if number % _HONEST_EVERY == 0:
                [after] = sandbox.run(_program(honest.SOURCE, PATIENT), [honest.INPUT])
                assert after.value == honest.VALUE, (source, after)
            if number % 1000 == 0:
                print(number, dict(outcomes), flush=True)
    return outcomes


def _program(source: str, limits: Limits) -> Program:
    return Program(source=source, entry_point="f", namespace=NAMESPACE, limits=limits)


if __name__ == "__main__":
    main()
