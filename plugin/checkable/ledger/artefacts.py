"""Full results on disk, cases included: gzip-compressed JSON, named by what it is and what it holds.

The same result gives the same bytes under the same name. A file under its final name is complete.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checkable.core.result import ExperimentResult, to_plain

SUFFIX = ".json.gz"
NAME_LENGTH = 120  # characters of experiment and item in a name; most file systems end at 255


class DamagedArtefact(ValueError):
    """A file that is not the artefact it should be; the message names it and says why."""


def write(folder: Path, result: ExperimentResult | Mapping[str, Any]) -> tuple[Path, str]:
    """Write ``result`` into ``folder``; returns the file and the sha256 of its JSON text.

    The digest is of what ``zcat`` prints, which does not depend on the compression library.
    """
    plain = to_plain(result)
    text = json.dumps(plain, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii")
    digest = hashlib.sha256(text).hexdigest()
    path = folder / f"{_slug(plain['experiment'], plain['item'])}-{digest[:12]}{SUFFIX}"
    folder.mkdir(parents=True, exist_ok=True)
    replace(path, gzip.compress(text, compresslevel=6, mtime=0))
    return path, digest


def read(path: Path, sha256: str | None = None) -> dict[str, Any]:
    """The result that ``write`` wrote, as plain data. With ``sha256``, only if that is its digest.

    Raises DamagedArtefact for anything that is not a whole artefact, FileNotFoundError for none.
    """
    try:
        text = gzip.decompress(path.read_bytes())
        result = json.loads(text)
    except (EOFError, gzip.BadGzipFile, zlib.error, ValueError) as error:
        raise DamagedArtefact(f"{path}: not a whole artefact ({error})") from error
    if sha256 is not None and hashlib.sha256(text).hexdigest() != sha256:
        raise DamagedArtefact(f"{path}: its content is not what the ledger recorded (sha256 {sha256[:12]}…)")
    if not isinstance(result, dict):
        raise DamagedArtefact(f"{path}: holds {type(result).__name__}, not the mapping of a result")
    return result


def _slug(*parts: str) -> str:
    """A name that is safe on every file system and says where it came from."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", "-".join(parts))[:NAME_LENGTH].strip("-.") or "result"


def replace(path: Path, content: bytes) -> None:
    """All of ``content`` under ``path``, or nothing: written beside it, synced, then renamed."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
