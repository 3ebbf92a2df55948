"""The kernel's interfaces that Python has no name for, through ctypes: one function each, errors as OSError.

Knows nothing about policy: what is allowed, entered or dropped is decided by the modules that call these.
"""

from __future__ import annotations

import ctypes
import errno
import os

from . import syscalls

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_CLEAR_ALL = 4

_CAPABILITY_VERSION_3 = 0x20080522
_POINTER_BITS = ctypes.sizeof(ctypes.c_void_p) * 8
_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long
_libc.malloc.restype = ctypes.c_void_p


def architecture() -> str:
    """The machine's name, a key of ``syscalls.TABLES``. Raises OSError for one whose numbers are not known here.

    A 32-bit Python has other numbers than the 64-bit kernel that it runs on, as under Raspberry Pi OS.
    """
    machine = os.uname().machine
    if machine not in syscalls.TABLES or _POINTER_BITS != 64:
        raise OSError(errno.ENOSYS, f"the numbers of system calls of a {_POINTER_BITS}-bit Python on {machine} are not "
                                    "known")
    return machine


def syscall(name: str, *arguments: int | ctypes.Array[ctypes.c_char]) -> int:
    """One raw system call; integers are passed as longs, buffers by address. Raises OSError."""
    number = syscalls.TABLES[architecture()][name]
    ctypes.set_errno(0)
    words = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    return _checked(_libc.syscall(ctypes.c_long(number), *words), name)


def prctl(operation: int, argument: int = 0, second: int = 0) -> int:
    ctypes.set_errno(0)
    words = [ctypes.c_ulong(a) for a in (argument, second, 0, 0)]
    return _checked(_libc.prctl(operation, *words), f"prctl {operation}")


def personality(persona: int) -> int:
    """Set the execution domain, or read it with 0xFFFFFFFF. Returns the one before."""
    ctypes.set_errno(0)
    return _checked(_libc.personality(ctypes.c_ulong(persona)), "personality")


def unshare(flags: int) -> None:
    ctypes.set_errno(0)
    _checked(_libc.unshare(flags), "unshare")


def mount(source: str | None, target: str, kind: str | None, flags: int, data: str | None = None) -> None:
    ctypes.set_errno(0)
    texts = [None if t is None else t.encode() for t in (source, target, kind, data)]
    _checked(_libc.mount(texts[0], texts[1], texts[2], ctypes.c_ulong(flags), texts[3]), f"mount {target}")


def detach(target: str) -> None:
    """Unmount ``target`` as soon as nobody uses it."""
    ctypes.set_errno(0)
    _checked(_libc.umount2(target.encode(), 2), f"unmount {target}")


def drop_capabilities() -> None:
    """Give up every capability, for good: bounding, ambient, permitted, effective, inheritable."""
    for capability in range(64):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except OSError:
            break  # past the kernel's last capability, or not allowed to: then none can be gained either
    ctypes.set_errno(0)
    _libc.prctl(PR_CAP_AMBIENT, ctypes.c_ulong(PR_CAP_AMBIENT_CLEAR_ALL), 0, 0, 0)  # unknown before Linux 4.3
    header = ctypes.create_string_buffer(_CAPABILITY_VERSION_3.to_bytes(4, "little") + bytes(4), 8)
    data = ctypes.create_string_buffer(24)
    _checked(_libc.capset(header, data), "capset")


def release() -> None:
    """Give pages that the C library has no use for back to the kernel; other libraries than glibc are left alone."""
    if hasattr(_libc, "malloc_trim"):
        _libc.malloc_trim(ctypes.c_size_t(0))


def allocate(size: int) -> int:
    """The address of ``size`` bytes of the C library's, for good."""
    return _libc.malloc(ctypes.c_size_t(size)) or 0


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def path(name: str) -> ctypes.Array[ctypes.c_char]:
    """A path as an argument of ``syscall``."""
    return ctypes.create_string_buffer(name.encode())
