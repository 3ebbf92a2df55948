"""The sealed answers. ``measure`` alone imports this, after every commit is frozen."""

from __future__ import annotations

from pathlib import Path

from substrates.foofah import published
from substrates.foofah.generated.compose import problems
from substrates.foofah.generated.families import select
from substrates.foofah.generated.operators import run
from substrates.foofah.options import FoofahOptions

from checkable.core.case import Json


def answers(options: FoofahOptions, data: Path | None) -> dict[str, Json]:
    """The output table of each case's query, by case id. Raises DataUnavailable."""
    if options.split == "published":
        return {
            published.case_id(row): row["test_answer"] for row in published.rows(data)
            if published.is_chosen(row, examples=options.examples, clean=options.clean)
        }
    families = select(options.difficulty, options.operators)
    made = problems(families, seed=options.seed, count=options.count, records=options.examples)
    return {problem.id: run(problem.steps, problem.query) for problem in made}
