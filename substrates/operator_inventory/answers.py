"""The sealed answers. ``measure`` alone imports this, after every commit is frozen."""

from __future__ import annotations

from pathlib import Path

from substrates.operator_inventory.made import targets
from substrates.operator_inventory.options import InventoryOptions

from checkable.core.case import Json


def answers(options: InventoryOptions, data: Path | None) -> dict[str, Json]:
    """The outputs of each case's eighteen held-out inputs, by case id."""
    return {target.id: [target.output(given) for given in target.hidden] for target in targets(options)}
