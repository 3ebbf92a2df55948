"""How much of a structured program is right, beside whether its answer is: programs, slots and states against gold.

Promises shares of one case. Must not know what a slot means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from checkable.core.case import Json

PROGRAM_EXACT, SLOT_ACCURACY, STATE_PREFIX = "program_exact", "slot_accuracy", "state_prefix"
POINTER_ACCURACY = "pointer_accuracy"


def compared(structure: Json, gold: Json) -> Mapping[str, float]:
    """The shares of one program. Both hold start, slots and states; a machine without states has none to compare.

    A slot is right where it is the gold one at its place, and so is a pointer, of which a step of a machine with
    registers has two, what it reads and what it writes; the state prefix is how far the states agree from the first.
    """
    slots, expected = structure["slots"], gold["slots"]
    exact = slots == expected and structure["start"] == gold.get("start", structure["start"])
    found = {PROGRAM_EXACT: float(exact)}
    if expected:
        found[SLOT_ACCURACY] = sum(a == b for a, b in zip(slots, expected, strict=False)) / len(expected)
    if gold.get("pointers"):
        written, pointers = structure.get("pointers", ()), gold["pointers"]
        hits = [a == b for one, other in zip(written, pointers, strict=False) for a, b in zip(one, other, strict=True)]
        found[POINTER_ACCURACY] = sum(hits) / sum(map(len, pointers))
    if gold["states"]:
        found[STATE_PREFIX] = _agreeing(structure["states"], gold["states"]) / len(gold["states"])
    return found


def _agreeing(states: Sequence[Json], gold: Sequence[Json]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(states, gold, strict=False)))
