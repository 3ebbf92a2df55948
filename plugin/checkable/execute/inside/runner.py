"""One program in its own child: load it, call it once per input, write one record per call, leave.

Promises to hold nothing but the program and its inputs, and to leave by ``_exit`` so that no exit handler,
thread or finalizer of the program runs. It does not promise that the records are honest: a program
shares this process and can write what it likes, which is no more than it could have returned.
Whether it timed out, was killed or left early is judged outside.

A request is lines of JSON: a header, then one encoded input a line. A record is a line
``[outcome, value or error, CPU seconds]``.
"""

from __future__ import annotations

import gc
import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from . import protocol, scope
from .limits import Bounds, bound_program

FILE_NAME = "<unknown>"  # the name ast.parse gives, so that syntax errors read as they do everywhere
_SET_UP_FAILED = 77
_OUT_OF_MEMORY = b'["memory","MemoryError",0]\n'


@dataclass(frozen=True)
class _Failure:
    """What every input gets when there is no function to call."""

    outcome: str
    error: str


class _Records:
    """The result file, written from the front. Values together stay below ``most`` bytes."""

    def __init__(self, descriptor: int, most: int) -> None:
        self._descriptor, self._most, self._at, self._values = descriptor, most, 0, 0
        self._pwrite, self._clock, self._started = os.pwrite, time.process_time, time.process_time()

    def value(self, encoded: str) -> None:
        self._values += len(encoded)
        if self._values > self._most:
            raise protocol.TooLarge(f"more than {self._most} bytes of output")
        self._line(f'["ok",{encoded},{self._lap()}]\n'.encode("ascii"))

    def failure(self, outcome: str, error: str) -> None:
        self._line(f"[{protocol.encode(outcome)},{_quoted(error)},{self._lap()}]\n".encode("ascii"))

    def out_of_memory(self) -> None:
        self._line(_OUT_OF_MEMORY)

    def _lap(self) -> float:
        started, self._started = self._started, self._clock()
        return self._started - started

    def _line(self, line: bytes) -> None:
        while line:
            written = self._pwrite(self._descriptor, line, self._at)
            self._at += written
            line = line[written:]


def run(request: int, result: int, started: int, zygote_bytes: int) -> None:
    """Run the program in the file ``request`` and leave the process. The descriptors are this child's own.

    ``started`` is an event counter that the zygote reads: raised once the program itself is next, so
    that a failure before is known to be ours.
    """
    try:
        header, inputs = _read(request)
        bound_program(Bounds(**header["bounds"]), zygote_bytes)
        records = _Records(result, header["output_bytes"])
        names = scope.make(header["builtins"], header["modules"], header["preload"])
        gc.enable()
        os.eventfd_write(started, 1)
        os.close(started)
    except BaseException:
        os._exit(_SET_UP_FAILED)
    leave = os._exit
    try:
        _serve(records, header["source"], header["entry_point"], names, inputs)
        leave(0)
    finally:
        leave(1)


def _read(request: int) -> tuple[Mapping[str, Any], list[str]]:
    parts = []
    while part := os.pread(request, 1 << 20, sum(map(len, parts))):
        parts.append(part)
    os.close(request)
    first, *inputs = b"".join(parts).decode("ascii").split("\n")
    return json.loads(first), inputs


def _serve(records: _Records, source: str, entry_point: str, names: dict[str, Any], inputs: list[str]) -> None:
    function = _load(source, entry_point, names)
    for text in inputs:
        try:
            _call(records, function, text)
            continue
        except MemoryError:
            pass  # and go on below, where the exception no longer holds what took the memory
        records.out_of_memory()


def _call(records: _Records, function: Callable[[Any], Any] | _Failure, text: str) -> None:
    if type(function) is _Failure:
        records.failure(function.outcome, function.error)
        return
    try:
        records.value(protocol.encode(function(protocol.decode(text))))
    except protocol.NotPlain as error:
        records.failure("wrong-shape", f"returned what cannot be an answer: {error}")
    except protocol.TooLarge as error:
        records.failure("output", str(error))
    except MemoryError:
        raise
    except BaseException as error:
        records.failure("exception", _say(error))


def _load(source: str, entry_point: str, names: dict[str, Any]) -> Callable[[Any], Any] | _Failure:
    """The program's function, or why there is none."""
    try:
        code = compile(source, FILE_NAME, "exec", dont_inherit=True)
    except MemoryError:
        return _Failure("memory", "MemoryError while compiling")
    except BaseException as error:
        return _Failure("refused", _say(error))
    try:
        exec(code, names)
    except MemoryError:
        return _Failure("memory", "MemoryError")
    except BaseException as error:
        return _Failure("exception", _say(error))
    found = names.get(entry_point)
    if not callable(found):
        return _Failure("refused", f"the program defines no function {entry_point}")
    return found


def _say(error: BaseException) -> str:
    """Type and message, whatever the exception does when asked for them."""
    name = type.__dict__["__name__"].__get__(type(error))
    try:
        message = str.__str__(str(error))[:protocol.MAX_ERROR]
    except BaseException as second:
        message = f"(its message cannot be had: {type.__dict__['__name__'].__get__(type(second))})"
    return f"{name}: {message}" if message else name


def _quoted(error: str) -> str:
    return json.encoder.encode_basestring_ascii(error[:protocol.MAX_ERROR])
