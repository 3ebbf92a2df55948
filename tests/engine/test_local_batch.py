"""Rows that come and go: each gets what it would have got alone, whoever shares the batch."""

from __future__ import annotations

import pytest
import torch
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from transformers import AutoModelForCausalLM, DynamicCache, Qwen3Config

from checkable.engine.local_batch import Batch
from checkable.engine.local_model import LocalModel, LocalModelError, Slots
from checkable.engine.local_sampling import Decoding, choose

few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def model(tiny_model):
    torch.set_num_threads(1)
    return LocalModel(str(tiny_model), revision=None, dtype="float32", context=256)


@pytest.fixture(scope="module")
def batch(model):
    running = Batch(model, rows=4)
    yield running
    running.close()


def _alone(model, prompt, decoding):
    """One row, generated in a batch of its own."""
    batch = Batch(model, rows=1)
    try:
        return batch.submit(prompt, decoding).result(timeout=60)
    finally:
        batch.close()


def test_greedy_decoding_is_what_transformers_generates(model, batch, tiny_model):
    reference = AutoModelForCausalLM.from_pretrained(tiny_model, dtype=torch.float32)
    for words in ("hello", "a somewhat longer prompt", "x"):
        prompt = model.text_prompt(words)
        expected = reference.generate(torch.tensor([prompt]), max_new_tokens=40, do_sample=False)[0, len(prompt):]
        found = batch.submit(prompt, Decoding(temperature=0, max_tokens=40, seed=0)).result(timeout=60)
        assert [one.token for one in found.tokens] == expected.tolist()


rows = st.lists(st.tuples(
    st.text("abcdef ", min_size=1, max_size=60), st.integers(1, 30), st.sampled_from([0.0, 0.7, 1.0]),
    st.sampled_from([0.5, 0.9, 1.0]), st.sampled_from([None, 1, 5]), st.integers(0, 99)), min_size=2, max_size=9)


@few
@given(wanted=rows)
def test_neighbours_never_change_a_completion(model, batch, wanted):
    """More rows than slots, of different lengths and settings: they enter and leave at different steps."""
    asked = [
        (model.text_prompt(text), Decoding(max_tokens=n, temperature=t, top_p=p, top_k=k, seed=s))
        for text, n, t, p, k, s in wanted
    ]
    together = [batch.submit(*one) for one in asked]
    assert [one.result(timeout=60).tokens for one in together] == [_alone(model, *one).tokens for one in asked]


def test_the_seed_decides_and_nothing_else(model, batch):
    prompt = model.text_prompt("hello")
    texts = [[batch.submit(prompt, Decoding(max_tokens=20, seed=seed)).result(timeout=60).text for seed in range(5)]
             for _ in range(2)]
    assert texts[0] == texts[1]
    assert len(set(texts[0])) == 5


def test_samples_of_one_prompt_pay_for_it_once(model, batch, monkeypatch):
    prefilled = []
    real = model._prefilled
    monkeypatch.setattr(model, "_prefilled", lambda prompt: prefilled.append(prompt) or real(prompt))
    prompts = [model.text_prompt(f"never seen before {i}") for i in range(2)]
    rows = [batch.submit(prompt, Decoding(max_tokens=5, seed=seed)) for prompt in prompts for seed in range(6)]
    assert all(row.result(timeout=60).tokens for row in rows)
    assert prefilled == [tuple(prompt) for prompt in prompts]


def test_a_completion_ends_before_the_stop_string(model, batch):
    prompt = model.text_prompt("hello")
    whole = batch.submit(prompt, Decoding(temperature=0, max_tokens=40, seed=0)).result(timeout=60)
    stop = whole.text[10:12]
    stopping = Decoding(temperature=0, max_tokens=40, stop=("never seen", stop), seed=0)
    cut = batch.submit(prompt, stopping).result(timeout=60)
    assert cut.text == whole.text[: whole.text.find(stop)]
    assert cut.reason == "stop" and len(cut.tokens) < len(whole.tokens)


def test_a_completion_that_reaches_its_limit_says_so(model, batch):
    found = batch.submit(model.text_prompt("hello"), Decoding(temperature=0, max_tokens=3, seed=0)).result(timeout=60)
    assert found.reason == "length" and len(found.tokens) == 3


def test_the_end_token_is_counted_but_not_shown(model):
    end = min(model.end_tokens)
    prompt = model.text_prompt("hello")
    for seed in range(200):
        found = _alone(model, prompt, Decoding(temperature=1.5, max_tokens=60, seed=seed))
        if found.reason == "stop":
            assert found.tokens[-1].token == end and "im_end" not in found.text
            return
    pytest.fail("no completion ended by itself")


