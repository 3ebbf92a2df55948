"""Finding substrates in a workspace by name. Importing one is cheap: none may import a model library.

A name is that of its folder, with hyphens for underscores: ``modular-arithmetic`` lies in ``modular_arithmetic``.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from checkable.substrate.contract import Substrate
from checkable.substrate.names import hint


class UnknownSubstrate(LookupError):
    """There is no such substrate; the message names the nearest one."""


class BrokenSubstrate(ImportError):
    """A substrate's folder is there, but does not hold what the contract asks for."""


def names(root: Path) -> list[str]:
    """The substrates of the workspace ``root``, sorted: folders of ``substrates/`` with a substrate.py."""
    folder = root / "substrates"
    found = folder.glob("*/substrate.py") if folder.is_dir() else ()
    return sorted(path.parent.name.replace("_", "-") for path in found)


def package(name: str) -> str:
    """The package of a substrate, importable from the workspace: also its folder below ``substrates/``."""
    return name.replace("-", "_")


def find(name: str, root: Path) -> Substrate:
    """The substrate of that name. Raises UnknownSubstrate or BrokenSubstrate.

    The workspace is put on ``sys.path``, so that a substrate imports its own modules as
    ``substrates.<name>.<module>``.
    """
    valid = names(root)
    if name not in valid:
        raise UnknownSubstrate(f"no substrate {name!r} in {root / 'substrates'}{hint(name, valid)}")
    found = getattr(_module(name, root.resolve()), "substrate", None)
    if not isinstance(found, Substrate):
        raise BrokenSubstrate(
            f"{root / 'substrates' / package(name) / 'substrate.py'} holds no instance of Substrate named 'substrate'"
        )
    return found


def _module(name: str, root: Path) -> object:
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    try:
        module = importlib.import_module(f"substrates.{package(name)}.substrate")
    except Exception as error:
        where = root / "substrates" / package(name) / "substrate.py"
        raise BrokenSubstrate(f"{where} cannot be imported: {type(error).__name__}: {error}") from error
    if root not in Path(str(module.__file__)).resolve().parents:
        raise BrokenSubstrate(
            f"substrate {name!r} of {root} is hidden by {module.__file__}: two workspaces in one process"
            " cannot both have a substrate of that name"
        )
    return module
