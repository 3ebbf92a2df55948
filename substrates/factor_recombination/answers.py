"""The sealed answers and gold programs. ``measure`` alone imports this, after every commit is frozen."""

from __future__ import annotations

from pathlib import Path

from substrates.factor_recombination.made import problems
from substrates.factor_recombination.options import FactorOptions

from checkable.core.case import Json


def answers(options: FactorOptions, data: Path | None) -> dict[str, Json]:
    """What the right aggregate says of what the right filter keeps."""
    return {problem.id: problem.question.answer for problem in problems(options)}


def traces(options: FactorOptions, data: Path | None) -> dict[str, Json]:
    """The gold program of each case. The machine's state is a list, so that there are no states to compare."""
    return {problem.id: {"slots": [list(slot) for slot in problem.question.slots], "states": []}
            for problem in problems(options)}