def test_logprobs_are_of_the_models_own_distribution(model, batch):
    """Whatever the temperature: an engine's logprobs are about the model, not about the sampling."""
    prompt = model.text_prompt("hello")
    found = batch.submit(prompt, Decoding(temperature=0.3, max_tokens=4, logprobs=3, seed=1)).result(timeout=60)
    logits, _ = model.prefill(prompt)
    expected = torch.log_softmax(logits, dim=-1)
    first = found.tokens[0]
    assert first.logprob == pytest.approx(float(expected[first.token]), abs=1e-4)
    assert [value for _, value in first.alternatives] == pytest.approx(expected.topk(3).values.tolist(), abs=1e-4)


def test_a_row_that_fails_does_not_take_others_with_it(model, batch):
    broken = batch.submit([10**9], Decoding(max_tokens=3, seed=0))  # no such token
    fine = batch.submit(model.text_prompt("hello"), Decoding(max_tokens=3, seed=0))
    with pytest.raises(IndexError):
        broken.result(timeout=60)
    assert len(fine.result(timeout=60).tokens) == 3


def test_close_lets_those_finish_who_came_before(model):
    batch = Batch(model, rows=2)
    found = [batch.submit(model.text_prompt("hello"), Decoding(max_tokens=15, seed=i)) for i in range(5)]
    batch.close()
    assert all(one.done() and one.result().tokens for one in found)


@settings(max_examples=40, deadline=None)
@given(moves=st.lists(st.tuples(st.booleans(), st.integers(0, 3)), max_size=12))
def test_a_slot_holds_its_own_row_through_all_comings_and_goings(moves):
    slots, expected = Slots(3), []
    for number, (enters, which) in enumerate(moves, start=1):
        if enters and len(expected) < 3:
            length = 100 * which + 7
            cache = DynamicCache(config=Qwen3Config(num_hidden_layers=1))
            cache.update(torch.full((1, 2, length, 4), float(number)), torch.full((1, 2, length, 4), -float(number)), 0)
            assert slots.enter(cache, room=1) == len(expected)
            expected.append((number, length))
        elif expected and not enters:
            slot = which % len(expected)
            slots.leave(slot)
            expected[slot] = expected[-1]
            expected.pop()
    assert slots.lengths == [length for _, length in expected]
    if expected:
        slots.begin_step()
        keys, values = slots.update(torch.zeros(len(expected), 2, 1, 4), torch.zeros(len(expected), 2, 1, 4), 0)
        for slot, (number, length) in enumerate(expected):
            assert (keys[slot, :, :length] == number).all() and (values[slot, :, :length] == -number).all()
            assert (keys[slot, :, length] == 0).all()
        assert slots.mask().sum(dim=-1).flatten().tolist() == [length + 1 for _, length in expected]


@settings(max_examples=60, deadline=None)
@given(logits=st.lists(st.floats(-8, 8, width=32), min_size=3, max_size=12), top_k=st.integers(1, 12),
       top_p=st.floats(0.05, 1.0), seed=st.integers(0, 999))
@example(logits=[0.0, 0.0, 0.0, 0.0, 1.0], top_k=2, top_p=0.5, seed=1)  # equals at the k-th place
def test_what_is_ruled_out_is_never_drawn(logits, top_k, top_p, seed):
    values = torch.tensor(logits)
    decoding = Decoding(temperature=0.9, top_k=top_k, top_p=top_p, max_tokens=1, seed=seed)
    drawn = choose(values, decoding, torch.Generator().manual_seed(seed)).token
    probabilities = torch.softmax(values / 0.9, dim=-1)
    larger = probabilities[probabilities > probabilities[drawn] * (1 + 1e-5)]
    assert len(larger) < top_k
    kept = torch.softmax((values / 0.9).topk(min(top_k, len(logits))).values, dim=-1)
    assert float(kept[: len(larger)].sum()) < top_p + 1e-4


def test_draws_follow_the_distribution():
    """A chi-square over 4000 seeds; the seeds are fixed, so this is no matter of luck."""
    from scipy.stats import chisquare

    logits = torch.tensor([0.0, 1.0, 2.0, -1.0])
    counts = [0, 0, 0, 0]
    for seed in range(4000):
        counts[choose(logits, Decoding(max_tokens=1, seed=seed), torch.Generator().manual_seed(seed)).token] += 1
    expected = (torch.softmax(logits, dim=-1).double() * 4000).tolist()
    assert chisquare(counts, [e * 4000 / sum(expected) for e in expected]).pvalue > 0.001


def test_a_model_of_another_kind_is_refused_by_name(tmp_path, tiny_model):
    config = Qwen3Config.from_pretrained(tiny_model)
    config.layer_types = ["full_attention", "sliding_attention", "full_attention"]
    config.use_sliding_window, config.sliding_window = True, 8
    source = AutoModelForCausalLM.from_pretrained(tiny_model)
    source.config = config
    source.save_pretrained(tmp_path)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (tmp_path / name).write_bytes((tiny_model / name).read_bytes())
    with pytest.raises(LocalModelError, match="sliding_attention; the local engine serves"):
        LocalModel(str(tmp_path), revision=None, dtype="float32", context=64)
