"""Problems: a right program, one edit of it that is wrong, visible inputs and hidden ones. All drawn by seed.

A family is an aggregate with what finishes it; some families are held out, so that no lesson holds a program of one,
right or wrong, while every step occurs in lessons. Pairs of right and wrong program are dealt to evaluation, validation
and training by a digest of the pair: what is evaluated is a repair that no lesson shows, on whatever inputs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import TypeVar

from substrates.trace_repair.edits import EDITS, edited
from substrates.trace_repair.language import BASE, STEPS, Program, Value, run, trace, written

from checkable.learn.course import Share, share_of

VERSION = "1"
HIDDEN = 18
DIFFERING = 2  # visible cases at least that the wrong program gets wrong
FILTERS, MAPS = ("evens", "odds", "over"), ("doubles", "nexts", "mirrors")
AGGREGATES = tuple(name for name, step in STEPS.items() if step.takes == "list" and step.gives == "number")
FINISHES = ("", *(name for name, step in STEPS.items() if step.takes == "number"))
Thing = TypeVar("Thing")


@dataclass(frozen=True, kw_only=True)
class Problem:
    """``visible`` and ``hidden`` are different lists. ``draw`` is the name of the stream that words it."""

    right: Program
    wrong: Program
    visible: tuple[tuple[int, ...], ...]
    hidden: tuple[tuple[int, ...], ...]
    draw: str

    @property
    def pair(self) -> str:
        return f"{written(self.wrong)} > {written(self.right)}"

    @property
    def id(self) -> str:
        return hashlib.sha256(f"{self.pair} {self.visible} {self.hidden}".encode()).hexdigest()[:16]

    @property
    def family(self) -> str:
        return family(self.right)

    def wanted(self) -> list[Value]:
        return [run(self.right, numbers) for numbers in self.visible]

    def current(self) -> list[tuple[Value, ...]]:
        """What the wrong program computes of each: a value for each of its steps from the aggregate on."""
        return [trace(self.wrong, numbers) for numbers in self.visible]


def family(program: Program) -> str:
    """For instance ``sum-plus``: its aggregate, and the last step behind that."""
    names = [name for name, _ in program]
    aggregate = next(name for name in names if name in AGGREGATES)
    return aggregate if names[-1] == aggregate else f"{aggregate}-{names[-1]}"


def _held_out() -> frozenset[str]:
    pairs = [(a, f) for a in range(len(AGGREGATES)) for f in range(len(FINISHES)) if (a + f) % 4 == 1]
    return frozenset("-".join(filter(None, (AGGREGATES[a], FINISHES[f]))) for a, f in pairs)


HELD_OUT = _held_out()
FAMILIES = tuple("-".join(filter(None, (a, f))) for a in AGGREGATES for f in FINISHES)
# Families come in turn, each as often as its finish has arguments.
TURNS = tuple(one for one in FAMILIES for _ in STEPS[one.partition("-")[2] or AGGREGATES[0]].arguments)


def problems(share: Share, seed: str, *, visible: int, held_out: bool = False, longer: bool = False,
             ) -> Iterator[Problem]:
    """Problems of one share without end, in turn of families, each pair of programs of that share.

    ``held_out``: of the families that lessons never hold, instead of the others. ``longer``: of five or six steps and
    on lists of six or seven numbers, where lessons have at most four of both.
    """
    families = [one for one in TURNS if (one in HELD_OUT) == held_out]
    for turn in count():
        yield _problem(share, f"{seed}/{turn}", families[turn % len(families)], visible, longer)


def _problem(share: Share, name: str, wanted: str, visible: int, longer: bool) -> Problem:
    for attempt in count():
        draw = f"{name}/{attempt}"
        random = stream(draw)
        right = _right(random, wanted, longer)
        wrong = _wrong(random, right)
        if wrong is None or share_of(f"{written(wrong)} > {written(right)}") != share:
            continue
        lists = _lists(random, visible + HIDDEN, (6, 7) if longer else (3, 4))
        problem = Problem(right=right, wrong=wrong, visible=lists[:visible], hidden=lists[visible:], draw=draw)
        if _is_telling(problem):
            return problem
    raise AssertionError("the stream has no end")


def stream(name: str) -> Random:
    return Random(int.from_bytes(hashlib.sha256(f"trace-repair/{VERSION}/{name}".encode()).digest()[:8], "big"))


def _right(random: Random, wanted: str, longer: bool) -> Program:
    aggregate, _, finish = wanted.partition("-")
    behind = (finish,) if finish else ()
    if longer:
        before = [_pick(random, among) for among in (MAPS, FILTERS, MAPS, *(() if finish else (FILTERS,)))]
        behind = (*((_pick(random, ("plus", "times")),) if finish else ()), *behind)
    else:
        before = [_pick(random, among) for among in (FILTERS, MAPS) if random.random() < 1 / 3]
    names = (*before, aggregate, *behind)
    return tuple((name, _pick(random, STEPS[name].arguments)) for name in names)


def _wrong(random: Random, right: Program) -> Program | None:
    """One edit of the right program, kinds of edit as likely as each other; None where there is none at that place.

    Edits are behind the aggregate: what the trace says of its value and what is wanted show what is to be done with it.
    A family that is held out is so for wrong programs too.
    """
    behind = next(at for at, (name, _) in enumerate(right, 1) if name in AGGREGATES)
    made = edited(right, _pick(random, EDITS), _pick(random, range(behind, len(right) + 1)))
    same_side = [one for one in made if (family(one) in HELD_OUT) == (family(right) in HELD_OUT)]
    return _pick(random, same_side) if same_side else None


def _lists(random: Random, wanted: int, lengths: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Different lists of the numbers 0 to 5, so that no hidden one is visible."""
    made: dict[tuple[int, ...], None] = {}
    while len(made) < wanted:
        made[tuple(int(random.random() * BASE) for _ in range(_pick(random, lengths)))] = None
    return tuple(made)


def _is_telling(problem: Problem) -> bool:
    """Whether visible cases show that the program is wrong, and hidden ones that it has to be repaired."""
    wanted = problem.wanted()
    differing = sum(a != b[-1] for a, b in zip(wanted, problem.current(), strict=True))
    return differing >= DIFFERING and len(set(wanted)) > 1 and any(
        run(problem.right, numbers) != run(problem.wrong, numbers) for numbers in problem.hidden)


def _pick(random: Random, among: Sequence[Thing]) -> Thing:
    return among[int(random.random() * len(among))]
