"""A pool whose writers are killed without warning: nothing stored is lost, nothing stored is made again."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pool_values import request

import checkable
from checkable.pool.store import Pool

KEYS = 600
HERE = Path(__file__).parent


def _python(*arguments: object) -> subprocess.Popen[str]:
    path = os.pathsep.join([str(HERE), str(Path(checkable.__file__).parent.parent)])
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)], text=True, stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path}, start_new_session=True)


def _check_run(lines: list[str], stored: set[int]) -> None:
    """Add to ``stored`` what one run stored, checking that it made nothing twice."""
    started: set[int] = set()
    for line in lines:
        event, number = line.split()[0], int(line.split()[1])
        if event == "start":
            assert number not in stored, f"{number} was stored and made again"
            assert number not in started, f"{number} was made twice at once"
            started.add(number)
        else:
            stored.add(number)


def test_twenty_kills_lose_nothing_and_repeat_nothing(tmp_path):
    chance = random.Random(20)
    stored: set[int] = set()
    read = 0
    for run in range(20):
        writer = _python(HERE / "crash_writer.py", tmp_path / "pool", tmp_path / "log", KEYS, 3, 2, run)
        writer.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.2))
        os.killpg(writer.pid, signal.SIGKILL)
        writer.wait()
        writer.stdout.read()  # ends once no process of the group is left
        log = (tmp_path / "log").read_text().splitlines() if (tmp_path / "log").exists() else []
        _check_run(log[read:], stored)
        read = len(log)
        with Pool(tmp_path / "pool") as pool:
            for number in stored:
                assert pool.get(request(str(number)).key).text == f"text {number} " * 50
    assert stored, "no run lived long enough to store anything"
    connection = sqlite3.connect(tmp_path / "pool")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


MAKE = """
import os, sys, time
from checkable.pool.store import Pool
from pool_values import request

def make():
    if sys.argv[2] == "fork" and os.fork() == 0:
        time.sleep(60)  # a child that outlives its parent and, but for us, would keep its locks alive
    print("making", flush=True)
    time.sleep(60)

Pool(sys.argv[1]).get_or_make(request(), make)
"""
WAIT = """
import sys
from checkable.pool.store import Pool
from pool_values import answer, request
print("asking", flush=True)
print(Pool(sys.argv[1]).get_or_make(request(), lambda: answer(request(), "taken over")))
"""


@pytest.mark.parametrize("family", ["alone", "fork"])
def test_a_dead_makers_key_is_made_by_who_waited(tmp_path, family):
    maker = _python("-c", MAKE, tmp_path / "pool", family)
    try:
        assert maker.stdout.readline() == "making\n"
        waiting = _python("-c", WAIT, tmp_path / "pool")
        assert waiting.stdout.readline() == "asking\n"
        time.sleep(0.2)
        assert waiting.poll() is None, "the key of a living maker was taken"
        maker.kill()
        assert "taken over" in waiting.communicate(timeout=40)[0]
    finally:
        os.killpg(maker.pid, signal.SIGKILL)
        maker.wait()
