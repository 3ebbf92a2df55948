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
    rounds, rest = divmod(wanted, len(families))
    taken = [family[(i + r) % len(family)] for i, family in enumerate(families) for r in range(min(rounds, len(family)))]
    open_families = [(i, family) for i, family in enumerate(families) if len(family) > rounds]
    step = len(open_families) / rest if rest else 0
    for k in range(rest):
        i, family = open_families[int(k * step)]
        taken.append(family[(i + rounds) % len(family)])
    missing = wanted - len(taken)
    return taken if missing <= 0 else taken + _leftovers(families, taken, missing)


def _leftovers(families: list[list[Case]], taken: list[Case], missing: int) -> list[Case]:
    """Families of unequal size can leave a rest: fill it in canonical order."""
    have = {case.id for case in taken}
    return [case for family in families for case in family if case.id not in have][:missing]
