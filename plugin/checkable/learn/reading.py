"""What a verifier sees of a proposed program beside the task: its executed trace, or less, or the same out of order.

Everything here is visible before a commit: the program, and what the exact machine did. Imports nothing heavy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from checkable.learn.course import Course, Slot

Reads = Literal["trace", "program", "answer", "shuffled-steps"]
Step = tuple[int | None, int | None, int | None]  # operation, argument, state after it
NOTHING: Step = (None, None, None)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One step for every slot, what is not seen or not there None; ``start`` likewise. ``answer`` is always seen."""

    start: int | None
    steps: tuple[Step, ...]
    answer: int | None


def reading(course: Course, start: int, slots: Sequence[Slot], most: int, reads: Reads) -> Reading:
    """A program of at most ``most`` slots as a verifier of that kind sees it.

    ``program`` leaves the states out, ``answer`` the instructions too; ``shuffled-steps`` has every instruction with
    its state, in an order drawn from the program alone.
    """
    run = course.run(start, slots)
    if reads == "answer":
        return Reading(start=None, steps=(NOTHING,) * most, answer=run.answer)
    states = run.states if reads != "program" else ()
    seen = [(*slot, states[at] if at < len(states) else None) for at, slot in enumerate(slots)]
    if reads == "shuffled-steps":
        Random(f"{start} {list(slots)}").shuffle(seen)
    return Reading(start=start, steps=(*seen, *[NOTHING] * (most - len(seen))), answer=run.answer)
