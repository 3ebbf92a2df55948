"""The evaluated problems of an experiment: what both cases and answers are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from substrates.bytecode.inputs import held_out, opened, shown
from substrates.bytecode.options import BytecodeOptions
from substrates.bytecode.questions import Question, questions, worded

from checkable.substrate.distinct import distinct

WORDINGS = {"fresh": ("standard",), "longer": ("standard",), "paraphrase": ("held-out",),
            "paired": ("standard", "held-out")}


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A question in one wording; of an open one also what is shown and what is asked, inputs with their outputs."""

    id: str
    question: Question
    wording: str
    text: str
    shown: tuple[tuple[int, int], ...] = ()
    asked: tuple[tuple[int, int], ...] = ()


def problems(options: BytecodeOptions) -> Iterator[Problem]:
    """Every evaluated problem, each question once; those of one question follow each other. Raises TooFewCases."""
    for question, random in _distinct(options):
        pairs = {"shown": shown(question, options.examples), "asked": held_out(question, options.examples)} \
            if options.examples else {}
        for wording in WORDINGS[options.split]:
            yield Problem(id=f"{question.id}-{wording}", question=question, wording=wording,
                          text=worded(question, wording, random), **pairs)


def _distinct(options: BytecodeOptions) -> Iterator[tuple]:
    form = {"form": opened} if options.examples else {}
    drawn = questions("evaluation", f"{options.seed}/evaluation", longer=options.split == "longer", **form)
    return distinct(drawn, options.count, name=lambda pair: pair[0].id, kind=lambda pair: pair[0].domain,
                    what="questions")
