"""Every model that one experiment asks: its own, and those that its arms name, each opened when the experiment begins.

Opening a model starts no engine: its first missing completion does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from checkable.core.completion import Completion, CompletionRequest
from checkable.core.result import to_plain
from checkable.engine.weights import AdapterNotMade
from checkable.experiment.services import Model, Services
from checkable.spec.model import Spec
from checkable.substrate.contract import DataUnavailable

THREADS = 4  # of what only overlaps executions


@dataclass(frozen=True, kw_only=True)
class Models:
    """``own`` is the experiment's, None where nothing asks it; ``named`` are those of arms, by the name in the spec."""

    own: Model | None
    named: Mapping[str, Model] = field(default_factory=dict)

    def of(self, name: str | None) -> Model | None:
        """The model of that name; None is the experiment's own."""
        return self.own if name is None else self.named[name]

    @property
    def all(self) -> tuple[Model, ...]:
        """Each once: an arm may name the experiment's own."""
        return tuple(dict.fromkeys(model for model in (self.own, *self.named.values()) if model is not None))

    @property
    def concurrency(self) -> int:
        """How many cases side by side keep the engines busy."""
        return max((model.concurrency for model in self.all), default=THREADS)

    @property
    def waiting(self) -> str:
        """What engines do that cannot answer yet, "" where all can."""
        return "; ".join(filter(None, (model.waiting for model in self.all)))

    @property
    def made(self) -> int:
        """What all engines were asked for so far."""
        return sum(model.made for model in self.all)

    def can_be_asked_again(self, request: CompletionRequest) -> bool:
        return any(model.identity == request.model and model.ask_again is not None for model in self.all)

    def ask_again(self, request: CompletionRequest) -> Completion:
        """Ask the engine of the request's model past the pool. Raises EngineError."""
        model = next(m for m in self.all if m.identity == request.model and m.ask_again is not None)
        assert model.ask_again is not None
        return model.ask_again(request)

    def described(self) -> dict[str, Any]:
        """For a result's provenance: ``model`` is the experiment's own, ``models`` those that arms name, if any."""
        own = None if self.own is None else _described(self.own)
        named = {name: _described(model) for name, model in self.named.items()}
        return {"model": own, **({"models": named} if named else {})}


def open_models(spec: Spec, services: Services) -> Models:
    """All models of a spec. Raises ModelError, EngineError and what reading a recorded pool raises.

    DataUnavailable where an adapter has not been trained on this machine: it is data that a command makes.
    """
    try:
        own = services.open_model(spec)
        return Models(own=own, named={name: services.open_named(spec, name) for name in spec.models})
    except AdapterNotMade as error:
        raise DataUnavailable(str(error)) from error


def _described(model: Model) -> dict[str, Any]:
    return {**to_plain(model.identity), **model.facts}
