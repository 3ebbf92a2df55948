"""The names that a spec may use for ways to retrieve. Imported at collection: nothing else is."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

Retriever: TypeAlias = Literal["semantic", "bm25", "random", "shuffled-query", "all"]
RETRIEVERS: tuple[str, ...] = get_args(Retriever)
EMBEDDER = "minilm"  # of models.yaml
