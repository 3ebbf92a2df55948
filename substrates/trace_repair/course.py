"""Lessons in repair, and the language as a machine with its typed mask."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from substrates.trace_repair import language
from substrates.trace_repair.evaluated import Evaluated, case_of, evaluated
from substrates.trace_repair.made import VERSION, problems, stream
from substrates.trace_repair.options import TraceRepairOptions
from substrates.trace_repair.shown import CASES, OPENINGS, WITHHELD, paired

from checkable.core.case import Case, visible_text
from checkable.learn.course import Course, Lesson, Run, Share, Slot

PROBES = tuple(tuple(int(random.random() * language.BASE) for _ in range(2 + at % 5))
               for at in range(24) for random in (stream(f"probe/{at}"),))


class RepairCourse(Course):
    """Every other lesson is in the standard wording, the rest in those that are not held out."""

    def __init__(self, options: TraceRepairOptions) -> None:
        self.given = options
        self.version = f"trace-repair-{VERSION}-{options.visible}-{options.evidence}"
        self.operations, self.arguments, self.starts, self.answers = language.OPERATIONS, language.ARGUMENTS, 0, 1
        said = " ".join([re.sub(r"\{\w*\}", "", form) for form in (*OPENINGS, *CASES, WITHHELD)])
        signs = sorted({*re.findall(r"\w+|[^\w\s]", said), *language.STEPS, *language.WORDS})
        values = (*map(str, range(language.BASE)), *language.WORDS)
        self.words = (*signs, *values, *(paired(value, want) for value in values for want in values))

    def lessons(self, share: Share, seed: int, lengths: Sequence[int]) -> Iterator[Lesson]:
        most = max(lengths)
        drawn = problems(share, f"{seed}/{share}", visible=self.given.visible)
        for at, (problem, other) in enumerate(pairwise(drawn)):
            wording = "standard" if at % 2 == 0 else "trained"
            if len(problem.right) <= most:
                one = Evaluated(id="", problem=problem, other=other, wording=wording)
                yield Lesson(text=one.text(self.given.evidence), start=0, slots=language.slots(problem.right),
                             states=(), answer=behaviour(problem.right),
                             case_text=visible_text(case_of(one, "aligned")))

    def texts(self, cases: Sequence[Case]) -> list[str]:
        known = {one.id: one for one in evaluated(self.given)}
        return [known[case.id].text(self.given.evidence) for case in cases]

    def run(self, start: int, slots: Sequence[Slot]) -> Run:
        return Run(answer=behaviour(language.of_slots(slots)), states=())

    def listing(self, start: int, slots: Sequence[Slot]) -> str:
        return language.written(language.of_slots(slots))

    def allowed(self, operations: Sequence[int], slots: int) -> frozenset[int]:
        return language.allowed(operations, slots)


def behaviour(program: language.Program) -> int:
    """A number that two programs share if they do the same to 24 lists (48 bits of a digest of what they make)."""
    made = json.dumps([language.run(program, numbers) for numbers in PROBES])
    return int.from_bytes(hashlib.sha256(made.encode()).digest()[:6], "big")


def course(options: TraceRepairOptions) -> RepairCourse:
    return RepairCourse(options)
