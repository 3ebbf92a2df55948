"""The evaluated problems of an experiment: what both cases and answers are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from substrates.bytecode.options import BytecodeOptions
from substrates.bytecode.questions import Question, questions, worded

WORDINGS = {"fresh": ("standard",), "longer": ("standard",), "paraphrase": ("held-out",),
            "paired": ("standard", "held-out")}


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A question in one wording."""

    id: str
    question: Question
    wording: str
    text: str


def problems(options: BytecodeOptions) -> Iterator[Problem]:
    """Every evaluated problem, each question once; those of one question follow each other."""
    for question, random in islice(_distinct(options), options.count):
        for wording in WORDINGS[options.split]:
            yield Problem(id=f"{question.id}-{wording}", question=question, wording=wording,
                          text=worded(question, wording, random))


def _distinct(options: BytecodeOptions) -> Iterator[tuple]:
    seen: set[str] = set()
    for question, random in questions("evaluation", f"{options.seed}/evaluation", longer=options.split == "longer"):
        if question.id not in seen:
            seen.add(question.id)
            yield question, random
