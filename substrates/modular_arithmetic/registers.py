"""Programs over several named registers: what is written where is read again, and one register is the answer.

A step puts into a register, adds to, subtracts from or multiplies it a literal or the value of another register; the
last step gives one. Programs are drawn backwards from what they give, so that every step reaches the answer and every
register that is read was written before: nothing of a program can be left out. Only ``random()`` of seeded generators
is called.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random

from substrates.modular_arithmetic.programs import SEPARATORS, pair

from checkable.learn.course import NothingToLearn, Share, share_of

VERSION = "1"
NAMES = "abcdef"
SHORTEST = 2  # put something, give it
KINDS = ("put", "add", "subtract", "multiply")
PHRASES = {
    "put": ("put {x} in {to}", "set {to} to {x}", "let {to} be {x}", "store {x} in {to}"),
    "add": ("add {x} to {to}", "increase {to} by {x}", "raise {to} by {x}", "grow {to} by {x}"),
    "subtract": ("subtract {x} from {to}", "decrease {to} by {x}", "lower {to} by {x}", "take {x} from {to}"),
    "multiply": ("multiply {to} by {x}", "scale {to} by {x}", "stretch {to} by {x}", "magnify {to} by {x}"),
    "give": ("give {to}", "answer {to}", "return {to}", "tell {to}"),
}
# How often a step is drawn of those that may stand at a place: put a literal, copy, compute with a literal, a register.
WEIGHTS = (1, 1, 2, 4)
DRAWS = 400  # looked at before it is said that a share has no program of a length


@dataclass(frozen=True, kw_only=True)
class Step:
    """``to`` is the register written (of "give": the one that is the answer); read is a register or else a literal."""

    kind: str
    to: int
    read: int | None = None
    literal: int = 0


@dataclass(frozen=True, kw_only=True)
class RegisterProgram:
    """All registers hold 0 at first. The last step gives; ``answer`` is None where none does."""

    modulus: int
    registers: int
    steps: tuple[Step, ...]

    @property
    def id(self) -> str:
        said = [(one.kind, one.to, one.read, one.literal) for one in self.steps]
        return hashlib.sha256(f"{self.modulus} {self.registers} {said}".encode()).hexdigest()[:16]

    @cached_property
    def states(self) -> tuple[tuple[int, ...], ...]:
        """The values of all registers after each step that is run: none is behind one that gives."""
        found, state = [], [0] * self.registers
        for one in self.steps:
            if one.kind == "give":
                return (*found, tuple(state))
            operand = one.literal if one.read is None else state[one.read]
            state[one.to] = computed(self.modulus, one.kind, state[one.to], operand)
            found.append(tuple(state))
        return tuple(found)

    @property
    def answer(self) -> int | None:
        given = next((one.to for one in self.steps if one.kind == "give"), None)
        return None if given is None else self.states[-1][given]


def computed(modulus: int, kind: str, value: int, operand: int) -> int:
    """What a register holds after a step that writes it."""
    return {"put": operand, "add": value + operand, "subtract": value - operand, "multiply": value * operand}[kind] \
        % modulus


def programs(share: Share, modulus: int, registers: int, seed: str,
             lengths: Sequence[int]) -> Iterator[tuple[RegisterProgram, Random]]:
    """Programs of one share without end, lengths in turn, each with the generator that words it.

    A length of which no program is found in the share is passed over. Raises NothingToLearn where that leaves none.
    """
    there = [length for length in lengths if any(
        share_of(_drawn(modulus, registers, length, f"any/{at}")[0].id) == share for at in range(DRAWS))]
    if not there:
        raise NothingToLearn(f"no program of length {', '.join(map(str, lengths))} over {registers} registers modulo "
                             f"{modulus} falls to {share}: a larger modulus or longer programs have some")
    at = drawn = 0
    while True:
        program, random = _drawn(modulus, registers, there[drawn % len(there)], f"{seed}/{at}")
        at += 1
        if share_of(program.id) == share:
            drawn += 1
            yield program, random


def _drawn(modulus: int, registers: int, length: int, seed: str) -> tuple[RegisterProgram, Random]:
    random = Random(int.from_bytes(hashlib.sha256(f"registers/{seed}".encode()).digest()[:8], "big"))
    steps = _steps(modulus, registers, length, random)
    return RegisterProgram(modulus=modulus, registers=registers, steps=steps), random


def _steps(modulus: int, registers: int, length: int, random: Random) -> tuple[Step, ...]:
    """A program of ``length`` steps, at least 2, from its last to its first; ``live`` are registers still wanted."""
    given = _one_of(range(registers), random)
    live, found = {given}, [Step(kind="give", to=given)]
    for left in range(length - 2, -1, -1):
        step = _one_of(_may_stand(live, left, registers, random), random)
        if step.read is None and step.kind != "put":
            step = replace(step, kind=_one_of(KINDS[1:], random))
        if step.read is None:
            step = replace(step, literal=1 + int(random.random() * (modulus - 1)))
        live = _wanted(live, step)
        found.append(step)
    return tuple(reversed(found))


def _may_stand(live: set[int], left: int, registers: int, random: Random) -> list[Step]:
    """Steps that may stand before what is known of a program, ``left`` more before them, each as often as it weighs."""
    to = _one_of(sorted(live), random)
    other = _one_of([one for one in range(registers) if one != to], random)
    kinds = (Step(kind="put", to=to), Step(kind="put", to=to, read=other), Step(kind="add", to=to),
             Step(kind=_one_of(KINDS[1:], random), to=to, read=other))
    fitting = [(step, weight) for step, weight in zip(kinds, WEIGHTS, strict=True)
               if min(left, 1) <= len(_wanted(live, step)) <= left]
    return [step for step, weight in fitting for _ in range(weight)]


def _wanted(live: set[int], step: Step) -> set[int]:
    """The registers whose values are wanted before a step, those after it being known."""
    before = live - {step.to} if step.kind == "put" else live
    return before if step.read is None else before | {step.read}


def _one_of(those: Sequence, random: Random):
    return those[int(random.random() * len(those))]


def worded(program: RegisterProgram, wording: str, random: Random) -> str:
    """The program in words. ``wording``: standard, trained (any pair that lessons use) or held-out."""
    said = [f"registers {', '.join(NAMES[:program.registers])}"]
    for one in program.steps:
        phrase, separator = pair(wording, random)
        operand = str(one.literal) if one.read is None else NAMES[one.read]
        said.append(SEPARATORS[separator] + PHRASES[one.kind][phrase].format(x=operand, to=NAMES[one.to]))
    return f"{''.join(said)}; modulo {program.modulus}"
