"""How far an arm gets with longer programs: what is right by length, and how many states from the first.

Empty for cases that do not say their length. Must not judge anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.result import OfLength
from checkable.core.scored import ScoredArm, ScoredCase
from checkable.measure.structure import STATE_PREFIX

LENGTH = "length"


def by_length(arms: Sequence[ScoredArm]) -> tuple[OfLength, ...]:
    """One for every arm and length, arms in their order, lengths ascending."""
    return tuple(found for arm in arms for found in _of_arm(arm))


def _of_arm(arm: ScoredArm) -> list[OfLength]:
    lengths = sorted({c.attributes[LENGTH] for c in arm.cases if isinstance(c.attributes.get(LENGTH), int)})
    return [_of_length(arm.name, length, [c for c in arm.cases if c.attributes.get(LENGTH) == length])
            for length in lengths]


def _of_length(arm: str, length: int, cases: Sequence[ScoredCase]) -> OfLength:
    traced = [round(c.structure[STATE_PREFIX] * length) for c in cases if STATE_PREFIX in c.structure]
    return OfLength(arm=arm, length=length, cases=len(cases), correct=sum(c.correct for c in cases),
                    traced=len(traced), prefix=tuple(sum(p > at for p in traced) for at in range(length)))
