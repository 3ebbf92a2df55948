"""The door to a substrate's answers. Only ``measure`` and ``experiment`` may open it.

Promises the answers of one split, by case. A test over the whole package holds everybody else out.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from checkable.core.case import Json
from checkable.substrate.contract import Substrate


class NoAnswers(Exception):
    """A substrate without a usable ``answers.py``; the message says what was expected where."""


def load_answers(substrate: Substrate, options: Any, data: Path | None, root: Path) -> Mapping[str, Json]:
    """The hidden answer of every case that ``options`` name, by the case's id.

    ``root`` is the workspace that holds ``substrates/``, ``data`` the folder of published data.
    The module ``substrates.<name>.answers`` must define ``answers(options, data)``. Raises
    NoAnswers, and DataUnavailable where published data cannot be had.
    """
    module = _module(substrate, root)
    function = getattr(module, "answers", None)
    if not callable(function):
        raise NoAnswers(f"substrate {substrate.name!r}: {module.__file__} must define answers(options, data)")
    return dict(function(options, data))


def load_references(substrate: Substrate, options: Any, data: Path | None, root: Path) -> Mapping[str, str]:
    """A reference program for each case that has one, from ``references(options, data)`` of the answers' module.

    Empty where a substrate has none: then nothing can be compared with it. Raises as ``load_answers`` does.
    """
    function = getattr(_module(substrate, root), "references", None)
    return dict(function(options, data)) if callable(function) else {}


def load_traces(substrate: Substrate, options: Any, data: Path | None, root: Path) -> Mapping[str, Json]:
    """The gold program of each case that has one, from ``traces(options, data)`` of the answers' module, else none.

    Each holds start, slots and states (``Candidate.structure``). Raises as ``load_answers`` does.
    """
    function = getattr(_module(substrate, root), "traces", None)
    return dict(function(options, data)) if callable(function) else {}


def _module(substrate: Substrate, root: Path) -> ModuleType:
    module_file = substrate.folder / "answers.py"
    if not module_file.is_file():
        raise NoAnswers(f"substrate {substrate.name!r}: expected its answers in {module_file}, which does not exist")
    return importlib.import_module(f"{_package(substrate, root)}.answers")


def _package(substrate: Substrate, root: Path) -> str:
    """The dotted name of a substrate's folder, importable from ``root``."""
    try:
        parts = substrate.folder.resolve().relative_to(root.resolve()).parts
    except ValueError:
        raise NoAnswers(f"substrate {substrate.name!r} lies in {substrate.folder}, outside the workspace {root}") \
            from None
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    return ".".join(parts)
