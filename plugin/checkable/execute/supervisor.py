"""One zygote, seen from outside: started, given programs one at a time, watched and ended.

Promises that ``run`` returns soon after the program's limits whatever the program does (time in which the
machine gave it no processor is not counted), and that no process or descriptor of a zygote is left after
``close``. It does not read what the programs return (``verdict`` does) and does not decide how often to
try again (``sandbox`` does).
"""

from __future__ import annotations

import contextlib
import errno
import marshal
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import time
import weakref
from dataclasses import asdict, dataclass

from checkable.execute.decoding import decode
from checkable.execute.inside import protocol, signs
from checkable.execute.isolation import Isolation, judge
from checkable.execute.processes import children, code_changed, end, kill, memory_file, read, spawn, waiting, write
from checkable.execute.requests import Kind, NamespaceUnusable, Request

_START_SECONDS = 120.0  # and the next: only a broken machine takes so long, a crowded one takes some of it
_REPORT_SECONDS = 60.0  # for a zygote to report a child that was killed
_LEAVE_SECONDS = 2.0
_LOOK_AGAIN_SECONDS = 0.001
_MOST_STARVED, _PATIENCE_SECONDS = 20, 120.0  # times its wall limit, but at least so long: then the machine is to blame
_MESSAGE_BYTES = 65_536
_CREDENTIALS = struct.Struct("3i")
_ONE_DESCRIPTOR, _TWO_DESCRIPTORS = struct.Struct("i").pack, struct.Struct("2i").pack
_PASSING = (errno.EAGAIN, errno.ENOMEM, errno.EMFILE, errno.ENFILE, errno.EINTR)  # what a crowded machine says


class SandboxUnavailable(RuntimeError):
    """No zygote could be started on this machine; the message says what happened."""


class ZygoteLost(Exception):
    """The zygote ended or fell silent: our failure, or a program that reached it; to be tried again."""


@dataclass(frozen=True)
class Ended:
    """How a child ended. ``status`` as ``os.waitstatus_to_exitcode``; ``cpu_seconds`` of the whole child.

    ``started``: the program itself was reached; if not, the failure is ours, and ``failure`` says which step of the
    set-up it was. ``overdue``: killed by us for its wall time. ``result``: the bytes of its result file.
    """

    status: int
    cpu_seconds: float
    started: bool
    overdue: bool
    result: bytes
    failure: str = ""


