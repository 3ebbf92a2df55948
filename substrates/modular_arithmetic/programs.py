"""Programs, how they run, and how they are worded.

The family of latent-compiler experiments: a start value, then steps that add, subtract or multiply, all modulo a
number (97 and up to 24 steps in the published runs). A wording is a phrase for the step with a separator before it;
some pairs of the two are held out, so that the split ``paraphrase`` is worded as no lesson is, in words that all
occur. Only ``random()`` of seeded generators is called: the same programs come out everywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random

from checkable.learn.course import NothingToLearn, Share, share_of

VERSION = "1"
OPERATIONS = ("end", "add", "subtract", "multiply")  # as the machine numbers them
PHRASES = {
    1: ("add", "plus", "increase by", "raise it by"),
    2: ("subtract", "minus", "decrease by", "take away"),
    3: ("multiply by", "times", "scale by", "multiply it by"),
}
SEPARATORS = ("; ", "; then ", ", next ", ". now ")
STANDARD = 0  # the index of the wording that the split ``fresh`` uses throughout


@dataclass(frozen=True, kw_only=True)
class Program:
    """``steps`` are (operation, argument), operations 1 to 3, arguments 1 to modulus - 1."""

    modulus: int
    start: int
    steps: tuple[tuple[int, int], ...]

    @property
    def id(self) -> str:
        return hashlib.sha256(f"{self.modulus} {self.start} {self.steps}".encode()).hexdigest()[:16]

    @property
    def states(self) -> tuple[int, ...]:
        """The value after each step."""
        found, state = [], self.start
        for operation, argument in self.steps:
            state = step(self.modulus, operation, argument, state)
            found.append(state)
        return tuple(found)

    @property
    def answer(self) -> int:
        return self.states[-1] if self.steps else self.start


def step(modulus: int, operation: int, argument: int, state: int) -> int:
    """The state after one step; the end changes nothing."""
    if operation == 0:
        return state
    return ((state + argument) if operation == 1 else (state - argument) if operation == 2 else state * argument) \
        % modulus


def programs(share: Share, modulus: int, seed: str, lengths: Sequence[int]) -> Iterator[tuple[Program, Random]]:
    """Programs of one share without end, lengths in turn, each with the generator that words it.

    A length of which the share holds no program is passed over: modulo 5 there are five programs of no step, and
    perhaps none for validation. Raises NothingToLearn where that leaves no length.
    """
    there = [length for length in lengths if _any(share, modulus, length)]
    if not there:
        raise NothingToLearn(f"no program of length {', '.join(map(str, lengths))} modulo {modulus} falls to {share}: "
                         "a larger modulus or longer programs have some")
    at = drawn = 0
    while True:
        random = Random(int.from_bytes(hashlib.sha256(f"modular/{seed}/{at}".encode()).digest()[:8], "big"))
        program = _program(modulus, there[drawn % len(there)], random)
        at += 1
        if share_of(program.id) == share:
            drawn += 1
            yield program, random


def _any(share: Share, modulus: int, length: int) -> bool:
    """Whether the share holds a program of that length; about every eighth does, so that few are looked at."""
    moves = tuple(product((1, 2, 3), range(1, modulus)))
    every = (Program(modulus=modulus, start=start, steps=tuple(steps))
             for start, *steps in product(range(modulus), *[moves] * length))
    return any(share_of(program.id) == share for program in every)


def _program(modulus: int, length: int, random: Random) -> Program:
    start = int(random.random() * modulus)
    steps = tuple((1 + int(random.random() * 3), 1 + int(random.random() * (modulus - 1))) for _ in range(length))
    return Program(modulus=modulus, start=start, steps=steps)


def held_out(phrase: int, separator: int) -> bool:
    """The pairs of phrase and separator that no lesson uses: one separator for each phrase but the standard one."""
    return phrase != STANDARD and (phrase + separator) % len(SEPARATORS) == 0


def worded(program: Program, wording: str, random: Random) -> str:
    """The program in words. ``wording``: standard, trained (any pair that lessons use) or held-out."""
    said = [f"start with {program.start}"]
    for operation, argument in program.steps:
        phrase, separator = pair(wording, random)
        said.append(f"{SEPARATORS[separator]}{PHRASES[operation][phrase]} {argument}")
    return f"{''.join(said)}; modulo {program.modulus}"


def pair(wording: str, random: Random) -> tuple[int, int]:
    """The phrase and the separator of one step, by their indices."""
    if wording == "standard":
        return STANDARD, STANDARD
    pairs = [(p, s) for p in range(4) for s in range(4) if held_out(p, s) == (wording == "held-out")]
    return pairs[int(random.random() * len(pairs))]
