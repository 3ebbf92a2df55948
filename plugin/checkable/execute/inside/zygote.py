"""The zygote: a single-threaded interpreter that jails itself once and then forks one child per program.

Promises never to read a request (only the child does, so nothing of one is left for the next), to
report each child only after reaping it, and to end, with its child, when the supervisor is gone.
It knows nothing of what the programs are for.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import select
import signal
import socket
import struct
from collections.abc import Callable
from typing import Any

from . import canaries, kernel, landlock, limits, namespaces, protocol, runner, scope, seccomp
from .namespaces import NOBODY

MESSAGE_BYTES = 65_536
_TYPICAL = """
def f(t):
    d = {}
    for r in t:
        d.setdefault(r[0], []).append(r)
    return sorted(d.items())
"""
_LOOK_AROUND_SECONDS = 1.0  # how often to see whether the supervisor still lives while a program runs
_REQUEST_BYTES = 32  # the request's size in digits
_DESCRIPTORS = struct.Struct("2i")
_DESCRIPTOR_SPACE = socket.CMSG_SPACE(_DESCRIPTORS.size)


def main(control: socket.socket, notes: list[str]) -> None:
    """Set up as the first message says, report, serve. ``notes`` say why addresses are not fixed, if so."""
    wanted = json.loads(control.recv(MESSAGE_BYTES))
    try:
        zygote_bytes, names, report = _prepare(wanted)
    except scope.Unusable as error:
        control.send(json.dumps({"unusable": str(error)}).encode())
        return
    except Exception as error:
        control.send(json.dumps({"failed": f"{type(error).__name__}: {error}"}).encode())
        return
    report["in_force"] += [] if notes else ["fixed addresses"]
    report["refused"] += notes
    control.send(json.dumps(report).encode())
    _serve(control, zygote_bytes, names)


def _prepare(wanted: dict[str, Any]) -> tuple[int, dict[str, Any], dict[str, list[str]]]:
    """The zygote's address space in bytes, the globals of its programs, and the report on its jail."""
    preload = dict(wanted["preload"])
    scope.load(wanted["modules"], preload.values())
    zygote_bytes = limits.address_space()
    report = _jail(zygote_bytes)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    _warm()
    names = scope.make(wanted["builtins"], wanted["withheld"], wanted["modules"], preload)
    gc.collect()
    gc.freeze()  # what is here stays: a child's collector should not touch, and so copy, it
    gc.disable()
    return zygote_bytes, names, report


def _jail(zygote_bytes: int) -> dict[str, list[str]]:
    """Enter every layer the kernel allows. Returns what is in force, what was refused, and what children could do."""
    in_force: list[str] = []
    refused: dict[str, str] = {}
    report: dict[str, list[str]] = {}

    def layer(name: str, enter: Callable[[], str]) -> bool:
        try:
            in_force.append(enter())
        except OSError as error:
            refused[name] = error.strerror or str(error)
            return False
        refused.pop(name, None)  # where a second way in was open
        return True

    pipes = [os.pipe() for _ in range(4)]  # made now: the filter will forbid it
    limits.bound_zygote()
    separated = _separate(layer)
    if separated:
        namespaces.become_first_process()
    layer("no capabilities", _drop_capabilities)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)  # or a child could read the zygote's memory
    if separated:  # its parent now has one thread that lives as long as it; the supervisor's may end before
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    report["namespaces"] = canaries.try_in_child(canaries.OUTSIDE_NAMESPACES, pipes[0])
    layer("landlock", landlock.restrict)
    report["landlock"] = canaries.try_in_child(canaries.OUTSIDE_LANDLOCK, pipes[1])
    layer("seccomp", seccomp.install)
    report["seccomp"] = canaries.try_in_child(canaries.forbidden_calls(), pipes[2], zygote_bytes)
    report["limits"] = canaries.try_in_child(canaries.OUTSIDE_LIMITS, pipes[3], zygote_bytes)
    return {**report, "in_force": in_force, "refused": [f"{name}: {why}" for name, why in refused.items()]}


def _separate(layer: Callable[[str, Callable[[], str]], bool]) -> bool:
    """Enter namespaces and stop being root, in the order that this host allows. Returns whether entered."""
    if os.geteuid() != 0:
        return layer("namespaces", namespaces.enter)
    entered = layer("namespaces", namespaces.enter)
    dropped = layer("unprivileged user", _become_nobody)
    return entered or (dropped and layer("namespaces", namespaces.enter))


def _become_nobody() -> str:
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    kernel.prctl(kernel.PR_SET_DUMPABLE, 1)  # until the user namespace, if any, has its maps
    return "unprivileged user"


def _drop_capabilities() -> str:
    kernel.drop_capabilities()
    return "no capabilities"


def _warm() -> None:
    """Take the paths of a program once, so that what they build lazily is built here and shared."""
    names = scope.make("ordinary", (), (), {})
    exec(compile(_TYPICAL, runner.FILE_NAME, "exec"), names)
    protocol.decode(protocol.encode(names["f"](protocol.decode('[["a",1],["b",2.5]]'))))


def _serve(control: socket.socket, zygote_bytes: int, names: dict[str, Any]) -> None:
    first = os.getpid() == 1
    while _serve_one(control, zygote_bytes, names, first):
        pass  # nothing of the last request is alive here, so that every child starts from the same heap


def _serve_one(control: socket.socket, zygote_bytes: int, names: dict[str, Any], first: bool) -> bool:
    """Fork a child for the next request and report it. Returns False when the supervisor wants no more."""
    message, ancillary, _, _ = control.recvmsg(_REQUEST_BYTES, _DESCRIPTOR_SPACE)
    if not message:
        return False
    request, result = _DESCRIPTORS.unpack(ancillary[0][2])
    started = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
    pid = os.fork()
    if pid == 0:
        os.close(control.fileno())
        if not first:  # otherwise the kernel ends the child when the zygote, process 1, ends
            kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        runner.run(runner.Files(request, int(message), result, started), zygote_bytes, names)
    os.close(request)
    os.close(result)
    status, usage = _reap(pid, control)
    code, seconds = os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime
    control.send(protocol.REPLY.pack(code, seconds, _raised(started)))
    os.close(started)
    return True


def _reap(pid: int, control: socket.socket) -> tuple[int, resource.struct_rusage]:
    """Wait for the child. Ends this process, and so the child, if the supervisor goes away meanwhile."""
    while True:
        done, status, usage = os.wait4(pid, os.WNOHANG)
        if done:
            return status, usage
        if signal.sigtimedwait({signal.SIGCHLD}, _LOOK_AROUND_SECONDS) is None and _is_gone(control):
            os._exit(1)


def _is_gone(control: socket.socket) -> bool:
    poll = select.poll()
    poll.register(control, select.POLLIN)
    return any(event & (select.POLLHUP | select.POLLERR) for _, event in poll.poll(0))


def _raised(counter: int) -> bool:
    try:
        return os.eventfd_read(counter) > 0
    except BlockingIOError:
        return False
