"""Which cases an experiment takes when it does not take all."""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.case import Case


def take(cases: Sequence[Case], wanted: int | None) -> tuple[Case, ...]:
    """``wanted`` cases spread evenly over the families, in their canonical order; all of them for None.

    Families are visited at even distances, each giving another of its cases than its neighbour
    (the first its first, the next its second …), so that a small sample has every number of examples.
    """
    if wanted is None or wanted >= len(cases):
        return tuple(cases)
    families: dict[str, list[Case]] = {}
    for case in cases:
        families.setdefault(case.family, []).append(case)
    chosen = {case.id for case in _spread(list(families.values()), wanted)}
    return tuple(case for case in cases if case.id in chosen)


def _spread(families: list[list[Case]], wanted: int) -> list[Case]:
    """Round after round one more case of every family that has one left; the last round at even distances."""
    taken: list[Case] = []
    turn = 0
    while len(taken) < wanted:
        still = [(i, family) for i, family in enumerate(families) if len(family) > turn]
        missing = min(wanted - len(taken), len(still))
        visited = [still[k * len(still) // missing] for k in range(missing)]
        taken += [family[(i + turn) % len(family)] for i, family in visited]
        turn += 1
    return taken
