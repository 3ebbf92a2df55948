"""One program in its own child of a zygote: take the request, bind this process, run the program, leave.

Promises to hold nothing but the program and its inputs, and to leave by ``_exit`` so that no exit handler,
thread or finalizer of the program runs. Whether it timed out, was killed or left early is judged outside.

A request comes with a descriptor for the result, and where it is large with a second one for a file that holds it.
It is a marshalled tuple ``(source, output bytes, bounds, how to report, calls)``, each call ``(function,
arguments, keywords)`` marshalled again, so that every call gets copies of its own. ``records`` says what the answer is.
"""

from __future__ import annotations

import builtins
import gc
import struct
from collections import namedtuple
from marshal import loads
from os import _exit, close, eventfd_write, pread
from resource import setrlimit
from signal import ITIMER_PROF, SIGKILL, setitimer
from socket import CMSG_SPACE, socket

from . import calling, kernel, limits, protocol, signs
from .records import Records

TYPE_CHECKING = False  # typing itself would be a tenth of what each fork copies
if TYPE_CHECKING:
    from typing import Any

__builtins__ = dict(vars(builtins))  # what follows keeps Python's own, whatever a program puts in their place

SET_UP_FAILED = 77  # the counter says where
NO_MORE = 78  # the supervisor has closed its end
_DESCRIPTORS = {struct.calcsize(f"{n}i"): struct.Struct(f"{n}i").unpack for n in (1, 2)}
_DESCRIPTORS_SPACE = CMSG_SPACE(8)


# What every child of one zygote starts from. ``counter`` is an event counter that the zygote reads; ``signs`` says what
# a child adds to it, so that a failure before its program is known to be ours. ``names`` are the program's globals.
# ``first``: the zygote is process 1 of its namespace, with which the kernel ends the child.
Own = namedtuple("Own", "control counter names zygote_bytes first")


def run(own: Own) -> None:
    """Take the next request, run its program, and leave the process."""
    control, counter, names, zygote_bytes, first = own
    leave = _exit
    try:
        if not first:
            kernel.prctl(kernel.PR_SET_PDEATHSIG, SIGKILL)
        perform(control, counter, names, zygote_bytes, setrlimit, setitimer)
        leave(0)
    finally:
        leave(1)


def perform(control: socket, counter: int, names: dict[str, Any], zygote_bytes: int, limit: Any, timer: Any) -> int:
    """All that a child does. Leaves where there is no request or no way to begin; returns the descriptor of the result.

    ``limit`` and ``timer`` set its limits: ``setrlimit`` and ``setitimer``, or what does nothing for a rehearsal.
    """
    step, which = signs.RECEIVE, 0
    try:
        content, ancillary, _, _ = control.recvmsg(protocol.INLINE_BYTES, _DESCRIPTORS_SPACE)
        if not content:
            _exit(NO_MORE)
        eventfd_write(counter, signs.TAKEN)
        close(control.detach())
        result, *file = _DESCRIPTORS[len(ancillary[0][2])](ancillary[0][2])
        step = signs.READ
        source, output_bytes, bounds, how, calls = loads(_read(file[0], int(content)) if file else content)
        bounding, seconds = limits.of_program(bounds, zygote_bytes)
        step = signs.LIMITS
        for which, most in bounding:
            limit(which, (most, most))
        step = signs.TIMER
        timer(ITIMER_PROF, seconds)
        step = signs.ANSWER
        records = Records(result, output_bytes)
        report = calling.reporter(how, records)
        gc.enable()
        eventfd_write(counter, signs.REACHED - signs.TAKEN)
        close(counter)
    except BaseException as error:
        eventfd_write(counter, signs.failure(step, error, which))
        _exit(SET_UP_FAILED)
    calling.serve(records, calling.load(source, names), report, calls)
    return result


def _read(descriptor: int, size: int) -> bytes:
    content = b""
    while len(content) < size:
        part = pread(descriptor, size - len(content), len(content))
        if not part:
            raise EOFError("the request is shorter than was said")
        content += part
    close(descriptor)
    return content
