"""Every published solution of MBPP, HumanEval and QuixBugs through its hidden tests, and a broken one of each.

    python benchmarks/code_references.py [EDITION ...]

prints a line for each edition (all of them without names), and every case whose solution is refused, whose broken
solution is accepted, or some of whose tests cannot be judged from outside. Stronger editions bring solutions of their
own; which of those that they replaced they refuse is printed too. Needs CHECKABLE_DATA or a network.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checkable.execute import Sandbox
from checkable.execute.many import in_order
from checkable.measure.hidden import Bench, Grader
from checkable.substrate import registry

ROOT = Path(__file__).parents[1]
SPLITS = ("prompt", "test", "validation", "train")
EDITIONS: dict[str, tuple[str, list[dict[str, Any]]]] = {
    **{f"mbpp-{edition}": ("mbpp", [{"split": split, "edition": edition} for split in SPLITS])
       for edition in ("full", "sanitized", "plus")},
    **{f"humaneval-{hidden}": ("humaneval", [{"hidden": hidden}]) for hidden in ("standard", "plus", "plus-mini")},
    "quixbugs": ("quixbugs", [{}]),
}


def tasks(name: str, settings: list[dict[str, Any]], data: Path | None) -> Iterator[tuple[str, Any, str]]:
    """Case, hidden tests and the solution that was published first, which a stronger edition may have replaced."""
    substrate, answers = registry.find(name, ROOT), importlib.import_module(f"substrates.{name}.answers")
    for each in settings:
        options = substrate.options(**each)
        solutions = answers.references(options, data)
        yield from ((case, hidden, solutions[case]) for case, hidden in answers.answers(options, data).items())


def broken(solution: str, function: str) -> str:
    return (f"{solution}\n_right = {function}\ndef {function}(*given, **named):\n"
            "    return (_right(*given, **named), 1)\n")


def main(wanted: list[str]) -> int:
    folder = os.environ.get("CHECKABLE_DATA")
    failed = 0
    with Sandbox(workers=os.cpu_count() or 1, minimum_level=0) as sandbox:
        for edition in wanted or EDITIONS:
            name, settings = EDITIONS[edition]
            substrate = registry.find(name, ROOT)
            namespace = substrate.namespaces["standard"]
            bench = Bench(sandbox=sandbox, namespace=namespace, reference=namespace, limits=substrate.limits)

            def tried(task: tuple[str, Any, str], bench: Bench = bench) -> tuple[str, bool, bool, bool, list[str]]:
                case, hidden, first = task
                grader, own = Grader(case, hidden, bench), hidden.reference
                return (case, grader.accepts(own), grader.accepts(broken(own, hidden.entry_point)),
                        first == own or grader.accepts(first), grader.labels)

            started = time.monotonic()
            results = list(in_order(tried, tasks(name, settings, Path(folder) if folder else None), sandbox.workers))
            print(f"{edition}: {sum(right for _, right, *_ in results)} of {len(results)} solutions right, "
                  f"{sum(wrong for _, _, wrong, *_ in results)} broken ones accepted, "
                  f"{time.monotonic() - started:.0f} s", flush=True)
            for case, right, wrong, _, labels in results:
                if not right or wrong or labels:
                    failed += 1
                    print(f"  {case}: solution {right}, broken {wrong} {labels[:1]}", flush=True)
            if refused := [case for case, _, _, first, _ in results if not first]:
                print(f"  {len(refused)} solutions as first published are refused: {', '.join(refused)}", flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
