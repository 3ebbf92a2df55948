"""The evaluated problems of an experiment: what both cases and answers are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from substrates.modular_arithmetic import registers
from substrates.modular_arithmetic.options import ModularOptions
from substrates.modular_arithmetic.programs import Program, programs, worded
from substrates.modular_arithmetic.registers import RegisterProgram

WORDINGS = {"fresh": ("standard",), "longer": ("standard",), "paraphrase": ("held-out",),
            "paired": ("standard", "held-out")}
ENOUGH = 1000  # known programs in a row: then hardly one is left


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A program in one wording. The id names both, whatever the other options say."""

    id: str
    program: Program | RegisterProgram
    wording: str
    text: str


def problems(options: ModularOptions) -> Iterator[Problem]:
    """Every evaluated problem, each program once; those of one program follow each other.

    Fewer than ``count`` where short programs of a small modulus are not so many.
    """
    for program, random in islice(_distinct(options), options.count):
        for wording in WORDINGS[options.split]:
            text = _text(program, wording, random)
            yield Problem(id=f"{program.id}-{wording}", program=program, wording=wording, text=text)


def _distinct(options: ModularOptions) -> Iterator[tuple[Program | RegisterProgram, Random]]:
    seen: set[str] = set()
    known = 0  # draws in a row that were seen before
    for program, random in _drawn(options):
        known = known + 1 if program.id in seen else 0
        if known > ENOUGH:
            return
        if not known:
            seen.add(program.id)
            yield program, random


def _drawn(options: ModularOptions) -> Iterator[tuple[Program | RegisterProgram, Random]]:
    seed = f"{options.seed}/evaluation"
    if options.registers == 1:
        return programs("evaluation", options.modulus, seed, options.evaluated)
    return registers.programs("evaluation", options.modulus, options.registers, seed, options.evaluated)


def _text(program: Program | RegisterProgram, wording: str, random: Random) -> str:
    say = registers.worded if isinstance(program, RegisterProgram) else worded
    return say(program, wording, random)
