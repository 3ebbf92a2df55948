"""The zygote: a single-threaded interpreter that jails itself once and then forks one child per program.

Promises never to read a request: the child takes it from the socket itself, so that nothing of one is left for
the next; to report each child only after reaping it; and to have one child at a time. The next is forked as soon as
the last is reported, and waits for its request holding nothing. It knows nothing of what the programs are for.
"""

from __future__ import annotations

import gc
import json
import os
import socket
from os import fork, wait4, waitstatus_to_exitcode

from . import scope

TYPE_CHECKING = False  # typing itself would be a tenth of what each fork copies
if TYPE_CHECKING:
    from typing import Any

    from .runner import Own

MESSAGE_BYTES = 65_536
_MOST_LOST = 3  # children that end in a row before they took a request: then something is wrong with this zygote


def main(control: socket.socket, notes: list[str]) -> None:
    """Set up as the first message says, report, serve. ``notes`` say why addresses are not fixed, if so."""
    wanted = json.loads(control.recv(MESSAGE_BYTES))
    try:
        own, report = _prepare(wanted, control)
    except scope.Unusable as error:
        control.send(json.dumps({"unusable": str(error)}).encode())
        return
    except Exception as error:
        control.send(json.dumps({"failed": f"{type(error).__name__}: {error}"}).encode())
        return
    report["in_force"] += [] if notes else ["fixed addresses"]
    report["refused"] += notes
    control.send(json.dumps(report).encode())
    _serve(own)


def _prepare(wanted: dict[str, Any], control: socket.socket) -> tuple[Own, dict[str, Any]]:
    """What each child starts from, and the report on the jail."""
    preload = dict(wanted["preload"])
    scope.load(wanted["modules"], preload.values())
    from . import limits, rehearsal, runner  # only now, so that what every child touches lies close together

    rehearsal.run()
    from . import jail

    counter, zygote_bytes = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC), limits.address_space()
    report = jail.enter(control, zygote_bytes)
    names = scope.make(wanted["builtins"], wanted["withheld"], wanted["modules"], preload)
    gc.collect()
    gc.freeze()  # what is here stays: a child's collector should not touch, and so copy, it
    gc.disable()
    return runner.Own(control, counter, names, zygote_bytes, os.getpid() == 1), report


def _serve(own: Own) -> None:
    """Until the supervisor wants no more. Nothing of a request is ever here: every child starts from the same heap."""
    from . import protocol, runner, signs

    send, pack, counter, lost = own.control.send, protocol.REPLY.pack, own.counter, 0
    while lost < _MOST_LOST:
        try:
            pid = fork()
        except OSError as error:
            send(pack(0, 0.0, signs.failure(signs.FORK, error)))
            return
        if pid == 0:
            runner.run(own)
        _, status, usage = wait4(pid, 0)
        came = _came(counter)
        if came:
            send(pack(waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, came))
            lost = 0
        elif waitstatus_to_exitcode(status) == runner.NO_MORE:
            return
        else:
            lost += 1


def _came(counter: int) -> int:
    """How far the last child came, as ``signs`` says; 0 where it took no request."""
    try:
        return os.eventfd_read(counter)
    except BlockingIOError:
        return 0
