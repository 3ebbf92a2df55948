"""The chains of operators that cases are made of: 50 of them, as many as the published families.

A family is noise to undo, a layout to tidy and column operators to finish with; one operator
makes it easy, two medium and three hard. Its name is that of its operators, joined by ``+``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from substrates.foofah.generated.layouts import LAYOUTS
from substrates.foofah.generated.reports import REPORTS

ALL_LAYOUTS = {**LAYOUTS, **REPORTS}
DIFFICULTIES = ("easy", "medium", "hard")


@dataclass(frozen=True, kw_only=True)
class Family:
    """``operators`` are the names of the steps, in order; ``name`` is unique among families."""

    noises: tuple[str, ...]
    layout: str
    finishers: tuple[str, ...]
    operators: tuple[str, ...]

    @property
    def name(self) -> str:
        return "+".join(self.operators)

    @property
    def difficulty(self) -> str:
        return DIFFICULTIES[len(self.operators) - 1]


# Steps that a layout brings itself, where they are not just the layout's name.
_LAYOUT_STEPS: dict[str, tuple[str, ...]] = {
    "rows": (), "fold-gaps": ("fold", "delete-empty"), "worded-sections": ("sections", "strip"),
    "unfold-gaps": ("unfold",),
}
# One family a line: noises, the layout, finishers.
_CHAINS = """
rows split
rows merge
rows extract
rows drop-column
divide
fold
fold-values
fold-pairs
unfold
fill-down
transpose
stack-groups
explode
wrap-by-key
join-by-key
wrap-every
wrap-all
join-row-pairs
sections
key-values
join-blocks
join-marked
interleave
keep-rows
fold-gaps
worded-sections
delete-blank-rows wrap-every
delete-totals fill-down
fold-values split
delete-notes unfold-gaps
drop-top-rows fold
fold-two-headers move-column
explode extract
delete-separators turn-blocks
keep-last drop-column
coalesce merge
close-gaps move-column
drop-header strip
delete-repeated-headers drop-header
remove-duplicates split
delete-blank-rows worded-sections
drop-top-rows fold-gaps
delete-totals fill-down merge
delete-separators wrap-every extract
drop-empty-columns stack-groups split
delete-notes join-row-pairs move-column
transpose keep-rows drop-column
delete-blank-rows turn-blocks split
fold-pairs merge strip
delete-empty split drop-column
"""


def _family(words: list[str]) -> Family:
    at = max(at for at, word in enumerate(words) if word in ALL_LAYOUTS)  # "transpose" can also be noise
    steps = _LAYOUT_STEPS.get(words[at], (words[at],))
    noises, finishers = tuple(words[:at]), tuple(words[at + 1 :])
    return Family(
        noises=noises, layout=words[at], finishers=finishers, operators=(*noises, *steps, *finishers)
    )


def _mixed(family: Family) -> str:
    return hashlib.sha256(family.name.encode()).hexdigest()


# In an order that mixes the difficulties and never changes.
FAMILIES: tuple[Family, ...] = tuple(
    sorted((_family(line.split()) for line in _CHAINS.strip().splitlines()), key=_mixed)
)
OPERATORS: tuple[str, ...] = tuple(sorted({name for family in FAMILIES for name in family.operators}))


def select(difficulty: str, operators: Iterable[str]) -> tuple[Family, ...]:
    """The families of a difficulty ("mixed": all) that use at least one of the operators (none named: all)."""
    wanted = set(operators)
    return tuple(
        family for family in FAMILIES
        if difficulty in ("mixed", family.difficulty) and (not wanted or wanted & set(family.operators))
    )
