"""One managed server, from launch to readiness to its end. Must not know who asked for it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import httpx

from checkable.engine import local, lora, vllm, weights
from checkable.engine.endpoint import Endpoint, EngineError
from checkable.engine.launch import Launch
from checkable.engine.models import Attached, ModelEntry
from checkable.engine.process import GuardedProcess

Progress = Callable[[str], None]
LOOK_SECONDS = 0.25
TELL_SECONDS = 2.0


class EngineFailed(EngineError):
    """A server that did not start or has ended; the message has the end of its log."""


class Server:
    """The engine of one model entry, and of ``adapters`` beside it.

    ``start`` returns once it answers; ``stop`` leaves nothing behind.
    """

    def __init__(self, entry: ModelEntry, *, logs: Path, adapters: Sequence[ModelEntry] = ()) -> None:
        self.entry, self.adapters = entry, tuple(adapters)
        self._logs = logs
        self._process: GuardedProcess | None = None
        self._stopped = False

    def start(self, tell: Progress) -> Endpoint:
        """Make weights if need be, start the engine and wait until it serves the model.

        ``tell`` hears what is going on every few seconds. Raises EngineError.
        """
        if isinstance(self.entry.weights, Attached):
            return _attach(self.entry, self.entry.weights)
        def make(making: weights.Making, folder: Path) -> None:
            self._make(making, folder, tell)

        model, revision = weights.prepare(self.entry, make)
        launch = vllm.launch(self.entry, model, revision, lora.loras(self.entry, self.adapters, make)) \
            if self.entry.engine == "vllm" else local.launch(self.entry, model, revision)
        process = self._run(launch.command, launch, "engine")
        self._wait_until_ready(process, launch, tell)
        lora.check_differences(self.entry.name, [entry.name for entry in self.adapters], launch.endpoint)
        return launch.endpoint

    def serves(self, entry: ModelEntry) -> bool:
        return entry == self.entry or entry in self.adapters

    def check(self) -> None:
        """Raises EngineFailed where the server has ended by itself."""
        if self._process is not None and not self._stopped and self._process.status is not None:
            raise self._failure(self._process, f"ended with status {self._process.status}")

    def stop(self) -> None:
        self._stopped = True
        if self._process is not None:
            self._process.stop()

    def _run(self, command: tuple[str, ...], launch: Launch | None, purpose: str) -> GuardedProcess:
        self._process = GuardedProcess(
            command, environment=launch.environment if launch else local.python_path(),
            log=self._logs / f"{_file_name(self.entry.name)}-{purpose}.log",
            grace_seconds=launch.grace_seconds if launch else 1.0)
        if self._stopped:  # closed while it was being started
            self._process.stop()
        return self._process

    def _make(self, making: weights.Making, folder: Path, tell: Progress) -> None:
        tell(f"{making.said} for {self.entry.name}, once")
        process = self._run((sys.executable, "-m", making.module, *making.arguments, str(folder)), None, "weights")
        if status := process.wait():
            raise self._failure(process, f"its weights could not be made (status {status})")

    def _wait_until_ready(self, process: GuardedProcess, launch: Launch, tell: Progress) -> None:
        started = told = time.monotonic()
        while not _serves(launch.endpoint):
            now = time.monotonic()
            if process.status is not None:
                raise self._failure(process, f"ended with status {process.status} before it was ready")
            if now - started > launch.start_seconds:
                process.stop()
                raise self._failure(process, f"was not ready after {launch.start_seconds:.0f} s")
            if now - told >= TELL_SECONDS:
                told = now
                tell(f"starting {self.entry.name} ({now - started:.0f} s) {process.last_line()[:120]}")
            time.sleep(LOOK_SECONDS)

    def _failure(self, process: GuardedProcess, what: str) -> EngineFailed:
        return EngineFailed(f"the {self.entry.engine} engine of {self.entry.name} {what}. "
                            f"The end of {process.log}:\n{process.tail()}")


def _attach(entry: ModelEntry, attached: Attached) -> Endpoint:
    endpoint = Endpoint(
        url=attached.attach, model=attached.served, concurrency=entry.concurrency,
        body={"chat_template_kwargs": dict(entry.chat)} if entry.chat else {})
    names = _served_names(endpoint)
    if names is None:
        raise EngineFailed(f"nothing that serves models answers at {attached.attach}/models")
    if attached.served not in names:
        raise EngineFailed(f"{attached.attach} serves {', '.join(names) or 'no model'}, not {attached.served!r}")
    return endpoint


def _serves(endpoint: Endpoint) -> bool:
    return endpoint.model in (_served_names(endpoint) or ())


def _served_names(endpoint: Endpoint) -> list[str] | None:
    """The models that answer there; None where no OpenAI-compatible server does. Our token proves it is ours."""
    headers = {"Authorization": f"Bearer {endpoint.token}"} if endpoint.token else {}
    try:
        with httpx.Client(trust_env=False, timeout=5.0, headers=headers) as client:
            response = client.get(f"{endpoint.url}/models")
        return [model["id"] for model in response.json()["data"]] if response.status_code == 200 else None
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return None


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in ".-" else "-" for letter in name)
