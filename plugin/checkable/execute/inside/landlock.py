"""Landlock: this process and its children lose every file path and every TCP port. (Linux 5.13, landlock(7))

A ruleset that handles every right and grants none. UDP and stat() are outside Landlock; the
namespaces and the system call filter cover those.
"""

from __future__ import annotations

import ctypes
import os
import struct

from . import kernel

_FIRST_RIGHTS = 13  # file rights of version 1
_RIGHT_OF_VERSION = {2: 13, 3: 14, 5: 15}  # REFER, TRUNCATE, IOCTL_DEV
_TCP_BIND_AND_CONNECT = 3  # since version 4
_ABSTRACT_SOCKETS_AND_SIGNALS = 3  # since version 6


def version() -> int:
    """The kernel's Landlock version. Raises OSError where there is none."""
    return kernel.syscall("landlock_create_ruleset", 0, 0, 1)


def restrict() -> str:
    """Give up all paths and ports. Needs no_new_privs. Returns what is in force. Raises OSError."""
    found = version()
    rights = (1 << _FIRST_RIGHTS) - 1
    for since, bit in _RIGHT_OF_VERSION.items():
        rights |= (found >= since) << bit
    attributes = struct.pack("=QQQ", rights, _TCP_BIND_AND_CONNECT, _ABSTRACT_SOCKETS_AND_SIGNALS)
    size = 8 if found < 4 else 16 if found < 6 else 24
    buffer = ctypes.create_string_buffer(attributes, len(attributes))
    ruleset = kernel.syscall("landlock_create_ruleset", buffer, size, 0)
    try:
        kernel.syscall("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)
    return f"Landlock {found}"
