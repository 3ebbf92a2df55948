"""Lessons in modular arithmetic, and the machine that runs their programs: one register, three operations, an end.

Of programs over several registers both are in ``register_course``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from substrates.modular_arithmetic.options import ModularOptions
from substrates.modular_arithmetic.programs import (
    OPERATIONS,
    PHRASES,
    SEPARATORS,
    VERSION,
    Program,
    programs,
    step,
    worded,
)
from substrates.modular_arithmetic.register_course import RegisterCourse

from checkable.learn.course import Course, Lesson, Run, Share, Slot


class ModularCourse(Course):
    """Every other lesson is in the standard wording, the rest in the wordings that are not held out."""

    def __init__(self, modulus: int) -> None:
        self.modulus = self.arguments = self.starts = self.answers = modulus
        self.shortest, self.echoes = 0, {"state": modulus}
        self.version, self.operations = f"modular-{VERSION}-{modulus}", OPERATIONS
        said = " ".join([*(p for of_one in PHRASES.values() for p in of_one), *SEPARATORS, "start with modulo"])
        signs = sorted(set(re.findall(r"\w+|[^\w\s]", said)))
        self.words = (*signs, *map(str, range(modulus + 1)))

    def lessons(self, share: Share, seed: int, lengths: Sequence[int]) -> Iterator[Lesson]:
        for at, (program, random) in enumerate(programs(share, self.modulus, f"{seed}/{share}", lengths)):
            # Turns that do not go with those of the lengths, so that every length has both kinds of wording.
            wording = "standard" if (at // len(lengths)) % 2 == 0 else "trained"
            yield Lesson(text=worded(program, wording, random), start=program.start, slots=program.steps,
                         states=program.states, answer=program.answer,
                         echo=tuple((state,) for state in program.states))

    def run(self, start: int, slots: Sequence[Slot]) -> Run:
        program = Program(modulus=self.modulus, start=start, steps=_until_end(slots))
        return Run(answer=program.answer, states=program.states)

    def listing(self, start: int, slots: Sequence[Slot]) -> str:
        return "\n".join([f"start {start}", *(f"{OPERATIONS[o]} {a}" for o, a in _until_end(slots))])

    def transition(self, operation: int, argument: int, state: int) -> int:
        return step(self.modulus, operation, argument, state)


def _until_end(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    steps = []
    for operation, argument in slots:
        if operation == Course.END:
            break
        steps.append((operation, argument))
    return tuple(steps)


def course(options: ModularOptions) -> ModularCourse | RegisterCourse:
    several = options.registers > 1
    return RegisterCourse(options.modulus, options.registers) if several else ModularCourse(options.modulus)
