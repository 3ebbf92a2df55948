"""Completions that somebody else recorded, read through a mapping: what is found, and what an error says."""

from __future__ import annotations

import gzip
import hashlib
import json

import pytest
import yaml

from checkable.pool.recording import RecordingError, load_recording
from checkable.pool.store import Pool
from checkable.substrate.contract import DataUnavailable

ROWS = [
    {"file": "a.txt", "said": {"raw": "[[1]]"}, "rounds": [{"code_raw": "one"}, {"code_raw": "two\u2028still two"}],
     "programs": [{"style": "careful", "attempts": [{"code_raw": "c"}]}, {"style": "brief", "attempts": []}],
     "votes": [{"raw": "v0", "table": [1]}, {"raw": "v1", "table": [2]}]},
    {"file": "b.txt", "said": {"raw": "[[2]]"}, "rounds": [{"code_raw": "three"}], "programs": [], "votes": []},
]
CHANNELS = {
    "direct": {"reads": "answer", "completion": "said.raw"},
    "program": {"reads": "program", "completion": "code_raw", "attempts": "rounds"},
    "votes": {"reads": "answer", "completion": "raw", "samples": "votes", "beside": {"input": "table"}},
    "careful": {"reads": "program", "completion": "code_raw", "samples": "programs", "where": {"style": "careful"},
                "attempts": "attempts"},
}


@pytest.fixture
def write(tmp_path):
    """Writes a recording and its mapping; returns a function that opens it."""

    def opening(rows=ROWS, *, lines=None, packed=False, pool=None, **changes):
        content = "\n".join(lines if lines is not None else map(json.dumps, rows)).encode()
        data = tmp_path / "data" / "records"
        data.mkdir(parents=True, exist_ok=True)
        if packed:
            (data / "r.jsonl.gz").write_bytes(gzip.compress(content))
        else:
            (data / "r.jsonl").write_bytes(content)
        mapping = {
            "file": "r.jsonl", "sha256": hashlib.sha256(content).hexdigest(), "licence": "MIT", "made_by": "them",
            "model": {"name": "m", "revision": "r"}, "case": {"field": "file", "strip": ".txt"}, "channels": CHANNELS,
            **changes,
        }
        kept = {key: value for key, value in mapping.items() if value is not None}
        (tmp_path / "them.yaml").write_text(yaml.safe_dump(kept))
        return load_recording(tmp_path / "them.yaml", data=tmp_path / "data", pool=pool)

    return opening


def _texts(recording, case, channel):
    return [[completion.text for completion in sample.attempts] for sample in recording.samples(case, channel)]


@pytest.mark.parametrize("packed", [False, True])
def test_fields_attempts_and_samples_are_found(write, packed):
    recording = write(packed=packed)
    assert _texts(recording, "a", "direct") == [["[[1]]"]]
    assert _texts(recording, "a", "program") == [["one", "two\u2028still two"]]
    assert _texts(recording, "a", "votes") == [["v0"], ["v1"]]
    assert [sample.beside for sample in recording.samples("a", "votes")] == [{"input": [1]}, {"input": [2]}]
    assert recording.reads("direct") == "answer" and recording.reads("program") == "program"


def test_one_list_may_hold_several_channels(write):
    assert _texts(write(), "a", "careful") == [["c"]]
    assert _texts(write(), "b", "careful") == []


def test_a_case_that_was_not_recorded_has_no_samples(write):
    recording = write()
    assert "a" in recording and "c" not in recording
    assert recording.samples("c", "direct") == ()


def test_recorded_completions_become_ordinary_entries_that_say_so(write, tmp_path):
    with Pool(tmp_path / "pool") as pool:
        recording = write(pool=pool)
        completion = recording.samples("a", "program")[0].attempts[1]
        assert pool.get(completion.key) == completion
        assert completion.provenance.kind == "recorded"
        assert completion.provenance.source == "r.jsonl#a/program/0.1"
        assert [model.engine for model in pool.models()] == ["recorded by them"]
        assert len(pool) == 8
        write(pool=pool)
        assert len(pool) == 8, "opening it again stored something twice"


@pytest.mark.parametrize(("arguments", "message"), [
    ({"channels": {"d": {"reads": "answer", "completion": "said.row"}}},
     "line 1: no field 'row' of 'said.row'; there are raw"),
    ({"channels": {"d": {"reads": "answer", "completion": "said"}}}, "expected the text of a completion, found dict"),
    ({"channels": {"d": {"reads": "answer", "completion": "raw", "samples": "said"}}}, "'said' is not a list"),
    ({"channels": {"d": {"reads": "table", "completion": "raw"}}}, "reads is answer or program, not 'table'"),
    ({"channels": {"d": {"reads": "answer"}}}, r"channels\.d: expected reads"),
    ({"channels": {"d": {"reads": "answer", "completion": "raw", "sample": "votes"}}},
     r"channels\.d: unknown key 'sample'; did you mean 'samples'\?"),
    ({"case": {"feld": "file"}}, "case: expected a field"),
    ({"case": "filename"}, "line 1: no field 'filename'"),
    ({"rows": [ROWS[0], ROWS[1], ROWS[0]]}, "line 3: case 'a' comes twice"),
    ({"lines": [json.dumps(ROWS[0]), "{"]}, "line 2: not JSON"),
    ({"licence": None}, "missing licence"),
    ({"licens": "MIT"}, "unknown key 'licens'; did you mean 'licence'"),
])
def test_an_error_says_where_and_what_was_expected(write, arguments, message):
    with pytest.raises(RecordingError, match=message):
        write(**arguments)


def test_an_unknown_channel_or_mapping_has_a_nearest_one(write, tmp_path):
    recording = write()
    with pytest.raises(RecordingError, match="no channel 'programs'; did you mean 'program'"):
        recording.samples("a", "programs")
    with pytest.raises(RecordingError, match="no recording 'then' in .*; did you mean 'them'"):
        load_recording(tmp_path / "then.yaml", data=None)


def test_a_changed_file_is_refused(write):
    with pytest.raises(DataUnavailable, match="sha256"):
        write(sha256="0" * 64)
