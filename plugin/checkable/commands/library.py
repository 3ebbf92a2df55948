"""`checkable library verify`: every example and property of the verified algorithms, executed."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any


def add(commands: Any) -> None:
    library = commands.add_parser("library", help="the verified algorithms of library/")
    verify = library.add_subparsers(required=True, metavar="action").add_parser(
        "verify", help="execute every example and property, look for near-duplicates, write the index")
    given = os.environ.get("CHECKABLE_DATA")
    verify.add_argument("--library", type=Path, default=Path("library"), metavar="FOLDER",
                        help="where the topics are (default: library)")
    verify.add_argument("--only", default="", metavar="TEXT",
                        help="verify those whose path has it, and leave the index alone")
    verify.add_argument("--data", type=Path, default=Path(given) if given else None, metavar="FOLDER",
                        help="mbpp.jsonl, sanitized-mbpp.json and HumanEval.jsonl.gz (default: CHECKABLE_DATA)")
    verify.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="executed at the same time")
    verify.set_defaults(command=_verify)


def _verify(options: argparse.Namespace) -> int:
    from checkable.library.command import run

    return run(options)
