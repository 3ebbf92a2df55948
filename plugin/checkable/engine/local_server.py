"""A small OpenAI-compatible server around the local batch: /v1/models, /v1/completions, /v1/chat/completions.

Run as ``python -m checkable.engine.local_server``; the token it asks for is in CHECKABLE_ENGINE_TOKEN. What it
cannot do it refuses with status 400 and says so; it never ignores a field that changes a completion.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import time
from concurrent.futures import Future
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import torch

from checkable.engine.local_batch import Batch, Finished
from checkable.engine.local_model import LocalModel, LocalModelError
from checkable.engine.local_sampling import Decoding

# Fields that would change a completion and that this server does not have.
_NEUTRAL: dict[str, tuple[Any, ...]] = {
    "stream": (None, False), "tools": (None, []), "frequency_penalty": (None, 0), "presence_penalty": (None, 0),
    "repetition_penalty": (None, 1), "logit_bias": (None, {}), "min_p": (None, 0), "echo": (None, False),
    "best_of": (None, 1), "suffix": (None,), "ignore_eos": (None, False), "min_tokens": (None, 0),
    "response_format": (None, {"type": "text"}), "guided_json": (None,), "structured_outputs": (None,),
}


class Refusal(Exception):
    """A request that cannot be served; ``status`` is the HTTP status and the text is for the client."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


class Service:
    """Turns request bodies into rows of the batch, and finished rows into response bodies."""

    def __init__(self, batch: Batch, served_name: str) -> None:
        self._batch, self._model, self.served_name = batch, batch.model, served_name

    def models(self) -> dict[str, Any]:
        card = {"id": self.served_name, "object": "model", "owned_by": "checkable",
                "max_model_len": self._model.context}
        return {"object": "list", "data": [card]}

    def chat(self, body: dict[str, Any]) -> dict[str, Any]:
        prompt = self._model.chat_prompt(_required(body, "messages", list), body.get("chat_template_kwargs") or {})
        wanted = body.get("top_logprobs", 0) if body.get("logprobs") else None
        finished = self._generate(body, prompt, wanted)
        choices = [
            {"index": i, "message": {"role": "assistant", "content": one.text}, "finish_reason": one.reason,
             "logprobs": None if wanted is None else {"content": [self._chat_logprob(t) for t in one.tokens]}}
            for i, one in enumerate(finished)
        ]
        return self._response("chat.completion", "chatcmpl", choices, prompt, finished)

    def text(self, body: dict[str, Any]) -> dict[str, Any]:
        prompt = self._model.text_prompt(_required(body, "prompt", str))
        wanted = body.get("logprobs")
        finished = self._generate(body, prompt, wanted)
        choices = [
            {"index": i, "text": one.text, "finish_reason": one.reason,
             "logprobs": None if wanted is None else self._text_logprobs(one)}
            for i, one in enumerate(finished)
        ]
        return self._response("text_completion", "cmpl", choices, prompt, finished)

    def _generate(self, body: dict[str, Any], prompt: list[int], logprobs: int | None) -> list[Finished]:
        if body.get("model") != self.served_name:
            raise Refusal(f"this server has no model {body.get('model')!r}, only {self.served_name!r}", 404)
        for name, neutral in _NEUTRAL.items():
            if body.get(name) not in neutral:
                raise Refusal(f"the local engine does not support {name}={body[name]!r}")
        decodings = [self._decoding(body, len(prompt), logprobs, i) for i in range(int(body.get("n") or 1))]
        rows: list[Future[Finished]] = [self._batch.submit(prompt, decoding) for decoding in decodings]
        return [row.result() for row in rows]

    def _decoding(self, body: dict[str, Any], prompt_tokens: int, logprobs: int | None, sample: int) -> Decoding:
        context = self._model.context
        asked = body.get("max_completion_tokens") or body.get("max_tokens") or context
        if int(asked) > context:
            raise Refusal(f"max_tokens={asked} cannot be greater than the {context} tokens of the whole context")
        if not 0 < prompt_tokens < context:
            raise Refusal(f"This model's maximum context length is {context} tokens. However, your prompt contains "
                          f"{prompt_tokens} input tokens.")
        max_tokens = min(int(asked), context - prompt_tokens)  # as vLLM has it: cut short, with the reason "length"
        stop = body.get("stop") or ()
        seed = body.get("seed")
        return Decoding(
            temperature=_number(body, "temperature", 1.0, 0, 100), top_p=_number(body, "top_p", 1.0, 1e-9, 1),
            top_k=body.get("top_k"), max_tokens=max_tokens, stop=(stop,) if isinstance(stop, str) else tuple(stop),
            logprobs=logprobs, seed=secrets.randbits(31) if seed is None else int(seed) + sample)

    def _response(self, kind: str, prefix: str, choices: list[dict[str, Any]], prompt: list[int],
                  finished: list[Finished]) -> dict[str, Any]:
        generated = sum(len(one.tokens) for one in finished)
        usage = {"prompt_tokens": len(prompt), "completion_tokens": generated, "total_tokens": len(prompt) + generated}
        return {"id": f"{prefix}-{secrets.token_hex(8)}", "object": kind, "created": int(time.time()),
                "model": self.served_name, "choices": choices, "usage": usage}

    def _chat_logprob(self, chosen: Any) -> dict[str, Any]:
        alternatives = [{"token": self._model.token_text(t), "logprob": v} for t, v in chosen.alternatives]
        return {"token": self._model.token_text(chosen.token), "logprob": chosen.logprob, "top_logprobs": alternatives}

    def _text_logprobs(self, finished: Finished) -> dict[str, Any]:
        name = self._model.token_text
        return {
            "tokens": [name(t.token) for t in finished.tokens], "token_logprobs": [t.logprob for t in finished.tokens],
            "top_logprobs": [{name(other): value for other, value in t.alternatives} for t in finished.tokens],
        }


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self, port: int, service: Service, token: str | None) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.service, self.token = service, token


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open
    disable_nagle_algorithm = True
    server: Server

    def do_GET(self) -> None:
        self._answer({"/v1/models": lambda _: self.server.service.models(), "/health": lambda _: {}}, {})

    def do_POST(self) -> None:
        service = self.server.service
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self._answer({"/v1/chat/completions": service.chat, "/v1/completions": service.text}, content)

    def _answer(self, routes: dict[str, Any], content: Any) -> None:
        try:
            self._authorise()
            if self.path not in routes:
                raise Refusal(f"there is no {self.path}", 404)
            self._send(200, routes[self.path](_body(content) if content else {}))
        except (Refusal, LocalModelError) as refusal:
            status = refusal.status if isinstance(refusal, Refusal) else 400
            self._send(status, {"error": {"message": str(refusal), "code": status}})
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the client has gone; nobody is left to tell
        except Exception as error:  # the client retries; the log keeps what happened
            self.log_error("%s: %s", type(error).__name__, error)
            self._send(500, {"error": {"message": f"{type(error).__name__}: {error}", "code": 500}})

    def _authorise(self) -> None:
        given = self.headers.get("Authorization", "").removeprefix("Bearer ")
        if self.server.token and not secrets.compare_digest(given.encode(), self.server.token.encode()):
            raise Refusal("this server belongs to another session", 401)

    def _send(self, status: int, body: dict[str, Any]) -> None:
        content = json.dumps(body).encode("ascii")
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_request(self, *_: Any) -> None:
        """One line per completion would bury what matters in the log."""


