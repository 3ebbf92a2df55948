"""Programs in plain processes with limits, where the system has no jail: level 0, and only where that was asked for.

Promises the same interface and the same outcomes as a zygote (``supervisor``), one fresh interpreter per program,
which is slower. Promises nothing about what a program may read, write or reach. Uses nothing that Linux alone has,
since macOS is what it is for.
"""

from __future__ import annotations

import contextlib
import json
import marshal
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from checkable.execute.inside import protocol, signs
from checkable.execute.isolation import Isolation, unjailed
from checkable.execute.platforms import system
from checkable.execute.requests import Kind, NamespaceUnusable, Request
from checkable.execute.supervisor import Ended, SandboxUnavailable, ZygoteLost, not_set_up

_ALONE = Path(__file__).parent / "inside" / "alone.py"
_START_SECONDS = 120.0  # only a broken machine takes so long
_LONGEST_NAP = 0.02


@dataclass(frozen=True)
class _Exit:
    """How a process ended, and what it said: its signs, and the CPU seconds that it took to start."""

    status: int
    cpu_seconds: float
    came: int
    start_seconds: float
    overdue: bool
    answer: bytes


class Plain:
    """What a zygote is elsewhere: takes programs of one kind, one at a time."""

    def __init__(self, kind: Kind) -> None:
        """Try what limits hold here. Raises SandboxUnavailable or NamespaceUnusable."""
        self.kind = kind
        self._left_out: tuple[int, ...] = ()
        try:
            found = json.loads(self._execute(b"", _START_SECONDS, 1 << 20).answer)
        except (OSError, ValueError) as error:
            raise SandboxUnavailable(f"the Python at {sys.executable} cannot run a program: {error}") from error
        if "unusable" in found:
            raise NamespaceUnusable(found["unusable"])
        self._left_out = tuple(which for which, _ in found["unset"])
        self.isolation: Isolation = unjailed(
            system(), [f"{signs.LIMIT_NAMES[which]}: {why}" for which, why in found["unset"]], found["escaped"])

    def run(self, request: Request) -> Ended:
        """Run one program to its end. Raises ZygoteLost."""
        try:
            seen = self._execute(request.content, request.limits.wall_seconds, request.result_bytes)
        except OSError as error:
            raise ZygoteLost(f"a process cannot be started for a program: {error}") from error
        started = seen.came == signs.REACHED
        return Ended(seen.status, max(0.0, seen.cpu_seconds - seen.start_seconds), started, seen.overdue, seen.answer,
                     "" if started else not_set_up(seen.came, seen.status))

    def close(self) -> None:
        """Nothing is kept between programs."""

    kill = abandon = close

    def _execute(self, content: bytes, wall_seconds: float, most_bytes: int) -> _Exit:
        asked = marshal.dumps((asdict(self.kind), self._left_out, wall_seconds, content))
        with tempfile.TemporaryFile() as ask, tempfile.TemporaryFile() as answer, _pipe() as (signals, theirs):
            ask.write(asked)
            ask.seek(0)
            process = self._spawn(ask, answer, theirs)
            theirs.close()
            try:
                came, start_seconds = _said(signals)
                status, cpu, overdue = _wait(process, wall_seconds)
            finally:
                _end(process)
            return _Exit(status, cpu, came, start_seconds, overdue, os.pread(answer.fileno(), most_bytes, 0))

    def _spawn(self, *files: BinaryIO) -> subprocess.Popen[bytes]:
        descriptors = [file.fileno() for file in files]
        return subprocess.Popen(
            [sys.executable, "-s", "-S", "-P", str(_ALONE), *map(str, descriptors)], cwd="/", pass_fds=descriptors,
            env={"PYTHONHASHSEED": str(self.kind.hash_seed)}, start_new_session=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextlib.contextmanager
def _pipe() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as ours, os.fdopen(writer, "wb") as theirs:
        yield ours, theirs


def _said(signals: BinaryIO) -> tuple[int, float]:
    """How far the process came, as soon as it is at its program or has ended, and the CPU seconds it had taken then."""
    if not select.select([signals], [], [], _START_SECONDS)[0]:
        return 0, 0.0
    message = os.read(signals.fileno(), protocol.ALONE.size)
    return protocol.ALONE.unpack(message) if len(message) == protocol.ALONE.size else (0, 0.0)


def _wait(process: subprocess.Popen[bytes], wall_seconds: float) -> tuple[int, float, bool]:
    """Exit code, CPU seconds, and whether it was ended for its wall time."""
    until, nap, overdue = time.monotonic() + wall_seconds, 0.001, False
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage.ru_utime + usage.ru_stime, overdue
        if not overdue and time.monotonic() > until:
            overdue = True
            process.kill()
        time.sleep(nap)
        nap = min(2 * nap, _LONGEST_NAP)


def _end(process: subprocess.Popen[bytes]) -> None:
    """The process and what it started, as far as that is still in its session."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    if process.returncode is None:
        process.wait()
