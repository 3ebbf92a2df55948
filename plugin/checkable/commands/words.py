"""`checkable words`: the vocabulary as a page."""

from __future__ import annotations

import argparse
from typing import Any


def add(commands: Any) -> None:
    parser = commands.add_parser("words", help="list the generators, evidence, selectors and breaks a spec may use")
    parser.set_defaults(command=words)


def words(options: argparse.Namespace) -> int:
    from checkable.listing import page

    print(page())
    return 0
