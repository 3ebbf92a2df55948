"""Asking an endpoint for completions. Promises to ask again after what passes, and never after what does not.

Thread-safe: one client serves every thread of a process over one pool of connections. Must not
know who started the engine.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from checkable.core.completion import Completion, CompletionRequest
from checkable.engine.endpoint import Endpoint, EngineUnreachable, PromptTooLong, RequestRefused
from checkable.engine.wire import completion_of, path_and_body, vectors_of

TRANSIENT_STATUS = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
CONNECT_SECONDS = 10.0


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How often to try, and how long to wait in between: doubling, with jitter, in seconds."""

    attempts: int = 6
    first_wait: float = 0.5
    longest_wait: float = 30.0

    def wait(self, attempt: int) -> float:
        """A random half to whole of the doubled wait, so that many clients do not come back at once."""
        return min(self.longest_wait, self.first_wait * 2**attempt) * random.uniform(0.5, 1.0)


class Client:
    """A connection to one endpoint. Close it, or use it as a context manager."""

    def __init__(self, endpoint: Endpoint, *, patience: Patience = Patience(),
                 sleep: Callable[[float], None] = time.sleep) -> None:
        self.endpoint = endpoint
        self._patience, self._sleep = patience, sleep
        headers = {"Authorization": f"Bearer {endpoint.token}"} if endpoint.token else {}
        self._http = httpx.Client(
            headers=headers,
            timeout=httpx.Timeout(endpoint.timeout, connect=CONNECT_SECONDS, pool=None),
            limits=httpx.Limits(max_connections=endpoint.concurrency, max_keepalive_connections=endpoint.concurrency),
            trust_env=False,  # an engine on this machine is never behind the shell's proxy
        )

    def complete(self, request: CompletionRequest) -> Completion:
        """One completion. ``seconds`` is the wall time of the attempt that succeeded.

        Raises PromptTooLong, RequestRefused, EngineUnreachable or UnexpectedResponse.
        """
        return self.samples(request, 1)[0]

    def samples(self, request: CompletionRequest, n: int) -> tuple[Completion, ...]:
        """``n`` samples in one request, with the keys and seeds of ``sample_index``, ``sample_index + 1``, …"""
        path, body = path_and_body(request, self.endpoint.model, n)
        response, seconds = self._post(path, {**body, **self.endpoint.body})
        return tuple(
            completion_of(
                response, key=replace(request, sample_index=request.sample_index + i).key,
                seconds=seconds, source=self.endpoint.url, choice=i)
            for i in range(n)
        )

    def embeddings(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector for each text, in their order. Raises RequestRefused, EngineUnreachable or UnexpectedResponse."""
        response, _ = self._post("/embeddings", {"model": self.endpoint.model, "input": list(texts)})
        return vectors_of(response, len(texts))

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _post(self, path: str, body: dict[str, Any]) -> tuple[Any, float]:
        problem, wait = "", 0.0
        for attempt in range(self._patience.attempts):
            if attempt:
                self._sleep(wait)
            started = time.perf_counter()
            try:
                response = self._http.post(self.endpoint.url + path, json=body)
                if response.status_code == 200:
                    return response.json(), time.perf_counter() - started
            except httpx.TransportError as error:
                problem, wait = f"{type(error).__name__}: {error}", self._patience.wait(attempt)
                continue
            except ValueError as error:  # a body cut short, or from something that is no engine
                problem, wait = f"status 200 with a body that is not JSON ({error})", self._patience.wait(attempt)
                continue
            _raise_if_final(response, self.endpoint)
            problem = f"status {response.status_code}: {_message(response)}"
            wait = max(self._patience.wait(attempt), _asked_to_wait(response, self._patience.longest_wait))
        raise EngineUnreachable(
            f"{self.endpoint.model} at {self.endpoint.url} gave no completion in "
            f"{self._patience.attempts} attempts; the last: {problem}")


def _raise_if_final(response: httpx.Response, endpoint: Endpoint) -> None:
    """Raise for a status that asking again will not change."""
    if response.status_code in TRANSIENT_STATUS:
        return
    message = _message(response)
    if response.status_code in (400, 413, 422) and _is_about_length(message):
        raise PromptTooLong(f"{endpoint.model}: {message}")
    raise RequestRefused(f"{endpoint.model} at {endpoint.url} refused the request "
                         f"(status {response.status_code}): {message}")


def _is_about_length(message: str) -> bool:
    """The wordings of vLLM, llama.cpp, SGLang and OpenAI for a prompt beyond the context."""
    lowered = message.lower()
    return any(phrase in lowered for phrase in (
        "context length", "context_length_exceeded", "context size", "longer than the maximum model length",
        "maximum input length", "longer than the model's context",
    ))


def _message(response: httpx.Response) -> str:
    try:
        body = response.json()
    except ValueError:
        return response.text[:500]
    error = body.get("error", body) if isinstance(body, dict) else body
    if isinstance(error, dict):
        parts = (error.get("message") or error.get("detail"), error.get("code"))
        return " ".join(str(part) for part in parts if part)[:500]
    return str(error)[:500]


def _asked_to_wait(response: httpx.Response, longest: float) -> float:
    """The seconds of a Retry-After header (a number or a date), at most ``longest``; 0 without one."""
    value = response.headers.get("retry-after", "")
    try:
        return min(longest, max(0.0, float(value)))
    except ValueError:
        pass
    try:
        return min(longest, max(0.0, parsedate_to_datetime(value).timestamp() - time.time()))
    except ValueError:
        return 0.0
