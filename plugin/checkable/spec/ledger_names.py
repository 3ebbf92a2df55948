"""The claims and research programs of a workspace's ledger, for checking what a spec names.

Collection asks for these on every spec, so only the keys at the left margin are read, once for
each version of a file; ``ledger.documents`` reads the files whole and strictly. Where a workspace
has no such file, any name is right.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from checkable.spec.cursor import WRONG, Cursor
from checkable.spec.errors import nearest, one_of
from checkable.spec.yaml_lines import LinedDict

CLAIMS = "reports/ledger/claims.yaml"
PROGRAMS = "reports/ledger/programs.yaml"
_KEY = re.compile(r"^([a-z][a-z0-9-]*):", re.MULTILINE)


def ledger_fields(said: Mapping[str, Any], layer: LinedDict, top: Cursor, root: Path) -> dict[str, Any]:
    """A spec's claim and research program are in the ledger. Adds no field; mistakes are reported."""
    _check("claim", "claim", CLAIMS, said, layer, top, root)
    _check("research_program", "research program", PROGRAMS, said, layer, top, root)
    return {}


def names(file: str, root: Path) -> tuple[str, ...] | None:
    """What the ledger's file (relative to the workspace) defines; None where there is no such file."""
    path = f"{root}{os.sep}{file}"
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return None
    return _names(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _names(path: str, changed: int, size: int) -> tuple[str, ...]:
    return tuple(_KEY.findall(Path(path).read_text(encoding="utf-8-sig", errors="replace")))


def _check(key: str, what: str, file: str, said: Mapping[str, Any], layer: LinedDict, top: Cursor, root: Path) -> None:
    name = said[key]
    if name is None or name is WRONG:
        return
    known = names(file, root)
    if known is not None and name not in known:
        hint = nearest(name, known) or f"{file} is where a new one is written"
        top.into(layer, key).wrong(f"the ledger has no {what} {name!r}", one_of(known), hint)
