"""`checkable runs`: every run of the ledger on a line, told apart by date, model, seed and id."""

from __future__ import annotations

import argparse
from typing import Any

from checkable.commands import _workspace


def add(commands: Any) -> None:
    parser = commands.add_parser("runs", help="list the runs of the ledger with what tells them apart")
    parser.add_argument("part", nargs="?", default="", metavar="PART",
                        help="only runs with this in their name, such as foofah/gate or ::full")
    _workspace.options_of(parser)
    parser.set_defaults(command=runs)


def runs(options: argparse.Namespace) -> int:
    from checkable.report import sources

    known = sources.records(_workspace.reports_of(options))
    found = [r for r in known if options.part in sources.name_of(r)]
    if known and not found:
        sources.find(sources.Reference(run=options.part, model=None, arm=None), known)  # says which names there are
    for record in sorted(found, key=lambda r: r["started"], reverse=True):
        seed = record["provenance"].get("seed", "unknown")
        _workspace.say([f"{sources.apart(record)} · seed {seed} · {record['verdict']}",
                        f"    {sources.name_of(record)}"])
    return 0
