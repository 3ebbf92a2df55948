"""Where a model is served, as plain data that travels from the controller to its workers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from checkable.core.case import Json


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """``url`` ends in ``/v1``. ``body`` is added to every request's body (chat template options).

    ``concurrency`` says how many requests keep the engine busy; ``timeout`` is in seconds, for one
    completion including its wait in the engine's queue.
    """

    url: str
    model: str  # the served name
    token: str | None = field(default=None, repr=False)
    concurrency: int = 16
    timeout: float = 1800.0
    body: Mapping[str, Json] = field(default_factory=dict)


class EngineError(Exception):
    """An engine that cannot be had, or that did not answer; the message says which and why."""


class RequestRefused(EngineError):
    """The engine refuses this request for good (HTTP 4xx). Asking again would change nothing."""


class PromptTooLong(RequestRefused):
    """The prompt leaves no room in the model's context. (One that leaves little room is cut short: "length".)"""


class EngineUnreachable(EngineError):
    """No usable answer after every retry."""
