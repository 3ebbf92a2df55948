"""Models that turn texts into vectors: one of the sentence-transformers kind here, or an endpoint elsewhere.

Promises unit vectors, so that an inner product is a cosine, and an identity that changes when the vectors may.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Protocol

from checkable.engine.models import Attached, Hub, ModelEntry, ModelError, resolve
from checkable.engine.weights import name_and_revision, sentence_folder
from checkable.retrieve.missing import RetrievalUnavailable, needed
from checkable.retrieve.names import EMBEDDER

_BATCH = 32  # texts at a time: what the memory of a small machine bears


class Embedder(Protocol):
    """``identity`` names model, revision and software; ``embed`` returns float32 of shape (texts, dimension)."""

    identity: str

    def embed(self, texts: Sequence[str]) -> Any: ...


def open_embedder(name: str, root: Path | None) -> Embedder:
    """The embedder of a name in models.yaml, or of an address ``http://host:port/v1#served-name``; loads nothing yet.

    Raises ModelError for an unknown name or a model that embeds nothing.
    """
    entry = resolve(name, root)
    if isinstance(entry.weights, Attached):
        return EndpointEmbedder(entry)
    if entry.engine != "sentence-transformers":
        raise ModelError(f"model {name!r} writes texts and embeds none (its engine is {entry.engine}); expected one "
                         f"with engine sentence-transformers, such as {EMBEDDER!r}, or http://host:port/v1#name")
    return LocalEmbedder(entry)


@dataclass(frozen=True)
class LocalEmbedder:
    """A sentence-transformers model on this machine's CPU, loaded at the first text."""

    entry: ModelEntry

    @cached_property
    def identity(self) -> str:
        name, revision = name_and_revision(self.entry)
        return f"{name} {revision} sentence-transformers {_version()} {self.entry.dtype}"

    def embed(self, texts: Sequence[str]) -> Any:
        return self._model.encode(list(texts), batch_size=_BATCH, normalize_embeddings=True, convert_to_numpy=True,
                                  show_progress_bar=False)

    @cached_property
    def _model(self) -> Any:
        folder, revision = self._place()
        with _quiet():
            library = needed("sentence_transformers", "sentence-transformers", f"the embedding model {self.entry.name}")
            return library.SentenceTransformer(folder, revision=revision, device="cpu",
                                               model_kwargs={"dtype": self.entry.dtype})

    def _place(self) -> tuple[str, str | None]:
        match self.entry.weights:
            case Hub(hub=repository, revision=revision):
                return repository, revision
        return str(sentence_folder(self.entry)), None


@dataclass(frozen=True)
class EndpointEmbedder:
    """An OpenAI-compatible endpoint with ``/embeddings``, served by somebody else."""

    entry: ModelEntry

    @property
    def identity(self) -> str:
        name, revision = name_and_revision(self.entry)
        return f"{name} {revision} attached {self.entry.weights.attach}"

    def embed(self, texts: Sequence[str]) -> Any:
        import numpy

        from checkable.engine.client import Client
        from checkable.engine.endpoint import Endpoint

        endpoint = Endpoint(url=self.entry.weights.attach, model=self.entry.weights.served,
                            concurrency=self.entry.concurrency)
        with Client(endpoint) as client:
            rows = [row for start in range(0, len(texts), _BATCH)
                    for row in client.embeddings(texts[start:start + _BATCH])]
        vectors = numpy.asarray(rows, dtype="float32")
        return vectors / numpy.maximum(numpy.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)


def _version() -> str:
    try:
        return version("sentence-transformers")
    except PackageNotFoundError:
        raise RetrievalUnavailable("embeddings need sentence-transformers, which is not installed: "
                                   "pip install sentence-transformers") from None


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Loading draws progress bars and tells of optional kernels on standard error: nothing a reader could act on."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        from transformers.utils import logging as said

        said.disable_progress_bar()
        yield
    finally:
        logging.disable(before)
