"""What a person would say who is asked for the output of an unlabelled input: evidence that is paid for.

Opened by the desk that sells labels, one input at a time. Held-out inputs are never among them.
"""

from __future__ import annotations

from pathlib import Path

from substrates.operator_inventory.made import targets
from substrates.operator_inventory.options import InventoryOptions

from checkable.core.case import Json


def labels(options: InventoryOptions, data: Path | None) -> dict[str, tuple[Json, ...]]:
    """The output of each unlabelled input, in the order in which the case shows them, by case id."""
    return {target.id: tuple([target.output(given)] for given in target.pool[: options.unlabelled])
            for target in targets(options)}
