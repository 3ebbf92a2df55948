"""What a spec's model is to it: an engine behind the pool, a recorded pool alone, or a backbone that is trained."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from checkable.core.completion import Completion, CompletionRequest, ModelIdentity


class PooledModel:
    """Answers from the pool; asks the engine, which is started on the first miss, for what is not there."""

    def __init__(self, *, identity: ModelIdentity, concurrency: int, facts: dict[str, Any], pool: Any,
                 ask: Callable[[CompletionRequest], Completion], waiting: Callable[[], str]) -> None:
        self.identity, self.concurrency, self.facts = identity, concurrency, facts
        self._pool, self.ask_again, self._waiting = pool, ask, waiting
        self.made = self.found = 0

    def complete(self, request: CompletionRequest) -> Completion:
        completion, made = self._pool.get_or_make(request, lambda: self.ask_again(request))
        self.made += made
        self.found += not made
        return completion

    @property
    def waiting(self) -> str:
        return self._waiting()


class Backbone:
    """A model that learned words train or read. It writes no completions, so that nothing is served."""

    def __init__(self, *, identity: ModelIdentity, name: str) -> None:
        self.identity, self.concurrency, self.facts = identity, 4, {"asked_as": name}
        self.waiting = ""
        self.made, self.ask_again = 0, None

    def complete(self, request: CompletionRequest) -> Completion:
        raise LookupError("a generator asked for a completion of a model that this experiment only trains or reads")


class RecordedModel:
    """Answers from a recorded pool file; a completion that is not in it is an error, never a new request."""

    def __init__(self, pool: Any, *, source: str) -> None:
        self.identity: ModelIdentity = pool.identity
        self.concurrency = 4  # no engine to keep busy: this only overlaps executions
        self.facts = {"recorded": source}
        self.waiting = ""
        self._pool = pool
        self.made, self.found, self.ask_again = 0, 0, None

    def complete(self, request: CompletionRequest) -> Completion:
        self.found += 1
        return self._pool.answer(request)
