"""Published data: found where it is, fetched once where it is not, and never taken when it is wrong."""

from __future__ import annotations

import gzip
import hashlib
import http.server
import multiprocessing
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from checkable.substrate import data, download
from checkable.substrate.contract import DataUnavailable
from checkable.substrate.data import Fetch, locate

CONTENT = bytes(range(256)) * 400
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@dataclass
class Server:
    """A web server on this machine whose files misbehave as told."""

    address: str
    files: dict[str, bytes] = field(default_factory=dict)
    cut: dict[str, list[int]] = field(default_factory=dict)  # how many bytes each next answer stops after
    status: dict[str, list[int]] = field(default_factory=dict)  # status of each next answer
    ranges: bool = True
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def url(self, name: str) -> str:
        return f"{self.address}/{name}"


def handler(server: Server) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name, asked = self.path.lstrip("/"), self.headers.get("Range")
            server.asked.append((name, asked))
            status = server.status[name].pop(0) if server.status.get(name) else 200
            if status != 200 or name not in server.files:
                self.send_error(status if status != 200 else 404)
                return
            self.send(server.files[name], asked if server.ranges else None, server.cut.get(name) or [])

        def send(self, content: bytes, asked: str | None, cuts: list[int]) -> None:
            start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
            if start and start >= len(content):
                self.send_error(416)
                return
            self.send_response(206 if asked else 200)
            if asked:
                self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
            self.send_header("Content-Length", str(len(content) - start))
            self.end_headers()
            stop = start + cuts.pop(0) if cuts else len(content)
            self.wfile.write(content[start:stop])

        def log_message(self, *arguments: object) -> None:
            """Keep quiet."""

    return Handler


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server(address="")
    web = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(made))
    made.address = f"http://127.0.0.1:{web.server_address[1]}"
    made.files["file.bin"] = CONTENT
    thread = threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    web.shutdown()
    thread.join()
    web.server_close()


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(download, "PAUSE_SECONDS", 0.0)
    return data.cache_folder()


def one(server: Server) -> Fetch:
    return Fetch(files={"file.bin": server.url("file.bin")})


def get(server: Server, folder: Path | None = None, sha256: str = DIGEST) -> bytes:
    return data.read(locate("file.bin", folder=folder, sha256=sha256, fetch=one(server)))


def leftovers(cache: Path) -> list[str]:
    return [path.name for path in cache.rglob("*") if path.is_file() and not path.name.endswith((".lock", "file.bin"))]


def test_a_file_in_the_given_folder_is_taken_and_nothing_fetched(server, tmp_path):
    (tmp_path / "file.bin").write_bytes(CONTENT)
    assert locate("file.bin", folder=tmp_path, sha256=DIGEST, fetch=one(server)) == tmp_path / "file.bin"
    assert server.asked == []


def test_a_gzipped_twin_counts_by_what_is_inside(server, tmp_path):
    (tmp_path / "file.bin.gz").write_bytes(gzip.compress(CONTENT))
    assert get(server, tmp_path) == CONTENT
    assert server.asked == []


def test_a_wrong_file_in_the_given_folder_is_told_and_not_replaced(server, tmp_path):
    (tmp_path / "file.bin").write_bytes(CONTENT[:-1])
    with pytest.raises(DataUnavailable, match=f"expected {DIGEST}"):
        get(server, tmp_path)
    assert (tmp_path / "file.bin").read_bytes() == CONTENT[:-1]


def test_a_damaged_gzip_file_is_told(server, tmp_path):
    (tmp_path / "file.bin.gz").write_bytes(gzip.compress(CONTENT)[:-20])
    with pytest.raises(DataUnavailable, match="damaged gzip"):
        get(server, tmp_path)


def test_what_is_nowhere_is_fetched_once_and_kept(server, tmp_path, cache):
    assert get(server, tmp_path) == get(server) == CONTENT
    assert len(server.asked) == 1
    assert leftovers(cache) == []


def test_a_file_that_went_bad_in_the_cache_is_fetched_anew(server):
    path = locate("file.bin", folder=None, sha256=DIGEST, fetch=one(server))
    path.write_bytes(b"bad")
    assert get(server) == CONTENT
    assert len(server.asked) == 2


def test_other_content_under_the_same_name_does_not_disturb(server):
    get(server)
    server.files["file.bin"] = b"second version"
    assert get(server, sha256=hashlib.sha256(b"second version").hexdigest()) == b"second version"
    assert get(server) == CONTENT


def test_a_corrupted_download_is_told_and_thrown_away(server, cache):
    server.files["file.bin"] = b"X" + CONTENT[1:]
    with pytest.raises(DataUnavailable, match=f"expected {DIGEST}"):
        get(server)
    assert leftovers(cache) == []
    server.files["file.bin"] = CONTENT
    assert get(server) == CONTENT


