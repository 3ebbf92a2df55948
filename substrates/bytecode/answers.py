"""The sealed answers and gold traces. ``measure`` alone imports this, after every commit is frozen."""

from __future__ import annotations

from pathlib import Path

from substrates.bytecode import machine
from substrates.bytecode.made import Problem, problems
from substrates.bytecode.options import BytecodeOptions

from checkable.core.case import Json


def answers(options: BytecodeOptions, data: Path | None) -> dict[str, Json]:
    """What the machine leaves on its stack: a number, or of an open question one for each held-out input."""
    return {problem.id: [output for _, output in problem.asked] or machine.run(problem.question.slots)[0]
            for problem in problems(options)}


def traces(options: BytecodeOptions, data: Path | None) -> dict[str, Json]:
    """The gold program of each case and the top of the stack after each of its slots, on the first held-out input."""
    return {problem.id: {"slots": [list(slot) for slot in problem.question.slots],
                         "states": list(machine.run(problem.question.slots, _input(problem))[1])}
            for problem in problems(options)}


def _input(problem: Problem) -> int:
    return problem.asked[0][0] if problem.asked else 0
