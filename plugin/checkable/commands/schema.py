"""`checkable schema`: the JSON Schema of specs."""

from __future__ import annotations

import argparse
from typing import Any


def add(commands: Any) -> None:
    parser = commands.add_parser("schema", help="print the JSON Schema of specs, for editors")
    parser.set_defaults(command=schema)


def schema(options: argparse.Namespace) -> int:
    from checkable.spec.schema import schema_text

    print(schema_text(), end="")
    return 0
