"""Recorded pool files: the same content gives the same bytes, and a miss says what changed."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pool_values import MODEL, NOTE, answer, any_text, completions, request, samplings

from checkable.core.completion import Sampling
from checkable.pool.recorded import RecordedPoolError
from checkable.pool.store import MissingCompletion, Pool, RecordedPool

quick = settings(max_examples=30, deadline=None)
contents = st.lists(st.tuples(any_text, samplings, completions), min_size=1, max_size=5)


def _fill(path, content):
    pool = Pool(path)
    for text, sampling, said in content:
        asked = replace(request(text), sampling=sampling)
        pool.put(asked, answer(asked, **said))
    return pool


@pytest.fixture
def recorded(tmp_path):
    with Pool(tmp_path / "pool") as pool:
        for asked in (request("a prompt"), request("a prompt", index=1)):
            pool.put(asked, answer(asked, f"sample {asked.sample_index}"))
        pool.export(tmp_path / "recorded.jsonl.gz", model=MODEL, note=NOTE)
    return RecordedPool(tmp_path / "recorded.jsonl.gz")


@quick
@given(content=contents)
def test_a_recording_answers_as_the_pool_did(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("recorded")
    with _fill(folder / "pool", content) as pool:
        assert pool.export(folder / "r.gz", model=MODEL, note=NOTE) == len(pool)
        replayed = RecordedPool(folder / "r.gz")
        assert replayed.identity == MODEL and replayed.note == NOTE
        for stored in pool.entries():
            live, again = stored.completion, replayed.get(stored.key)
            assert again.provenance.kind == "recorded" and again.provenance.made_at == live.provenance.made_at
            assert again.seconds == (None if live.seconds is None else pytest.approx(live.seconds, abs=0.001))
            assert replace(again, provenance=live.provenance, seconds=live.seconds) == live


@quick
@given(content=contents, data=st.data())
def test_the_order_of_arrival_leaves_no_trace_in_the_bytes(tmp_path_factory, content, data):
    folder = tmp_path_factory.mktemp("recorded")
    content = list({(text, repr(sampling)): (text, sampling, said) for text, sampling, said in content}.values())
    with _fill(folder / "one", content) as one, _fill(folder / "two", data.draw(st.permutations(content))) as two:
        one.export(folder / "one.gz", model=MODEL, note=NOTE)
        two.export(folder / "two.gz", model=MODEL, note=NOTE)
    assert (folder / "one.gz").read_bytes() == (folder / "two.gz").read_bytes()


def test_a_loaded_file_can_be_exported_to_the_same_bytes(recorded, tmp_path):
    with Pool(tmp_path / "elsewhere") as pool:
        assert pool.load(recorded.path) == 2
        assert pool.load(recorded.path) == 0
        pool.export(tmp_path / "again.gz", model=MODEL, note=NOTE)
    assert (tmp_path / "again.gz").read_bytes() == recorded.path.read_bytes()


def test_only_the_chosen_entries_of_the_model_are_exported(tmp_path):
    with Pool(tmp_path / "pool") as pool:
        other = request("a", model=replace(MODEL, engine="another"))
        for asked in (request("a"), request("b"), other):
            pool.put(asked, answer(asked))
        wanted = request("b").key
        assert pool.export(tmp_path / "r.gz", model=MODEL, note=NOTE, where=lambda entry: entry.key == wanted) == 1
    assert [entry.key for entry in RecordedPool(tmp_path / "r.gz").entries()] == [wanted]


def test_a_recording_never_makes_anything(recorded):
    def make():
        raise AssertionError("asked an engine")

    assert recorded.get_or_make(request("a prompt"), make)[0].text == "sample 0"
    with pytest.raises(MissingCompletion):
        recorded.get_or_make(request("another"), make)


@pytest.mark.parametrize(("asked", "reason"), [
    (request("a changed prompt"), "its prompt was never recorded"),
    (request("a prompt", temperature=0.7), r"with temperature 0\.0 instead of 0\.7"),
    (request("a prompt", index=5), r"not sample 5 \(recorded: 0 to 1\)"),
    (request("a prompt", model=replace(MODEL, revision="b" * 40)), "it asks some/model at bbbb"),
])
def test_a_miss_says_what_changed_and_how_to_record_anew(recorded, asked, reason):
    with pytest.raises(MissingCompletion, match=reason) as missing:
        recorded.answer(asked)
    assert "recorded.jsonl.gz" in str(missing.value)
    assert "run the spec with `model:` in place of `pool:`" in str(missing.value)
    assert "prompt ends: 'a " in str(missing.value)


def test_a_miss_by_key_names_the_file(recorded):
    with pytest.raises(MissingCompletion, match=r"recorded\.jsonl\.gz has no completion with the key 0123"):
        recorded.get("0123" * 16)


def test_the_first_line_says_where_the_completions_are_from(recorded):
    header = json.loads(gzip.decompress(recorded.path.read_bytes()).splitlines()[0])
    assert header["model"]["name"] == MODEL.name
    assert header["note"]["licence"] == "Apache-2.0"
    assert header["completions"] == 2
    assert header["samplings"][0]["max_tokens"] == Sampling().max_tokens


def test_prompts_are_not_in_the_file(recorded):
    assert b"a prompt" not in gzip.decompress(recorded.path.read_bytes())


@pytest.mark.parametrize(("content", "message"), [
    (b"plain text", "is not a recorded pool"),
    (gzip.compress(b"{}\n"), "line 1: expected a header"),
    (gzip.compress(b'{"format": "checkable recorded pool 2", "completions": 1}\n{"key": \n'), "line 2: not JSON"),
    (gzip.compress(b'{"format": "checkable recorded pool 2", "completions": 3}\n'), "should hold 3 .* and holds 0"),
], ids=["no gzip", "no header", "no JSON", "too few"])  # the bytes hold the time, which differs between workers
def test_a_damaged_file_is_named_with_its_fault(tmp_path, content, message):
    (tmp_path / "r.gz").write_bytes(content)
    with pytest.raises(RecordedPoolError, match=message):
        RecordedPool(tmp_path / "r.gz")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(RecordedPoolError, match="there is no recorded pool at"):
        RecordedPool(tmp_path / "nothing.gz")


def test_four_thousand_completions_take_a_few_megabytes(tmp_path):
    with Pool(tmp_path / "pool") as pool:
        asked = [request(f"{number} " * 500) for number in range(4000)]
        pool.put_all((one, answer(one, f"def transform(table):  # {number}\n" + "    x = 1\n" * 60))
                     for number, one in enumerate(asked))
        pool.export(tmp_path / "r.gz", model=MODEL, note=NOTE)
    assert (tmp_path / "r.gz").stat().st_size < 2_000_000
