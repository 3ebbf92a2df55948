"""One program in its own child: load it, call it once per input, write one record per call, leave.

Promises to hold nothing but the program and its inputs, and to leave by ``_exit`` so that no exit handler,
thread or finalizer of the program runs. It does not promise that the records are honest: a program
shares this process and can write what it likes, which is no more than it could have returned.
Whether it timed out, was killed or left early is judged outside.

A request is a marshalled tuple ``(source, entry point, output bytes, bounds, inputs)``, each input marshalled again,
so that every call gets a copy of its own. A record is a line ``[outcome, value or error, CPU seconds]``.
"""

from __future__ import annotations

import builtins
import gc
import json
import marshal
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import protocol
from .limits import Bounds, bound_program

__builtins__ = dict(vars(builtins))  # what follows keeps Python's own, whatever a program puts in their place

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
        source, entry_point, output_bytes, bounds, inputs = _read(files)
        bound_program(Bounds(*bounds), zygote_bytes)
        records = _Records(files.result, output_bytes)
        gc.enable()
        os.eventfd_write(files.started, 1)
        os.close(files.started)
    except BaseException:
        os._exit(_SET_UP_FAILED)
    leave = os._exit
    try:
        _serve(records, source, entry_point, names, inputs)
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


def _serve(records: _Records, source: str, entry_point: str, names: dict[str, Any], inputs: tuple[bytes, ...]) -> None:
    function = _load(source, entry_point, names)
    for packed in inputs:
        try:
            _call(records, function, packed)
            continue
        except MemoryError:
            pass  # and go on below, where the exception no longer holds what took the memory
        records.out_of_memory()


def _call(records: _Records, function: Callable[[Any], Any] | _Failure, packed: bytes) -> None:
    if type(function) is _Failure:
        records.failure(function.outcome, function.error)
        return
    try:
        records.value(protocol.encode(function(marshal.loads(packed))))
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
