"""What is asked of a model and what it returned."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Literal

from checkable.core.case import Json

POOL_FORMAT = 1  # part of every key: a change in what a key covers starts new entries


@dataclass(frozen=True, kw_only=True)
class Message:
    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """A rendered prompt: chat ``messages``, or the bare ``text`` of a completion endpoint."""

    messages: tuple[Message, ...] = ()
    text: str | None = None

    def __post_init__(self) -> None:
        if bool(self.messages) == (self.text is not None):
            raise ValueError("a prompt has either messages or text")


@dataclass(frozen=True, kw_only=True)
class Sampling:
    """Decoding settings. Temperature 0 is greedy; ``max_tokens`` counts generated tokens."""

    temperature: float = 0.0
    top_p: float = 1.0
    top_k: int | None = None
    max_tokens: int = 768
    stop: tuple[str, ...] = ()
    logprobs: int | None = None  # how many alternatives per token to return; None: no logprobs
    json_schema: Json = None
    seed: int = 0


@dataclass(frozen=True, kw_only=True)
class ModelIdentity:
    """Everything about a model that could change its completions.

    ``engine`` names the software, its version and the arithmetic, for instance
    ``"vllm 0.32.0 bfloat16"``; two engines never share an entry of the pool.
    """

    name: str
    revision: str
    adapter: str | None = None
    engine: str


@dataclass(frozen=True, kw_only=True)
class CompletionRequest:
    """One completion to make, or to find in the pool. ``sample_index`` tells repeats apart."""

    model: ModelIdentity
    prompt: Prompt
    sampling: Sampling
    sample_index: int = 0

    @property
    def key(self) -> str:
        """The sha256 (64 hex digits) of everything that determines this completion."""
        canonical = json.dumps(
            {"format": POOL_FORMAT, **asdict(self)}, sort_keys=True, ensure_ascii=True, separators=(",", ":")
        )
        return hashlib.sha256(canonical.encode("ascii")).hexdigest()


@dataclass(frozen=True, kw_only=True)
class TokenLogprob:
    """One generated token, its log-probability (nats) and the best alternatives."""

    token: str
    logprob: float
    alternatives: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Where a completion came from: ``live`` from an engine, or ``recorded`` by somebody, earlier."""

    kind: Literal["live", "recorded"]
    source: str  # engine address, or file and record
    made_at: str  # ISO 8601, UTC; "" where the recording does not say


@dataclass(frozen=True, kw_only=True)
class Completion:
    """One text a model returned. ``seconds`` is wall time at the client."""

    key: str
    text: str
    finish_reason: str  # "stop", "length", or "" where a recording does not say
    prompt_tokens: int | None
    completion_tokens: int | None
    seconds: float | None
    provenance: Provenance
    logprobs: tuple[TokenLogprob, ...] | None = None
