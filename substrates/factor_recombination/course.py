"""Lessons in pairs of factors, and the machine that runs their programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from substrates.factor_recombination import machine
from substrates.factor_recombination.ladder import Pair, trained
from substrates.factor_recombination.options import FactorOptions
from substrates.factor_recombination.questions import FRAMES, KEPT, MADE, SHORTEST, VERSION, questions, worded

from checkable.learn.course import Course, Lesson, Run, Share, Slot

FACTORS = (0, 1)  # the slots of filter and aggregate


class FactorCourse(Course):
    """Every other round of the trained pairs is in the standard wording, the rest in wordings not held out."""

    def __init__(self, name: str, pairs: Sequence[Pair]) -> None:
        self.version, self.operations, self.pairs = f"factors-{VERSION}-{name}", machine.OPERATIONS, tuple(pairs)
        self.arguments, self.starts, self.answers = machine.LARGEST + 1, 0, machine.MOST
        self.shortest, self.factors = 2 + SHORTEST, FACTORS
        said = [*FRAMES, *(phrase for of_one in (*KEPT.values(), *MADE.values()) for phrase in of_one)]
        signs = sorted(set(re.findall(r"\w+|[^\w\s]", re.sub(r"\{\w*\}", "", " ".join([*said, ","])))))
        self.words = (*signs, *map(str, range(machine.LARGEST + 1)))

    def lessons(self, share: Share, seed: int, lengths: Sequence[int]) -> Iterator[Lesson]:
        def turn(at: int) -> Pair:
            return self.pairs[at % len(self.pairs)]

        drawn = questions(share, f"{seed}/{share}", turn, longer=False)
        for at, (question, random) in enumerate(drawn):
            wording = "standard" if (at // len(self.pairs)) % 2 == 0 else "trained"
            if len(question.slots) <= max(lengths):
                yield Lesson(text=worded(question, wording, random), start=0, slots=question.slots, states=(),
                             answer=question.answer)

    def run(self, start: int, slots: Sequence[Slot]) -> Run:
        return Run(answer=machine.run(slots), states=())

    def listing(self, start: int, slots: Sequence[Slot]) -> str:
        said = {machine.NUMBER: "{}", **dict.fromkeys(machine.FILTERS, "keep {0}"), "end": "end"}
        return "\n".join(said.get(name := machine.OPERATIONS[operation], "give {0}").format(
            argument if name == machine.NUMBER else name) for operation, argument in slots)

    def normal(self, slots: Sequence[Slot]) -> tuple[Slot, ...]:
        number = machine.INDEX[machine.NUMBER]
        return tuple((operation, argument if operation == number else 0) for operation, argument in slots)

    def allowed(self, operations: Sequence[int], slots: int) -> frozenset[int]:
        return machine.allowed(operations, slots)


def course(options: FactorOptions) -> FactorCourse:
    if options.lessons == "random":
        return FactorCourse("random", [(kept, made) for kept in machine.FILTERS for made in machine.AGGREGATES])
    return FactorCourse(f"ladder-{options.partners}-{options.arrangement}",
                        trained(options.partners, options.arrangement))
