"""`python -m checkable` says what it does and refuses what it cannot do."""

import gzip
import json
from pathlib import Path

import pytest

from checkable.__main__ import main
from checkable.core.completion import (
    Completion,
    CompletionRequest,
    Message,
    ModelIdentity,
    Prompt,
    Provenance,
    Sampling,
)
from checkable.pool.store import Pool

ROOT = Path(__file__).resolve().parents[2]
NOTE = ["--made-by", "a test", "--made-at", "2026-01-01", "--hardware", "none", "--licence", "none"]


@pytest.fixture
def pool(tmp_path):
    with Pool(tmp_path / "pool.sqlite") as made:
        for name, count in (("one", 3), ("two", 1)):
            for index in range(count):
                request = CompletionRequest(
                    model=ModelIdentity(name=name, revision="0", engine="test"), sample_index=index,
                    prompt=Prompt(messages=(Message(role="user", content="hello"),)), sampling=Sampling())
                made.put(request, Completion(
                    key=request.key, text=f"{name} {index}", finish_reason="stop", prompt_tokens=1, completion_tokens=1,
                    seconds=0.1, provenance=Provenance(kind="live", source="test", made_at="2026-01-01T00:00:00Z")))
    return tmp_path / "pool.sqlite"


def test_the_page_of_words_is_that_of_the_code(capsys):
    assert main(["words"]) == 0
    assert capsys.readouterr().out == (ROOT / "docs" / "words.md").read_text(), \
        "renew it: python -m checkable words > docs/words.md"


def test_the_schema_is_json(capsys):
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"]


def test_a_pool_lists_its_models(pool, capsys):
    assert main(["pool-models", str(pool)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in out] == [["3", "one"], ["1", "two"]]


def test_one_models_completions_are_exported(pool, tmp_path, capsys):
    target = tmp_path / "one.jsonl.gz"
    assert main(["export-pool", str(pool), "one", str(target), *NOTE, "--software", "x=1"]) == 0
    header, *rest = [json.loads(line) for line in gzip.decompress(target.read_bytes()).splitlines()]
    assert header["note"]["software"] == {"x": "1"}
    assert sorted(line["text"] for line in rest) == ["one 0", "one 1", "one 2"]


@pytest.mark.parametrize(("arguments", "said"), [
    (["pool-models", "nowhere.sqlite"], "no pool at nowhere.sqlite"),
    (["export-pool", "{pool}", "three", "x.jsonl.gz", *NOTE], "no model 'three'; it has one, two")])
def test_wrong_input_is_said_in_one_line(pool, capsys, arguments, said):
    assert main([a.format(pool=pool) for a in arguments]) == 2
    assert said in capsys.readouterr().err
