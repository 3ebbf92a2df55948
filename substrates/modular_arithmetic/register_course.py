"""Lessons over several registers, and the machine that runs their programs.

A slot is an operation, which says what is done and which register is written, and an argument, which is a literal or
the register that is read: the layout that ``Course.registers`` promises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from substrates.modular_arithmetic import registers
from substrates.modular_arithmetic.programs import SEPARATORS
from substrates.modular_arithmetic.registers import KINDS, NAMES, PHRASES, RegisterProgram, Step, computed

from checkable.learn.course import Course, Lesson, Run, Share, Slot

_WRITES = re.compile(r"(put|add|subtract|multiply)([a-f])(?:(\d{1,3})|([a-f]))")
_GIVES = re.compile(r"give([a-f])")


class RegisterCourse(Course):
    """Every other lesson is in the standard wording, the rest in the wordings that are not held out."""

    starts = 0
    shortest = registers.SHORTEST

    def __init__(self, modulus: int, count: int) -> None:
        self.modulus = self.answers = modulus
        self.registers, self.names = count, NAMES[:count]
        self.arguments = modulus + count
        self.operations = ("end", *(f"{kind}-{name}" for kind in KINDS for name in self.names), "give")
        self.version = f"modular-registers-{registers.VERSION}-{modulus}-{count}"
        said = " ".join([*(phrase for of_one in PHRASES.values() for phrase in of_one), *SEPARATORS,
                         "registers modulo a, b", *self.names])
        signs = sorted(set(re.findall(r"\w+|[^\w\s]", re.sub(r"\{\w+\}", "", said))))
        self.words = (*signs, *map(str, range(modulus + 1)))

    def lessons(self, share: Share, seed: int, lengths: Sequence[int]) -> Iterator[Lesson]:
        drawn = registers.programs(share, self.modulus, self.registers, f"{seed}/{share}", lengths)
        for at, (program, random) in enumerate(drawn):
            # Turns that do not go with those of the lengths, so that every length has both kinds of wording.
            wording = "standard" if (at // len(lengths)) % 2 == 0 else "trained"
            assert program.answer is not None  # gold programs give one
            yield Lesson(text=registers.worded(program, wording, random), start=0, slots=self.slots(program),
                         states=program.states, answer=program.answer)

    def slots(self, program: RegisterProgram) -> tuple[Slot, ...]:
        """The program as the machine numbers it."""
        return tuple(self._slot(one) for one in program.steps)

    def _slot(self, one: Step) -> Slot:
        if one.kind == "give":
            return len(self.operations) - 1, self.modulus + one.to
        operation = 1 + KINDS.index(one.kind) * self.registers + one.to
        return operation, one.literal if one.read is None else self.modulus + one.read

    def run(self, start: int, slots: Sequence[Slot]) -> Run:
        program = RegisterProgram(modulus=self.modulus, registers=self.registers, steps=tuple(self._steps(slots)))
        return Run(answer=program.answer, states=program.states)

    def _steps(self, slots: Sequence[Slot]) -> Iterator[Step]:
        """Up to the end. What gives a literal gives nothing, and ends the program."""
        for operation, argument in slots:
            read = argument - self.modulus if argument >= self.modulus else None
            if operation == Course.END or (operation == len(self.operations) - 1 and read is None):
                return
            if operation == len(self.operations) - 1:
                yield Step(kind="give", to=read)
                return
            kind, to = divmod(operation - 1, self.registers)
            yield Step(kind=KINDS[kind], to=to, read=read, literal=0 if read is not None else argument)

    def listing(self, start: int, slots: Sequence[Slot]) -> str:
        return "\n".join(self._line(one) for one in self._steps(slots))

    def _line(self, one: Step) -> str:
        operand = "" if one.kind == "give" else f" {one.literal if one.read is None else self.names[one.read]}"
        return f"{one.kind} {self.names[one.to]}{operand}"

    def read(self, text: str) -> tuple[int, tuple[Slot, ...]] | None:
        found = [self._read(re.sub(r"\s+", "", line)) for line in re.split(r"[;\n]", text)]
        return None if None in found else (0, tuple(slot for slot in found if slot is not None))

    def _read(self, line: str) -> Slot | None:
        """The slot of one line without spaces; None where it is no instruction."""
        gives, writes = _GIVES.fullmatch(line), _WRITES.fullmatch(line)
        if gives and gives[1] in self.names:
            return self._slot(Step(kind="give", to=self.names.index(gives[1])))
        if not writes or writes[2] not in self.names or (writes[4] or self.names[0]) not in self.names:
            return None
        read, literal = (self.names.index(writes[4]), 0) if writes[4] else (None, int(writes[3]))
        step = Step(kind=writes[1], to=self.names.index(writes[2]), read=read, literal=literal)
        return self._slot(step) if literal < self.modulus else None

    def allowed(self, operations: Sequence[int], slots: int) -> frozenset[int]:
        """The last operation of a program gives, and nothing else ends it."""
        give = len(self.operations) - 1
        if operations and operations[-1] == give:
            return frozenset((Course.END,))
        return frozenset((give,)) if len(operations) == slots - 1 else frozenset(range(1, give + 1))

    def computed(self, kind: int, value: int, operand: int) -> int:
        return computed(self.modulus, KINDS[kind], value, operand)

    def pointers(self, slots: Sequence[Slot]) -> list[list[int | None]]:
        return [[one.to, None] if one.kind == "give" else [one.read, one.to] for one in self._steps(slots)]
