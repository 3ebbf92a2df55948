"""Which pairs of factors training sees, and how far every pair is from those.

Two filters and two aggregates are rare: training sees each with one partner alone. The other six of each kind are
trained with ``partners`` of the six of the other kind. Which are rare, and who meets whom, is drawn by ``arrangement``,
so that what is found does not hang on one lucky table.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache

from substrates.factor_recombination.machine import AGGREGATES, FILTERS

Pair = tuple[str, str]  # filter, aggregate
RUNGS = ("seen-pair", "seen-factors", "rare-factor", "rare-factors")
RARE = 2
REGULAR = len(FILTERS) - RARE


@cache
def trained(partners: int, arrangement: int) -> tuple[Pair, ...]:
    """The pairs of which lessons are made."""
    filters, aggregates = _order(FILTERS, arrangement), _order(AGGREGATES, arrangement)
    regular = [(filters[at], aggregates[(at + step) % REGULAR]) for at in range(REGULAR) for step in range(partners)]
    rare = [pair for at in range(RARE) for pair in ((filters[REGULAR + at], aggregates[at]),
                                                    (filters[RARE + at], aggregates[REGULAR + at]))]
    return (*regular, *rare)


@cache
def rungs(partners: int, arrangement: int) -> dict[Pair, str]:
    """The rung of every pair: seen; of factors seen in several pairs; with one rare factor; with two."""
    seen = trained(partners, arrangement)
    rare = {*_order(FILTERS, arrangement)[REGULAR:], *_order(AGGREGATES, arrangement)[REGULAR:]}
    return {pair: RUNGS[0] if pair in seen else RUNGS[1 + len(rare & set(pair))]
            for pair in ((kept, made) for kept in FILTERS for made in AGGREGATES)}


def _order(names: Iterable[str], arrangement: int) -> list[str]:
    return sorted(names, key=lambda name: hashlib.sha256(f"{arrangement}/{name}".encode()).digest())
