"""One program in its own child: load it, call it once per input, write one record per call, leave.

Promises to hold nothing but the program and its inputs, and to leave by ``_exit`` so that no exit handler,
thread or finalizer of the program runs. It does not promise that the records are honest: a program
shares this process and can write what it likes, which is no more than it could have returned.
Whether it timed out, was killed or left early is judged outside.

A request comes with a descriptor for the result, and where it is large with a second one for a file that holds it.
It is a marshalled tuple ``(source, output bytes, bounds, how to report, calls)``, each call ``(function,
arguments, keywords)`` marshalled again, so that every call gets copies of its own. ``records`` says what the answer is.
"""

from __future__ import annotations

import builtins
import gc
import struct
from collections import namedtuple
from collections.abc import Callable
from marshal import loads
from os import _exit, close, eventfd_write, pread
from resource import setrlimit
from signal import ITIMER_PROF, SIGKILL, setitimer
from socket import CMSG_SPACE, socket

from . import kernel, limits, protocol, reporting, signs, tracing
from .records import Records, say

TYPE_CHECKING = False  # typing itself would be a tenth of what each fork copies
if TYPE_CHECKING:
    from typing import Any

    Report = Callable[[Callable[..., Any], tuple[Any, ...], dict[str, Any]], str]

__builtins__ = dict(vars(builtins))  # what follows keeps Python's own, whatever a program puts in their place

FILE_NAME = "<unknown>"  # the name ast.parse gives, so that syntax errors read as they do everywhere
SET_UP_FAILED = 77  # the counter says where
NO_MORE = 78  # the supervisor has closed its end
_DESCRIPTORS = {struct.calcsize(f"{n}i"): struct.Struct(f"{n}i").unpack for n in (1, 2)}
_DESCRIPTORS_SPACE = CMSG_SPACE(8)


# What every child of one zygote starts from. ``counter`` is an event counter that the zygote reads; ``signs`` says what
# a child adds to it, so that a failure before its program is known to be ours. ``names`` are the program's globals.
# ``first``: the zygote is process 1 of its namespace, with which the kernel ends the child.
Own = namedtuple("Own", "control counter names zygote_bytes first")
_Failure = namedtuple("_Failure", "outcome error")  # what every call gets when the program could not be loaded


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
        report = _reporter(how, records)
        gc.enable()
        eventfd_write(counter, signs.REACHED - signs.TAKEN)
        close(counter)
    except BaseException as error:
        eventfd_write(counter, signs.failure(step, error, which))
        _exit(SET_UP_FAILED)
    _serve(records, _load(source, names), report, calls)
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


def _reporter(how: str | tuple[str, int, int], records: Records) -> Report:
    """What makes text of a call, by the request's word for it."""
    if type(how) is tuple:
        _, steps, most_bytes = how
        tracer = tracing.Tracer(FILE_NAME, steps, most_bytes, records.value)
        return lambda function, arguments, keywords: protocol.encode(tracer.run(function, arguments, keywords))
    return {"value": reporting.value, "call": reporting.call}[how]


def _serve(records: Records, program: dict[str, Any] | _Failure, report: Report, calls: tuple[bytes, ...]) -> None:
    for packed in calls:
        try:
            _call(records, program, report, packed)
            continue
        except MemoryError:
            pass  # and go on below, where the exception no longer holds what took the memory
        records.out_of_memory()


def _call(records: Records, program: dict[str, Any] | _Failure, report: Report, packed: bytes) -> None:
    if type(program) is _Failure:
        records.failure(program.outcome, program.error)
        return
    try:
        name, arguments, keywords = loads(packed)
        function = program.get(name)
        if callable(function):
            records.value(report(function, arguments, keywords))
        else:
            records.failure("refused", f"the program defines no function {name}")
    except protocol.NotPlain as error:
        records.failure("wrong-shape", f"returned what cannot be an answer: {error}")
    except protocol.TooLarge as error:
        records.failure("output", str(error))
    except MemoryError:
        raise
    except BaseException as error:
        records.failure("exception", say(error))


def _load(source: str, names: dict[str, Any]) -> dict[str, Any] | _Failure:
    """The program's names after it ran once, or why there are none."""
    try:
        code = compile(source, FILE_NAME, "exec", dont_inherit=True)
    except MemoryError:
        return _Failure("memory", "MemoryError while compiling")
    except BaseException as error:
        return _Failure("refused", say(error))
    try:
        exec(code, names)
    except MemoryError:
        return _Failure("memory", "MemoryError")
    except BaseException as error:
        return _Failure("exception", say(error))
    return names
