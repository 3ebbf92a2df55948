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
    found = counted(course, written, row, written.operations.shape[1], samples, temperature, random)
    return [slots for _, slots in found]


def counted(course: Course, written: Written, row: int, slots: int, samples: int, temperature: float,
            random: Random) -> Counter[tuple[int, tuple[Slot, ...]]]:
    """How often each program of at most ``slots`` was drawn: its start (0 where there is none) and its slots."""
    operations = (written.operations[row, :slots] / temperature).softmax(-1).tolist()
    arguments = [list(accumulate(of_slot))
                 for of_slot in (written.arguments[row, :slots] / temperature).softmax(-1).tolist()]
    starts = (written.start[row] / temperature).softmax(-1).tolist() if course.starts else []
    found: Counter[tuple[int, tuple[Slot, ...]]] = Counter()
    for _ in range(samples):
        start = random.choices(range(len(starts)), starts)[0] if starts else 0
        found[start, course.normal(_one(course, operations, arguments, random))] += 1
    return Counter(dict(found.most_common()))


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
