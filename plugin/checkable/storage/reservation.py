"""One maker per key, across threads and processes: a kernel lock on one byte of a file.

The lock belongs to an open file description, so two threads exclude each other as two processes
do, and the kernel releases it the moment its owner is gone: nothing is left to clean up or to take
over, whatever killed the owner. Linux only. Must not know what is made under the lock.
"""

from __future__ import annotations

import fcntl
import os
import struct
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HEX_DIGITS = 15  # 60 bits of a sha256: the largest offset that fits off_t with room to spare
_held: weakref.WeakSet[_Descriptor] = weakref.WeakSet()


class _Descriptor:
    """An open file description that holds a lock for as long as it is open in this process."""

    def __init__(self, path: Path) -> None:
        self.number: int | None = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        _held.add(self)

    def lock(self, command: int, kind: int, key: str) -> None:
        if self.number is not None:
            fcntl.fcntl(self.number, command, _byte(kind, key))

    def close(self) -> None:
        _held.discard(self)
        if self.number is not None:
            os.close(self.number)
            self.number = None


@contextmanager
def reserved(path: Path, key: str) -> Iterator[None]:
    """Hold ``key`` (a hexadecimal digest) exclusively, waiting for whoever holds it now.

    ``path`` is a file that is created where it does not exist and stays empty.
    """
    descriptor = _Descriptor(path)
    try:
        descriptor.lock(fcntl.F_OFD_SETLKW, fcntl.F_WRLCK, key)
        try:
            yield
        finally:
            descriptor.lock(fcntl.F_OFD_SETLK, fcntl.F_UNLCK, key)
    finally:
        descriptor.close()


def _byte(kind: int, key: str) -> bytes:
    """A ``struct flock`` (64-bit Linux) for the one byte that stands for ``key``."""
    start, length, pid = int(key[:_HEX_DIGITS], 16), 1, 0
    return struct.pack("hhqqi4x", kind, os.SEEK_SET, start, length, pid)


def _forget_inherited() -> None:
    """A forked child shares its parent's descriptions: it must not keep a dead parent's locks alive."""
    for descriptor in list(_held):
        descriptor.close()


os.register_at_fork(after_in_child=_forget_inherited)
