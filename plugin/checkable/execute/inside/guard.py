"""The process between the supervisor and the zygote: it ends the zygote when the supervisor is gone.

The zygote can then sleep until its child ends. In a namespace of process ids the zygote becomes the first process
by this fork, and when that ends the kernel ends every process in the namespace.
"""

from __future__ import annotations

import os
import signal
from _socket import MSG_DONTWAIT, MSG_PEEK, socket

_LOOK_AROUND_SECONDS = 1.0


def leave_behind(control: socket) -> None:
    """Fork and return in the child. The parent waits for it and leaves, and ends it if ``control`` is hung up."""
    pid = os.fork()
    if pid == 0:
        return
    try:
        _watch(pid, control)
    finally:
        os._exit(0)


def _watch(pid: int, control: socket) -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    while os.waitpid(pid, os.WNOHANG) == (0, 0):
        if signal.sigtimedwait({signal.SIGCHLD}, _LOOK_AROUND_SECONDS) is None and _is_gone(control):
            os.kill(pid, signal.SIGKILL)


def _is_gone(control: socket) -> bool:
    """Whether there is nobody at the other end, and no request of theirs left to take."""
    try:
        return not control.recv(1, MSG_PEEK | MSG_DONTWAIT)
    except BlockingIOError:
        return False
    except OSError:
        return True
