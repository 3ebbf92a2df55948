"""`checkable merge`: the runs of another machine, into this ledger."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from checkable.commands import _workspace


def add(commands: Any) -> None:
    parser = commands.add_parser("merge", help="add the runs of another ledger to this one, each once")
    parser.add_argument("source", type=Path, help="the other reports folder, or its ledger folder")
    _workspace.options_of(parser)
    parser.set_defaults(command=merge_ledgers)


def merge_ledgers(options: argparse.Namespace) -> int:
    """Returns 1 where something of the other ledger was left behind."""
    from checkable.ledger import runs
    from checkable.ledger.merge import merge

    source = options.source / runs.FOLDER if (options.source / runs.FOLDER).is_dir() else options.source
    done = merge(_workspace.reports_of(options) / runs.FOLDER, source)
    copied = f", {done.results} with full results" if done.results else ""
    print(f"{done.added} records added, {done.known} known{copied}")
    for problem in done.problems:
        where = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
        print(f"checkable: {where}: {problem.text}", file=sys.stderr)
    return 1 if done.problems else 0
