"""`checkable export-tables` and `checkable export-charts`: what the page shows, as files for notebooks and papers."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from checkable.commands import _workspace

TABLES = ("csv", "jsonl", "parquet")
CHARTS = ("svg", "png")


def add(commands: Any) -> None:
    tables = commands.add_parser("export-tables", help="write every number, case and candidate as tables")
    tables.add_argument("folder", type=Path, help="where the files go: metrics, comparisons, criteria, cases, …")
    tables.add_argument("--format", choices=TABLES, default="csv", help="default: csv; parquet needs pyarrow")
    charts = commands.add_parser("export-charts", help="draw the charts of the page as files")
    charts.add_argument("folder", type=Path, help="where the files go")
    charts.add_argument("--format", choices=CHARTS, default="svg", help="default: svg; png needs resvg")
    for parser, command in ((tables, export_tables), (charts, export_charts)):
        parser.add_argument("--run", action="append", default=[], metavar="RUN",
                            help="only this run, named as `checkable compare` names one; may be repeated")
        _workspace.options_of(parser)
        parser.set_defaults(command=command)


def export_tables(options: argparse.Namespace) -> int:
    from checkable.report import sources, table_files, tables

    reports, known = _chosen(options)
    overview = _overview(options)
    rows = (row for r in known for row in tables.rows(sources.result_of(reports, r), r["run_id"]))
    counts = table_files.write(options.folder, tables.OF_RUNS, rows, options.format)
    if overview is not None:
        counts |= table_files.write(options.folder, (tables.CLAIMS,), tables.claim_rows(overview), options.format)
    for name, count in counts.items():
        print(f"{options.folder / f'{name}.{options.format}'}: {count:,} rows")
    return 0


def export_charts(options: argparse.Namespace) -> int:
    from checkable.report import atlas, drawings, figure

    _, known = _chosen(options)
    overview = _overview(options)
    drawn = list(drawings.of_results(known))
    if overview is not None:
        drawn += drawings.of_claims(atlas.made(overview, ()))
    for drawing in drawn:
        figure.write(options.folder / f"{drawing.name}.{options.format}", drawing)
    print(f"{options.folder}: {len(drawn)} charts")
    return 0


def _chosen(options: argparse.Namespace) -> tuple[Path, list[Any]]:
    """The records in question: those that are named, or the newest of every experiment on every model."""
    from checkable.report import sources

    reports = _workspace.reports_of(options)
    known = sources.records(reports)
    if not options.run:
        return reports, sources.latest(known)
    return reports, [sources.find(sources.Reference.of(name), known) for name in options.run]


def _overview(options: argparse.Namespace) -> Any:
    """The ledger; None where single runs are asked for, or where nobody wrote down a claim."""
    from checkable.report import ledger_view

    if options.run:
        return None
    return ledger_view.overview(
        _workspace.root_of(options), _workspace.reports_of(options), _workspace.data_of(options))
