"""The evaluated problems of an experiment: what both cases and answers are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from substrates.modular_arithmetic.options import ModularOptions
from substrates.modular_arithmetic.programs import Program, programs, worded

WORDINGS = {"fresh": ("standard",), "longer": ("standard",), "paraphrase": ("held-out",),
            "paired": ("standard", "held-out")}
ENOUGH = 1000  # known programs in a row: then hardly one is left


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A program in one wording. The id names both, whatever the other options say."""

    id: str
    program: Program
    wording: str
    text: str


def problems(options: ModularOptions) -> Iterator[Problem]:
    """Every evaluated problem, each program once; those of one program follow each other.

    Fewer than ``count`` where short programs of a small modulus are not so many.
    """
    for program, random in islice(_distinct(options), options.count):
        for wording in WORDINGS[options.split]:
            text = worded(program, wording, random)
            yield Problem(id=f"{program.id}-{wording}", program=program, wording=wording, text=text)


def _distinct(options: ModularOptions) -> Iterator[tuple[Program, Random]]:
    seen: set[str] = set()
    known = 0  # draws in a row that were seen before
    for program, random in programs("evaluation", options.modulus, f"{options.seed}/evaluation", options.evaluated):
        known = known + 1 if program.id in seen else 0
        if known > ENOUGH:
            return
        if not known:
            seen.add(program.id)
            yield program, random
