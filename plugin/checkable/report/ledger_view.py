"""The one door to the ledger's judgement: an overview for the page, the claims that a run moved.

A workspace without claims or programs has no overview, and reports without one show experiments alone.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from checkable.core.claims import Overview, Transition


def overview(root: Path, reports: Path, data: Path | None) -> Overview | None:
    """The ledger of ``reports`` as the files of ``root`` have it; None where nobody wrote down a claim or a program.

    Raises SpecErrors (a ValueError) for mistakes in the files that people edit.
    """
    from checkable.ledger import overview as ledger

    found = ledger.overview(root, reports, data=data)
    return found if found.programs or found.standings else None


def moves(root: Path, reports: Path, run_ids: Collection[str], data: Path | None) -> tuple[Transition, ...]:
    """How claims stand otherwise than they would without these runs. Raises as ``overview`` does."""
    from checkable.ledger import overview as ledger

    return ledger.moved(root, reports, run_ids, data=data)
