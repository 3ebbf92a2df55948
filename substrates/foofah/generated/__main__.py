"""Prints generated problems with their answers, for a person to judge: ``python -m substrates.foofah.generated``."""

from __future__ import annotations

import argparse

from substrates.foofah.generated.compose import MOST_RECORDS, Problem, problems
from substrates.foofah.generated.families import DIFFICULTIES, select
from substrates.foofah.generated.operators import Table, run


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m substrates.foofah.generated", description=__doc__)
    parser.add_argument("--count", type=int, default=5, help="how many problems")
    parser.add_argument("--seed", type=int, default=0, help="which problems")
    parser.add_argument("--difficulty", choices=[*DIFFICULTIES, "mixed"], default="mixed")
    parser.add_argument("--examples", type=int, choices=range(1, MOST_RECORDS + 1), help="records in the example")
    given = parser.parse_args()
    families = select(given.difficulty, ())
    for made in problems(families, seed=given.seed, count=given.count, records=given.examples):
        print(as_text(made))


def as_text(made: Problem) -> str:
    parts = (
        ("example", made.example), ("becomes", run(made.steps, made.example)),
        ("query", made.query), ("answer", run(made.steps, made.query)),
    )
    return f"# {made.id}\n" + "\n".join(f"{name}:\n{_grid(table)}" for name, table in parts) + "\n"


def _grid(table: Table) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    rows = (" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in table)
    return "\n".join("  " + row.rstrip() for row in rows)


if __name__ == "__main__":
    main()
