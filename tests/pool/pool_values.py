"""Requests and completions for the tests of the pool."""

from __future__ import annotations

from hypothesis import strategies as st

from checkable.core.completion import (
    Completion,
    CompletionRequest,
    Message,
    ModelIdentity,
    Prompt,
    Provenance,
    Sampling,
    TokenLogprob,
)
from checkable.pool.store import RecordingNote

MODEL = ModelIdentity(name="some/model", revision="a" * 40, engine="vllm 1.0 bfloat16")
NOTE = RecordingNote(made_by="the maintainers", made_at="2026-11", hardware="2 cores", licence="Apache-2.0")


def request(
    text: str = "hello", *, model: ModelIdentity = MODEL, index: int = 0, **sampling: object
) -> CompletionRequest:
    prompt = Prompt(messages=(Message(role="user", content=text),))
    return CompletionRequest(model=model, prompt=prompt, sampling=Sampling(**sampling), sample_index=index)


def answer(asked: CompletionRequest, text: str = "world", **fields: object) -> Completion:
    values = {"finish_reason": "stop", "prompt_tokens": 3, "completion_tokens": 5, "seconds": 0.25,
              "provenance": Provenance(kind="live", source="http://engine/v1", made_at="2026-11-23T06:00:00+00:00")}
    return Completion(key=asked.key, text=text, **{**values, **fields})


names = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=8)
any_text = st.text(st.characters(), max_size=40)  # lone surrogates and line separators included
probabilities = st.floats(-50, 0)
models = st.builds(ModelIdentity, name=names, revision=names, engine=names, adapter=st.none() | names)
prompts = st.builds(lambda text: Prompt(text=text), any_text) | st.builds(
    lambda roles: Prompt(messages=tuple(Message(role=role, content=content) for role, content in roles)),
    st.lists(st.tuples(st.sampled_from(["system", "user", "assistant"]), any_text), min_size=1, max_size=3))
samplings = st.builds(
    Sampling, temperature=st.floats(0, 2), top_p=st.floats(0.1, 1), top_k=st.none() | st.integers(1, 9),
    max_tokens=st.integers(1, 99), stop=st.lists(any_text, max_size=2).map(tuple), seed=st.integers(0, 9),
    logprobs=st.none() | st.integers(0, 3), json_schema=st.none() | st.just({"type": "object"}))
requests = st.builds(
    CompletionRequest, model=models, prompt=prompts, sampling=samplings, sample_index=st.integers(0, 3))
tokens = st.builds(
    TokenLogprob, token=any_text, logprob=probabilities,
    alternatives=st.lists(st.tuples(any_text, probabilities), max_size=2).map(tuple))
completions = st.fixed_dictionaries({
    "text": any_text, "finish_reason": st.sampled_from(["stop", "length", ""]),
    "prompt_tokens": st.none() | st.integers(0, 9), "completion_tokens": st.none() | st.integers(0, 9),
    "seconds": st.none() | st.floats(0, 9), "logprobs": st.none() | st.lists(tokens, max_size=2).map(tuple)})
