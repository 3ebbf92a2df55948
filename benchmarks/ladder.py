"""How many MBPP tasks does the library reach through adapters, rung by rung, and how many would be committed?

The whole library enters every task, so that reach is an oracle's view: what a perfect retrieval would give. A task is
reached by a rung if one of its programs up to there passes every hidden test; committed is the first program that
passes the visible assert. Tasks are visited in an order drawn by a seed, so that a run that is cut short is a random
part.
specs/memory/ladder.yaml is the same as an experiment, with controls; this is one climb a task instead of five.

    python benchmarks/ladder.py [--tasks 171-330] [--minutes N] [--kept FOLDER]
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

from checkable.adapt import Bounds, adapt, visible_calls
from checkable.core.case import Case
from checkable.execute import ExecutionStore, Sandbox
from checkable.experiment.checking import Checker
from checkable.generate.retrieve_wrap import _run
from checkable.library import Algorithm, load
from checkable.measure.answers import load_answers
from checkable.measure.hidden import Bench, Grader
from checkable.measure.intervals import wilson
from checkable.substrate import registry
from checkable.substrate.contract import Substrate

_ROOT = Path(__file__).resolve().parents[1]
_RUNGS = range(5)
_BOUNDS = Bounds(rung=4, programs=64)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tasks", default="171-330", help="which tasks of the test split")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="begin no task after so many")
    parser.add_argument("--kept", type=Path, help="where executions are kept, so that a second run goes on")
    options = parser.parse_args()
    substrate = registry.find("mbpp", _ROOT)
    chosen = substrate.options(tasks=options.tasks)
    data = Path(os.environ["CHECKABLE_DATA"]) if "CHECKABLE_DATA" in os.environ else None
    cases = list(substrate.cases(chosen, data).cases)
    random.Random(0).shuffle(cases)
    answers = load_answers(substrate, chosen, data, _ROOT)
    with tempfile.TemporaryDirectory() as folder:
        store = ExecutionStore((options.kept or Path(folder)) / "executions.sqlite")
        with Sandbox(workers=1, store=store) as sandbox:
            _climb_all(cases, answers, substrate, sandbox, time.monotonic() + options.minutes * 60)
        store.close()


def _climb_all(cases: list[Case], answers: dict, substrate: Substrate, sandbox: Sandbox, until: float) -> None:
    library = load(_ROOT / "library")
    total: Counter[str] = Counter()
    for case in cases:
        if time.monotonic() > until:
            break
        total += _climbed(case, library, answers[case.id], substrate, sandbox)
        print(f"{total['tasks']} tasks: visible {total['visible']}, committed {total['committed']}, reached "
              f"{[total[f'rung {rung}'] for rung in _RUNGS]}", file=sys.stderr)
    n = total["tasks"]
    print(f"{n} tasks of {len(cases)}, {len(library)} algorithms, {total['executed']:,} calls executed")
    for name in (*(f"rung {rung}" for rung in _RUNGS), "committed"):
        interval = wilson(total[name], n)
        print(f"{name:10} {total[name]:4} of {n}  {100 * total[name] / n:5.1f}%  "
              f"[{100 * interval.low:.1f}, {100 * interval.high:.1f}]")
    print(f"something passes the visible assert of {total['visible']}; {total['unread']} visible asserts say no value")


def _climbed(case: Case, library: list[Algorithm], hidden: object, substrate: Substrate,
             sandbox: Sandbox) -> Counter[str]:
    """What one task adds to the counts."""
    visible = visible_calls(case)
    if not visible:
        return Counter(tasks=1, unread=1)
    namespace = next(iter(substrate.namespaces.values()))
    tools = SimpleNamespace(run=Checker(substrate, namespace, substrate.limits, sandbox).run)
    climb = adapt(library, visible, words=case.text, entry_point=case.entry_point, bounds=_BOUNDS,
                  run=lambda source, calls: _run(case, source, calls, tools))
    counts = Counter(tasks=1, executed=climb.executed, visible=bool(climb.programs))
    if climb.programs:
        bench = Bench(sandbox=sandbox, namespace=namespace, reference=namespace, limits=substrate.limits)
        grader = Grader(case.id, hidden, bench)
        right = [made for made in climb.programs if grader.accepts(made.source)]
        counts["committed"] = climb.programs[0] in right
        counts.update({f"rung {rung}": 1 for rung in _RUNGS if any(made.rung <= rung for made in right)})
    return counts


if __name__ == "__main__":
    main()
