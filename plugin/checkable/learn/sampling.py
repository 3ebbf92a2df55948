"""Programs drawn from what a compiler writes: many for a text, in one pass of the backbone.

Operations and arguments of all slots are independent given the text, and an operation that may not come next is never
drawn. Promises the same programs for the same distributions and the same generator.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from random import Random

from checkable.learn.compiler import Written
from checkable.learn.course import Course, Slot


def drawn(course: Course, written: Written, row: int, samples: int, temperature: float,
          random: Random) -> list[tuple[Slot, ...]]:
    """The distinct programs among ``samples`` for one text, those drawn most often first, equals as they came."""
    operations = (written.operations[row] / temperature).softmax(-1).tolist()
    arguments = [list(accumulate(of_slot)) for of_slot in (written.arguments[row] / temperature).softmax(-1).tolist()]
    found = Counter(course.normal(_one(course, operations, arguments, random)) for _ in range(samples))
    return [program for program, _ in found.most_common()]


def _one(course: Course, operations: list[list[float]], arguments: list[list[float]], random: Random) -> list[Slot]:
    chosen: list[int] = []
    slots: list[Slot] = []
    for weights, cumulated in zip(operations, arguments, strict=True):
        allowed = sorted(course.allowed(chosen, len(operations)))
        operation = random.choices(allowed, [weights[one] + 1e-12 for one in allowed])[0]
        if operation == Course.END:
            break
        chosen.append(operation)
        slots.append((operation, random.choices(range(len(cumulated)), cum_weights=cumulated)[0]))
    return slots
