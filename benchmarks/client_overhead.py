"""What our client costs: tokens per second through it, beside what the engine gives without it, in one run.

    python benchmarks/client_overhead.py --model embedded
    python benchmarks/client_overhead.py --model my-vllm-model --root WORKSPACE

The engine is the one that experiments use, started by the broker. Beside our client (threads, retries,
parsed completions) the same requests go out through a bare asyncio client, and for the local engine
also straight into its batch in a process of its own, without HTTP. The ways take turns on fresh
prompts, so that neither a busy machine nor a prefix cache favours one of them.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import httpx

from checkable.core.completion import CompletionRequest, Message, ModelIdentity, Prompt, Sampling
from checkable.engine import weights
from checkable.engine.broker import Broker
from checkable.engine.client import Client
from checkable.engine.endpoint import Endpoint
from checkable.engine.local import python_path
from checkable.engine.models import ModelEntry, resolve
from checkable.engine.wire import path_and_body

IDENTITY = ModelIdentity(name="benchmark", revision="-", engine="-")


@dataclass(frozen=True)
class Speed:
    tokens: int
    seconds: float

    @property
    def rate(self) -> float:
        return self.tokens / self.seconds


def requests(count: int, round_number: int, max_tokens: int) -> list[CompletionRequest]:
    """Prompts that share nothing with those of another round but the template."""
    texts = [f"{round_number * count + i} is a number. Tell a long story about it." for i in range(count)]
    return [
        CompletionRequest(
            model=IDENTITY, prompt=Prompt(messages=(Message(role="user", content=text),)),
            sampling=Sampling(temperature=0.7, max_tokens=max_tokens, seed=i))
        for i, text in enumerate(texts)
    ]


def through_client(endpoint: Endpoint, asked: list[CompletionRequest], concurrency: int) -> Speed:
    with Client(endpoint) as client, ThreadPoolExecutor(concurrency) as threads:
        started = time.perf_counter()
        tokens = sum(completion.completion_tokens or 0 for completion in threads.map(client.complete, asked))
        return Speed(tokens, time.perf_counter() - started)


def through_bare_http(endpoint: Endpoint, asked: list[CompletionRequest], concurrency: int) -> Speed:
    async def one(client: httpx.AsyncClient, gate: asyncio.Semaphore, request: CompletionRequest) -> int:
        path, body = path_and_body(request, endpoint.model)
        async with gate:
            response = await client.post(endpoint.url + path, json={**body, **endpoint.body})
        return response.json()["usage"]["completion_tokens"]

    async def everyone() -> int:
        headers = {"Authorization": f"Bearer {endpoint.token}"} if endpoint.token else {}
        limits = httpx.Limits(max_connections=concurrency)
        async with httpx.AsyncClient(
                headers=headers, timeout=endpoint.timeout, trust_env=False, limits=limits) as client:
            gate = asyncio.Semaphore(concurrency)
            return sum(await asyncio.gather(*(one(client, gate, request) for request in asked)))

    started = time.perf_counter()
    tokens = asyncio.run(everyone())
    return Speed(tokens, time.perf_counter() - started)


class Direct:
    """The local engine's batch in a process of its own: a line of requests in, a line of speed out."""

    def __init__(self, entry: ModelEntry, folder: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, "--direct", folder, "--dtype", entry.dtype, "--context", str(entry.context)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "OMP_WAIT_POLICY": "PASSIVE", **python_path()})

    def __call__(self, endpoint: Endpoint, asked: list[CompletionRequest], concurrency: int) -> Speed:
        bodies = [path_and_body(request, endpoint.model)[1] for request in asked]
        self._process.stdin.write(json.dumps({"rows": concurrency, "bodies": bodies}) + "\n")
        self._process.stdin.flush()
        return Speed(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()


def serve_directly(folder: str, dtype: str, context: int) -> None:
    import torch

    from checkable.engine.local_batch import Batch
    from checkable.engine.local_model import LocalModel
    from checkable.engine.local_sampling import Decoding

    torch.set_num_threads(len(os.sched_getaffinity(0)))
    model = LocalModel(folder, revision=None, dtype=dtype, context=context)
    for line in sys.stdin:
        task = json.loads(line)
        batch = Batch(model, rows=task["rows"])
        started = time.perf_counter()
        rows = [
            batch.submit(model.chat_prompt(body["messages"], {}),
                         Decoding(temperature=body["temperature"], max_tokens=body["max_tokens"], seed=body["seed"]))
            for body in task["bodies"]
        ]
        tokens = sum(len(row.result().tokens) for row in rows)
        print(json.dumps({"tokens": tokens, "seconds": time.perf_counter() - started}), flush=True)
        batch.close()


def measure(options: argparse.Namespace) -> None:
    entry = resolve(options.model, options.root)
    ways: dict[str, Callable[[Endpoint, list[CompletionRequest], int], Speed]] = {
        "our client": through_client, "bare HTTP": through_bare_http}
    with Broker(root=options.root) as broker:
        endpoint = broker.endpoint(options.model, lambda text: print(text, file=sys.stderr))
        if entry.engine == "transformers":
            # The broker has converted the weights by now.
            ways["engine alone"] = Direct(entry, weights.prepare(entry, lambda *_: None)[0])
        speeds: dict[str, list[Speed]] = {name: [] for name in ways}
        for turn in range(options.rounds + 1):  # the first round warms up
            for position, (name, way) in enumerate(ways.items()):
                asked = requests(options.requests, turn * len(ways) + position, options.max_tokens)
                speed = way(endpoint, asked, options.concurrency)
                if turn:
                    speeds[name].append(speed)
        if isinstance(direct := ways.get("engine alone"), Direct):
            direct.close()
    report(speeds, options)


def report(speeds: dict[str, list[Speed]], options: argparse.Namespace) -> None:
    print(f"{options.model}: {options.requests} requests, {options.concurrency} at a time, "
          f"{options.max_tokens} tokens each, median of {options.rounds} rounds; load {os.getloadavg()[0]:.1f}")
    ours = speeds["our client"]
    for name, measured in speeds.items():
        ratios = [mine.rate / theirs.rate for mine, theirs in zip(ours, measured, strict=True)]
        print(f"  {name:12} {statistics.median(speed.rate for speed in measured):8.1f} tokens/s"
              + ("" if measured is ours else f"   our client reaches {statistics.median(ratios):.1%} of it"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="embedded", help="a name of models.yaml, or an address")
    parser.add_argument("--root", type=Path, help="the workspace whose models.yaml counts too")
    parser.add_argument("--requests", type=int, default=64, help="per round and way")
    parser.add_argument("--concurrency", type=int, default=16, help="requests at a time")
    parser.add_argument("--max-tokens", type=int, default=48, help="per completion")
    parser.add_argument("--rounds", type=int, default=3, help="after one that warms up")
    parser.add_argument("--direct", help=argparse.SUPPRESS)
    parser.add_argument("--dtype", default="float32", help=argparse.SUPPRESS)
    parser.add_argument("--context", type=int, default=8192, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.direct:
        serve_directly(options.direct, options.dtype, options.context)
    else:
        measure(options)


if __name__ == "__main__":
    main()
