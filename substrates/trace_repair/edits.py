"""What one edit makes of a program: an argument or a step replaced, a step taken away, or put in. Always well typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from substrates.trace_repair.language import SLOTS, STEPS, Instruction, Kind, Program

Edit = Literal["argument", "step", "removed", "inserted"]
EDITS: tuple[Edit, ...] = get_args(Edit)
INSTRUCTIONS: tuple[Instruction, ...] = tuple((name, k) for name, step in STEPS.items() for k in step.arguments)


def edits(program: Program) -> Iterator[Program]:
    """Every program one edit away, once: other arguments first, then other steps, removals, insertions."""
    seen = {program}
    for kind in EDITS:
        for at in range(len(program) + 1):
            for made in edited(program, kind, at):
                if made not in seen:
                    seen.add(made)
                    yield made


def edited(program: Program, kind: Edit, at: int) -> list[Program]:
    """What edits of one kind make of the step at that place; none where there is none to be made."""
    if kind == "inserted":
        if len(program) == SLOTS:
            return []
        return [(*program[:at], new, *program[at:]) for new in INSTRUCTIONS if _fits(program, at, new, at)]
    if at == len(program):
        return []
    before, (name, argument), after = program[:at], program[at], program[at + 1:]
    if kind == "argument":
        return [(*before, (name, k), *after) for k in STEPS[name].arguments if k != argument]
    if kind == "removed":
        same = STEPS[name].takes == STEPS[name].gives
        return [(*before, *after)] if same or (not after and STEPS[name].takes == "number") else []
    return [(*before, new, *after) for new in INSTRUCTIONS if new[0] != name and _fits(program, at, new, at + 1)]


def _fits(program: Program, at: int, new: Instruction, then: int) -> bool:
    """Whether an instruction may stand behind the first ``at`` steps and before those from ``then`` on."""
    step, comes = STEPS[new[0]], STEPS[program[at - 1][0]].gives if at else "list"
    wanted: tuple[Kind, ...] = (STEPS[program[then][0]].takes,) if then < len(program) else ("number", "word")
    return step.takes == comes and step.gives in wanted
