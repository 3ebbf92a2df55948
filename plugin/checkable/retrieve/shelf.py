"""The library as a shelf from which algorithms are taken: by meaning, by words, at random, or all of it.

Promises the same algorithms for the same query, library, seed and embedder. What is on the shelf comes from the
library's index, whose digests are checked; an algorithm's file is read when it is taken.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Literal

from checkable.library import Algorithm, read, read_index
from checkable.retrieve.embedders import open_embedder
from checkable.retrieve.lexical import Lexical
from checkable.retrieve.names import EMBEDDER, Retriever
from checkable.retrieve.semantic import Semantic

LONGEST_QUERY = 2000  # characters: what an embedder reads of a text, with room to spare


class Shelf:
    """The library below ``root``; indexes are kept in ``folder``. Safe from many threads.

    ``queries`` are the texts that a shuffled query is drawn from.
    """

    def __init__(self, root: Path, folder: Path, queries: Sequence[str] = ()) -> None:
        self._root, self._library, self._folder = root, root / "library", folder
        self._queries = sorted(set(queries))
        self._semantic: dict[str, Semantic] = {}
        self._read: dict[str, Algorithm] = {}
        self._lock = threading.RLock()

    def nearest(self, query: str, k: int, *, by: Retriever = "semantic", embedder: str = EMBEDDER,
                seed: int = 0) -> list[Algorithm]:
        """The ``k`` algorithms that a retriever finds for a query, best first.

        Raises LibraryError for a library without a current index, EngineError for a missing package or model.
        """
        with self._lock:
            return [self._algorithm(place) for place in self._places(query[:LONGEST_QUERY], k, by, embedder, seed)]

    def places(self, queries: Sequence[str], k: int, *, by: Literal["semantic", "bm25"], embedder: str = EMBEDDER
               ) -> list[list[tuple[str, float]]]:
        """Names with scores for each of many queries at once."""
        found = self._search(queries, k, by, embedder)
        return [[(self._lines[place]["name"], score) for place, score in row] for row in found]

    def _places(self, query: str, k: int, by: Retriever, embedder: str, seed: int) -> list[int]:
        if by == "all":
            return list(range(len(self._lines)))
        draw = Random(int(hashlib.sha256(f"{seed}/{by}/{query}".encode()).hexdigest(), 16))
        if by == "random":
            return draw.sample(range(len(self._lines)), min(k, len(self._lines)))
        if by == "shuffled-query":
            others = [other for other in self._queries if other != query]
            query, by = (draw.choice(others) if others else query), "semantic"
        return [place for place, _ in self._search([query], k, by, embedder)[0]]

    def _search(self, queries: Sequence[str], k: int, by: str, embedder: str) -> list[list[tuple[int, float]]]:
        if by == "bm25":
            return self._lexical.search(queries, k)
        if embedder not in self._semantic:
            opened = open_embedder(embedder, self._root)
            self._folder.mkdir(parents=True, exist_ok=True)
            self._semantic[embedder] = Semantic(self._texts, opened, self._folder)
        return self._semantic[embedder].search(queries, k)

    def _algorithm(self, place: int) -> Algorithm:
        file = self._lines[place]["file"]
        if file not in self._read:
            self._read[file] = read(self._library / file)
        return self._read[file]

    @cached_property
    def _lines(self) -> list[dict[str, str]]:
        return read_index(self._library)

    @property
    def _texts(self) -> list[str]:
        return [line["text"] for line in self._lines]

    @cached_property
    def _lexical(self) -> Lexical:
        return Lexical(self._texts)
