"""`checkable claims`: where every claim stands, with the numbers that decided."""

from __future__ import annotations

import argparse
from typing import Any

from checkable.commands import _workspace


def add(commands: Any) -> None:
    parser = commands.add_parser("claims", help="print the ledger: claims by status, with the numbers that decided")
    parser.add_argument("--program", default=None, metavar="NAME", help="only the claims of one research program")
    parser.add_argument("--evidence", action="store_true", help="every run that bears on a claim, counted or not")
    _workspace.options_of(parser)
    parser.set_defaults(command=claims)


def claims(options: argparse.Namespace) -> int:
    """Returns 1 where something in the ledger could not be used."""
    from checkable.ledger import telling
    from checkable.ledger.overview import overview
    from checkable.spec.errors import nearest, one_of

    seen = overview(_workspace.root_of(options), _workspace.reports_to_read(options), data=_workspace.data_of(options))
    programs = [program.id for program in seen.programs]
    if options.program is not None and options.program not in programs:
        hint = nearest(options.program, programs) or f"expected {one_of(programs)}"
        raise ValueError(f"no research program is called {options.program!r}: {hint}")
    _workspace.say(telling.claims(seen, width=_workspace.width(), program=options.program, evidence=options.evidence))
    _hint_at_mappings(options)
    return 1 if seen.problems else 0


def _hint_at_mappings(options: argparse.Namespace) -> None:
    """Say so where the workspace describes outcomes of others and none was imported yet."""
    from checkable.ledger import runs
    from checkable.ledger.reading import RECORDED
    from checkable.ledger.recorded import mapping_files

    described = len(mapping_files(_workspace.root_of(options)))
    if described and not (_workspace.reports_of(options) / runs.FOLDER / RECORDED).is_file():
        print(f"\n{described} mappings of recorded outcomes are not imported yet: python -m checkable import")