def _body(content: bytes) -> dict[str, Any]:
    try:
        body = json.loads(content)
    except ValueError as error:
        raise Refusal(f"the body is not JSON: {error}") from error
    if not isinstance(body, dict):
        raise Refusal("the body is not a JSON object")
    return body


def _required(body: dict[str, Any], name: str, kind: type) -> Any:
    if not isinstance(body.get(name), kind):
        raise Refusal(f"{name} is {type(body.get(name)).__name__}; expected {kind.__name__}")
    return body[name]


def _number(body: dict[str, Any], name: str, default: float, low: float, high: float) -> float:
    value = default if body.get(name) is None else body[name]
    if not isinstance(value, (int, float)) or not low <= value <= high:
        raise Refusal(f"{name} is {value!r}; expected a number from {low:g} to {high:g}")
    return float(value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True, help="a folder, or a repository of the Hub")
    parser.add_argument("--revision", help="the repository's commit")
    parser.add_argument("--served-name", required=True, help="what requests call the model")
    parser.add_argument("--port", type=int, required=True, help="on 127.0.0.1")
    parser.add_argument("--dtype", default="float32", help="arithmetic")
    parser.add_argument("--context", type=int, default=8192, help="longest prompt with completion, in tokens")
    parser.add_argument("--rows", type=int, default=16, help="most completions generated at once")
    options = parser.parse_args()
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    model = LocalModel(options.model, revision=options.revision, dtype=options.dtype, context=options.context)
    service = Service(Batch(model, rows=options.rows), options.served_name)
    Server(options.port, service, os.environ.get("CHECKABLE_ENGINE_TOKEN")).serve_forever()


if __name__ == "__main__":
    main()
