"""Nearest texts by cosine of their embeddings, in an exact FAISS index that is kept beside the vectors.

An index's file is named by the digest of the embedder and of every text in it, made once under a lock and renamed
into place, so that its existence means complete. A few hundred texts need no approximation: the index is flat.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checkable.retrieve.embedders import Embedder
from checkable.retrieve.missing import needed
from checkable.retrieve.vectors import Vectors, key
from checkable.storage.reservation import reserved


class Semantic:
    """An index of ``texts`` below ``folder``. Nothing is embedded or loaded before the first search."""

    def __init__(self, texts: Sequence[str], embedder: Embedder, folder: Path) -> None:
        self._texts, self._embedder, self._folder = list(texts), embedder, folder
        self.vectors = Vectors(folder / "vectors.sqlite")
        self._index: Any = None

    def search(self, queries: Sequence[str], k: int) -> list[list[tuple[int, float]]]:
        """For each query the places and cosines of the ``k`` nearest texts, nearest first. Raises EngineError."""
        index = self._opened()
        cosines, places = index.search(self.vectors.of(queries, self._embedder), min(k, len(self._texts)))
        return [[(int(place), float(cosine)) for place, cosine in zip(row, near, strict=True)]
                for row, near in zip(places, cosines, strict=True)]

    def _opened(self) -> Any:
        if self._index is None:
            faiss = needed("faiss", "faiss-cpu", "semantic retrieval")
            path = self._folder / f"{self._digest()[:16]}.faiss"
            with reserved(self._folder / "index-reservations", self._digest()):
                if not path.is_file():
                    _write(self._build(faiss), path, faiss)
            self._index = faiss.read_index(str(path))
        return self._index

    def _build(self, faiss: Any) -> Any:
        vectors = self.vectors.of(self._texts, self._embedder)
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(vectors)
        return index

    def _digest(self) -> str:
        keys = "\n".join(key(self._embedder.identity, text) for text in self._texts)
        return hashlib.sha256(keys.encode()).hexdigest()


def _write(index: Any, path: Path, faiss: Any) -> None:
    part = path.with_suffix(f".{os.getpid()}.part")
    faiss.write_index(index, str(part))
    part.replace(path)
