"""One stored completion and its plain form. The same form is kept in SQLite and in recorded files."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from checkable.core.case import Json
from checkable.core.completion import (
    Completion,
    CompletionRequest,
    ModelIdentity,
    Prompt,
    Provenance,
    Sampling,
    TokenLogprob,
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A completion with what it was asked for. Of the prompt only the digest is certain to be kept."""

    model: ModelIdentity
    prompt_digest: str  # 64 hex digits
    sampling: Sampling
    sample_index: int
    completion: Completion

    @property
    def key(self) -> str:
        return self.completion.key


def entry(request: CompletionRequest, completion: Completion) -> Entry:
    """Raises ValueError where the completion answers another request."""
    if completion.key != request.key:
        raise ValueError(f"completion {completion.key[:12]} does not answer request {request.key[:12]}")
    return Entry(
        model=request.model, prompt_digest=prompt_digest(request.prompt), sampling=request.sampling,
        sample_index=request.sample_index, completion=completion,
    )


def prompt_digest(prompt: Prompt) -> str:
    return hashlib.sha256(canonical(asdict(prompt)).encode("ascii")).hexdigest()


def canonical(value: Json) -> str:
    """JSON whose bytes depend on the value alone. ASCII, so that any text a model returns can be stored."""
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def completion_to_plain(completion: Completion) -> dict[str, Any]:
    """Everything but the key; what is unknown is left out."""
    plain = {
        "text": completion.text,
        "finish_reason": completion.finish_reason,
        "prompt_tokens": completion.prompt_tokens,
        "completion_tokens": completion.completion_tokens,
        "seconds": completion.seconds,
        "kind": completion.provenance.kind,
        "source": completion.provenance.source,
        "made_at": completion.provenance.made_at,
        "logprobs": _logprobs_to_plain(completion.logprobs),
    }
    return {name: value for name, value in plain.items() if value is not None}


def completion_from_plain(key: str, plain: dict[str, Any]) -> Completion:
    return Completion(
        key=key,
        text=plain["text"],
        finish_reason=plain.get("finish_reason", ""),
        prompt_tokens=plain.get("prompt_tokens"),
        completion_tokens=plain.get("completion_tokens"),
        seconds=plain.get("seconds"),
        provenance=Provenance(
            kind=plain.get("kind", "recorded"), source=plain.get("source", ""), made_at=plain.get("made_at", "")
        ),
        logprobs=_logprobs_from_plain(plain.get("logprobs")),
    )


def sampling_from_plain(plain: dict[str, Any]) -> Sampling:
    return Sampling(**{**plain, "stop": tuple(plain.get("stop", ()))})


def model_from_plain(plain: dict[str, Any]) -> ModelIdentity:
    return ModelIdentity(**plain)


def _logprobs_to_plain(logprobs: tuple[TokenLogprob, ...] | None) -> Json:
    if logprobs is None:
        return None
    return [[t.token, t.logprob, [list(pair) for pair in t.alternatives]] for t in logprobs]


def _logprobs_from_plain(plain: Json) -> tuple[TokenLogprob, ...] | None:
    if plain is None:
        return None
    return tuple(
        TokenLogprob(token=token, logprob=logprob, alternatives=tuple((other, value) for other, value in others))
        for token, logprob, others in plain
    )
