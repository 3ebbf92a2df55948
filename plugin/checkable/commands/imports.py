"""`checkable import`: outcomes that others recorded, into the ledger."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from checkable.commands import _workspace


def add(commands: Any) -> None:
    parser = commands.add_parser("import", help="add the recorded outcomes that reports/ledger/recorded describes")
    _workspace.options_of(parser)
    parser.set_defaults(command=import_recorded)


def import_recorded(options: argparse.Namespace) -> int:
    """Returns 1 where a mapping could not be imported; the others are."""
    from checkable.ledger.importing import import_all

    done = import_all(_workspace.root_of(options), _workspace.reports_of(options), _workspace.data_of(options))
    for each in done:
        if each.problem:
            print(f"checkable: {each.mapping}: {each.problem}", file=sys.stderr)
        else:
            print(f"{each.mapping}: {f'{each.added} added' if each.added else 'known'}")
    return 1 if any(each.problem for each in done) else 0
