"""The vectors of texts, content-addressed in one SQLite file that many processes share.

A vector's key is the digest of the embedder's identity and the text: a text that changed is embedded alone, and
nothing is ever out of date. Must not know what the texts are for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checkable.retrieve.embedders import Embedder
from checkable.storage.sqlite_file import SqliteFile

_FORM = 1
_SCHEMA = "CREATE TABLE vectors (key TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"


class Vectors:
    """Embeds what is not in the file yet; ``embedded`` counts how many texts that were."""

    def __init__(self, path: Path) -> None:
        self._file = SqliteFile(path, schema=_SCHEMA, form=_FORM, synchronous="NORMAL")
        self.embedded = 0

    def of(self, texts: Sequence[str], embedder: Embedder) -> Any:
        """Unit vectors, float32 of shape (texts, dimension), in the order of ``texts``. Raises EngineError."""
        import numpy

        keys = [key(embedder.identity, text) for text in texts]
        found = self._found(keys)
        if any(k not in found for k in keys):
            # One maker at a time for one model: a second process finds what the first has made.
            with self._file.reserved(hashlib.sha256(embedder.identity.encode()).hexdigest()):
                found = self._found(keys)
                lacking = {k: text for k, text in zip(keys, texts, strict=True) if k not in found}
                found |= self._make(lacking, embedder)
        return numpy.stack([numpy.frombuffer(found[k], dtype="float32") for k in keys])

    def _make(self, lacking: dict[str, str], embedder: Embedder) -> dict[str, bytes]:
        if not lacking:
            return {}
        made = embedder.embed(list(lacking.values()))
        fresh = {k: row.astype("float32").tobytes() for k, row in zip(lacking, made, strict=True)}
        with self._file.writing() as connection:
            connection.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", fresh.items())
        self.embedded += len(fresh)
        return fresh

    def _found(self, keys: Sequence[str]) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        with self._file.connection() as connection:
            for start in range(0, len(keys), 500):  # SQLite bounds the number of parameters
                part = keys[start:start + 500]
                marks = ",".join("?" * len(part))
                found |= dict(connection.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part))
        return found

    def close(self) -> None:
        self._file.close()


def key(identity: str, text: str) -> str:
    return hashlib.sha256(f"{identity}\0{text}".encode()).hexdigest()
