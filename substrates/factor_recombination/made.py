"""The evaluated problems of an experiment: what both cases and answers are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from substrates.factor_recombination.ladder import RUNGS, Pair, rungs
from substrates.factor_recombination.options import FactorOptions
from substrates.factor_recombination.questions import Question, questions, worded

from checkable.substrate.distinct import distinct

WORDINGS = {"fresh": ("standard",), "longer": ("standard",), "paraphrase": ("held-out",),
            "paired": ("standard", "held-out")}


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A question in one wording."""

    id: str
    question: Question
    rung: str
    wording: str
    text: str


def problems(options: FactorOptions) -> Iterator[Problem]:
    """Every evaluated problem, each question once, rungs in turn and the pairs of a rung in turn.

    Raises TooFewCases.
    """
    rung_of = rungs(options.partners, options.arrangement)
    of_rung = [[pair for pair, rung in rung_of.items() if rung == name] for name in RUNGS]

    def turn(at: int) -> Pair:
        pairs = of_rung[at % len(RUNGS)]
        return pairs[at // len(RUNGS) % len(pairs)]

    drawn = questions("evaluation", f"{options.seed}/evaluation", turn, longer=options.split == "longer")
    found = distinct(drawn, options.count, name=lambda one: one[0].id, kind=lambda one: rung_of[one[0].pair],
                     what="questions")
    for question, random in found:
        for wording in WORDINGS[options.split]:
            yield Problem(id=f"{question.id}-{wording}", question=question, rung=rung_of[question.pair],
                          wording=wording, text=worded(question, wording, random))
