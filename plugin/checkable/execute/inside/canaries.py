"""What must fail in a jail, tried. A layer is in force because a forked child could not do these, never because
its set-up call returned.

Each canary returns None where it was stopped and otherwise says what it could do.
"""

from __future__ import annotations

import ctypes
import errno
import marshal
import os
import resource
from _socket import AF_INET, SOCK_DGRAM, socket
from collections.abc import Callable, Iterable

from . import kernel
from .limits import bound_program

Canary = Callable[[], str | None]
_REPORT_BYTES = 16_384
_MEMORY_BYTES = 64 << 20
_BOUNDS = (5.0, _MEMORY_BYTES, 4096)


def try_in_child(canaries: Iterable[Canary], pipe: tuple[int, int], zygote_bytes: int | None = None) -> list[str]:
    """What a forked child could do, in words; empty where every canary was stopped.

    With ``zygote_bytes`` the child is bound as a program is. The pipe is made by the caller, before a filter
    forbids it, and is closed here.
    """
    reader, writer = pipe
    pid = os.fork()
    if pid == 0:
        _report(canaries, writer, zygote_bytes)
    os.close(writer)
    report = os.read(reader, _REPORT_BYTES)
    os.close(reader)
    _, status = os.waitpid(pid, 0)
    return marshal.loads(report) if report else [f"the canaries' child died (status {status})"]


def _report(canaries: Iterable[Canary], writer: int, zygote_bytes: int | None) -> None:
    try:
        if zygote_bytes is not None:
            bound_program(_BOUNDS, zygote_bytes)
        escaped = [said for canary in canaries if (said := canary())]
        os.write(writer, marshal.dumps(escaped))
    finally:
        os._exit(0)


def _stopped(attempt: Callable[[], object], said: str) -> str | None:
    try:
        attempt()
    except (OSError, MemoryError):
        return None
    return said


def sees_host_files() -> str | None:
    return _stopped(lambda: os.stat(os.__file__), "see the host's files")


def reaches_loopback() -> str | None:
    """Connecting a datagram socket sends nothing, but needs a route; an empty namespace has none."""
    def connect() -> None:
        socket(AF_INET, SOCK_DGRAM).connect(("127.0.0.1", 9))

    return _stopped(connect, "reach the loopback network")


def sees_host_processes() -> str | None:
    return None if os.getppid() in (0, 1) else "see processes outside"


def reads_files() -> str | None:
    return _stopped(lambda: os.close(os.open(os.__file__, os.O_RDONLY)), "read a file")


def lists_root() -> str | None:
    return _stopped(lambda: os.listdir("/"), "list a directory")


def forks() -> str | None:
    try:
        pid = os.fork()
    except OSError:
        return None
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return "start a process"


def takes_memory() -> str | None:
    return _stopped(lambda: bytearray(_MEMORY_BYTES + (16 << 20)), "take more memory than allowed")


def raises_limits() -> str | None:
    everything = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    try:
        resource.setrlimit(resource.RLIMIT_AS, everything)
    except (OSError, ValueError):
        return None
    return "raise its own limits"


def is_root() -> str | None:
    return "act as root" if os.geteuid() == 0 else None


OUTSIDE_NAMESPACES: tuple[Canary, ...] = (sees_host_files, reaches_loopback, sees_host_processes)
OUTSIDE_LANDLOCK: tuple[Canary, ...] = (reads_files, lists_root)
OUTSIDE_LIMITS: tuple[Canary, ...] = (forks, takes_memory, raises_limits, is_root)


def forbidden_calls() -> list[Canary]:
    """System calls with arguments that would do no harm; only EPERM counts, not that they were wrong."""
    attempts: dict[str, tuple[int | ctypes.Array[ctypes.c_char], ...]] = {
        "socket": (2, 1, 0), "socketpair": (1, 1, 0, 0), "execve": (0, 0, 0), "openat": (-100, kernel.path("/"), 0, 0),
        "newfstatat": (-100, 0, 0, 0), "kill": (os.getpid(), 0), "ptrace": (16, 1, 0, 0), "mount": (0, 0, 0, 0, 0),
        "unshare": (0x10000000,), "setns": (-1, 0), "keyctl": (0, -3, 0), "io_uring_setup": (1, 0), "bpf": (0, 0, 0),
        "process_vm_readv": (1, 0, 0, 0, 0, 0), "perf_event_open": (0, 0, -1, -1, 0), "userfaultfd": (0,),
        "memfd_create": (0, 0), "pidfd_send_signal": (-1, 0, 0, 0), "prlimit64": (os.getppid() or 1, 7, 0, 0),
        "fcntl": (0, 4, 0),
    }
    return [_forbidden(name, arguments) for name, arguments in attempts.items()]


def _forbidden(name: str, arguments: tuple[int | ctypes.Array[ctypes.c_char], ...]) -> Canary:
    def canary() -> str | None:
        try:
            kernel.syscall(name, *arguments)
        except OSError as error:
            if error.errno == errno.EPERM:
                return None
        return f"call {name}"

    return canary
