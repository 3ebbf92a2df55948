"""The sealed answers and gold traces. ``measure`` alone imports this, after every commit is frozen."""

from __future__ import annotations

from pathlib import Path

from substrates.modular_arithmetic.made import problems
from substrates.modular_arithmetic.options import ModularOptions

from checkable.core.case import Json


def answers(options: ModularOptions, data: Path | None) -> dict[str, Json]:
    """The number that each program ends with."""
    return {problem.id: problem.program.answer for problem in problems(options)}


def traces(options: ModularOptions, data: Path | None) -> dict[str, Json]:
    """The gold program of each case, as slots, and the state after each of them."""
    return {problem.id: {"start": problem.program.start, "slots": [list(step) for step in problem.program.steps],
                         "states": list(problem.program.states)} for problem in problems(options)}
