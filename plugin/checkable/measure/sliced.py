"""What every arm has right on every slice. Must not judge anything: a slice shows, criteria decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from checkable.core.result import OfSlice
from checkable.core.scored import ScoredArm


def by_slice(slices: Mapping[str, Set[str]], arms: Sequence[ScoredArm]) -> tuple[OfSlice, ...]:
    """Slices (names to ids of cases) in their order, and in each all arms in theirs."""
    return tuple(OfSlice(slice=name, arm=arm.name, cases=len(ids),
                         correct=sum(case.correct for case in arm.cases if case.id in ids))
                 for name, ids in slices.items() for arm in arms)
