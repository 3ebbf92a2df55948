"""`python -m checkable library verify`: everything that must hold of the library, and the index that says so."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from checkable.execute import Sandbox
from checkable.library import report, similarity
from checkable.library.entry import Algorithm
from checkable.library.index import INDEX_NAME, index_text
from checkable.library.reading import load
from checkable.library.verifying import Verdict, verify


def run(options: argparse.Namespace) -> int:
    """Exit status 0 if everything holds, 1 if not. Raises LibraryError for files that cannot be read."""
    root = options.library
    algorithms = load(root)
    if not algorithms:
        raise FileNotFoundError(f"there are no algorithms in {root}; TOPIC/NAME.py was expected")
    chosen = [a for a in algorithms if options.only in a.file]
    if not chosen:
        raise LookupError(f"no algorithm has {options.only!r} in its path; topics are "
                          f"{', '.join(sorted({a.topic for a in algorithms}))}")
    held = _report_verdicts(chosen, options.workers) & _report_likeness(algorithms, chosen, options.data)
    if held and not options.only:
        (root / INDEX_NAME).write_text(index_text(algorithms), encoding="utf-8")
        print(f"{root / INDEX_NAME}: {len(algorithms)} algorithms")
    elif not options.only:
        print(f"{root / INDEX_NAME} is left as it was")
    return 0 if held else 1


def _report_verdicts(algorithms: Sequence[Algorithm], workers: int) -> bool:
    with Sandbox(workers=workers) as sandbox:
        verdicts: list[Verdict] = list(verify(algorithms, sandbox, workers=workers))
        print(f"sandbox: isolation {sandbox.isolation.summary}")
    print("\n".join([*report.by_topic(verdicts), report.slowest(verdicts), *report.failures(verdicts)]))
    return all(verdict.holds for verdict in verdicts)


def _report_likeness(algorithms: Sequence[Algorithm], chosen: Sequence[Algorithm], data: Path | None) -> bool:
    inside = similarity.nearest_inside(algorithms)
    print("\n".join(report.nearest("most alike in the library", inside, similarity.NEAR_DUPLICATE)))
    held = all(pair.similarity < similarity.NEAR_DUPLICATE for pair in inside)
    if data is None:
        print("NOT compared with the reference solutions of MBPP and HumanEval: name their folder by --data or "
              "CHECKABLE_DATA")
        return held
    outside = similarity.nearest_references(chosen, similarity.reference_solutions(data))
    print("\n".join(report.nearest("nearest reference solutions", outside, similarity.REPRODUCTION)))
    return held and all(pair.similarity < similarity.REPRODUCTION for pair in outside)
