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
    except (OSError, ValueError, LookupError) as error:
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
    export.add_argument("model", help="the model's name as the pool has it; `checkable pool-models POOL` lists them")
    export.add_argument("target", type=Path, help="the file to write, ending in .jsonl.gz")
    export.add_argument("--made-by", required=True, help="who recorded the completions")
    export.add_argument("--made-at", required=True, help="when, as an ISO 8601 date or interval")
    export.add_argument("--hardware", required=True, help="on what")
    export.add_argument("--licence", required=True, help="of the model's weights")
    export.add_argument("--software", action="append", default=[], metavar="PACKAGE=VERSION", help="may be repeated")
    export.add_argument("--remark", default="", help="what else a reader should know")
    export.set_defaults(command=_export)
    models = commands.add_parser("pool-models", help="list the models in a pool, with how many completions each has")
    models.add_argument("pool", type=Path)
    models.set_defaults(command=_pool_models)
    _add_library(commands)
    return parser


def _add_library(commands: argparse._SubParsersAction) -> None:
    from checkable.library import command

    library = commands.add_parser("library", help="the verified algorithms of library/")
    verify = library.add_subparsers(required=True, metavar="action").add_parser(
        "verify", help="execute every example and property, look for near-duplicates, write the index")
    command.arguments(verify)
    verify.set_defaults(command=command.run)


def _schema(options: argparse.Namespace) -> int:
    from checkable.spec.schema import schema_text

    print(schema_text(), end="")
    return 0


def _words(options: argparse.Namespace) -> int:
    from checkable.listing import page

    print(page())
    return 0


def _export(options: argparse.Namespace) -> int:
    from checkable.pool.recorded import RecordingNote

    with _open(options.pool) as pool:
        identity = _one_model(options.model, list(pool.models()))
        note = RecordingNote(
            made_by=options.made_by, made_at=options.made_at, hardware=options.hardware, licence=options.licence,
            software=dict(pair.split("=", 1) for pair in options.software), remark=options.remark)
        written = pool.export(options.target, model=identity, note=note)
    print(f"{options.target}: {written} completions of {identity.name}, {identity.engine}")
    return 0


def _pool_models(options: argparse.Namespace) -> int:
    with _open(options.pool) as pool:
        for identity, count in pool.models().items():
            print(f"{count:8,}  {identity.name}  revision {identity.revision}  engine {identity.engine}")
    return 0


def _open(path: Path):
    from checkable.pool.store import Pool

    if not path.is_file():
        raise FileNotFoundError(f"there is no pool at {path}")
    return Pool(path)


def _one_model(name: str, known: list):
    found = [identity for identity in known if identity.name == name]
    if len(found) == 1:
        return found[0]
    if found:
        engines = "; ".join(f"revision {i.revision}, engine {i.engine}" for i in found)
        raise ValueError(f"the pool has {name} more than once ({engines}): export from a pool with one of them")
    raise ValueError(f"the pool has no model {name!r}; it has {', '.join(i.name for i in known) or 'none'}")


if __name__ == "__main__":
    raise SystemExit(main())
