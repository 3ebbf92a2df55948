"""Choosing the next token of one row. Rows do not know of each other: a row's seed alone drives its choices."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, kw_only=True)
class Decoding:
    """What one row asked for, in the wire format's terms. ``logprobs`` counts alternatives per token."""

    temperature: float = 1.0
    top_p: float = 1.0
    top_k: int | None = None
    max_tokens: int
    stop: tuple[str, ...] = ()
    logprobs: int | None = None
    seed: int


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """One generated token. ``logprob`` (nats) and ``alternatives`` are of the model's own distribution."""

    token: int
    logprob: float | None = None
    alternatives: tuple[tuple[int, float], ...] = ()


def choose(logits: Tensor, decoding: Decoding, generator: torch.Generator) -> Chosen:
    """The next token from ``logits`` (vocabulary,), float32: the largest at temperature 0, else a draw.

    The draw is the largest of probability over an exponential variate (the exponential race, which
    is the Gumbel-max trick): a rounding error in a probability hardly ever changes its winner.
    """
    token = int(logits.argmax() if decoding.temperature == 0 else _draw(logits, decoding, generator))
    if decoding.logprobs is None:
        return Chosen(token=token)
    logprobs = torch.log_softmax(logits, dim=-1)
    best = logprobs.topk(min(decoding.logprobs, logits.shape[-1]))
    return Chosen(
        token=token, logprob=float(logprobs[token]),
        alternatives=tuple(zip(best.indices.tolist(), best.values.tolist(), strict=True)))


def _draw(logits: Tensor, decoding: Decoding, generator: torch.Generator) -> Tensor:
    scaled = _nucleus(_largest(logits / decoding.temperature, decoding.top_k), decoding.top_p)
    variates = torch.empty_like(scaled).exponential_(1.0, generator=generator)
    return (torch.softmax(scaled, dim=-1) / variates).argmax()


def _largest(logits: Tensor, k: int | None) -> Tensor:
    """All but ``k`` are ruled out, of equals too: else a nucleus is drawn from more than k. None, 0 and -1 keep all."""
    if k is None or k <= 0 or k >= logits.shape[-1]:
        return logits
    best = logits.topk(k)
    return torch.full_like(logits, float("-inf")).scatter(0, best.indices, best.values)


def _nucleus(logits: Tensor, top_p: float) -> Tensor:
    """The fewest most likely tokens that together have at least ``top_p`` (Holtzman et al., arXiv:1904.09751)."""
    if top_p >= 1:
        return logits
    ordered, index = logits.sort(descending=True)
    probabilities = torch.softmax(ordered, dim=-1)
    outside = probabilities.cumsum(dim=-1) - probabilities >= top_p
    return logits.masked_fill(torch.zeros_like(outside).scatter(0, index, outside), float("-inf"))
