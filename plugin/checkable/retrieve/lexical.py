"""Nearest texts by the words they share: BM25 (Robertson and Zaragoza 2009; Lucene's variant, k1 1.5, b 0.75).

Words are lower-cased, split at what is neither letter nor digit (names with underscores too), rid of English stop
words and stemmed by Snowball, so that the baseline is no weaker than a search engine's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from checkable.retrieve.missing import needed

_WORD = r"[A-Za-z0-9]+"


class Lexical:
    """An index of ``texts`` in memory: it is made in a fraction of a second."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._library = needed("bm25s", "bm25s", "BM25 retrieval")
        self._stemmer: Any = needed("Stemmer", "PyStemmer", "BM25 retrieval").Stemmer("english")
        self._count = len(texts)
        self._ranker = self._library.BM25(method="lucene", k1=1.5, b=0.75)
        self._ranker.index(self._words(texts), show_progress=False)

    def search(self, queries: Sequence[str], k: int) -> list[list[tuple[int, float]]]:
        """For each query the places of the ``k`` best texts with their scores, best first; ties by place."""
        return [self._best(words, k) for words in self._words(queries)]

    def _best(self, words: list[str], k: int) -> list[tuple[int, float]]:
        scores = self._ranker.get_scores(words) if words else [0.0] * self._count
        order = sorted(range(self._count), key=lambda place: (-scores[place], place))
        return [(place, float(scores[place])) for place in order[:k]]

    def _words(self, texts: Sequence[str]) -> list[list[str]]:
        stop = set(self._library.stopwords.STOPWORDS_EN)
        return [self._stemmer.stemWords([word for word in re.findall(_WORD, text.lower()) if word not in stop])
                for text in texts]
