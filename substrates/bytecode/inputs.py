"""Questions about an unknown x: a question whose first number is an input, and the inputs that it is asked with.

The first instruction of every gold program pushes the first number of its question, so that the program of the open
question begins with ``input`` in its place. Which inputs are shown with their outputs and which are held out follows
from the question alone: a lesson and a case about one question would be shown the same.
"""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from substrates.bytecode import machine
from substrates.bytecode.questions import Question

HELD_OUT = 8  # at most: a weekday has seven values
RANGES = {"arithmetic": range(97), "weekday": range(7), "units": range(1, 16), "aggregate": range(100),
          "threshold": range(1, 50), "table": range(12)}
Pair = tuple[int, int]  # an input and its output


def opened(question: Question) -> Question:
    """The question with x in the place of its first number."""
    values = dict(question.values)
    name = next(name for name in ("start", "day", "amount", "numbers", "entries") if name in values)
    values[name] = "day x" if name == "day" else re.sub(r"\d+", "x", str(values[name]), count=1)
    return replace(question, values=tuple(values.items()), program=(("input", 0), *question.program[1:]))


def shown(question: Question, count: int) -> tuple[Pair, ...]:
    """Inputs with their outputs: one of each of ``count`` equal parts of what x may be."""
    return _run(question, _shown(question, count))


def held_out(question: Question, count: int) -> tuple[Pair, ...]:
    """At most eight inputs that are not among the ``count`` shown ones, with their outputs."""
    left = sorted(set(RANGES[question.domain]) - set(_shown(question, count)))
    random = Random(f"{question.id}/held out")
    return _run(question, sorted(left, key=lambda _: random.random())[:HELD_OUT])


def _shown(question: Question, count: int) -> list[int]:
    random, values = Random(f"{question.id}/shown"), RANGES[question.domain]
    edges = [at * len(values) // count for at in range(count + 1)]
    return [values[low + int(random.random() * (high - low))] for low, high in zip(edges, edges[1:], strict=False)]


def _run(question: Question, inputs: list[int]) -> tuple[Pair, ...]:
    outputs = [machine.run(question.slots, given)[0] for given in inputs]
    return tuple((given, output) for given, output in zip(inputs, outputs, strict=True) if output is not None)
