"""Adapters beside their base in one vLLM server: what it is told, and proof that each of them speaks for itself.

Servers have been seen to ignore adapters whose names they could not match, and to answer requests to the base in the
voice of an adapter that is in the same batch. So a base with adapters beside it is asked through a blank adapter, and a
server is ready only when each adapter has been seen to change what the base says.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checkable.engine import weights
from checkable.engine.endpoint import Endpoint, EngineError
from checkable.engine.models import Adapter, ModelEntry

RANKS = (8, 16, 32, 64, 128, 256, 320, 512)  # what vLLM can be told
BARE = "weights-alone"  # the base as nobody is to ask it
_ASKED = "The first of several words that both models read."


@dataclass(frozen=True, kw_only=True)
class Loras:
    """Adapters by the name under which they are asked, the base's own blank one among them; none: ``rank`` is 0."""

    folders: Mapping[str, Path]
    rank: int

    @property
    def flags(self) -> tuple[str, ...]:
        """What vLLM is told of them."""
        if not self.folders:
            return ()
        modules = [json.dumps({"name": name, "path": str(folder)}) for name, folder in self.folders.items()]
        return ("--enable-lora", "--max-loras", str(len(modules)), "--max-lora-rank", str(self.rank),
                "--lora-modules", *modules)


NO_LORAS = Loras(folders={}, rank=0)


def loras(base: ModelEntry, adapters: Sequence[ModelEntry], make: weights.Make) -> Loras:
    """The adapters of a base, made ready to be served. Raises EngineError."""
    if not adapters:
        return NO_LORAS
    folders = {entry.name: weights.adapter_folder(entry.weights, entry) for entry in adapters
               if isinstance(entry.weights, Adapter)}
    rank = max(_rank(folder) for folder in folders.values())
    fitting = next((known for known in RANKS if known >= rank), None)
    if fitting is None:
        raise EngineError(f"an adapter of {base.name} is of rank {rank}, and vLLM serves at most {RANKS[-1]} beside a "
                          f"base; say served: merged in its entry")
    return Loras(folders={base.name: weights.blank_adapter(adapters[0], make), **folders}, rank=fitting)


def endpoint_of(entry: ModelEntry, server: Endpoint) -> Endpoint:
    """Where one of a server's models is asked, with the chat options of its own entry."""
    return replace(server, model=entry.name, concurrency=entry.concurrency,
                   body={"chat_template_kwargs": dict(entry.chat)} if entry.chat else {})


def check_differences(base: str, adapters: Sequence[str], server: Endpoint) -> None:
    """Raises EngineError for an adapter that says just what its base says, or for a server that does not answer."""
    said = {name: _first_words(name, server) for name in (base, *adapters)} if adapters else {}
    for name in adapters:
        if said[name] == said[base]:
            raise EngineError(f"the adapter {name} changes nothing of {base}: it is all zeros, or its names match none "
                              "of the model's layers")


def _first_words(name: str, server: Endpoint) -> list[float]:
    """The log-probabilities of the words of one prompt, which no sampling touches."""
    import httpx  # not needed to know how a model is served, which collection asks

    body = {"model": name, "prompt": _ASKED, "max_tokens": 1, "temperature": 0.0, "prompt_logprobs": 0}
    headers = {"Authorization": f"Bearer {server.token}"} if server.token else {}
    try:
        with httpx.Client(trust_env=False, timeout=120.0, headers=headers) as client:
            answer = client.post(f"{server.url}/completions", json=body).raise_for_status().json()
        words = answer["choices"][0]["prompt_logprobs"]
        return [one["logprob"] for word in words if word for one in word.values()]
    except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
        raise EngineError(f"the engine does not answer for {name}: {error}") from error


def _rank(folder: Path) -> int:
    try:
        return int(json.loads((folder / "adapter_config.json").read_text(encoding="utf-8"))["r"])
    except (ValueError, KeyError, TypeError) as error:
        raise EngineError(f"{folder / 'adapter_config.json'} does not say the rank of its adapter: {error!r}") from None
