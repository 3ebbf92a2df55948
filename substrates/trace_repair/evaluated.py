"""The evaluated problems of an experiment: what cases, answers and the texts of compilers are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from substrates.trace_repair.language import written
from substrates.trace_repair.made import Problem, problems
from substrates.trace_repair.options import TraceRepairOptions
from substrates.trace_repair.shown import Evidence, worded

from checkable.core.case import Case, Example
from checkable.substrate.distinct import distinct

PROGRAM = "program"  # the attribute that holds the wrong program, as its language writes it
WORDINGS = {"fresh": ("standard",), "held-out": ("standard",), "longer": ("standard",), "paraphrase": ("held-out",),
            "paired": ("standard", "held-out")}


@dataclass(frozen=True, kw_only=True)
class Evaluated:
    """A problem in one wording. ``other`` is the problem that evidence is exchanged with."""

    id: str
    problem: Problem
    other: Problem
    wording: str

    def text(self, evidence: Evidence) -> str:
        return worded(self.problem, self.other, evidence, self.wording)


def case_of(one: Evaluated, evidence: Evidence) -> Case:
    """The problem as a deployment sees it. A family is that of its right program."""
    problem = one.problem
    return Case(
        id=one.id, family=problem.family, query=[list(numbers) for numbers in problem.hidden],
        examples=tuple(Example(input=[list(numbers)], output=[want])
                       for numbers, want in zip(problem.visible, problem.wanted(), strict=True)),
        text=one.text(evidence),
        attributes={PROGRAM: written(problem.wrong), "steps": len(problem.wrong), "wording": one.wording})


def evaluated(options: TraceRepairOptions) -> Iterator[Evaluated]:
    """Every evaluated problem, each pair of programs once; those of one problem follow each other.

    Raises TooFewCases.
    """
    drawn = problems("evaluation", f"{options.seed}/evaluation", visible=options.visible,
                     held_out=options.split == "held-out", longer=options.split == "longer")
    found = list(distinct(drawn, options.count, name=lambda one: one.pair, kind=lambda one: one.family,
                          what="pairs of a wrong and a right program"))
    for at, problem in enumerate(found):
        for wording in WORDINGS[options.split]:
            yield Evaluated(id=f"{problem.id}-{wording}", problem=problem, other=found[(at + 1) % len(found)],
                            wording=wording)
