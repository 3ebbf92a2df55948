"""Outside completions come in through a mapping, and whatever is wrong with one is said where it is."""

import gzip
import hashlib
import json

import pytest
import yaml

from checkable.pool.recording import RecordingError, load_recording
from checkable.pool.store import Pool
from checkable.substrate.contract import DataUnavailable

ROWS = [
    {"file": "a.txt", "raw": "[1]", "rounds": [{"code": "x"}, {"code": "y"}],
     "votes": [{"text": "p", "table": [[1]]}, {"text": "q", "table": [[2]]}]},
    {"file": "b.txt", "raw": "line\u2028separator", "rounds": [{"code": "z"}], "votes": []},
]
CHANNELS = {
    "direct": {"reads": "answer", "completion": "raw"},
    "program": {"reads": "program", "completion": "code", "attempts": "rounds"},
    "votes": {"reads": "answer", "completion": "text", "samples": "votes", "beside": {"input": "table"}},
}


@pytest.fixture
def make(tmp_path):
    """Writes a recording and its mapping; keyword arguments override keys of the mapping, None removes one."""

    def made(rows=ROWS, zipped=False, **said):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
        folder = tmp_path / "data" / "records"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ("rows.jsonl.gz" if zipped else "rows.jsonl")).write_bytes(gzip.compress(text) if zipped else text)
        mapping = {"file": "rows.jsonl", "sha256": hashlib.sha256(text).hexdigest(), "licence": "none",
                   "made_by": "a test", "model": {"name": "m", "revision": "1"},
                   "case": {"field": "file", "strip": ".txt"}, "channels": CHANNELS} | said
        path = tmp_path / "mapping.yaml"
        path.write_text(yaml.safe_dump({k: v for k, v in mapping.items() if v is not None}))
        return path

    made.data = tmp_path / "data"
    return made


@pytest.mark.parametrize("zipped", [False, True])
def test_samples_attempts_and_what_is_beside_them(make, zipped):
    recording = load_recording(make(zipped=zipped), data=make.data)
    assert [[c.text for c in s.attempts] for s in recording.samples("a", "program")] == [["x", "y"]]
    assert [(s.attempts[0].text, s.beside) for s in recording.samples("a", "votes")] == [
        ("p", {"input": [[1]]}), ("q", {"input": [[2]]})]
    assert recording.samples("b", "votes") == ()
    assert recording.samples("unknown", "direct") == ()
    assert recording.reads("direct") == "answer"


def test_line_separators_inside_a_text_do_not_cut_it(make):
    recording = load_recording(make(), data=make.data)
    assert recording.samples("b", "direct")[0].attempts[0].text == "line\u2028separator"


def test_rows_may_lie_below_a_field_of_one_value(make):
    made = make(rows=[{"summary": 1, "kept": {"rows": ROWS}}])
    made.write_text(made.read_text() + "rows: kept.rows\n")
    recording = load_recording(made, data=make.data)
    assert recording.samples("b", "direct")[0].attempts[0].text == "line\u2028separator"
    made.write_text(made.read_text().replace("rows: kept.rows", "rows: summary"))
    with pytest.raises(RecordingError, match="'summary' is not a list"):
        load_recording(made, data=make.data)


def test_completions_become_entries_of_the_pool_named_as_recorded(make, tmp_path):
    with Pool(tmp_path / "pool.sqlite") as pool:
        load_recording(make(), data=make.data, pool=pool)
        load_recording(make(), data=make.data, pool=pool)  # again: nothing new
        entries = list(pool.entries())
    assert sorted(e.completion.text for e in entries) == sorted(["[1]", "x", "y", "p", "q", "line\u2028separator", "z"])
    assert {e.completion.provenance.kind for e in entries} == {"recorded"}
    assert {e.model.engine for e in entries} == {"recorded by a test"}


@pytest.mark.parametrize(("said", "text"), [
    ({"channels": {"direct": {"reads": "answer", "completion": "rawe"}}}, "line 1: no field 'rawe'"),
    ({"channels": {"direct": {"reads": "table", "completion": "raw"}}}, "answer or program, not 'table'"),
    ({"channels": {"direct": {"completion": "raw"}}}, "channels.direct: expected reads"),
    ({"channels": {"direct": {"reads": "answer", "completion": "votes"}}}, "expected the text of a completion"),
    ({"channels": {"p": {"reads": "program", "completion": "code", "attempts": "raw"}}}, "'raw' is not a list"),
    ({"licence": None}, "missing licence"),
    ({"chanels": {}}, "did you mean 'channels'"),
    ({"case": "raw.x"}, "no field 'x' of 'raw.x'")])
def test_what_is_wrong_with_a_mapping_is_said(make, said, text):
    with pytest.raises(RecordingError, match=text.replace("(", r"\(")):
        load_recording(make(**said), data=make.data)


def test_a_case_that_comes_twice_and_a_line_that_is_not_json(make, tmp_path):
    with pytest.raises(RecordingError, match="line 2: case 'a' comes twice"):
        load_recording(make(rows=[ROWS[0], ROWS[0]]), data=make.data)
    path = make()
    broken = b'{"file": "a.txt"\n'
    (make.data / "records" / "rows.jsonl").write_bytes(broken)
    text = path.read_text()
    path.write_text(text.replace(yaml.safe_load(text)["sha256"], hashlib.sha256(broken).hexdigest()))
    with pytest.raises(RecordingError, match="line 1: not JSON"):
        load_recording(path, data=make.data)


def test_an_unknown_channel_and_a_missing_mapping_name_the_nearest(make, tmp_path):
    recording = load_recording(make(), data=make.data)
    with pytest.raises(RecordingError, match="did you mean 'program'"):
        recording.samples("a", "programs")
    with pytest.raises(RecordingError, match="did you mean 'mapping'"):
        load_recording(tmp_path / "maping.yaml", data=make.data)


def test_a_recording_that_is_nowhere_says_where_to_put_it(make, tmp_path):
    with pytest.raises(DataUnavailable, match="CHECKABLE_DATA"):
        load_recording(make(file="elsewhere.jsonl"), data=make.data)


def test_changed_content_is_refused(make):
    with pytest.raises(DataUnavailable, match="sha256"):
        load_recording(make(sha256="0" * 64), data=make.data)
