"""The sealed answers. ``measure`` alone imports this, after every commit is frozen."""

from __future__ import annotations

from pathlib import Path

from substrates.text.made.compose import problems
from substrates.text.made.families import select
from substrates.text.made.operators import run
from substrates.text.options import TextOptions

from checkable.core.case import Json


def answers(options: TextOptions, data: Path | None) -> dict[str, Json]:
    """What each case's query becomes, by case id."""
    made = problems(select(options.difficulty, options.operators), seed=options.seed, count=options.count,
                    examples=options.examples)
    return {problem.id: run(problem.steps, problem.query) for problem in made}
