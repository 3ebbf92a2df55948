"""The sealed answers and gold traces. ``measure`` alone imports this, after every commit is frozen."""

from __future__ import annotations

from pathlib import Path

from substrates.modular_arithmetic.made import problems
from substrates.modular_arithmetic.options import ModularOptions
from substrates.modular_arithmetic.programs import Program
from substrates.modular_arithmetic.register_course import RegisterCourse
from substrates.modular_arithmetic.registers import RegisterProgram

from checkable.core.case import Json


def answers(options: ModularOptions, data: Path | None) -> dict[str, Json]:
    """The number that each program ends with."""
    return {problem.id: problem.program.answer for problem in problems(options)}


def traces(options: ModularOptions, data: Path | None) -> dict[str, Json]:
    """The gold program of each case, as slots, and the state after each of them; of several registers with pointers."""
    return {problem.id: _trace(problem.program) for problem in problems(options)}


def _trace(program: Program | RegisterProgram) -> Json:
    if isinstance(program, Program):
        return {"start": program.start, "slots": [list(step) for step in program.steps], "states": list(program.states)}
    machine = RegisterCourse(program.modulus, program.registers)
    slots = machine.slots(program)
    return {"start": 0, "slots": [list(slot) for slot in slots], "pointers": machine.pointers(slots),
            "states": [list(state) for state in program.states]}
