"""What the system call filter of an architecture says, on any machine: its instructions are interpreted here."""

from __future__ import annotations

import ctypes
import ctypes.util
import errno
import struct
from functools import lru_cache

import pytest

from checkable.execute.inside import seccomp, syscalls

ALLOW, KILL, REFUSE, UNKNOWN = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS


def verdict(machine: str, number: int, arguments: tuple[int, ...] = (), architecture: int | None = None) -> int:
    """What the filter of ``machine`` returns for a call. (Classic BPF, as seccomp(2) uses it)"""
    token = syscalls.AUDIT_ARCHITECTURE[machine] if architecture is None else architecture
    call = struct.pack("=IIQ6Q", number, token, 0, *(*arguments, *[0] * (6 - len(arguments))))
    code = _instructions(machine)
    at, accumulator = 0, 0
    while True:
        operation, when_true, when_false, value = code[at]
        at += 1
        if operation == 0x20:
            (accumulator,) = struct.unpack_from("=I", call, value)
        elif operation in (0x15, 0x35):
            holds = accumulator == value if operation == 0x15 else accumulator >= value
            at += when_true if holds else when_false
        else:
            assert operation == 0x06, "the filter has no other instruction"
            return value


@lru_cache
def _instructions(machine: str) -> list[tuple[int, ...]]:
    return list(struct.iter_unpack("=HBBI", seccomp.program(machine)))


def libseccomp() -> ctypes.CDLL:
    """The library, whose tables of system calls are none of ours; the test is skipped where it is not installed."""
    name = ctypes.util.find_library("seccomp")
    if name is None:
        pytest.skip("libseccomp is not installed")
    library = ctypes.CDLL(name)
    library.seccomp_syscall_resolve_name_arch.argtypes = [ctypes.c_uint32, ctypes.c_char_p]
    library.seccomp_syscall_resolve_num_arch.argtypes = [ctypes.c_uint32, ctypes.c_int]
    library.seccomp_syscall_resolve_num_arch.restype = ctypes.c_char_p
    return library
