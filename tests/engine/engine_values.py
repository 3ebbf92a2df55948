"""Requests, tiny models and a server that misbehaves on command, for the tests of engines."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import checkable
from checkable.core.completion import CompletionRequest, Message, ModelIdentity, Prompt, Sampling

IDENTITY = ModelIdentity(name="tiny", revision="1", engine="test")
PACKAGE = Path(checkable.__file__).parent.parent


def chat(text: str = "hello", *, index: int = 0, **sampling: Any) -> CompletionRequest:
    prompt = Prompt(messages=(Message(role="user", content=text),))
    return CompletionRequest(model=IDENTITY, prompt=prompt, sampling=Sampling(**sampling), sample_index=index)


def text(prompt: str = "hello", *, index: int = 0, **sampling: Any) -> CompletionRequest:
    return CompletionRequest(
        model=IDENTITY, prompt=Prompt(text=prompt), sampling=Sampling(**sampling), sample_index=index)


def python_path(*folders: Path) -> dict[str, str]:
    """The environment in which a script finds the package and these helpers."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (PACKAGE, Path(__file__).parent, *folders)))}


class FaultyServer(ThreadingHTTPServer):
    """Answers each request with the next of ``script``: a status, headers and body, or a function of the handler.

    The last entry answers everything after it. ``seen`` holds paths, headers and bodies as they came.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script: list[Any] = []
        self.seen: list[tuple[str, dict[str, str], Any]] = []
        self.guard = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def next(self, path: str, headers: dict[str, str], body: Any) -> Any:
        with self.guard:
            self.seen.append((path, headers, body))
            return self.script[min(len(self.seen), len(self.script)) - 1]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: FaultyServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = self.server.next(self.path, dict(self.headers), body)
        if isinstance(answer, Callable):
            answer(self)
            return
        status, headers, content = answer
        self.respond(status, content, headers)

    def respond(self, status: int, content: Any, headers: dict[str, str]) -> None:
        raw = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(raw)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def faulty_server(*script: Any):
    server = FaultyServer()
    server.script = list(script)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def chat_answer(content: str = "world", **choice: Any) -> tuple[int, dict[str, str], Any]:
    message = {"role": "assistant", "content": content}
    body = {"choices": [{"index": 0, "message": message, "finish_reason": "stop", **choice}],
            "usage": {"prompt_tokens": 3, "completion_tokens": 2}}
    return 200, {}, body


def refusal(status: int, message: str = "no", **headers: str) -> tuple[int, dict[str, str], Any]:
    return status, headers, {"error": {"message": message}}
