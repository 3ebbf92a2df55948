"""The client against a server that misbehaves: what is asked again, what never is, and what an error says."""

from __future__ import annotations

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from engine_values import chat, chat_answer, faulty_server, refusal, text
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.engine.client import Client, Patience
from checkable.engine.endpoint import Endpoint, EngineUnreachable, PromptTooLong, RequestRefused
from checkable.engine.wire import UnexpectedResponse, wire_seed


def _client(server, waits=None, **endpoint) -> Client:
    """A client that notes its waits instead of sleeping through them."""
    return Client(Endpoint(url=server.url, model="served", **endpoint), patience=Patience(attempts=4),
                  sleep=(waits if waits is not None else []).append)


def test_a_chat_prompt_goes_out_whole_and_comes_back_as_a_completion():
    with faulty_server(chat_answer()) as server, _client(server, token="secret", body={"extra": 1}) as client:
        asked = chat("hello", temperature=0.5, top_p=0.9, top_k=4, max_tokens=7, stop=("\n",), seed=3)
        completion = client.complete(asked)
    path, headers, body = server.seen[0]
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer secret"
    assert body == {
        "model": "served", "messages": [{"role": "user", "content": "hello"}], "temperature": 0.5, "top_p": 0.9,
        "top_k": 4, "max_tokens": 7, "stop": ["\n"], "seed": 3, "extra": 1}
    assert (completion.key, completion.text, completion.finish_reason) == (asked.key, "world", "stop")
    assert (completion.prompt_tokens, completion.completion_tokens) == (3, 2)
    assert completion.provenance.kind == "live" and completion.provenance.source == server.url
    assert completion.seconds > 0


def test_a_text_prompt_goes_to_the_completion_endpoint():
    answer = 200, {}, {"choices": [{"text": "world", "finish_reason": "length", "logprobs": {
        "tokens": ["wor", "ld"], "token_logprobs": [-0.5, -0.25], "top_logprobs": [{"wor": -0.5, "x": -2.0}, None]}}]}
    with faulty_server(answer) as server, _client(server) as client:
        completion = client.complete(text("hello", logprobs=2))
    path, _, body = server.seen[0]
    assert path == "/v1/completions" and body["prompt"] == "hello" and body["logprobs"] == 2
    assert [(t.token, t.logprob, t.alternatives) for t in completion.logprobs] == [
        ("wor", -0.5, (("wor", -0.5), ("x", -2.0))), ("ld", -0.25, ())]
    assert completion.completion_tokens is None  # the server did not say


def test_chat_logprobs_are_read():
    content = [{"token": "a", "logprob": -1.0, "top_logprobs": [{"token": "b", "logprob": -0.5}]}]
    with faulty_server(chat_answer(logprobs={"content": content})) as server, _client(server) as client:
        completion = client.complete(chat(logprobs=1))
    assert server.seen[0][2]["logprobs"] is True and server.seen[0][2]["top_logprobs"] == 1
    assert completion.logprobs[0].alternatives == (("b", -0.5),)


def test_a_json_schema_is_asked_for():
    schema = {"type": "array"}
    with faulty_server(chat_answer()) as server, _client(server) as client:
        client.complete(chat(json_schema=schema))
    assert server.seen[0][2]["response_format"]["json_schema"]["schema"] == schema


def test_several_samples_have_their_own_keys():
    choices = [{"message": {"content": word}, "finish_reason": "stop"} for word in ("one", "two")]
    body = {"choices": choices, "usage": {"prompt_tokens": 3, "completion_tokens": 9}}
    with faulty_server((200, {}, body)) as server, _client(server) as client:
        samples = client.samples(chat(index=4, seed=10), 2)
    assert server.seen[0][2]["n"] == 2 and server.seen[0][2]["seed"] == 14
    assert [sample.text for sample in samples] == ["one", "two"]
    assert [sample.key for sample in samples] == [chat(index=i, seed=10).key for i in (4, 5)]
    assert samples[0].completion_tokens is None  # 9 is for both together


