"""`checkable report`: the page, made anew from the ledger without running anything."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from checkable.commands import _workspace


def add(commands: Any) -> None:
    parser = commands.add_parser("report", help="write the report page from the ledger, without running anything")
    parser.add_argument("--to", type=Path, default=None, metavar="FILE", help="default: report.html beside the ledger")
    parser.add_argument("--title", default="checkable", help="what the page is called")
    _workspace.options_of(parser)
    parser.set_defaults(command=report)


def report(options: argparse.Namespace) -> int:
    from checkable import __version__
    from checkable.report import html, ledger_view, sources

    reports = _workspace.reports_to_read(options)
    overview = ledger_view.overview(_workspace.root_of(options), reports, _workspace.data_of(options))
    records = sources.records(reports) if overview is None or sources.has_runs(reports) else []
    known = sources.shown(records, [s.decided_by for s in overview.standings] if overview else [])
    path = options.to or reports / "report.html"
    html.write(path, sources.results_of(reports, known), overview=overview, title=options.title,
               generated_by=f"checkable {__version__}")
    print(f"{path}: {len(known)} experiments")
    return 0
