"""A server ends with its owner, however the owner ends, with everything that the server started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from engine_values import python_path

from checkable.engine.process import GuardedProcess

# A server with a child that refuses to end and a grandchild that detached itself into its own session.
SERVER = """
import os, signal, subprocess, sys, time
stubborn = "import os, signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); {}; time.sleep(300)"
detached = "os.setsid(); os.fork() and os._exit(0)"
subprocess.Popen([sys.executable, "-c", stubborn.format("pass"), sys.argv[1]])
subprocess.Popen([sys.executable, "-c", stubborn.format(detached), sys.argv[1]]).wait()
open(sys.argv[1], "w").close()
time.sleep(300)
"""
OWNER = """
import sys, time
from pathlib import Path
from checkable.engine.process import GuardedProcess
process = GuardedProcess([sys.executable, "-c", sys.argv[1], sys.argv[2]], environment={},
                         log=Path(sys.argv[2] + ".log"), grace_seconds=0.5)
while not Path(sys.argv[2]).exists():
    time.sleep(0.02)
print("ready", flush=True)
if sys.argv[3] == "stop":
    process.stop()
elif sys.argv[3] == "fork":
    import os
    if os.fork() == 0:
        time.sleep(300)
    time.sleep(300)
elif sys.argv[3] != "return":
    time.sleep(300)
"""


def _family(mark: str) -> list[psutil.Process]:
    """Every process that has ``mark`` on its command line, the owner excepted."""
    found = []
    for process in psutil.process_iter(["cmdline", "status"]):
        line = process.info["cmdline"] or []
        if mark in line and OWNER not in line and process.info["status"] != psutil.STATUS_ZOMBIE:
            found.append(process)
    return found


@pytest.fixture
def owner(tmp_path):
    """Starts an owner of a server and waits until the whole family is up."""
    owners = []

    def start(manner: str) -> tuple[subprocess.Popen[str], str]:
        mark = str(tmp_path / "up")
        process = subprocess.Popen([sys.executable, "-c", OWNER, SERVER, mark, manner], env=python_path(),
                                   stdout=subprocess.PIPE, text=True, start_new_session=True)
        owners.append(process)
        assert process.stdout.readline() == "ready\n"
        return process, mark

    yield start
    for process in owners:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _gone(mark: str, seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while _family(mark) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not _family(mark)


@pytest.mark.parametrize("manner", ["stop", "return"])
def test_nothing_is_left_after_an_ordinary_end(owner, manner):
    process, mark = owner(manner)
    process.wait()
    assert _gone(mark)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_after_a_signal(owner, number):
    process, mark = owner("wait")
    assert len(_family(mark)) == 4  # guard, server, stubborn child, detached grandchild
    os.killpg(process.pid, number)
    process.wait()
    assert _gone(mark)


def test_a_fork_of_the_owner_does_not_keep_the_server_alive(owner):
    process, mark = owner("fork")
    process.kill()
    process.wait()
    assert _gone(mark, seconds=30)


def test_a_server_that_ends_by_itself_leaves_its_status_and_its_log(tmp_path):
    script = "import sys; print('first'); print('no such model', file=sys.stderr); sys.exit(3)"
    process = GuardedProcess([sys.executable, "-c", script], environment={}, log=tmp_path / "log")
    assert process.wait() == 3
    assert process.tail().splitlines()[-1] == "no such model" and "first" in process.tail()
    process.stop()  # once more does no harm


def test_a_command_that_does_not_exist_is_a_failure_not_a_hang(tmp_path):
    process = GuardedProcess([str(Path("/no/such/python"))], environment={}, log=tmp_path / "log")
    assert process.wait() != 0
    assert "/no/such/python" in process.tail()
