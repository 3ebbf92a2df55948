"""The one door to the ledger's judgement, for who makes a report without running anything.

A workspace without claims or programs has no overview, and reports without one show experiments alone.
"""

from __future__ import annotations

from pathlib import Path

from checkable.core.claims import Overview


def overview(root: Path, reports: Path, data: Path | None) -> Overview | None:
    """The ledger of ``reports`` as the files of ``root`` have it; None where nobody wrote down a claim or a program.

    Raises SpecErrors (a ValueError) for mistakes in the files that people edit.
    """
    from checkable.ledger import overview as ledger

    return shown(ledger.overview(root, reports, data=data))


def shown(found: Overview) -> Overview | None:
    """An overview that has something to show, else None."""
    return found if found.programs or found.standings else None
