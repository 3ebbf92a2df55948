"""What the words that retrieve share: how they ask the library, and what of a case they ask with. Not a word itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkable.core.case import Case
from checkable.generate.tools import Tools
from checkable.retrieve.names import EMBEDDER, RETRIEVERS, Retriever
from checkable.vocabulary import option

if TYPE_CHECKING:
    from checkable.library import Algorithm


@dataclass(frozen=True, kw_only=True)
class RetrievalOptions:
    """Which algorithms of the library enter. Raises ValueError for an embedder that nothing embeds with."""

    k: int = option(3, "how many algorithms are retrieved; all takes every one", minimum=1, maximum=1024)
    retriever: Retriever = option(
        "semantic", "semantic: by embeddings of the task's words; bm25: by the words they share; random; "
                    "shuffled-query: by the words of another case; all: the whole library, whose reach is that of a "
                    "perfect retrieval",
        choices=RETRIEVERS)
    embedder: str = option(EMBEDDER, "an embedding model of models.yaml, or http://host:port/v1#name")
    seed: int = option(0, "drives random and shuffled-query", minimum=0)

    def __post_init__(self) -> None:
        if self.embedder != EMBEDDER and self.retriever not in ("semantic", "shuffled-query"):
            raise ValueError(f"retriever {self.retriever} embeds nothing: an embedder would have no effect")


def query_of(case: Case) -> str:
    """What is asked for: the task's words, and the name of the function where the task gives one.

    A task without words is asked for by its examples, where they are lines of text.
    """
    words = "\n".join(filter(None, (case.text, (case.entry_point or "").replace("_", " "))))
    return words or "\n".join(f"{example.input} becomes {example.output}" for example in case.examples
                              if isinstance(example.input, str))


def retrieved(case: Case, options: RetrievalOptions, tools: Tools) -> list[Algorithm]:
    """The algorithms, best first; none for a task without words, unless all or random ones are asked for."""
    query = query_of(case)
    if not query and options.retriever not in ("all", "random"):
        return []
    return tools.shelf().nearest(query or case.id, options.k, by=options.retriever, embedder=options.embedder,
                                 seed=options.seed)
