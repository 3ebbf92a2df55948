"""Programs found by search: compositions of the substrate's own operators that reproduce the visible examples.

No model and no tokens. The substrate brings an inventory (``checkable.search.inventory``); the search
enumerates bottom-up within counted work, and what it finds is executed by our own code. Programs that do
the same on all held-out inputs are one candidate, the shortest. Candidates come in the order in which
they are believed: description length plus what makes an output unlike the visible ones, both in bits.
The first is what ``first-visible`` or ``visible-pass`` commits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.tools import Tools
from checkable.search.enumerating import Found, search
from checkable.search.inventory import Inapplicable, Inventory, NoInventory
from checkable.search.programs import render
from checkable.search.without import Without
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class InventorySearchOptions:
    work: int = option(1_000_000, "how much may be tried, in cells or numbers passed over; not seconds, so that the "
                                "same case gives the same programs everywhere", minimum=1)
    depth: int = option(6, "how many steps a program may have", minimum=1, maximum=32)
    samples: int = option(16, "how many programs become candidates at most", minimum=1, maximum=1024)
    without: tuple[str, ...] = option((), "operators that are left out of the inventory")
    ranking: bool = option(True, "rank by how unlike the visible outputs an output is too, not by length alone")
    channel: str = option("inventory", "the name of this channel in tables and reports")


@word("generator", "inventory-search", options=InventorySearchOptions, asks_model=False)
def inventory_search(case: Case, options: InventorySearchOptions, tools: Tools) -> list[Candidate]:
    """The substrate's operators are composed until the examples are reproduced, without a model."""
    inventory = _inventory(case, options, tools)
    ranked = compositions(case, options, inventory)
    return [Candidate(id=f"{options.channel}/{index}", channel=options.channel, kind="program", sample=index,
                      source=render(inventory, found.steps), provenance="enumerated",
                      prompt_tokens=0, completion_tokens=0)
            for index, found in enumerate(ranked)]


def compositions(case: Case, options: InventorySearchOptions, inventory: Inventory) -> list[Found]:
    """What a search of that inventory finds for a case, the most believed first, at most ``samples``."""
    return _ranked(case, _distinct(case, options, inventory), inventory, options)[: options.samples]


def _inventory(case: Case, options: InventorySearchOptions, tools: Tools) -> Inventory:
    whole = tools.substrate.inventory_for(case)
    if whole is None:
        raise NoInventory(f"substrate {tools.substrate.name!r} has no inventory of operators to search")
    return Without.of(whole, options.without)


def _distinct(case: Case, options: InventorySearchOptions, inventory: Inventory) -> list[Found]:
    """The shortest composition for each behaviour on the held-out inputs, in the order of finding."""
    try:
        inputs = [inventory.read(example.input) for example in case.examples]
        held_out = [inventory.read(data) for data in (case.query, *case.unlabelled)]
    except Inapplicable:
        return []
    shortest: dict[tuple[Any, ...], Found] = {}
    outputs = [example.output for example in case.examples]
    for found in search(inventory, inputs, outputs, held_out, work=options.work, depth=options.depth):
        if found.outputs not in shortest or found.bits < shortest[found.outputs].bits:
            shortest[found.outputs] = found
    return list(shortest.values())


def _ranked(case: Case, distinct: Sequence[Found], inventory: Inventory,
            options: InventorySearchOptions) -> list[Found]:
    if not options.ranking:
        return sorted(distinct, key=lambda found: found.bits)

    def bits(found: Found) -> float:
        return found.bits + inventory.implausibility(case, inventory.write(found.outputs[0]), found.steps)

    return sorted(distinct, key=bits)
