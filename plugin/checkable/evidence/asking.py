"""What evidence words share that ask the model something: the request, and what it cost. Not a word itself."""

from __future__ import annotations

from dataclasses import replace

from checkable.core.candidate import Payment
from checkable.core.completion import Completion, Prompt, Sampling
from checkable.generate.tools import Tools


def greedy(tools: Tools, *, max_tokens: int, logprobs: int | None = None) -> Sampling:
    """The experiment's sampling without chance, so that evidence is the same whoever asks for it."""
    return replace(tools.sampling, temperature=0.0, top_p=1.0, top_k=None, seed=0, max_tokens=max_tokens,
                   logprobs=logprobs)


def ask(tools: Tools, prompt: Prompt, sampling: Sampling, *, model: str | None = None) -> tuple[Completion, Payment]:
    """A completion with its price. Raises Unreadable where the prompt does not fit the model's context."""
    completion = tools.complete(prompt, sampling, 0, model)
    return completion, payment(completion)


def payment(completion: Completion) -> Payment:
    """What a completion cost, under its key: whoever shares it pays once."""
    known = completion.prompt_tokens is not None and completion.completion_tokens is not None
    return Payment(key=completion.key, seconds=completion.seconds,
                   tokens=completion.prompt_tokens + completion.completion_tokens if known else None)
