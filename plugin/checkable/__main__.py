"""`python -m checkable`: what is not a test run. `python -m checkable --help` lists it.

Each command is a file of ``commands``; this one finds them and turns mistakes into one line.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys

from checkable import commands


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0, 1 where it found something wrong, 2 for wrong input."""
    options = _parser().parse_args(arguments)
    from checkable.spec.errors import SpecErrors

    try:
        return options.command(options)
    except SpecErrors as errors:
        print(errors, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read has had enough, as head does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that nothing is flushed into the pipe
        return 1
    except (OSError, ValueError, LookupError) as error:
        print(f"checkable: {_told(error)}", file=sys.stderr)
        return 2


def _told(error: Exception) -> str:
    """What is wrong; of an error of the system, with which file, and no number."""
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return f"{error.filename2 or error.filename}: {error.strerror}"
    return str(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="checkable", description="Experiments on small language models.")
    subparsers = parser.add_subparsers(required=True, metavar="command")
    names = sorted(found.name for found in pkgutil.iter_modules(commands.__path__))
    for module in (name for name in names if not name.startswith("_")):
        importlib.import_module(f"checkable.commands.{module}").add(subparsers)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
