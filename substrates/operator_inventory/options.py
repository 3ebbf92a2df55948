"""What a spec may write under ``substrate:`` for the operator inventory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkable.vocabulary import option

SHOWN, HIDDEN, POOL = 6, 18, 48


@dataclass(frozen=True, kw_only=True)
class InventoryOptions:
    """Raises ValueError for an option that the chosen split does not have."""

    split: Literal["held-out", "in-bank", "scaling"] = option(
        "held-out", "held-out: targets use an operator outside the closed vocabulary; in-bank: one inside it; scaling: "
                    "any operator of an inventory of ``library`` operators")
    library: int = option(8, "how many operators the inventory has, for the split scaling", minimum=8, maximum=512)
    operators: Literal[1, 2] = option(1, "how many operators a target composes, for the split scaling")
    examples: int = option(SHOWN, "how many inputs are shown with their outputs", minimum=1, maximum=24)
    unlabelled: int = option(POOL, "how many inputs are shown without", minimum=0, maximum=POOL)
    seed: int = option(0, "which cases", minimum=0)
    count: int = option(120, "how many cases", minimum=1, maximum=100_000)

    def __post_init__(self) -> None:
        if self.split != "scaling" and (self.library != 8 or self.operators != 1):
            raise ValueError("'library' and 'operators' are options of the split 'scaling'; the others have an "
                             "inventory of seven operators and targets of one")
