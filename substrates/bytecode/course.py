"""Lessons in bytecode, and its machine with the typed mask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from substrates.bytecode import machine
from substrates.bytecode.inputs import held_out, opened, shown
from substrates.bytecode.options import BytecodeOptions
from substrates.bytecode.questions import (
    AGGREGATES,
    DAYS,
    OPENINGS,
    PHRASINGS,
    STEPS,
    UNITS,
    VERSION,
    Question,
    questions,
    worded,
)

from checkable.learn.course import Course, Lesson, Run, Share, Slot

DIGITS = 100  # of the top of the stack its last two digits are echoed
MOST = 1000  # every gold answer is below


class BytecodeCourse(Course):
    """Every other lesson is in the standard wording, the rest in the wordings that are not held out."""

    def __init__(self, examples: int = 0) -> None:
        self.examples = examples
        self.version, self.operations = f"bytecode-{VERSION}", machine.CLOSED
        self.echoes = {} if examples else {"top": DIGITS, "depth": machine.SLOTS + 1}
        if examples:
            self.version, self.operations = f"{self.version}-of-{examples}", machine.OPERATIONS
        self.arguments, self.starts, self.answers = machine.ARGUMENTS, 0, MOST
        said = [*(one for of_one in (*OPENINGS.values(), *PHRASINGS.values()) for one in of_one), *DAYS,
                *(f"{big} {small}" for big, small, _ in UNITS), *(phrase for _, phrase in STEPS),
                *(word for _, word in AGGREGATES), "days and then entry of table a b plus day x"]
        signs = sorted(set(re.findall(r"\w+|[^\w\s]", re.sub(r"\{\w*\}", "", " ".join(said)).lower())))
        self.words = (*(sign for sign in signs if not sign.isdecimal()), *map(str, range(100)))

    def lessons(self, share: Share, seed: int, lengths: Sequence[int]) -> Iterator[Lesson]:
        most = max(lengths)
        form = {"form": opened} if self.examples else {}
        for at, (question, random) in enumerate(questions(share, f"{seed}/{share}", longer=False, **form)):
            wording = "standard" if (at // len(OPENINGS)) % 2 == 0 else "trained"
            if len(question.slots) <= most:
                yield self._lesson(question, worded(question, wording, random))

    def _lesson(self, question: Question, text: str) -> Lesson:
        shows, asks = (shown(question, self.examples), held_out(question, self.examples)) if self.examples else ((), ())
        start, answer = asks[0] if asks else (0, machine.run(question.slots)[0])
        states = machine.run(question.slots, start)[1]
        assert answer is not None  # gold programs leave one value
        depths = machine.depths([operation for operation, _ in question.slots])
        echo = () if asks else tuple((top % DIGITS, depth) for top, depth in zip(states, depths, strict=True))
        return Lesson(text=text, start=start, slots=question.slots, states=states, answer=answer, examples=shows,
                      held_out=asks, echo=echo)

    def run(self, start: int, slots: Sequence[Slot]) -> Run:
        answer, states = machine.run(slots, start)
        return Run(answer=answer, states=states)

    def listing(self, start: int, slots: Sequence[Slot]) -> str:
        names = [(machine.OPERATIONS[operation], argument) for operation, argument in slots]
        return "\n".join(f"{name} {argument}" if name == "push" else name for name, argument in names)

    def normal(self, slots: Sequence[Slot]) -> tuple[Slot, ...]:
        push = machine.NUMBER["push"]
        return tuple((operation, argument if operation == push else 0) for operation, argument in slots)

    def allowed(self, operations: Sequence[int], slots: int) -> frozenset[int]:
        return machine.allowed(operations, slots, given=bool(self.examples))


def course(options: BytecodeOptions) -> BytecodeCourse:
    return BytecodeCourse(options.examples)