class Zygote:
    """A running zygote of one kind. Not thread-safe: one program at a time."""

    def __init__(self, kind: Kind) -> None:
        """Start it and wait for its report. Raises SandboxUnavailable, NamespaceUnusable or ZygoteLost."""
        if why := code_changed():
            raise SandboxUnavailable(why)
        self.kind = kind
        try:
            self._socket, self._process = _start(kind.hash_seed)
        except OSError as error:
            lost = ZygoteLost if error.errno in _PASSING else SandboxUnavailable
            raise lost(f"the Python at {sys.executable} cannot be started: {error}") from error
        self._poll = select.poll()
        self._poll.register(self._socket, select.POLLIN)
        self._pid = self._process.pid
        self._finalizer = weakref.finalize(self, end, self._socket, self._process, self._pid)
        try:
            self.isolation = self._introduce()
        except OSError as error:
            self.kill()
            raise ZygoteLost(f"a zygote cannot be reached while starting: {error}") from error
        except BaseException:
            self.kill()
            raise

    def run(self, request: Request) -> Ended:
        """Run one program to its end. Raises ZygoteLost."""
        try:
            with memory_file("result") as answer:
                self._send(request.content, answer)
                (status, cpu, came), overdue = self._await(request.limits.wall_seconds)
                result = read(answer, request.result_bytes)
        except OSError as error:
            raise ZygoteLost(self._last_words() or f"a program cannot be handed to its zygote: {error}") from error
        started = came == signs.REACHED
        return Ended(status, cpu, started, overdue, result, "" if started else not_set_up(came, status))

    def _send(self, content: bytes, answer: int) -> None:
        if len(content) <= protocol.INLINE_BYTES:
            self._hand(content, _ONE_DESCRIPTOR(answer))
            return
        with memory_file("request") as ask:
            write(ask, content)
            self._hand(b"%d" % len(content), _TWO_DESCRIPTORS(answer, ask))

    def _hand(self, content: bytes, descriptors: bytes) -> None:
        self._socket.sendmsg([content], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, descriptors)])

    def close(self) -> None:
        """Let it leave, and make sure that it did."""
        self._finalizer()

    def kill(self) -> None:
        """End the zygote and whatever runs in it, at once."""
        self._finalizer.detach()
        kill(self._socket, self._process, self._pid)

    def abandon(self) -> None:
        """Forget it without ending it: for a forked copy of this process, whose parent goes on using it."""
        self._finalizer.detach()
        self._socket.close()
        self._process.returncode = 0  # or Popen would warn about, and wait for, a process that is not its child

    def _introduce(self) -> Isolation:
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self._socket.send(marshal.dumps(asdict(self.kind)))
        if not self._readable(_START_SECONDS):
            raise SandboxUnavailable(f"a zygote said nothing for {_START_SECONDS:.0f} s after its start")
        message, ancillary, _, _ = self._socket.recvmsg(_MESSAGE_BYTES, socket.CMSG_SPACE(_CREDENTIALS.size))
        if not message:
            raise ZygoteLost(f"a zygote ended while starting (exit status {self._process.wait()})")
        report = decode(message.decode())
        if "unusable" in report:
            raise NamespaceUnusable(report["unusable"])
        if "failed" in report:
            raise SandboxUnavailable(f"a zygote failed while starting: {report['failed']}")
        for _, kind, data in ancillary:  # the kernel's word for the zygote's process id, as we see it from here
            if kind == socket.SCM_CREDENTIALS:
                self._pid = _CREDENTIALS.unpack(data)[0] or self._pid
        self._finalizer.detach()
        self._finalizer = weakref.finalize(self, end, self._socket, self._process, self._pid)
        return judge(report)

    def _last_words(self) -> str:
        """Why the zygote left, if it said so before it did."""
        with contextlib.suppress(OSError):
            message = self._socket.recv(protocol.REPLY.size + 1, socket.MSG_DONTWAIT)
            if len(message) == protocol.REPLY.size:
                status, _, came = protocol.REPLY.unpack(message)
                return "" if came == signs.REACHED else not_set_up(came, status)
        return ""

    def _await(self, wall_seconds: float) -> tuple[tuple[int, float, int], bool]:
        """The zygote's word on its child, and whether we ended it.

        The wall limit is for programs that sleep. Time spent waiting for a processor is not counted, and one that does
        not sleep when its time is up may go on: its CPU limit will end it, on a crowded machine later.
        """
        started, granted = time.monotonic(), wall_seconds
        while not self._readable(started + granted - time.monotonic()):
            starved, ready = waiting(children(self._pid))
            if not ready and wall_seconds + starved <= granted:
                return self._end_child(), True
            if granted > max(wall_seconds * _MOST_STARVED, _PATIENCE_SECONDS):
                raise ZygoteLost(f"the machine had no processor for a program in {granted:.0f} s")
            granted = max(wall_seconds + starved, granted + wall_seconds / 10)
        return self._receive(), False

    def _receive(self) -> tuple[int, float, int]:
        message = self._socket.recv(protocol.REPLY.size + 1)
        if len(message) != protocol.REPLY.size:
            raise ZygoteLost("the zygote ended")
        return protocol.REPLY.unpack(message)

    def _readable(self, seconds: float) -> bool:
        return bool(self._poll.poll(max(0.0, seconds) * 1000))

    def _end_child(self) -> tuple[int, float, int]:
        """Kill the program and the child that waits for the next, since from here they look the same; where the kernel
        does not say which processes they are, the zygote with them."""
        found = children(self._pid)
        for pid in found:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if self._readable(_REPORT_SECONDS if found else _LEAVE_SECONDS):
            reply = self._receive()
            self._await_gone(found)
            return reply
        if found:
            raise ZygoteLost("the zygote fell silent")
        self.kill()
        return -signal.SIGKILL, 0.0, signs.REACHED

    def _await_gone(self, killed: list[int]) -> None:
        """Until the zygote has reaped them: one that is dying could still take the next request, and lose it."""
        until = time.monotonic() + _REPORT_SECONDS
        while set(killed) & set(children(self._pid)):
            if time.monotonic() > until:
                raise ZygoteLost("a killed program does not end")
            time.sleep(_LOOK_AGAIN_SECONDS)


def _start(hash_seed: int) -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """A zygote's process and our end of the socket to it. Raises OSError."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        try:
            return ours, spawn(hash_seed, theirs)
        except BaseException:
            ours.close()
            raise


def not_set_up(came: int, status: int) -> str:
    """Why a program was not reached, in words."""
    return f"a child could not be set up: {signs.said(came, status)}"