@settings(deadline=None)
@given(seed=st.integers(0, 2**31 - 1), index=st.integers(0, 1000))
def test_a_sample_of_many_has_the_seed_that_it_has_alone(seed, index):
    alone = wire_seed(chat(seed=seed, index=index))
    assert alone == (wire_seed(chat(seed=seed)) + index) % 2**31
    assert 0 <= alone < 2**31


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_passes_is_asked_again(status):
    waits = []
    with faulty_server(refusal(status), refusal(status), chat_answer()) as server, _client(server, waits) as client:
        assert client.complete(chat()).text == "world"
    assert len(waits) == 2 and waits[0] < waits[1] * 2.01


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_what_does_not_pass_is_an_error_at_once(status):
    with faulty_server(refusal(status, "unknown field")) as server, _client(server) as client:
        with pytest.raises(RequestRefused, match=rf"status {status}\): unknown field"):
            client.complete(chat())
        assert len(server.seen) == 1


@pytest.mark.parametrize("message", [
    "This model's maximum context length is 4096 tokens. However, your prompt contains at least 4097 input tokens",
    "the request exceeds the available context size",
    "The decoder prompt (length 9) is longer than the maximum model length of 8",
])
def test_a_prompt_beyond_the_context_is_told_apart(message):
    with faulty_server(refusal(400, message)) as server, _client(server) as client:
        with pytest.raises(PromptTooLong):
            client.complete(chat())
        assert len(server.seen) == 1


def test_a_wrong_setting_is_not_a_long_prompt():
    """Were it, every candidate of an experiment would fail quietly."""
    message = "max_tokens=5000 cannot be greater than max_model_len=4096. Please request fewer output tokens."
    with (faulty_server(refusal(400, message)) as server, _client(server) as client,
          pytest.raises(RequestRefused) as refused):
        client.complete(chat())
    assert not isinstance(refused.value, PromptTooLong)


@pytest.mark.parametrize(("header", "low", "high"), [
    ("7", 7, 7),
    ("100000", 30, 30),  # nobody waits a day: at most the longest wait
    (lambda: format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True), 10, 20),
    ("soon", 0, 0.5),
])
def test_the_server_may_say_when_to_come_back(header, low, high):
    waits = []
    value = header() if callable(header) else header
    busy = refusal(429, **{"Retry-After": value})
    with faulty_server(busy, chat_answer()) as server, _client(server, waits) as client:
        client.complete(chat())
    assert low <= waits[0] <= high


def _hang_up(handler):
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def _cut_short(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.close_connection = True


@pytest.mark.parametrize("fault", [_hang_up, _cut_short, (200, {}, b"<html>proxy</html>")])
def test_a_broken_answer_is_asked_again(fault):
    with faulty_server(fault, chat_answer()) as server, _client(server) as client:
        assert client.complete(chat()).text == "world"
    assert len(server.seen) == 2


def test_an_answer_that_never_comes_is_asked_again():
    release = threading.Event()

    def silent(handler):
        release.wait(20)
        handler.close_connection = True

    with faulty_server(silent, chat_answer()) as server, _client(server, timeout=0.3) as client:
        assert client.complete(chat()).text == "world"
        release.set()


def test_after_every_attempt_the_error_says_what_the_last_one_met():
    with faulty_server(refusal(503, "warming up")) as server, _client(server) as client:
        with pytest.raises(EngineUnreachable, match=r"served at .* in 4 attempts; the last: status 503: warming up"):
            client.complete(chat())
        assert len(server.seen) == 4


def test_where_nobody_listens_the_error_says_so():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        endpoint = Endpoint(url=f"http://127.0.0.1:{unused.getsockname()[1]}/v1", model="served")
        with Client(endpoint, sleep=lambda _: None) as client, pytest.raises(EngineUnreachable, match="ConnectError"):
            client.complete(chat())


@pytest.mark.parametrize("body", [{}, {"choices": []}, {"choices": [{"message": None}]}, [], "text"])
def test_a_200_without_a_completion_is_told(body):
    with (faulty_server((200, {}, body)) as server, _client(server) as client,
          pytest.raises(UnexpectedResponse, match="answered 200 without a completion")):
        client.complete(chat())


def test_threads_share_as_many_connections_as_the_engine_takes():
    busy, most, guard = [], [], threading.Lock()

    def slow(handler):
        with guard:
            busy.append(1)
            most.append(len(busy))
        time.sleep(0.02)
        with guard:
            busy.pop()
        handler.respond(*(lambda status, headers, body: (status, body, headers))(*chat_answer()))

    with faulty_server(slow) as server, _client(server, concurrency=4) as client, ThreadPoolExecutor(16) as threads:
        asked = [replace(chat(), sample_index=i) for i in range(32)]
        completions = list(threads.map(client.complete, asked))
    assert [completion.key for completion in completions] == [one.key for one in asked]
    assert 1 < max(most) <= 4
