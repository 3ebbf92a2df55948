"""Lessons in bytecode, and its machine with the typed mask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from substrates.bytecode import machine
from substrates.bytecode.options import BytecodeOptions
from substrates.bytecode.questions import (
    AGGREGATES,
    DAYS,
    OPENINGS,
    PHRASINGS,
    STEPS,
    UNITS,
    VERSION,
    questions,
    worded,
)

from checkable.learn.course import Course, Lesson, Run, Share, Slot

MOST = 1000  # every gold answer is below


class BytecodeCourse(Course):
    """Every other lesson is in the standard wording, the rest in the wordings that are not held out."""

    def __init__(self) -> None:
        self.version, self.operations = f"bytecode-{VERSION}", machine.OPERATIONS
        self.arguments, self.starts, self.answers = machine.ARGUMENTS, 0, MOST
        said = [*(one for of_one in (*OPENINGS.values(), *PHRASINGS.values()) for one in of_one), *DAYS,
                *(f"{big} {small}" for big, small, _ in UNITS), *(phrase for _, phrase in STEPS),
                *(word for _, word in AGGREGATES), "days and then entry of table a b plus"]
        signs = sorted(set(re.findall(r"\w+|[^\w\s]", re.sub(r"\{\w*\}", "", " ".join(said)).lower())))
        self.words = (*(sign for sign in signs if not sign.isdecimal()), *map(str, range(100)))

    def lessons(self, share: Share, seed: int, lengths: Sequence[int]) -> Iterator[Lesson]:
        most = max(lengths)
        for at, (question, random) in enumerate(questions(share, f"{seed}/{share}", longer=False)):
            wording = "standard" if (at // len(OPENINGS)) % 2 == 0 else "trained"
            answer, states = machine.run(question.slots)
            if len(question.slots) <= most and answer is not None:
                yield Lesson(text=worded(question, wording, random), start=0, slots=question.slots, states=states,
                             answer=answer)

    def run(self, start: int, slots: Sequence[Slot]) -> Run:
        answer, states = machine.run(slots)
        return Run(answer=answer, states=states)

    def listing(self, start: int, slots: Sequence[Slot]) -> str:
        names = [(machine.OPERATIONS[operation], argument) for operation, argument in slots]
        return "\n".join(f"{name} {argument}" if name == "push" else name for name, argument in names)

    def allowed(self, operations: Sequence[int], slots: int) -> frozenset[int]:
        return machine.allowed(operations, slots)


def course(options: BytecodeOptions) -> BytecodeCourse:
    return BytecodeCourse()
