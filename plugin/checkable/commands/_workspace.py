"""What the commands about a workspace have in common: where it is, where its reports are, how they speak."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path


def options_of(parser: argparse.ArgumentParser) -> None:
    """The options that name another workspace or other folders than usual."""
    parser.add_argument("--root", type=Path, default=None, metavar="FOLDER",
                        help="the workspace (default: the folder above that holds substrates/)")
    parser.add_argument("--reports", type=Path, default=None, metavar="FOLDER",
                        help="where the ledger is (default: reports)")
    parser.add_argument("--data", type=Path, default=None, metavar="FOLDER",
                        help="the folder of published data (default: the environment variable CHECKABLE_DATA)")


def root_of(options: argparse.Namespace) -> Path:
    """The workspace in question. Raises NoWorkspace, and FileNotFoundError for a named one that is not there."""
    from checkable.substrate.workspace import find_root

    if options.root is not None and not options.root.is_dir():
        raise FileNotFoundError(f"there is no folder {options.root}: expected a workspace (--root)")
    return (options.root or find_root(Path.cwd())).resolve()


def reports_of(options: argparse.Namespace) -> Path:
    return (options.reports or root_of(options) / "reports").resolve()


def reports_to_read(options: argparse.Namespace) -> Path:
    """The folder of reports; one that somebody named has to be there. Raises FileNotFoundError."""
    if options.reports is not None and not options.reports.is_dir():
        raise FileNotFoundError(f"there is no folder {options.reports}: expected one that runs wrote (--reports)")
    return reports_of(options)


def data_of(options: argparse.Namespace) -> Path | None:
    """The folder of published data, None where none is named."""
    named = options.data or os.environ.get("CHECKABLE_DATA")
    return Path(named).resolve() if named else None


def width() -> int:
    """Columns of the terminal, 100 where there is none."""
    return min(120, shutil.get_terminal_size((100, 24)).columns)


def say(lines: Iterable[str]) -> None:
    """Print lines, in ASCII where the terminal has nothing else."""
    from checkable.report.layout import Medium
    from checkable.report.terminal import can_unicode

    medium = Medium(width=width(), colour=False, unicode=can_unicode(sys.stdout.encoding))
    print(medium.finish([line if medium.unicode else line.replace("→", "->") for line in lines]))
