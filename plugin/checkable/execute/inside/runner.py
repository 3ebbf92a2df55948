"""One program in its own child of a zygote: take the request, bind this process, run the program, leave.

Promises to hold nothing but the program and its inputs, and to leave by ``_exit`` so that no exit handler,
thread or finalizer of the program runs. Whether it timed out, was killed or left early is judged outside.

A request comes with a descriptor for the result, and where it is large with a second one for a file that holds it.
It is a marshalled tuple ``(source, output bytes, bounds, how to report, calls)``, each call ``(function,
arguments, keywords)`` marshalled again, so that every call gets copies of its own. ``records`` says what the answer is.
"""

from __future__ import annotations

import builtins
from _socket import CMSG_SPACE, socket
from collections import namedtuple
from gc import enable as collect_from_now
from marshal import loads
from os import _exit, close, eventfd_write, getppid, pread
from resource import setrlimit
from signal import ITIMER_PROF, SIGKILL, setitimer
from sys import byteorder

from . import kernel
from .calling import load, reporter, serve
from .limits import of_program
from .protocol import INLINE_BYTES
from .records import Records
from .signs import ANSWER, LIMITS, REACHED, READ, RECEIVE, TAKEN, TIMER, failure

TYPE_CHECKING = False  # typing itself would be a tenth of what each fork copies
if TYPE_CHECKING:
    from typing import Any

__builtins__ = dict(vars(builtins))  # what follows keeps Python's own, whatever a program puts in their place

SET_UP_FAILED = 77  # the counter says where
NO_MORE = 78  # the supervisor has closed its end
_DESCRIPTOR_BYTES = 4
_DESCRIPTORS_SPACE = CMSG_SPACE(2 * _DESCRIPTOR_BYTES)
_LOW = 0 if byteorder == "little" else 3  # where all of a descriptor's number is: a zygote has few open files


# What every child of one zygote starts from. ``counters`` are the event counters that the zygote reads, one for each
# child that is there at a time; ``signs`` says what a child adds to its own, so that a failure before its program is
# known to be ours. ``names`` are the program's globals, ``zygote`` is the parent's process: where it is process 1 of
# a namespace, the kernel ends the child with it.
Own = namedtuple("Own", "control counters names zygote_bytes zygote")


def run(own: Own, counter: int) -> None:
    """Take the next request, run its program, and leave the process."""
    control, counters, names, zygote_bytes, zygote = own
    leave = _exit
    try:
        if zygote != 1:
            kernel.prctl(kernel.PR_SET_PDEATHSIG, SIGKILL)
            if getppid() != zygote:  # it ended before that
                leave(NO_MORE)
        for other in counters:
            if other != counter:
                close(other)
        perform(control, counter, names, zygote_bytes, setrlimit, setitimer)
        leave(0)
    finally:
        leave(1)


def perform(control: socket, counter: int, names: dict[str, Any], zygote_bytes: int, limit: Any, timer: Any) -> int:
    """All that a child does. Leaves where there is no request or no way to begin; returns the descriptor of the result.

    ``limit`` and ``timer`` set its limits: ``setrlimit`` and ``setitimer``, or what does nothing for a rehearsal.
    """
    step, which = RECEIVE, 0
    try:
        content, ancillary, _, _ = control.recvmsg(INLINE_BYTES, _DESCRIPTORS_SPACE)
        if not content:
            _exit(NO_MORE)
        eventfd_write(counter, TAKEN)
        control.close()
        descriptors = ancillary[0][2]
        step = READ
        if len(descriptors) > _DESCRIPTOR_BYTES:
            content = _read(descriptors[_DESCRIPTOR_BYTES + _LOW], int(content))
        source, output_bytes, bounds, how, calls = loads(content)
        bounding, seconds = of_program(bounds, zygote_bytes)
        step = LIMITS
        for which, most in bounding:
            limit(which, (most, most))
        step = TIMER
        timer(ITIMER_PROF, seconds)
        step = ANSWER
        result = descriptors[_LOW]
        records = Records(result, output_bytes)
        report = reporter(how, records)
        collect_from_now()
        eventfd_write(counter, REACHED - TAKEN)
        close(counter)
    except BaseException as error:
        eventfd_write(counter, failure(step, error, which))
        _exit(SET_UP_FAILED)
    serve(records, load(source, names), report, calls)
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
