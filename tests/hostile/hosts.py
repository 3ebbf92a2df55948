"""Hosts that refuse what a strict host refuses, to root or to an ordinary user, and attacks sent to them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import honest
from attack import QUESTION, TIMEOUT, Attack

from checkable.execute.decoding import decode

HERE = Path(__file__).parent
PLUGIN = HERE.parents[1] / "plugin"
NOBODY = 65534
REFUSED_FOR_LEVEL = {3: (), 2: ("unshare",), 1: ("unshare", "landlock_create_ruleset")}


@dataclass(frozen=True)
class Seen:
    """What was seen of one attack: its outcome, error and value, and what it left behind."""

    outcome: str
    error: str
    value: Any
    left: dict[str, Any]

    @property
    def left_nothing(self) -> bool:
        return not self.left


class Host:
    """A process in which attacks run one after the other, in one sandbox; the system calls ``refused`` fail in it."""

    def __init__(self, refused: tuple[str, ...], user: int, python: str = sys.executable) -> None:
        groups = {} if user == os.geteuid() else {"user": user, "group": user, "extra_groups": []}
        self._process = subprocess.Popen(
            [python, "-B", "-s", str(HERE / "host_process.py"), str(PLUGIN), ",".join(refused)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd="/tmp", env={}, **groups)
        self.isolation = self._hear()

    def attack(self, attack: Attack) -> Seen:
        assert self._process.stdin
        request = {"source": attack.source, "question": QUESTION, "brief": TIMEOUT in attack.outcomes}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        said = self._hear()
        left = {"honest": _noticed(*said["honest"]), "zygote": None if said["same_zygote"] else "replaced",
                "descriptors": said["descriptors"], "files": said["files"]}
        return Seen(said["outcome"], said["error"], decode(said["value"]),
                    {what: found for what, found in left.items() if found})

    def close(self) -> int:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        return self._process.wait()

    def _hear(self) -> Any:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the host's process ended with status {self._process.wait()}")
        return json.loads(line)


def start(refused: tuple[str, ...], who: str) -> Host | str:
    """A host for "root" or an "ordinary" user, or why there can be none."""
    if who == "root":
        return Host(refused, 0) if os.geteuid() == 0 else "root alone can be root"
    python = ordinary_python()
    if python is None:
        return "no Python and plugin that an ordinary user may read"
    return Host(refused, NOBODY if os.geteuid() == 0 else os.geteuid(), python)


def _noticed(outcome: str, error: str, value: str) -> Any:
    """What the honest program found that was not so before."""
    if outcome != "ok":
        return outcome, error
    return {name: found for name, found in decode(value).items() if found != honest.VALUE[name]}


def ordinary_python() -> str | None:
    """A Python that somebody other than root may start, new enough for the plugin, which must be readable too."""
    check = f"import os, sys; raise SystemExit(sys.version_info < (3, 11) or not os.access({str(PLUGIN)!r}, os.R_OK))"
    nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    for python in (sys.executable, shutil.which("python3", path="/usr/bin:/usr/local/bin")):
        try:
            if python and subprocess.run([python, "-c", check], cwd="/", **nobody).returncode == 0:
                return python
        except OSError:
            pass
    return None
