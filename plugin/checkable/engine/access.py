"""One model as an experiment asks it: its identity at once, its engine only when something is missing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from checkable.core.completion import Completion, CompletionRequest
from checkable.engine.identity import identity
from checkable.engine.models import resolve


class ModelAccess:
    """``broker()`` returns the address of the controller's broker; it is asked at the first completion."""

    def __init__(self, name: str, *, root: Path, broker: Callable[[], str]) -> None:
        self._name, self._broker = name, broker
        entry = resolve(name, root)
        self.identity = identity(entry)
        self.concurrency = entry.concurrency
        self.facts: dict[str, Any] = {"asked_as": name}
        self._client: Any = None
        self._lock = threading.Lock()

    def complete(self, request: CompletionRequest) -> Completion:
        """Ask the engine. Starts it, or waits until it is up, at the first call."""
        return self._connected().complete(request)

    def _connected(self) -> Any:
        with self._lock:
            if self._client is None:
                from checkable.engine.broker import BrokerClient
                from checkable.engine.client import Client

                self._client = Client(BrokerClient(self._broker()).endpoint(self._name))
            return self._client
