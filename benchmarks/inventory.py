"""Seconds per case of the table search, and what it finds: ``python benchmarks/inventory.py``.

Every case is searched by itself, one at a time in each process; CPU seconds are measured, so that other
work on the machine matters little. With ``--score`` what was found is compared with the answers afterwards,
through ``checkable.measure``; nothing that is searched or ranked sees them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugin")]

from substrates.foofah.inventory.tables import inventory  # noqa: E402
from substrates.foofah.options import FoofahOptions  # noqa: E402
from substrates.foofah.substrate import substrate  # noqa: E402

from checkable.core.case import Case  # noqa: E402
from checkable.generate.inventory_search import InventorySearchOptions, compositions  # noqa: E402
from checkable.measure.answers import load_answers  # noqa: E402


def searched(work: tuple[Case, int]) -> dict[str, Any]:
    """What the search gives for one case: outputs, the most believed first, and CPU seconds."""
    case, budget = work
    started = time.process_time()
    found = compositions(case, InventorySearchOptions(work=budget), inventory)
    return {"case": case.id, "seconds": time.process_time() - started,
            "outputs": [inventory.write(one.outputs[0]) for one in found]}


def told(rows: Sequence[dict[str, Any]]) -> str:
    seconds = sorted(row["seconds"] for row in rows)
    fits = sum(bool(row["outputs"]) for row in rows)
    return (f"{len(rows)} cases: something fits the example of {fits}; CPU seconds a case: mean"
            f" {sum(seconds) / len(seconds):.2f}, median {seconds[len(seconds) // 2]:.2f},"
            f" 9 of 10 under {seconds[len(seconds) * 9 // 10]:.2f}, most {seconds[-1]:.2f}")


def scored(rows: Sequence[dict[str, Any]], options: FoofahOptions, data: Path | None) -> str:
    answers = load_answers(substrate, options, data, ROOT)
    for row in rows:
        row["right"] = [output == answers[row["case"]] for output in row["outputs"]]
    reached = sum(any(row["right"]) for row in rows)
    first = sum(bool(row["right"]) and row["right"][0] for row in rows)
    return f"right among the first {InventorySearchOptions().samples}: {reached}; the first is right: {first}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("generated", "published"), default="generated")
    parser.add_argument("--seed", type=int, default=0, help="of generated cases")
    parser.add_argument("--count", type=int, default=50, help="how many cases")
    parser.add_argument("--work", type=int, default=InventorySearchOptions().work, help="of each search")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--data", type=Path, help="the folder of published data")
    parser.add_argument("--score", action="store_true", help="compare with the answers, after all searches")
    parser.add_argument("--keep", type=Path, help="write what was found, case by case, as lines of JSON")
    given = parser.parse_args()
    options = FoofahOptions(split="published") if given.split == "published" else \
        FoofahOptions(seed=given.seed, count=given.count)
    cases = substrate.cases(options, given.data).cases[: given.count]
    with Pool(given.processes) as pool:
        rows = pool.map(searched, [(case, given.work) for case in cases], chunksize=4)
    print(told(rows))
    if given.score:
        print(scored(rows, options, given.data))
    if given.keep:
        given.keep.write_text("".join(json.dumps(row) + "\n" for row in rows))


if __name__ == "__main__":
    main()
