"""Who may run a program now: so many at a time, or one alone.

Knows nothing of programs. Safe from many threads; ``alone`` must not be asked for within a turn.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager


class Turns:
    """``workers`` turns at the same time; more callers wait."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._free = threading.BoundedSemaphore(workers)
        self._gathering = threading.Lock()  # two that want all turns would each hold some for ever

    @contextmanager
    def one(self) -> Iterator[None]:
        with self._free:
            yield

    @contextmanager
    def alone(self) -> Iterator[None]:
        """All turns at once: nobody else runs meanwhile."""
        with self._gathering, ExitStack() as held:
            for _ in range(self._workers):
                held.enter_context(self._free)
            yield
