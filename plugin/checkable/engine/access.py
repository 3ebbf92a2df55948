"""One model as an experiment asks it: its identity at once, its engine only when something is missing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkable.core.completion import Completion, CompletionRequest, ModelIdentity
from checkable.engine.identity import identity
from checkable.engine.models import resolve

if TYPE_CHECKING:
    from checkable.engine.client import Client


class ModelAccess:
    """A named model. ``broker()`` returns the address of the controller's broker; it is asked at the first completion.

    ``facts`` are plain data for a result's provenance; ``waiting`` says what a starting engine does, "" otherwise.
    Raises ModelError for an unknown name, EngineError where this machine cannot even identify the model.
    """

    def __init__(self, name: str, *, root: Path | None, broker: Callable[[], str]) -> None:
        entry = resolve(name, root)
        self._name, self._broker = name, broker
        self._client: Client | None = None
        self.waiting = ""
        self._lock = threading.Lock()
        self.identity: ModelIdentity = identity(entry)
        self.concurrency = entry.concurrency
        self.facts: dict[str, Any] = {"asked_as": name, "context": entry.context}

    def complete(self, request: CompletionRequest) -> Completion:
        """Ask the engine. Starts it, or waits until it is up, at the first call. Raises EngineError."""
        return self._connected().complete(request)

    def close(self) -> None:
        """End this process's connections; the engine stays up for others."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    def _connected(self) -> Client:
        with self._lock:
            if self._client is None:
                from checkable.engine.broker import BrokerClient
                from checkable.engine.client import Client

                self._client = Client(BrokerClient(self._broker()).endpoint(self._name, self._hear))
                self.waiting = ""
            return self._client

    def _hear(self, message: str) -> None:
        self.waiting = message
