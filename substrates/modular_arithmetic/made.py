"""The evaluated problems of an experiment: what both cases and answers are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from substrates.modular_arithmetic.options import ModularOptions
from substrates.modular_arithmetic.programs import Program, programs, worded

WORDINGS = {"fresh": ("standard",), "longer": ("standard",), "paraphrase": ("held-out",),
            "paired": ("standard", "held-out")}


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A program in one wording. The id names both, whatever the other options say."""

    id: str
    program: Program
    wording: str
    text: str


def problems(options: ModularOptions) -> Iterator[Problem]:
    """Every evaluated problem; those of one program follow each other."""
    drawn = programs("evaluation", options.modulus, f"{options.seed}/evaluation", options.evaluated)
    for program, random in islice(drawn, options.count):
        for wording in WORDINGS[options.split]:
            text = worded(program, wording, random)
            yield Problem(id=f"{program.id}-{wording}", program=program, wording=wording, text=text)
