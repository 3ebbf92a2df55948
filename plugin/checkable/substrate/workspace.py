"""Where a workspace begins: the folder that holds ``substrates/``, ``specs/`` and ``models.yaml``."""

from __future__ import annotations

from pathlib import Path


class NoWorkspace(LookupError):
    """No folder above holds substrates; the message says what was looked for."""


def find_root(start: Path) -> Path:
    """The nearest folder at or above ``start`` that has a ``substrates`` folder. Raises NoWorkspace."""
    absolute = start.resolve()
    for folder in (absolute, *absolute.parents):
        if (folder / "substrates").is_dir():
            return folder
    raise NoWorkspace(f"no folder named 'substrates' in {absolute} or any folder above it")
