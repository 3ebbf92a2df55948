"""`checkable library verify`: every example and property of the verified algorithms, executed."""

from __future__ import annotations

from typing import Any


def add(commands: Any) -> None:
    from checkable.library import command

    library = commands.add_parser("library", help="the verified algorithms of library/")
    verify = library.add_subparsers(required=True, metavar="action").add_parser(
        "verify", help="execute every example and property, look for near-duplicates, write the index")
    command.arguments(verify)
    verify.set_defaults(command=command.run)
