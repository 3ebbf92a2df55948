"""The local engine over HTTP, asked by our own client."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import httpx
import pytest
import torch
from engine_values import chat, text

from checkable.engine.client import Client
from checkable.engine.endpoint import Endpoint, PromptTooLong, RequestRefused
from checkable.engine.local_batch import Batch
from checkable.engine.local_model import LocalModel
from checkable.engine.local_server import Server, Service


@pytest.fixture(scope="module")
def endpoint(tiny_model):
    torch.set_num_threads(1)
    batch = Batch(LocalModel(str(tiny_model), revision=None, dtype="float32", context=256), rows=4)
    server = Server(0, Service(batch, "tiny"), token="secret")
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield Endpoint(url=f"http://127.0.0.1:{server.server_port}/v1", model="tiny", token="secret")
    server.shutdown()
    server.server_close()
    batch.close()


@pytest.fixture
def client(endpoint):
    with Client(endpoint) as opened:
        yield opened


def test_the_served_model_is_listed(endpoint):
    with httpx.Client(headers={"Authorization": "Bearer secret"}) as http:
        assert [model["id"] for model in http.get(f"{endpoint.url}/models").json()["data"]] == ["tiny"]


def test_a_chat_goes_through_the_models_template(client):
    completion = client.complete(chat("hi", max_tokens=5))
    shown = "<|im_start|>user\nhi<|im_end|>\n<|im_start|>assistant\n"
    assert completion.prompt_tokens == len(shown) - len("<|im_start|>") * 2 - len("<|im_end|>") + 3
    assert completion.completion_tokens == 5 and completion.finish_reason == "length"
    assert completion.text == client.complete(text(shown, max_tokens=5)).text


def test_options_of_the_template_change_the_prompt(endpoint, client):
    with Client(replace(endpoint, body={"chat_template_kwargs": {"thinking": False}})) as other:
        more = other.complete(chat("hi", max_tokens=1)).prompt_tokens
    assert more == client.complete(chat("hi", max_tokens=1)).prompt_tokens + len("quick ")


def test_samples_asked_together_and_apart_are_the_same(client):
    together = client.samples(chat("hi", temperature=1.0, max_tokens=12, seed=5), 3)
    apart = [client.complete(chat("hi", temperature=1.0, max_tokens=12, seed=5, index=i)) for i in range(3)]
    assert [one.text for one in together] == [one.text for one in apart]
    assert [one.key for one in together] == [one.key for one in apart]
    assert len({one.text for one in apart}) == 3


@pytest.mark.parametrize("ask", [chat, text])
def test_logprobs_come_with_every_token(client, ask):
    completion = client.complete(ask("hi", max_tokens=4, logprobs=2))
    assert len(completion.logprobs) == completion.completion_tokens == 4
    # Two bytes that are no characters share one name, and completion endpoints key alternatives by name.
    assert all(t.logprob <= 0 and 1 <= len(t.alternatives) <= 2 for t in completion.logprobs)
    assert client.complete(ask("hi", max_tokens=4)).logprobs is None


def test_many_at_once_get_what_each_gets_alone(client):
    asked = [chat(f"number {i}", temperature=0.8, max_tokens=10 + i, seed=i) for i in range(12)]
    with ThreadPoolExecutor(12) as threads:
        together = list(threads.map(client.complete, asked))
    assert [one.text for one in together] == [client.complete(one).text for one in asked]


def test_a_prompt_beyond_the_context_is_told_apart_from_a_wrong_setting(client):
    with pytest.raises(PromptTooLong, match="maximum context length is 256 tokens"):
        client.complete(chat("x" * 400, max_tokens=5))
    cut = client.complete(chat("x" * 200, max_tokens=100))
    assert cut.finish_reason in ("length", "stop") and cut.prompt_tokens + cut.completion_tokens <= 256
    with pytest.raises(RequestRefused, match="cannot be greater") as refused:
        client.complete(chat("hi", max_tokens=300))
    assert not isinstance(refused.value, PromptTooLong)


@pytest.mark.parametrize(("body", "message"), [
    ({"frequency_penalty": 0.5}, r"does not support frequency_penalty=0\.5"),
    ({"stream": True}, "does not support stream=True"),
    ({"temperature": "hot"}, "temperature is 'hot'; expected a number"),
    ({"messages": "hello"}, "messages is str; expected list"),
    ({"model": "other"}, "no model 'other', only 'tiny'"),
])
def test_what_it_cannot_do_it_says(endpoint, body, message):
    with Client(replace(endpoint, body=body)) as client, pytest.raises(RequestRefused, match=message):
        client.complete(chat("hi", max_tokens=2))


def test_a_schema_is_refused_rather_than_ignored(client):
    with pytest.raises(RequestRefused, match="does not support response_format"):
        client.complete(chat("hi", max_tokens=2, json_schema={"type": "object"}))


def test_who_has_no_token_gets_nothing(endpoint):
    with Client(replace(endpoint, token="wrong")) as client, pytest.raises(RequestRefused, match="another session"):
        client.complete(chat("hi"))
