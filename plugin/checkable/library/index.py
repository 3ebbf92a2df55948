"""The index of the library: one line of JSON an algorithm, written the same way wherever it is made.

It is kept beside the algorithms, so that they can be found without running or parsing any of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from checkable.library.entry import Algorithm, LibraryError

INDEX_NAME = "index.jsonl"


def index_text(algorithms: Iterable[Algorithm]) -> str:
    """The whole index. Call it with verified algorithms only: a line in it says that this was done."""
    return "".join(json.dumps(_line(a), ensure_ascii=False) + "\n" for a in algorithms)


def read_index(root: Path) -> list[dict[str, str]]:
    """The lines of the index below ``root``. Raises LibraryError where it is missing or its files have changed."""
    path = root / INDEX_NAME
    if not path.is_file():
        raise LibraryError(f"{path} is missing: `python -m checkable library verify` writes it")
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        file = root / line["file"]
        if not file.is_file() or _digest(file.read_text(encoding="utf-8")) != line["sha256"]:
            raise LibraryError(f"{file} is not what {path} lists: `python -m checkable library verify` renews it")
    return lines


def _line(algorithm: Algorithm) -> dict[str, str]:
    return {
        "name": algorithm.name, "topic": algorithm.topic, "file": algorithm.file, "signature": algorithm.signature,
        "summary": algorithm.summary, "text": algorithm.embedded, "sha256": _digest(algorithm.text),
    }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
