"""Escape by what aarch64 alone has: its machine code, its ways to call the kernel, its registers."""

from __future__ import annotations

from attack import EXCEPTION, KILLED, Attack, returning

_RET, _SVC = 0xD65F03C0, 0xD4000001
_SOCKET = (0xD2800040, 0xD2800021, 0xD2800002)  # x0 = AF_INET, x1 = SOCK_STREAM, x2 = 0
_NUMBER = 0xD2800008 | 198 << 5  # x8 = socket

MACHINE_CODE = """\
import ctypes, mmap
def run(*words):
    m = mmap.mmap(-1, 4096)
    m.write(b''.join(word.to_bytes(4, 'little') for word in words))
    at = ctypes.addressof(ctypes.c_char.from_buffer(m))
    ctypes.CDLL(None).mprotect(ctypes.c_void_p(at), ctypes.c_size_t(4096), 5)
    return ctypes.CFUNCTYPE(ctypes.c_long)(at)()
"""


def _source(*words: int) -> str:
    return f"{MACHINE_CODE}def f(x): return run({', '.join(map(hex, words))})\n"


def answered(name: str, value: int, *words: int) -> Attack:
    return returning(name, value, _source(*words), unguarded=True, machine="aarch64")


def killed(name: str, said: str, *words: int) -> Attack:
    return Attack(name, KILLED, said, _source(*words), unguarded=True, machine="aarch64")


AARCH64 = (
    answered("runs machine code of its own (aarch64)", 42, 0x52800540, _RET),
    answered("asks for a socket by machine code", -1, *_SOCKET, _NUMBER, _SVC, _RET),
    answered("hides a call in the upper half of its number", -1, *_SOCKET, _NUMBER, 0xF2C00028, _SVC, _RET),
    answered("calls the kernel with an immediate", -1, *_SOCKET, _NUMBER, _SVC | 0x1234 << 5, _RET),
    answered("calls a number below zero", -1, *_SOCKET, 0x92800008, _SVC, _RET),
    killed("reads a register of the kernel", "SIGILL", 0xD5381000, _RET),  # mrs x0, sctlr_el1
    killed("calls the hypervisor", "SIGILL", 0xD4000002, _RET),
    killed("calls the firmware", "SIGILL", 0xD4000003, _RET),
    killed("stops at a breakpoint of its own", "SIGTRAP", 0xD4200000, _RET),
    killed("reads what is not aligned", "SIGBUS|SIGSEGV", 0xD2800020, 0x885F7C00, _RET),  # x0 = 1; ldxr w0, [x0]
    Attack("hides a clone in the upper half of its flags (aarch64)", EXCEPTION, "Denied", """\
import ctypes
class Denied(Exception): pass
def f(x):
    l = ctypes.CDLL(None, use_errno=True)
    for flags in (0x11 | 0x10000000, 0x11 | 0x100, 0x11 | (1 << 33), 0x3d0f00, 0x11 | 0x8000, 0x0):
        got = l.syscall(220, ctypes.c_long(flags), 0, 0, 0, 0)
        if got != -1: return got
    raise Denied
""", unguarded=True, machine="aarch64"),
)
