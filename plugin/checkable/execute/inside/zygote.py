"""The zygote: a single-threaded interpreter that jails itself once and then forks one child per program.

Promises to say what its jail is like, or why it has none, and to leave the rest to ``serving``. It knows nothing of
what the programs are for.
"""

from __future__ import annotations

import gc
import os
from marshal import loads

from . import scope

TYPE_CHECKING = False  # typing itself would be a tenth of what each fork copies
if TYPE_CHECKING:
    from _socket import socket
    from collections.abc import Callable
    from typing import Any

    from .runner import Own

MESSAGE_BYTES = 65_536


def main(control: socket, notes: list[str]) -> None:
    """Set up as the first message says, report, serve. ``notes`` say why addresses are not fixed, if so."""
    wanted = loads(control.recv(MESSAGE_BYTES))
    try:
        serve, own, report = _prepare(wanted, control)
    except scope.Unusable as error:
        _say(control, {"unusable": str(error)})
        return
    except Exception as error:
        _say(control, {"failed": f"{type(error).__name__}: {error}"})
        return
    report["in_force"] += [] if notes else ["fixed addresses"]
    report["refused"] += notes
    _say(control, report)
    serve(own)


def _say(control: socket, report: dict[str, Any]) -> None:
    from . import protocol

    control.send(protocol.encode(report).encode())


def _prepare(wanted: dict[str, Any], control: socket) -> tuple[Callable[[Own], None], Own, dict[str, Any]]:
    """What serves, what each child starts from, and the report on the jail."""
    preload = dict(wanted["preload"])
    scope.load(wanted["modules"], preload.values())
    from . import jail, limits, memory

    gc.collect()
    memory.settle()
    from . import rehearsal, runner, serving  # only now, so that what every child touches lies close together

    rehearsal.run()
    counters = tuple(os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC) for _ in range(2))
    zygote_bytes = limits.address_space()
    report = jail.enter(control, zygote_bytes)
    names = scope.make(wanted["builtins"], wanted["withheld"], wanted["modules"], preload)
    gc.collect()
    gc.freeze()  # what is here stays: a child's collector should not touch, and so copy, it
    gc.disable()
    memory.settle()
    return serving.serve, runner.Own(control, counters, names, zygote_bytes, os.getpid()), report