def test_a_truncated_download_is_resumed_at_once(server):
    server.cut["file.bin"] = [1000, 2000]
    assert get(server) == CONTENT
    assert [asked for _, asked in server.asked] == [None, "bytes=1000-", "bytes=3000-"]


def test_an_interrupted_download_is_resumed_by_the_next_run(server):
    server.cut["file.bin"] = [500] * download.TRIES
    with pytest.raises(DataUnavailable, match="broke off"):
        get(server)
    assert get(server) == CONTENT
    assert server.asked[-1][1] == f"bytes={500 * download.TRIES}-"


def test_a_server_that_cannot_resume_is_asked_for_all_of_it(server):
    server.ranges, server.cut["file.bin"] = False, [1000]
    assert get(server) == CONTENT


def test_a_part_longer_than_the_file_is_dropped(server, cache):
    parts = cache / DIGEST[:16] / "file.bin.parts"
    parts.mkdir(parents=True)
    (parts / "file.bin.part").write_bytes(CONTENT + b"more")
    assert get(server) == CONTENT


def test_a_file_that_is_gone_is_told_with_the_remedy(server, tmp_path):
    del server.files["file.bin"]
    with pytest.raises(DataUnavailable) as caught:
        get(server, tmp_path)
    for said in ("404", server.url("file.bin"), str(tmp_path / "file.bin"), "--data", "CHECKABLE_DATA"):
        assert said in str(caught.value)
    assert len(server.asked) == 1


def test_a_server_in_trouble_is_asked_again(server):
    server.status["file.bin"] = [503, 500]
    assert get(server) == CONTENT


def test_a_refused_connection_is_told_with_the_remedy(tmp_path):
    fetch = Fetch(files={"file.bin": "http://127.0.0.1:9/file.bin"})
    with pytest.raises(DataUnavailable, match=r"(?s)cannot be reached.*Download http://127.0.0.1:9/file.bin"):
        locate("file.bin", folder=tmp_path, sha256=DIGEST, fetch=fetch)


def test_without_an_address_only_folder_and_cache_are_looked_at(tmp_path):
    with pytest.raises(DataUnavailable, match=r"Put it at .*file\.bin"):
        locate("file.bin", folder=tmp_path, sha256=DIGEST, fetch=None)


def many(server: Server) -> Fetch:
    server.files |= {f"{n}.txt": f"text {n}\n".encode() for n in range(30)}
    names = [f"{n}.txt" for n in range(30)]
    return Fetch(
        files={name: server.url(name) for name in names}, convert=lambda files: b"".join(files[n] for n in names)
    )


TOGETHER = b"".join(f"text {n}\n".encode() for n in range(30))
TOGETHER_DIGEST = hashlib.sha256(TOGETHER).hexdigest()


def test_many_files_are_converted_into_one(server, cache):
    path = locate("all/of/them.txt", folder=None, sha256=TOGETHER_DIGEST, fetch=many(server))
    assert path.read_bytes() == TOGETHER
    assert len(server.asked) == 30 and not list(cache.rglob("*.parts"))


def test_what_is_missing_of_many_files_is_all_that_is_fetched_later(server):
    fetch = many(server)
    lost = server.files.pop("29.txt")
    with pytest.raises(DataUnavailable, match=r"29\.txt answers 404"):
        locate("all.txt", folder=None, sha256=TOGETHER_DIGEST, fetch=fetch)
    server.files["29.txt"] = lost
    assert locate("all.txt", folder=None, sha256=TOGETHER_DIGEST, fetch=fetch).read_bytes() == TOGETHER
    assert max(Counter(name for name, _ in server.asked if name != "29.txt").values()) == 1


def test_files_that_cannot_be_converted_are_told_and_thrown_away(server, cache):
    fetch = many(server)

    def failing(files):
        raise ValueError("not JSON")

    with pytest.raises(DataUnavailable, match="not JSON"):
        locate("all.txt", folder=None, sha256=TOGETHER_DIGEST, fetch=Fetch(files=fetch.files, convert=failing))
    assert not [path for path in cache.rglob("*.txt")]


def test_several_files_need_a_converter():
    with pytest.raises(ValueError, match="converter"):
        Fetch(files={"a": "http://a", "b": "http://b"})


def _in_a_process(url: str, results) -> None:
    fetch = Fetch(files={"file.bin": url})
    results.put(hashlib.sha256(locate("file.bin", folder=None, sha256=DIGEST, fetch=fetch).read_bytes()).hexdigest())


def test_of_several_processes_one_fetches_and_the_others_wait(server):
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    processes = [context.Process(target=_in_a_process, args=(server.url("file.bin"), results)) for _ in range(4)]
    for process in processes:
        process.start()
    assert [results.get(timeout=30) for _ in processes] == [DIGEST] * 4
    for process in processes:
        process.join()
    assert len(server.asked) == 1
