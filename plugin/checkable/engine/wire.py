"""The OpenAI-compatible wire format: a request's path and body, and a completion out of a response.

Pure functions; must not know how bytes travel.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from checkable.core.completion import Completion, CompletionRequest, Provenance, Sampling, TokenLogprob
from checkable.engine.endpoint import EngineError

LARGEST_SEED = 2**31


class UnexpectedResponse(EngineError):
    """HTTP 200 with a body that is not a completion."""


def path_and_body(request: CompletionRequest, served_name: str, n: int = 1) -> tuple[str, dict[str, Any]]:
    """The path under ``/v1`` and the JSON body that ask for ``n`` samples from ``sample_index`` on."""
    prompt, sampling = request.prompt, request.sampling
    body: dict[str, Any] = {"model": served_name, **_decoding(sampling), "seed": wire_seed(request)}
    if n != 1:
        body["n"] = n
    if prompt.text is not None:
        if sampling.logprobs is not None:
            body["logprobs"] = sampling.logprobs
        return "/completions", {**body, "prompt": prompt.text}
    if sampling.logprobs is not None:
        body |= {"logprobs": True, "top_logprobs": sampling.logprobs}
    return "/chat/completions", {**body, "messages": [{"role": m.role, "content": m.content} for m in prompt.messages]}


def wire_seed(request: CompletionRequest) -> int:
    """Samples count up from the sampling's seed, as engines do themselves for ``n`` samples of one request."""
    return (request.sampling.seed + request.sample_index) % LARGEST_SEED


def _decoding(sampling: Sampling) -> dict[str, Any]:
    body: dict[str, Any] = {
        "temperature": sampling.temperature, "top_p": sampling.top_p, "max_tokens": sampling.max_tokens,
    }
    if sampling.top_k is not None:
        body["top_k"] = sampling.top_k
    if sampling.stop:
        body["stop"] = list(sampling.stop)
    if sampling.json_schema is not None:
        body["response_format"] = {
            "type": "json_schema", "json_schema": {"name": "answer", "schema": sampling.json_schema, "strict": True},
        }
    return body


def completion_of(response: Any, *, key: str, seconds: float, source: str, choice: int = 0) -> Completion:
    """The ``choice``-th sample of a response. Raises UnexpectedResponse.

    Token counts of a response are for all its samples; a single sample's are known only if it is alone.
    """
    try:
        found = response["choices"][choice]
        alone = len(response["choices"]) == 1
        usage = response.get("usage") or {}
        text = found["message"]["content"] if "message" in found else found["text"]
        return Completion(
            key=key, text=text or "", finish_reason=found.get("finish_reason") or "",
            prompt_tokens=usage.get("prompt_tokens"),
            completion_tokens=usage.get("completion_tokens") if alone else None,
            seconds=seconds,
            provenance=Provenance(
                kind="live", source=source, made_at=datetime.now(UTC).isoformat(timespec="seconds")),
            logprobs=_logprobs(found.get("logprobs")),
        )
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise UnexpectedResponse(f"{source} answered 200 without a completion: {str(response)[:300]}") from error


def _logprobs(found: Any) -> tuple[TokenLogprob, ...] | None:
    if not found:
        return None
    if "content" in found:  # chat
        return tuple(
            TokenLogprob(
                token=t["token"], logprob=t["logprob"],
                alternatives=tuple((a["token"], a["logprob"]) for a in t.get("top_logprobs") or ()))
            for t in found["content"] or ()
        )
    alternatives = found.get("top_logprobs") or [None] * len(found["tokens"])
    return tuple(
        TokenLogprob(token=token, logprob=logprob, alternatives=tuple((others or {}).items()))
        for token, logprob, others in zip(found["tokens"], found["token_logprobs"], alternatives, strict=True)
    )


def vectors_of(response: Any, count: int) -> list[list[float]]:
    """The embeddings of a response in the order of the texts. Raises UnexpectedResponse."""
    try:
        rows = sorted(response["data"], key=lambda row: row["index"])
        vectors = [[float(number) for number in row["embedding"]] for row in rows]
    except (KeyError, TypeError, ValueError) as error:
        raise UnexpectedResponse(f"an endpoint answered 200 without embeddings: {str(response)[:300]}") from error
    if len(vectors) != count or len({len(vector) for vector in vectors}) > 1:
        raise UnexpectedResponse(f"an endpoint answered {count} texts with {len(vectors)} embeddings")
    return vectors
