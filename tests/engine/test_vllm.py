"""A real vLLM server with a tiny random model, started by the broker and asked by the client."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from engine_values import chat, text

from checkable.engine.broker import Broker
from checkable.engine.client import Client
from checkable.engine.endpoint import EngineError, PromptTooLong, RequestRefused
from checkable.engine.identity import identity
from checkable.engine.models import resolve
from checkable.engine.vllm import find_vllm

REPOSITORY = Path(__file__).parents[2]


def _missing() -> str:
    try:
        find_vllm(REPOSITORY)
    except EngineError as error:
        return str(error)
    return ""


pytestmark = [pytest.mark.vllm, pytest.mark.skipif(bool(_missing()), reason=_missing() or "vLLM is here")]


@pytest.fixture(scope="module")
def root(tiny_model, tmp_path_factory):
    folder = tmp_path_factory.mktemp("workspace")
    python = find_vllm(REPOSITORY).python
    (folder / ".venv-vllm" / "bin").mkdir(parents=True)
    (folder / ".venv-vllm" / "bin" / "python").symlink_to(python)
    (folder / "models.yaml").write_text(f"""
tiny:
  weights: {{folder: {tiny_model}}}
  engine: vllm
  dtype: float32
  context: 256
  concurrency: 8
  chat: {{thinking: false}}
  flags: [--enforce-eager, --max-num-seqs, "8", --max-logprobs, "5"]
""")
    return folder


@pytest.fixture(scope="module")
def served(root):
    """The endpoint and, after the tests, proof that nothing of the server is left."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKABLE_VLLM_PYTHON", str(find_vllm(REPOSITORY).python))
        patch.setenv("VLLM_CPU_KVCACHE_SPACE", "1")
        broker = Broker(root=root)
        endpoint = broker.endpoint("tiny")
        family = _family()
        assert family
        yield endpoint
        broker.close()
    assert not psutil.wait_procs(family, timeout=30)[1]


def _family() -> list[psutil.Process]:
    return [child for child in psutil.Process().children(recursive=True)]


@pytest.fixture
def client(served):
    with Client(served) as opened:
        yield opened


def test_the_identity_names_vllm_its_arithmetic_and_its_options(root):
    engine = identity(resolve("tiny", root)).engine
    assert engine.startswith(f"vllm {find_vllm(REPOSITORY).version} float32 ")
    assert '{"thinking":false}' in engine and "--enforce-eager" in engine


def test_a_chat_goes_through_the_template_with_its_options(client):
    shown = "<|im_start|>user\nhi<|im_end|>\n<|im_start|>assistant\nquick "
    by_chat, by_text = client.complete(chat("hi", max_tokens=8)), client.complete(text(shown, max_tokens=8))
    assert by_chat.prompt_tokens == by_text.prompt_tokens
    assert by_chat.text == by_text.text
    assert by_chat.completion_tokens == 8 and by_chat.finish_reason == "length"


def test_the_seed_decides(client):
    texts = [[client.complete(chat("hi", temperature=1.0, max_tokens=12, seed=seed)).text for seed in range(4)]
             for _ in range(2)]
    assert texts[0] == texts[1] and len(set(texts[0])) == 4


def test_samples_asked_together_and_apart_are_the_same(client):
    together = client.samples(chat("hi", temperature=1.0, max_tokens=12, seed=5), 3)
    apart = [client.complete(chat("hi", temperature=1.0, max_tokens=12, seed=5, index=i)) for i in range(3)]
    assert [one.text for one in together] == [one.text for one in apart]
    assert len({one.text for one in apart}) == 3


@pytest.mark.parametrize("ask", [chat, text])
def test_logprobs_come_with_every_token(client, ask):
    completion = client.complete(ask("hi", max_tokens=4, logprobs=3))
    assert len(completion.logprobs) == completion.completion_tokens
    assert all(t.logprob <= 0 and t.alternatives for t in completion.logprobs)


def test_a_schema_shapes_the_completion(client):
    completion = client.complete(chat("hi", max_tokens=40, json_schema={"enum": ["left", "right"]}))
    assert completion.text in ('"left"', '"right"')


def test_a_stop_string_ends_the_completion(client):
    whole = client.complete(chat("hi", max_tokens=30)).text
    stop = whole[4:6]
    assert client.complete(chat("hi", max_tokens=30, stop=(stop,))).text == whole[: whole.find(stop)]


def test_many_at_once_get_what_each_gets_alone(client):
    asked = [chat(f"number {i}", temperature=0.8, max_tokens=10 + i, seed=i) for i in range(12)]
    with ThreadPoolExecutor(12) as threads:
        together = list(threads.map(client.complete, asked))
    assert [one.text for one in together] == [client.complete(one).text for one in asked]


def test_a_prompt_beyond_the_context_is_told_apart_from_a_wrong_setting(client):
    with pytest.raises(PromptTooLong):
        client.complete(chat("x" * 400, max_tokens=5))
    cut = client.complete(chat("x" * 200, max_tokens=100))
    assert cut.finish_reason == "length" and cut.prompt_tokens + cut.completion_tokens == 256
    with pytest.raises(RequestRefused) as refused:
        client.complete(chat("hi", max_tokens=5000))
    assert not isinstance(refused.value, PromptTooLong)


def test_who_has_no_token_gets_nothing(served):
    with Client(replace(served, token="wrong")) as client, pytest.raises(RequestRefused, match="401"):
        client.complete(chat("hi"))
