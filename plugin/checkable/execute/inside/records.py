"""The file in which a child answers, written from the front, one record a line.

A record is a line ``[outcome, value or error, CPU seconds]``. Promises that the values together stay within what was
allowed. It does not promise honesty: the program shares this process.
"""

from __future__ import annotations

import builtins
from os import pwrite
from time import process_time

from . import protocol

__builtins__ = dict(vars(builtins))  # what follows keeps Python's own, whatever a program puts in their place

_OUT_OF_MEMORY = b'["memory","MemoryError",0]\n'


class Records:
    """The result file. Values together stay below ``most`` bytes."""

    def __init__(self, descriptor: int, most: int) -> None:
        self._descriptor, self._most, self._at, self._values = descriptor, most, 0, 0
        self._pwrite, self._clock, self._started = pwrite, process_time, process_time()

    def value(self, encoded: str) -> None:
        """Raises TooLarge."""
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


def _quoted(error: str) -> str:
    return protocol.quote(error[:protocol.MAX_ERROR])


def say(error: BaseException) -> str:
    """Type and message, whatever the exception does when asked for them."""
    name = type.__dict__["__name__"].__get__(type(error))
    try:
        message = str.__str__(str(error))[:protocol.MAX_ERROR]
    except BaseException as second:
        message = f"(its message cannot be had: {type.__dict__['__name__'].__get__(type(second))})"
    return f"{name}: {message}" if message else name
