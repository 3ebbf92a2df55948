"""A small typed language of list programs, and how its programs run: exactly, and always to a value.

A program is a pipeline: steps that make a list of a list, one aggregate that makes a number of it, steps that make a
number of a number, and perhaps a last one that makes a word. Numbers are 0 to 5: what would be larger wraps around
modulo 6, so that small models can learn what steps do to them. An aggregate of an empty list is 0. "Slot" and
"operation" are what they are in ``checkable.learn.course``: a slot is (operation, argument).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["list", "number", "word"]
Slot = tuple[int, int]
Value = int | str | list[int]
BASE = 6  # numbers are 0 to 5
SLOTS = 8  # of the longest program
ARGUMENTS = BASE  # 0 where a step has none


@dataclass(frozen=True, kw_only=True)
class Step:
    """``apply`` and ``python``, an expression in which x is what comes in and {} the argument, say the same."""

    takes: Kind
    gives: Kind
    python: str
    apply: Callable[[Value, int], Value]
    arguments: tuple[int, ...] = (0,)


def _listed(python: str, apply: Callable[[list[int], int], list[int]], *arguments: int) -> Step:
    return Step(takes="list", gives="list", python=python, apply=apply, arguments=arguments or (0,))


def _aggregate(python: str, apply: Callable[[list[int], int], int]) -> Step:
    return Step(takes="list", gives="number", python=python, apply=apply)


def _number(python: str, apply: Callable[[int, int], int], *arguments: int) -> Step:
    return Step(takes="number", gives="number", python=python, apply=apply, arguments=arguments)


def _word(python: str, apply: Callable[[int, int], str], *arguments: int) -> Step:
    return Step(takes="number", gives="word", python=python, apply=apply, arguments=arguments or (0,))


STEPS: dict[str, Step] = {
    "evens": _listed("[v for v in x if v % 2 == 0]", lambda x, k: [v for v in x if v % 2 == 0]),
    "odds": _listed("[v for v in x if v % 2 == 1]", lambda x, k: [v for v in x if v % 2 == 1]),
    "over": _listed("[v for v in x if v > {}]", lambda x, k: [v for v in x if v > k], 1, 2, 3),
    "doubles": _listed("[2 * v % 6 for v in x]", lambda x, k: [2 * v % 6 for v in x]),
    "nexts": _listed("[(v + 1) % 6 for v in x]", lambda x, k: [(v + 1) % 6 for v in x]),
    "mirrors": _listed("[5 - v for v in x]", lambda x, k: [5 - v for v in x]),
    "sum": _aggregate("sum(x) % 6", lambda x, k: sum(x) % 6),
    "max": _aggregate("max(x, default=0)", lambda x, k: max(x, default=0)),
    "min": _aggregate("min(x, default=0)", lambda x, k: min(x, default=0)),
    "first": _aggregate("next(iter(x), 0)", lambda x, k: next(iter(x), 0)),
    "last": _aggregate("next(iter(x[::-1]), 0)", lambda x, k: next(iter(x[::-1]), 0)),
    "count": _aggregate("len(x) % 6", lambda x, k: len(x) % 6),
    "plus": _number("(x + {}) % 6", lambda x, k: (x + k) % 6, 1, 2, 3, 4, 5),
    "times": _number("x * {} % 6", lambda x, k: x * k % 6, 2, 5),
    "mod": _number("x % {}", lambda x, k: x % k, 3, 4),
    "parity": _word("('even', 'odd')[x % 2]", lambda x, k: ("even", "odd")[x % 2]),
    "above": _word("('low', 'high')[x > {}]", lambda x, k: ("low", "high")[x > k], 1, 2, 3),
}
OPERATIONS = ("end", *STEPS)
NUMBER = {name: at for at, name in enumerate(OPERATIONS)}
WORDS = ("even", "odd", "low", "high")  # what a program can say
Instruction = tuple[str, int]
Program = tuple[Instruction, ...]


class NotAProgram(ValueError):
    """A text or a sequence of steps that is no program; the message says where it stops being one."""


def run(program: Program, numbers: Sequence[int]) -> Value:
    """What a well-typed program makes of a list."""
    x: Value = list(numbers)
    for name, argument in program:
        x = STEPS[name].apply(x, argument)
    return x


def trace(program: Program, numbers: Sequence[int]) -> tuple[Value, ...]:
    """What a well-typed program makes of a list from its aggregate on: one value for each of those steps."""
    x: Value = list(numbers)
    seen: list[Value] = []
    for name, argument in program:
        x = STEPS[name].apply(x, argument)
        if STEPS[name].gives != "list":
            seen.append(x)
    return tuple(seen)


def written(program: Program) -> str:
    """The program as words, for instance ``evens sum plus 3``."""
    return " ".join(name if STEPS[name].arguments == (0,) else f"{name} {argument}" for name, argument in program)


def read(text: str) -> Program:
    """The program that words say. Raises NotAProgram."""
    words, found = text.split(), []
    while words:
        name = words.pop(0)
        if name not in STEPS:
            raise NotAProgram(f"{name!r} is no step; there are {', '.join(STEPS)}")
        argument = 0
        if STEPS[name].arguments != (0,):
            if not words or not words[0].isdecimal() or int(words[0]) >= ARGUMENTS:
                raise NotAProgram(f"{name!r} takes a number from 1 to {ARGUMENTS - 1}")
            argument = int(words.pop(0))
        found.append((name, argument))
    return checked(tuple(found))


def checked(program: Program) -> Program:
    """The program, if it is one. Raises NotAProgram."""
    kind: Kind = "list"
    for name, argument in program:
        step = STEPS[name]
        if step.takes != kind:
            raise NotAProgram(f"{name!r} takes a {step.takes} and gets a {kind}")
        if (argument == 0) != (step.arguments == (0,)):
            raise NotAProgram(f"{name!r} with the argument {argument}")
        kind = step.gives
    if kind == "list" or len(program) > SLOTS:
        raise NotAProgram(f"a program has an aggregate and at most {SLOTS} steps")
    return program


def slots(program: Program) -> tuple[Slot, ...]:
    return tuple((NUMBER[name], argument) for name, argument in program)


def of_slots(found: Sequence[Slot]) -> Program:
    """The program of slots up to the end, each argument the nearest that its step takes. Raises NotAProgram."""
    program = []
    for operation, argument in found:
        name = OPERATIONS[operation]
        if name == "end":
            break
        program.append((name, min(STEPS[name].arguments, key=lambda one: abs(one - argument))))
    return checked(tuple(program))


def allowed(operations: Sequence[int], room: int) -> frozenset[int]:
    """The operations that may come next in a program of at most ``room`` slots, so that it can end with a value."""
    names = [OPERATIONS[operation] for operation in operations]
    kind = STEPS[names[-1]].gives if names else "list"
    last = len(names) == room - 1  # the next one has to leave a number or a word
    may = {name for name, step in STEPS.items() if step.takes == kind and not (last and step.gives == "list")}
    may = may if len(names) < room else set()
    return frozenset(NUMBER[name] for name in (may if kind == "list" else {*may, "end"}))


def python(program: Program) -> str:
    """A Python function ``repaired(inputs)`` that does the same to every list of a batch."""
    lines = ["def repaired(inputs):", "    outputs = []", "    for x in inputs:"]
    lines += [f"        x = {STEPS[name].python.format(argument)}" for name, argument in program]
    return "\n".join([*lines, "        outputs.append(x)", "    return outputs"])
