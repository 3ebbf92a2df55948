"""One program in its own child: load it, call it once per input, write one record per call, leave.

Promises to hold nothing but the program and its inputs, and to leave by ``_exit`` so that no exit handler,
thread or finalizer of the program runs. It does not promise that the records are honest: a program
shares this process and can write what it likes, which is no more than it could have returned.
Whether it timed out, was killed or left early is judged outside.

A request is a marshalled tuple ``(source, output bytes, bounds, how to report, calls)``, each call ``(function,
arguments, keywords)`` marshalled again, so that every call gets copies of its own. ``records`` says what the answer is.
"""

from __future__ import annotations

import builtins
import gc
import marshal
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import protocol, reporting, tracing
from .limits import Bounds, bound_program
from .records import Records, say

__builtins__ = dict(vars(builtins))  # what follows keeps Python's own, whatever a program puts in their place

FILE_NAME = "<unknown>"  # the name ast.parse gives, so that syntax errors read as they do everywhere
_SET_UP_FAILED = 77
Report = Callable[[Callable[..., Any], tuple[Any, ...], dict[str, Any]], str]


@dataclass(frozen=True)
class _Failure:
    """What every call gets when the program could not be loaded."""

    outcome: str
    error: str


@dataclass(frozen=True)
class Files:
    """The descriptors of one child, its own alone.

    ``started`` is an event counter that the zygote reads: raised once the program itself is next, so
    that a failure before is known to be ours.
    """

    request: int
    request_bytes: int
    result: int
    started: int


def run(files: Files, zygote_bytes: int, names: dict[str, Any]) -> None:
    """Run the program in ``files.request`` with ``names`` as its globals, and leave the process."""
    try:
        source, output_bytes, bounds, how, calls = _read(files)
        bound_program(Bounds(*bounds), zygote_bytes)
        records = Records(files.result, output_bytes)
        report = _reporter(how, records)
        gc.enable()
        os.eventfd_write(files.started, 1)
        os.close(files.started)
    except BaseException:
        os._exit(_SET_UP_FAILED)
    leave = os._exit
    try:
        _serve(records, _load(source, names), report, calls)
        leave(0)
    finally:
        leave(1)


def _read(files: Files) -> tuple[Any, ...]:
    content = b""
    while len(content) < files.request_bytes:
        part = os.pread(files.request, files.request_bytes - len(content), len(content))
        if not part:
            raise EOFError("the request is shorter than was said")
        content += part
    os.close(files.request)
    return marshal.loads(content)


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
        name, arguments, keywords = marshal.loads(packed)
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
