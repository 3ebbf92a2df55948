"""Engines on demand: one process owns the servers, every worker asks it where they are.

The broker listens on a Unix socket in a folder that only its user can enter. A worker sends one line of
JSON, ``{"model": name}``, and reads lines until one holds an endpoint or an error. A server is
started by the first question for its model and shared by all who ask; adapters may share their base's. Must not
know what for.
"""

from __future__ import annotations

import json
import shutil
import socket
import socketserver
import tempfile
import threading
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

from checkable.engine.endpoint import Endpoint, EngineError
from checkable.engine.fitting import check_fits
from checkable.engine.lora import endpoint_of
from checkable.engine.models import ModelEntry, ModelError, resolve
from checkable.engine.server import EngineFailed, Progress, Server
from checkable.engine.weights import has_adapter

LONGEST_SOCKET_PATH = 100  # the kernel's limit is 108 bytes


class _Engine:
    """One server with its state: starting, then ready or failed for good. Whoever waits hears what happens."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.state: Literal["starting", "ready", "failed"] = "starting"
        self._endpoint: Endpoint | None = None
        self._error: Exception | None = None
        self._message = ""
        self._changed = threading.Condition()
        threading.Thread(target=self._start, name=f"start {server.entry.name}", daemon=True).start()

    def endpoint(self, tell: Progress) -> Endpoint:
        """Blocks until ready. Raises EngineError."""
        heard = ""
        while True:
            with self._changed:
                if self.state == "starting" and self._message == heard:
                    self._changed.wait(timeout=1.0)
                    continue
                state, heard = self.state, self._message
            if state == "starting":
                tell(heard)
                continue
            if self._error is not None:
                raise self._error
            self.server.check()
            assert self._endpoint is not None
            return self._endpoint

    def stop(self) -> None:
        self.server.stop()
        self._become("failed", error=EngineFailed(f"the engine of {self.server.entry.name} was stopped"))

    def _start(self) -> None:
        try:
            self._become("ready", endpoint=self.server.start(self._tell))
        except Exception as error:  # handed to whoever waits: this thread has nobody above it
            self.server.stop()
            self._become("failed", error=error)

    def _tell(self, message: str) -> None:
        with self._changed:
            self._message = message
            self._changed.notify_all()

    def _become(self, state: Literal["ready", "failed"], *, endpoint: Endpoint | None = None,
                error: Exception | None = None) -> None:
        with self._changed:
            if self.state != "failed":
                self.state, self._endpoint, self._error = state, endpoint, error
            self._changed.notify_all()


class Broker:
    """Owns every server of a session. ``close`` ends them; so does the end of this process, however it comes."""

    def __init__(self, *, root: Path | None = None) -> None:
        self.root = root
        self._expected: set[str] = set()
        self._engines: dict[str, _Engine] = {}
        self._guard = threading.Lock()
        self._closed = False
        self._folder = _private_folder()
        self._listener = _Listener(str(self._folder / "broker"), _Conversation)
        self._listener.broker = self
        threading.Thread(target=self._listener.serve_forever, args=(0.05,), name="broker", daemon=True).start()

    @property
    def address(self) -> str:
        """What ``BrokerClient`` takes, in any process of this user on this machine."""
        return str(self._folder / "broker")

    def endpoint(self, model: str, tell: Progress = lambda _: None) -> Endpoint:
        """Where a model is served, starting its engine if nobody asked before. Raises EngineError, ModelError."""
        entry = resolve(model, self.root)
        server = self._engine(entry).endpoint(tell)
        return endpoint_of(entry, server) if entry.engine == "vllm" else server

    def expect(self, models: Iterable[str]) -> None:
        """These may be asked for: an adapter is served beside its base only where that is known when its server starts.
        """
        with self._guard:
            self._expected.update(models)

    def states(self) -> dict[str, str]:
        """Model name to starting, ready or failed, of every model that was asked for."""
        with self._guard:
            return {name: engine.state for name, engine in self._engines.items()}

    def close(self) -> None:
        with self._guard:
            engines, self._closed = list(self._engines.values()), True
        stoppers = [threading.Thread(target=engine.stop) for engine in engines]
        for stopper in stoppers:
            stopper.start()
        for stopper in stoppers:
            stopper.join()
        self._listener.shutdown()
        self._listener.server_close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Broker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _engine(self, entry: ModelEntry) -> _Engine:
        with self._guard:
            if self._closed:
                raise EngineFailed("the session is ending: its engines are stopped")
            key = entry.beside or entry.name
            if key not in self._engines:
                check_fits(resolve(key, self.root), [engine.server.entry for engine in self._engines.values()])
                self._expected.add(entry.name)
                self._engines[key] = _Engine(Server(resolve(key, self.root), logs=self._folder,
                                                    adapters=self._adapters_of(key)))
            if not self._engines[key].server.serves(entry):
                raise EngineFailed(f"the engine of {key} was started without its adapter {entry.name}, which nothing "
                                   "that this session runs had named then")
            return self._engines[key]

    def _adapters_of(self, base: str) -> list[ModelEntry]:
        """The expected models that are served beside this one, by name, but for those whose weights are not here."""
        known = [resolve(name, self.root) for name in sorted(self._expected)]
        return [entry for entry in known if entry.beside == base and has_adapter(entry)]


class _Listener(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    block_on_close = False
    broker: Broker


class _Conversation(socketserver.StreamRequestHandler):
    """One question of one worker. A worker that went away is not an error of the broker's."""

    server: _Listener

    def handle(self) -> None:
        try:
            self._say(self._answer(json.loads(self.rfile.readline())["model"]))
        except (BrokenPipeError, ConnectionResetError):
            return

    def _answer(self, model: str) -> dict[str, Any]:
        try:
            return {"endpoint": asdict(self.server.broker.endpoint(model, lambda text: self._say({"progress": text})))}
        except (EngineError, ModelError) as error:
            return {"error": str(error)}

    def _say(self, message: dict[str, Any]) -> None:
        self.wfile.write(json.dumps(message).encode("ascii") + b"\n")


class BrokerClient:
    """A worker's side: asks the broker at ``address``. Thread-safe; each question has its own connection."""

    def __init__(self, address: str) -> None:
        self.address = address

    def endpoint(self, model: str, tell: Callable[[str], None] = lambda _: None) -> Endpoint:
        """Blocks until the model is served, calling ``tell`` with what happens meanwhile. Raises EngineFailed."""
        with socket.socket(socket.AF_UNIX) as connection:
            try:
                connection.connect(self.address)
                connection.sendall(json.dumps({"model": model}).encode("ascii") + b"\n")
                return self._listen(connection, model, tell)
            except OSError as error:
                raise EngineFailed(f"the process that owns the engines is gone ({error})") from error

    def _listen(self, connection: socket.socket, model: str, tell: Callable[[str], None]) -> Endpoint:
        with connection.makefile("rb") as lines:
            for line in lines:
                message = json.loads(line)
                if "endpoint" in message:
                    return Endpoint(**message["endpoint"])
                if "error" in message:
                    raise EngineFailed(message["error"])
                tell(message["progress"])
        raise EngineFailed(f"the process that owns the engines ended while {model} was starting")


def _private_folder() -> Path:
    """A new folder for socket and logs, in /tmp where the usual place is too long for a socket's path."""
    folder = Path(tempfile.mkdtemp(prefix="checkable-"))
    if len(str(folder / "broker")) > LONGEST_SOCKET_PATH:
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix="checkable-", dir="/tmp"))
    return folder
