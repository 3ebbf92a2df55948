"""Questions of two factors over a list of numbers, and how they are worded.

Each factor has three phrases, and there are three frames to put them into; three of the nine pairs of a frame and a
filter's phrase are held out for the split ``paraphrase``. Only ``random()`` of seeded generators is called: the same
questions come out everywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from substrates.factor_recombination.ladder import Pair
from substrates.factor_recombination.machine import (
    AGGREGATES,
    FILTERS,
    LARGEST,
    MOST_NUMBERS,
    Numbers,
    apply,
    slots_of,
)

from checkable.learn.course import Share, share_of

VERSION = "1"
SHORTEST, LONGEST = 4, 6  # numbers of a lesson's list; the split ``longer`` has up to MOST_NUMBERS
DRAWN = 6  # lists of which the one is taken that tells its factors best from others
FRAMES = ("from {numbers} keep the {kept} ; then give the {made}",
          "what is the {made} of the {kept} among {numbers} ?",
          "given {numbers} , report the {made} over the {kept}")
KEPT = {
    "even": ("even numbers", "numbers that two divides", "evens"),
    "odd": ("odd numbers", "numbers that two does not divide", "odds"),
    "high": ("numbers above twenty", "ones beyond twenty", "high numbers"),
    "low": ("numbers up to twenty", "ones within twenty", "low numbers"),
    "threes": ("multiples of three", "numbers that three divides", "threes"),
    "front": ("first half", "front half", "ones before the middle"),
    "back": ("second half", "back half", "ones behind the middle"),
    "alternate": ("every other number", "numbers at odd places", "alternate ones"),
}
MADE = {
    "sum": ("sum", "total", "result of adding up"), "largest": ("largest", "greatest", "maximum"),
    "smallest": ("smallest", "least", "minimum"), "count": ("count", "size", "cardinality"),
    "first": ("first", "leading one", "opener"), "last": ("last", "final one", "closer"),
    "spread": ("spread", "range", "distance from end to end"), "middle": ("middle", "median", "central one"),
}


@dataclass(frozen=True, kw_only=True)
class Question:
    pair: Pair
    numbers: Numbers

    @property
    def id(self) -> str:
        digest = hashlib.sha256(f"{self.pair} {self.numbers}".encode()).hexdigest()[:12]
        return f"{self.pair[0]}-{self.pair[1]}-{digest}"

    @property
    def slots(self) -> tuple[tuple[int, int], ...]:
        return slots_of(*self.pair, self.numbers)

    @property
    def answer(self) -> int:
        return apply(*self.pair, self.numbers)


def questions(share: Share, seed: str, turn: Callable[[int], Pair], *,
              longer: bool) -> Iterator[tuple[Question, Random]]:
    """Questions of one share without end, their pairs as ``turn`` says, each with the generator that words it."""
    at = drawn = 0
    while True:
        random = Random(int.from_bytes(hashlib.sha256(f"factors/{seed}/{at}".encode()).digest()[:8], "big"))
        pair = turn(drawn)
        question = Question(pair=pair, numbers=_telling(pair, random, longer))
        at += 1
        if share_of(question.id) == share:
            drawn += 1
            yield question, random


def _telling(pair: Pair, random: Random, longer: bool) -> Numbers:
    """Of a few lists the first on which the fewest programs with one other factor have the same value."""
    return min((_list(random, longer) for _ in range(DRAWN)), key=lambda numbers: coincidences(pair, numbers))


def coincidences(pair: Pair, numbers: Numbers) -> int:
    """How many programs that differ in one factor have the same value; all of them where nothing is kept."""
    others = [*((kept, pair[1]) for kept in FILTERS if kept != pair[0]),
              *((pair[0], made) for made in AGGREGATES if made != pair[1])]
    value = apply(*pair, numbers)
    return sum(apply(*other, numbers) == value for other in others) if FILTERS[pair[0]](numbers) else len(others)


def _list(random: Random, longer: bool) -> Numbers:
    low, high = (LONGEST + 1, MOST_NUMBERS) if longer else (SHORTEST, LONGEST)
    return tuple(1 + int(random.random() * LARGEST) for _ in range(low + int(random.random() * (high - low + 1))))


def held_out(frame: int, phrase: int) -> bool:
    return (frame + phrase) % 3 == 1


def worded(question: Question, wording: str, random: Random) -> str:
    """The question in words. ``wording``: standard, trained (any pair that lessons use) or held-out."""
    pairs = [(f, p) for f in range(3) for p in range(3) if held_out(f, p) == (wording == "held-out")]
    frame, phrase = (0, 0) if wording == "standard" else pairs[int(random.random() * len(pairs))]
    made = 0 if wording == "standard" else int(random.random() * 3)
    kept, made_of = KEPT[question.pair[0]][phrase], MADE[question.pair[1]][made]
    return FRAMES[frame].format(numbers=" , ".join(map(str, question.numbers)), kept=kept, made=made_of)
