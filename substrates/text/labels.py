"""What a person would say who is asked for the output of an unlabelled input: evidence that is paid for.

Opened by the desk that sells labels (``checkable.experiment.desk``), one input at a time. The held-out
query is never among these inputs: its output is the answer, and that is in ``answers``.
"""

from __future__ import annotations

from pathlib import Path

from substrates.text.made.compose import problems
from substrates.text.made.families import select
from substrates.text.made.operators import run
from substrates.text.options import TextOptions

from checkable.core.case import Json


def labels(options: TextOptions, data: Path | None) -> dict[str, tuple[Json, ...]]:
    """The output of each unlabelled input, in the order in which the case shows them, by case id."""
    made = problems(select(options.difficulty, options.operators), seed=options.seed, count=options.count,
                    examples=options.examples)
    return {problem.id: tuple(run(problem.steps, text) for text in problem.unlabelled[:options.unlabelled])
            for problem in made}
