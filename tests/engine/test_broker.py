"""Engines on demand: started by the first question, shared by all, gone with their owner."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from engine_values import chat, faulty_server, python_path

from checkable.core.completion import CompletionRequest
from checkable.engine.access import ModelAccess
from checkable.engine.broker import Broker, BrokerClient
from checkable.engine.client import Client
from checkable.engine.endpoint import EngineError
from checkable.engine.models import ModelError
from checkable.engine.server import EngineFailed


@pytest.fixture(scope="module")
def root(tiny_model, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("workspace")
    (folder / "models.yaml").write_text(f"""
tiny: {{weights: {{folder: {tiny_model}}}, engine: transformers, dtype: float32, context: 256, concurrency: 4}}
gone: {{weights: {{folder: nowhere}}, engine: transformers}}
broken: {{weights: {{folder: broken}}, engine: transformers}}
late: {{weights: {{folder: {tiny_model}}}, engine: transformers, dtype: float32, context: 256, start_seconds: 0.1}}
""")
    (folder / "broken").mkdir()
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (folder / "broken" / name).write_bytes((tiny_model / name).read_bytes())
    (folder / "broken" / "config.json").write_text('{"model_type": "no-such-architecture"}')
    return folder


@pytest.fixture(scope="module")
def broker(root):
    with Broker(root=root) as running:
        yield running


def _servers(endpoint) -> list[psutil.Process]:
    port = endpoint.url.rpartition(":")[2].removesuffix("/v1")
    return [p for p in psutil.process_iter(["cmdline", "status"])
            if "checkable.engine.local_server" in (p.info["cmdline"] or []) and port in p.info["cmdline"]
            and "guard.py" not in " ".join(p.info["cmdline"]) and p.info["status"] != psutil.STATUS_ZOMBIE]


def test_all_who_ask_share_one_engine_and_hear_it_start(broker):
    heard = []
    with ThreadPoolExecutor(6) as threads:
        endpoints = list(threads.map(
            lambda _: BrokerClient(broker.address).endpoint("tiny", heard.append), range(6)))
    assert len(set(map(repr, endpoints))) == 1
    assert broker.states()["tiny"] == "ready"
    assert len(_servers(endpoints[0])) == 1
    assert any("starting tiny" in message for message in heard)
    with Client(endpoints[0]) as client:
        assert client.complete(chat("hi", max_tokens=3)).completion_tokens == 3


def test_a_model_knows_its_identity_before_and_after_its_engine_runs(broker, root):
    asked = []

    def address() -> str:
        asked.append(1)
        return broker.address

    access = ModelAccess("tiny", root=root, broker=address)
    assert access.identity.name == "tiny" and access.identity.revision.startswith("sha256:")
    assert access.identity.engine.endswith("float32") and access.concurrency == 4
    assert not asked, "knowing a model started its engine"
    request = CompletionRequest(
        model=access.identity, prompt=chat("hi").prompt, sampling=chat(max_tokens=4).sampling)
    completion = access.complete(request)
    assert completion.key == request.key and completion.completion_tokens == 4
    assert access.waiting == "", "an engine that answers is no longer starting"
    access.close()
    assert access.complete(request).text == completion.text
    access.close()


@pytest.mark.parametrize(("model", "message"), [
    ("tinny", "there is no model 'tinny'; did you mean 'tiny'"),
    ("gone", r"there is no model at .*nowhere: expected a folder with config\.json"),
])
def test_a_model_that_cannot_be_had_is_an_error_for_the_worker(broker, model, message):
    with pytest.raises(EngineFailed, match=message):
        BrokerClient(broker.address).endpoint(model)


def test_an_engine_that_fails_shows_the_end_of_its_log(broker):
    with pytest.raises(EngineError, match="ended with status 1 before it was ready") as failed:
        BrokerClient(broker.address).endpoint("broken")
    assert "no-such-architecture" in str(failed.value)
    assert broker.states()["broken"] == "failed"


def test_an_engine_that_takes_too_long_is_ended(broker):
    with pytest.raises(EngineError, match="was not ready after 0 s"):
        broker.endpoint("late")


def test_a_server_elsewhere_is_attached_to():
    listing = 200, {}, {"data": [{"id": "served"}]}
    with faulty_server(listing) as server, Broker() as broker:
        server.RequestHandlerClass.do_GET = lambda handler: handler.respond(200, listing[2], {})
        endpoint = broker.endpoint(f"{server.url}#served")
        assert (endpoint.url, endpoint.model, endpoint.token) == (server.url, "served", None)
        with pytest.raises(EngineError, match="serves served, not 'other'"):
            broker.endpoint(f"{server.url}#other")
    with Broker() as broker, pytest.raises(EngineError, match="nothing that serves models answers"):
        broker.endpoint("http://127.0.0.1:9/v1#served")
    with Broker() as broker, pytest.raises(ModelError, match="is not an address"):
        broker.endpoint("http://127.0.0.1:9/v1")


def test_an_engine_that_dies_later_is_told_with_its_log(root):
    with Broker(root=root) as broker:
        endpoint = broker.endpoint("tiny")
        server = _servers(endpoint)[0]
        server.kill()
        psutil.wait_procs([server], timeout=30)
        deadline = time.monotonic() + 30
        with pytest.raises(EngineFailed, match="ended with status"):
            while time.monotonic() < deadline:
                broker.endpoint("tiny")
                time.sleep(0.1)


def test_a_closed_broker_leaves_no_server_and_no_folder(root):
    broker = Broker(root=root)
    endpoint = broker.endpoint("tiny")
    folder = Path(broker.address).parent
    assert folder.stat().st_mode & 0o077 == 0, "others may enter"
    broker.close()
    assert not _servers(endpoint) and not folder.exists()
    with pytest.raises(EngineFailed, match="the process that owns the engines is gone"):
        BrokerClient(broker.address).endpoint("tiny")


CONTROLLER = """
import sys, time
from pathlib import Path
from checkable.engine.broker import Broker
broker = Broker(root=Path(sys.argv[1]))
print(broker.endpoint("tiny").url, flush=True)
time.sleep(300)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_the_engine_goes_with_its_controller(root, number):
    controller = subprocess.Popen([sys.executable, "-c", CONTROLLER, str(root)], env=python_path(),
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True)
    port = controller.stdout.readline().strip().rpartition(":")[2].removesuffix("/v1")
    servers = [p for p in psutil.process_iter(["cmdline"]) if port in (p.info["cmdline"] or [])]
    assert len(servers) == 2  # the server and its guard
    os.killpg(controller.pid, number)
    controller.wait()
    assert not psutil.wait_procs(servers, timeout=60)[1]
