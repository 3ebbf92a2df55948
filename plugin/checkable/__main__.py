"""`python -m checkable`: what is not a test run. `python -m checkable --help` lists it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0, or 2 for wrong input."""
    options = _parser().parse_args(arguments)
    try:
        return options.command(options)
    except (OSError, ValueError) as error:
        print(f"checkable: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="checkable", description="Experiments on small language models.")
    commands = parser.add_subparsers(required=True, metavar="command")
    schema = commands.add_parser("schema", help="print the JSON Schema of specs, for editors")
    schema.set_defaults(command=_schema)
    words = commands.add_parser("words", help="list the generators, evidence, selectors and breaks a spec may use")
    words.set_defaults(command=_words)
    export = commands.add_parser("export-pool", help="write one model's completions as a recorded pool file")
    export.add_argument("pool", type=Path, help="the pool, for instance reports/pool.sqlite")
    export.add_argument("model", help="the model's name, as models.yaml has it")
    export.add_argument("target", type=Path, help="the file to write, ending in .jsonl.gz")
    export.add_argument("--note", action="append", default=[], metavar="KEY=VALUE",
                        help="provenance to keep in the file's header; may be repeated")
    export.set_defaults(command=_export)
    return parser


def _schema(options: argparse.Namespace) -> int:
    from checkable.spec.schema import schema_text

    print(schema_text(), end="")
    return 0


def _words(options: argparse.Namespace) -> int:
    from checkable.listing import page

    print(page())
    return 0


def _export(options: argparse.Namespace) -> int:
    raise ValueError("x")


if __name__ == "__main__":
    raise SystemExit(main())
