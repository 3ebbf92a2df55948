"""Packages of the extra ``retrieve``, imported when a search needs them, and the remedy where one is missing."""

from __future__ import annotations

import importlib
from typing import Any

from checkable.engine.endpoint import EngineError


class RetrievalUnavailable(EngineError):
    """A package or model that retrieval needs and this machine has not; the message is the remedy."""


def needed(module: str, package: str, what: str) -> Any:
    """The module. Raises RetrievalUnavailable with the command that installs its package."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise RetrievalUnavailable(f"{what} needs {package}, which cannot be imported ({error}): "
                                   f"pip install {package}") from None
