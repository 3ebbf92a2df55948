"""The processes and files behind a zygote: started, ended with whatever runs in them, looked at through the kernel.

Promises that what is ended is gone when the function returns. Knows nothing of programs and their results.
"""

from __future__ import annotations

import compileall
import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_START = Path(__file__).parent / "inside" / "start.py"
_LEAVE_SECONDS = 2.0
_FIRST_BYTES = 4096
_AT_REST = "STt"  # states of a process (proc(5)): asleep, stopped, traced


_CODE_NAMES = sorted(path.name for path in _START.parent.glob("*.py"))


def _code() -> list[tuple[int, int]]:
    """What tells one version of the files that a zygote runs from another."""
    found = [os.stat(_START.parent / name) for name in _CODE_NAMES]
    return [(each.st_mtime_ns, each.st_size) for each in found]


_CODE_AT_IMPORT = _code()


def code_changed() -> str:
    """What to say where the jail's files are not those that this process was started with: the two would
    misunderstand each other. Empty where they are the same."""
    with contextlib.suppress(FileNotFoundError):
        if _code() == _CODE_AT_IMPORT:
            return ""
    return f"the sandbox's files in {_START.parent} have changed since this process started: start it again"


@cache
def _compiled() -> bool:
    """Have bytecode of the jail's files where that can be written: a zygote that compiles them first has its objects
    at other addresses than those after it, and so sets of objects in another order."""
    return compileall.compile_dir(_START.parent, quiet=2)


def spawn(hash_seed: int, control: socket.socket) -> subprocess.Popen[bytes]:
    """A zygote that listens on ``control``. Raises OSError."""
    _compiled()
    command = [sys.executable, "-s", "-S", "-P", str(_START), str(control.fileno())]
    environment = {"PYTHONHASHSEED": str(hash_seed), "LD_BIND_NOW": "1"}  # or each child would look symbols up again
    return subprocess.Popen(
        command, env=environment, cwd="/", pass_fds=[control.fileno()], start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def end(control: socket.socket, process: subprocess.Popen[bytes], pid: int) -> None:
    """Let the zygote leave by closing its socket; end it where it does not."""
    control.close()
    try:
        process.wait(_LEAVE_SECONDS)
    except subprocess.TimeoutExpired:
        kill(control, process, pid)


def kill(control: socket.socket, process: subprocess.Popen[bytes], pid: int) -> None:
    """End ``process``, the zygote ``pid`` if that is another, and the child that it may have."""
    control.close()
    if process.poll() is None:
        for other in (*children(pid), pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(other, signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextlib.contextmanager
def memory_file(name: str) -> Iterator[int]:
    """A file that nobody else has: no kernel object that a program can touch outlives its program."""
    descriptor = os.memfd_create(f"checkable-{name}", os.MFD_CLOEXEC)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def write(descriptor: int, content: bytes) -> None:
    """All of ``content`` at the front of a file."""
    at = 0
    while at < len(content):
        at += os.pwrite(descriptor, content[at:], at)


def read(descriptor: int, most: int) -> bytes:
    """What is in a file, up to ``most`` bytes. Most files are small: their size is not worth asking for."""
    content = os.pread(descriptor, min(most, _FIRST_BYTES), 0)
    if len(content) < _FIRST_BYTES:
        return content
    return os.pread(descriptor, min(os.fstat(descriptor).st_size, most), 0)


def children(pid: int) -> list[int]:
    """The processes that ``pid`` has forked; none where the kernel does not list them."""
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def waiting(pids: list[int]) -> tuple[float, bool]:
    """How long the processes were kept from running (proc(5), schedstat), and whether one is about to run or to end."""
    starved, ready = 0.0, False
    for pid in pids:
        with contextlib.suppress(OSError, IndexError, ValueError):  # it may be gone, or the kernel may not tell
            starved += int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9
            ready |= Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] not in _AT_REST
    return starved, ready
