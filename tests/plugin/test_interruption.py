"""A run that is killed loses nothing and repeats nothing; Ctrl-C leaves everything usable.

The model is a small HTTP server of the test's own that speaks the protocol and counts what it is asked.
"""

import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from checkable.experiment.determinism import MOST_ASKED_AGAIN
from checkable.ledger import runs
from checkable.pool.store import Pool
from tests.plugin.conftest import RIGHT, SPEC, spec

KILLS = int(os.environ.get("CHECKABLE_KILLS", "2"))  # 20 in `make kills`
DELAY = 0.2  # seconds per completion: long enough to be interrupted in


class Engine(ThreadingHTTPServer):
    """Answers every request with a program that transposes, after a while."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.delay, self.fickle = DELAY, False
        self.asked, self.lock = Counter(), threading.Lock()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def name(self):
        return f"http://127.0.0.1:{self.server_port}/v1#counting"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if len(body) < length:
            return  # whoever asked was killed in the middle of its request, so that nothing was asked
        time.sleep(self.server.delay)
        with self.server.lock:
            self.server.asked[body] += 1
            other = "\n# otherwise" if self.server.fickle and self.server.asked[body] > 1 else ""
        text = {"message": {"role": "assistant", "content": RIGHT + other}, "finish_reason": "stop", "index": 0}
        answer = json.dumps({"choices": [text], "usage": {"prompt_tokens": 1, "completion_tokens": 1}}).encode()
        self.answer(answer)

    def do_GET(self):
        self.answer(json.dumps({"data": [{"id": "counting"}]}).encode())

    def answer(self, content):
        try:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        except OSError:
            pass  # whoever asked was killed meanwhile: that is what these tests do

    def log_message(self, *_):
        pass


@pytest.fixture
def engine():
    server = Engine()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def live(workspace):
    text = SPEC.replace("pool: pool.jsonl.gz\n", "model: embedded\n").replace("count: 12", "count: 100")
    workspace.transpose = text.replace("gate.correct: 10/12", "gate.correct: 100/100")
    spec(workspace, "transpose", workspace.transpose)
    return workspace


def start(workspace, engine, *arguments):
    command = [sys.executable, "-m", "pytest", "specs", "--model", engine.name, *arguments]
    return subprocess.Popen(command, cwd=workspace.path, start_new_session=True, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def wait_for_requests(engine, process, wanted):
    while sum(engine.asked.values()) < wanted and process.poll() is None:
        time.sleep(0.01)


def stored(workspace):
    path = workspace.path / "reports" / "pool.sqlite"
    if not path.exists():
        return 0
    with Pool(path) as pool:
        return len(pool)


def moments(seed):
    """When runs are killed: while they start, or once some more completions have been asked for."""
    chance = random.Random(seed)
    for _ in range(KILLS):
        yield (chance.uniform(0, 1), 0) if chance.random() < 0.25 else (0, chance.randint(1, 12))


def kill(process):
    """Whether the process and all of its children were still there to be killed."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    finally:
        process.communicate()
    return True


@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_killed_run_resumes_without_a_lost_or_repeated_completion(live, engine, workers):
    cases = 25 * KILLS
    spec(live, "transpose", live.transpose.replace("100", str(cases)))
    for seconds, requests in moments(workers):
        before = sum(engine.asked.values())
        process = start(live, engine, "-n", workers)
        time.sleep(seconds)
        wait_for_requests(engine, process, before + requests)
        kept = stored(live)
        assert kill(process)
        assert stored(live) >= kept
    out, _ = start(live, engine, "-n", workers).communicate(timeout=600)
    assert "1 passed" in out, out
    assert stored(live) == len(engine.asked) == 2 * cases  # a direct answer and a program for each case
    # Only what was on its way when a run was killed may have been asked for again, and what the audit repeats.
    repeated = sum(count - 1 for count in engine.asked.values())
    assert repeated <= KILLS * 16 + MOST_ASKED_AGAIN
    print(f"-n {workers}: {KILLS} kills, {2 * cases} completions, none lost, {repeated} asked for again")


@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_run_killed_after_its_last_completion_asks_nothing_again_and_its_ledger_reads(live, engine, workers):
    assert "1 passed" in start(live, engine, "-n", workers).communicate(timeout=120)[0]
    asked, chance = sum(engine.asked.values()), random.Random(workers)
    killed = 0
    for _ in range(KILLS):
        process = start(live, engine, "-n", workers)
        time.sleep(chance.uniform(0.5, 4))
        killed += kill(process)
    assert "1 passed" in start(live, engine, "-n", workers).communicate(timeout=120)[0]
    assert sum(engine.asked.values()) == asked
    ledger = runs.scan(live.path / "reports" / "ledger" / "runs.jsonl")
    assert {record["verdict"] for record in ledger.records} == {"not judged"}  # the command line named the model
    assert 2 <= len(ledger.records) <= 2 + KILLS
    print(f"-n {workers}: {killed} of {KILLS} kills before the end, {len(ledger.records)} records, "
          f"{len(ledger.damaged)} half lines")


def test_a_finished_run_asks_nothing_again(live, engine):
    assert "1 passed" in start(live, engine).communicate(timeout=120)[0]
    asked = sum(engine.asked.values())
    assert "1 passed" in start(live, engine).communicate(timeout=120)[0]
    assert sum(engine.asked.values()) == asked


def test_an_engine_that_answers_otherwise_when_asked_again_is_told_and_the_pool_keeps_the_first(live, engine):
    engine.fickle, engine.delay = True, 0
    out, _ = start(live, engine).communicate(timeout=120)
    assert "repeatability: 8 of 8 greedy completions came out otherwise when asked again" in " ".join(out.split()), out
    assert sum(engine.asked.values()) == 208 and stored(live) == 200
    with Pool(live.path / "reports" / "pool.sqlite") as pool:
        assert not any("otherwise" in entry.completion.text for entry in pool.entries())


def test_control_c_leaves_pool_ledger_and_page(live, engine):
    spec(live, "a_first", SPEC)  # 24 completions: done before the other begins
    process = start(live, engine)
    wait_for_requests(engine, process, 40)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert "KeyboardInterrupt" in out and process.returncode == 2
    assert stored(live) >= 24
    records = (live.path / "reports" / "ledger" / "runs.jsonl").read_text().splitlines()
    assert [json.loads(line)["experiment"] for line in records] == ["specs/a_first.yaml"]
    assert "Transposing" in (live.path / "reports" / "report.html").read_text()


@pytest.mark.parametrize("workers", ["0", "2"])
def test_long_items_show_how_far_they_are(live, engine, workers):
    engine.delay = 0.6
    out, _ = start(live, engine, "-n", workers).communicate(timeout=120)
    assert re.search(r"transpose\.yaml::smoke: generate \d+/100 \(\d+%\), \d+ completions, [\d.]+/s, .* left", out), out
    assert "1 passed" in out, out
