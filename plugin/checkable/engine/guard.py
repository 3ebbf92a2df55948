"""A tiny parent that no server outlives: when its standard input closes, everything it started ends.

Run as a script: ``python guard.py GRACE_SECONDS COMMAND…``. The owner holds the other end of the pipe,
which the kernel closes however the owner ends: return, exception, Ctrl-C, SIGTERM or SIGKILL.
Descendants that detach themselves are adopted and ended too. Imports nothing of the package.
"""

from __future__ import annotations

import ctypes
import os
import select
import signal
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
LOOK_SECONDS = 0.5


def main(grace: float, command: list[str]) -> int:
    """Run the command until it ends, the owner ends or a signal comes; returns the command's exit status."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # orphans of the server become ours, not init's
    owner = os.getppid()
    stopping: list[int] = []
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, lambda received, _: stopping.append(received))
    child = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, start_new_session=True,
        preexec_fn=lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0),  # should the guard be killed
    )
    while child.poll() is None and not stopping and not _owner_is_gone(owner):
        _reap_adopted(child.pid)
    _end_all(grace, child)
    return child.returncode if child.returncode is not None else 1


def _owner_is_gone(owner: int) -> bool:
    """Waits up to LOOK_SECONDS. The parent's pid counts too: a fork of the owner may hold the pipe open."""
    readable, _, _ = select.select([0], [], [], LOOK_SECONDS)
    return (bool(readable) and not os.read(0, 4096)) or os.getppid() != owner


def _end_all(grace: float, child: subprocess.Popen[bytes]) -> None:
    """Ask every descendant to end, wait at most ``grace`` seconds, then kill until none is left."""
    _signal_all(signal.SIGTERM)
    deadline = time.monotonic() + grace
    while _descendants() and time.monotonic() < deadline:
        child.poll()
        _reap_adopted(child.pid)
        time.sleep(0.02)
    while _descendants():
        _signal_all(signal.SIGKILL)
        child.poll()
        _reap_adopted(child.pid)
        time.sleep(0.01)
    child.poll()


def _signal_all(number: int) -> None:
    for pid in _descendants():
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue


def _reap_adopted(child: int) -> None:
    """Collect ended orphans; the child itself is left to Popen, which keeps its status."""
    me = os.getpid()
    for pid, (state, parent) in _processes().items():
        if parent == me and pid != child and state == "Z":
            os.waitpid(pid, os.WNOHANG)


def _descendants() -> list[int]:
    """Every living process below this one, parents first."""
    processes = _processes()
    found, frontier = [], {os.getpid()}
    while frontier:
        frontier = {pid for pid, (_, parent) in processes.items() if parent in frontier}
        found += [pid for pid in frontier if processes[pid][0] != "Z"]
    return found


def _processes() -> dict[int, tuple[str, int]]:
    """Pid to state letter and parent's pid, of every process there is."""
    table = {}
    for name in filter(str.isdecimal, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                state, parent = file.read().rpartition(")")[2].split()[:2]
        except (FileNotFoundError, ProcessLookupError):
            continue
        table[int(name)] = (state, int(parent))
    return table


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))
