"""The system call filter: what a program and its zygote may ask of the kernel, and nothing else. (seccomp(2))

One filter for both, installed once, since a second one in each child costs a tenth of a
millisecond per program. So whatever only the zygote needs (a fork, a reply on its socket) is
harmless in a child for another reason: RLIMIT_NPROC forbids the fork and the socket is closed.
No call that takes a path, makes a socket, starts a program, sends a signal, maps another process
or changes another's limits is allowed. What is not on the list fails with EPERM.
"""

from __future__ import annotations

import ctypes
import errno
import struct

from . import kernel, syscalls

_ALLOW = 0x7FFF0000
_KILL_PROCESS = 0x80000000
_ERRNO = 0x00050000
_X32 = 0x40000000  # the other calling convention of x86-64 kernels, refused as a whole
_SET_MODE_FILTER = 1
_ARGUMENTS = 16  # offset of the first argument in struct seccomp_data
_F_GETFD, _F_SETFD, _F_GETFL = 1, 2, 3
_TCGETS, _FIOCLEX, _FIONCLEX = 0x5401, 0x5451, 0x5450
_FORKS = (0x01200011, 0x11)  # the flags with which glibc and musl fork: never a thread, never a namespace

ALLOWED = (
    # time and waiting
    "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "getitimer", "setitimer",
    "poll", "ppoll", "select", "pselect6", "pause", "sched_yield", "futex", "times",
    # memory
    "brk", "mmap", "munmap", "mprotect", "mremap", "madvise", "membarrier", "rseq", "set_robust_list",
    "get_robust_list", "set_tid_address",
    # descriptors that are already open
    "read", "write", "readv", "writev", "pread64", "pwrite64", "preadv", "pwritev", "lseek", "fstat", "close",
    "close_range", "eventfd2", "sendto", "sendmsg", "recvmsg", "recvfrom",
    # signals to oneself, and the end
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigpending", "rt_sigtimedwait", "sigaltstack",
    "restart_syscall", "exit", "exit_group", "wait4", "waitid", "fork",
    # facts
    "getpid", "gettid", "getppid", "getuid", "geteuid", "getgid", "getegid", "getresuid", "getresgid", "getgroups",
    "getpgrp", "getpgid", "getsid", "uname", "sysinfo", "getrusage", "getrlimit", "getrandom", "sched_getaffinity",
    "getcpu",
)


def install() -> str:
    """Install the filter in this process. Needs no_new_privs. Returns what is in force. Raises OSError."""
    load(program(kernel.architecture()))
    return "seccomp"


def load(instructions: bytes) -> None:
    """Install any filter: ``instructions`` are packed sock_filter structures. Raises OSError."""
    code = ctypes.create_string_buffer(instructions, len(instructions))
    header = struct.pack("HxxxxxxP", len(instructions) // 8, ctypes.addressof(code))
    kernel.syscall("seccomp", _SET_MODE_FILTER, 0, ctypes.create_string_buffer(header, len(header)))


def program(machine: str) -> bytes:
    """The filter for ``machine`` (a key of ``syscalls.TABLES``)."""
    numbers = syscalls.TABLES[machine]
    refuse = _returns(_ERRNO | errno.EPERM)
    ruled = {
        "fcntl": _one_of(1, (_F_GETFD, _F_SETFD, _F_GETFL)),  # not F_SETFL: its flags outlive a process
        "ioctl": _one_of(1, (_TCGETS, _FIOCLEX, _FIONCLEX)),
        "prctl": [_load_argument(0), _equal(kernel.PR_SET_PDEATHSIG, 1, 0), refuse,
                  _load_argument(1), _equal(9, 1, 0), refuse, _returns(_ALLOW)],
        "prlimit64": [_load_argument(0), _equal(0, 1, 0), refuse, _returns(_ALLOW)],  # one's own limits
        "clone": _one_of(0, _FORKS),
        "clone3": [_returns(_ERRNO | errno.ENOSYS)],  # its flags are out of reach here; the C library then uses clone
    }
    code = _preamble(machine)
    for name, body in ruled.items():
        code += [_equal(numbers[name], 0, len(body)), *body]
    for name in ALLOWED:
        if name in numbers:  # aarch64 has dropped the older ones
            code += [_equal(numbers[name], 0, 1), _returns(_ALLOW)]
    return b"".join([*code, refuse])


def refusing(machine: str, names: tuple[str, ...]) -> bytes:
    """A filter that refuses ``names`` with EPERM and allows all else: what a strict host looks like from within."""
    numbers = syscalls.TABLES[machine]
    code = _preamble(machine)
    for name in names:
        code += [_equal(numbers[name], 0, 1), _returns(_ERRNO | errno.EPERM)]
    return b"".join([*code, _returns(_ALLOW)])


def _preamble(machine: str) -> list[bytes]:
    """Another architecture's calls have other numbers: end the process rather than guess."""
    architecture = [_load(4), _equal(syscalls.AUDIT_ARCHITECTURE[machine], 1, 0), _returns(_KILL_PROCESS), _load(0)]
    if machine == "x86_64":
        architecture += [_at_least(_X32, 0, 1), _returns(_KILL_PROCESS)]
    return architecture


def _one_of(argument: int, values: tuple[int, ...]) -> list[bytes]:
    body = [_load_argument(argument)]
    for value in values:
        body += [_equal(value, 0, 1), _returns(_ALLOW)]
    return [*body, _returns(_ERRNO | errno.EPERM)]


def _instruction(code: int, when_true: int, when_false: int, value: int) -> bytes:
    return struct.pack("=HBBI", code, when_true, when_false, value & 0xFFFFFFFF)


def _load(offset: int) -> bytes:
    return _instruction(0x20, 0, 0, offset)


def _load_argument(index: int) -> bytes:
    """The lower half of an argument; both architectures are little-endian."""
    return _load(_ARGUMENTS + 8 * index)


def _equal(value: int, when_true: int, when_false: int) -> bytes:
    return _instruction(0x15, when_true, when_false, value)


def _at_least(value: int, when_true: int, when_false: int) -> bytes:
    return _instruction(0x35, when_true, when_false, value)


def _returns(action: int) -> bytes:
    return _instruction(0x06, 0, 0, action)
