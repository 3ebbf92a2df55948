"""Escape by one system call each, on x86-64 and on aarch64.

The numbers of both are written out here, so that the filter is not tested with its own tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attack import Attack, returning

_DENIED = [-1, 1]  # EPERM
_ROOT = "ctypes.create_string_buffer(b'/')"
_BUFFER = "ctypes.create_string_buffer(64)"
MACHINES = ("x86_64", "aarch64")


@dataclass(frozen=True)
class Call:
    """One system call, which must be refused whatever else is wrong with it.

    ``numbers`` are those on each of MACHINES, None where there is no such call.
    """

    name: str
    numbers: tuple[int | None, ...]
    arguments: tuple[int | str, ...]
    answer: list[int]

    def attacks(self) -> Iterator[Attack]:
        for machine, number in zip(MACHINES, self.numbers, strict=True):
            if number is not None:
                yield asking(f"{self.name}{'' if machine == 'x86_64' else f' ({machine})'}", machine, number,
                             *self.arguments, answer=self.answer)


def asking(name: str, machine: str, number: int, *arguments: int | str, answer: list[int]) -> Attack:
    words = ", ".join(f"ctypes.c_long({a})" if isinstance(a, int) else a for a in (number, *arguments))
    return returning(name, answer, f"""\
import ctypes
def f(x):
    l = ctypes.CDLL(None, use_errno=True)
    return [l.syscall({words}), ctypes.get_errno()]
""", unguarded=True, machine=machine)


def call(name: str, x86_64: int | None, aarch64: int | None, *arguments: int | str,
         answer: list[int] = _DENIED) -> Call:
    return Call(name, (x86_64, aarch64), arguments, answer)


FORBIDDEN = (
    call("leaves its namespaces", 272, 97, 0x10000000),
    call("enters another's namespace", 308, 268, 0, 0),
    call("mounts", 165, 40, 0, _ROOT, _BUFFER, 0, 0),
    call("unmounts", 166, 39, _ROOT, 2),
    call("mounts in the new way", 430, 430, _BUFFER, 0),
    call("opens a tree of mounts", 428, 428, -100, _ROOT, 1),
    call("moves a mount", 429, 429, -100, _ROOT, -100, _ROOT, 0),
    call("pivots the root", 155, 41, _ROOT, _ROOT),
    call("opens relative to nothing", 257, 56, -100, _ROOT, 0),
    call("opens in the new way", 437, 437, -100, _ROOT, _BUFFER, 24),
    call("opens by a handle", 304, 265, -100, _BUFFER, 0),
    call("asks for a handle", 303, 264, -100, _ROOT, _BUFFER, _BUFFER, 0),
    call("asks for the facts of a file", 332, 291, -100, _ROOT, 0, 0x7FF, _BUFFER),
    call("asks in the old way", 4, None, _ROOT, _BUFFER),
    call("asks whether it may", 439, 439, -100, _ROOT, 0, 0),
    call("reads a directory that is open", 217, 61, 0, _BUFFER, 64),
    call("watches files", 253, None),
    call("watches all files", 300, 262, 0, 0),
    call("asks io_uring to do it", 425, 425, 1, _BUFFER),
    call("enters an io_uring", 426, 426, 0, 1, 0, 0, 0, 0),
    call("asks for asynchronous input", 206, 0, 1, _BUFFER),
    call("loads a program into the kernel", 321, 280, 5, _BUFFER, 64),
    call("watches events of the kernel", 298, 241, _BUFFER, 0, -1, -1, 0),
    call("handles its own page faults", 323, 282, 1),
    call("reads the keys of the kernel", 250, 219, 0, -3, 0),
    call("adds a key", 248, 217, _BUFFER, _BUFFER, 0, 0, -3),
    call("becomes a tracer", 101, 117, 0, 0, 0, 0),
    call("lets itself be traced", 157, 167, 0x59616D61, -1),
    call("makes itself readable", 157, 167, 4, 1),
    call("installs a filter by the old way", 157, 167, 22, 2, 0),
    call("installs a filter", 317, 277, 1, 0, _BUFFER),
    call("drops its death signal", 157, 167, 1, 0),
    call("adopts orphans", 157, 167, 36, 1),
    call("moves its own memory map", 157, 167, 35, 0),
    call("becomes another personality", 135, 92, 0),
    call("writes another's memory", 311, 271, 1, _BUFFER, 1, _BUFFER, 1, 0),
    call("compares itself with another", 312, 272, 1, 1, 0, 0, 0),
    call("opens another process", 434, 434, 1, 0),
    call("takes another's descriptor", 438, 438, 0, 0, 0),
    call("advises another's memory", 440, 440, 0, _BUFFER, 1, 4, 0),
    call("moves another's pages", 279, 239, 1, 0, 0, 0, 0, 0),
    call("signals with a value", 129, 138, 1, 0, _BUFFER),
    call("signals a thread", 234, 131, 1, 1, 0),
    call("signals any thread", 200, 130, 1, 0),
    call("signals through a descriptor", 424, 424, 0, 9, 0, 0),
    call("makes a timer that signals others", 222, 107, 0, _BUFFER, _BUFFER),
    call("makes a descriptor of signals", 289, 74, -1, _BUFFER, 8, 0),
    call("makes a descriptor of time", 283, 85, 0, 0),
    call("forks and shares memory", 58, None),
    call("forks in the new way", 435, 435, _BUFFER, 64, answer=[-1, 38]),
    call("executes what is open", 322, 281, 0, _BUFFER, 0, 0, 0x1000),
    call("executes", 59, 221, _ROOT, 0, 0),
    call("sets the time", 227, 112, 0, _BUFFER),
    call("adjusts the clock", 159, 171, _BUFFER),
    call("names the host", 170, 161, _BUFFER, 4),
    call("restarts the machine", 169, 142, 0, 0, 0, 0),
    call("loads a module", 175, 105, _BUFFER, 64, _BUFFER),
    call("loads a module from a file", 313, 273, 0, _BUFFER, 0),
    call("loads another kernel", 246, 104, 0, 0, 0, 0),
    call("turns on accounting", 163, 89, 0),
    call("swaps", 167, 224, _ROOT, 0),
    call("reads the kernel's log", 103, 116, 3, _BUFFER, 64),
    call("asks for ports", 172, None, 3),
    call("asks for one port", 173, None, 0, 1, 1),
    call("changes its segments", 154, None, 0, _BUFFER, 64),
    call("takes capabilities", 126, 91, _BUFFER, _BUFFER),
    call("changes its groups", 116, 159, 0, _BUFFER),
    call("changes its mask of rights", 95, 166, 0),
    call("waits for many descriptors", 291, 20, 0),
    call("makes a secret memory", 447, 447, 0),
    call("copies a descriptor", 292, 24, 0, 9, 0),
    call("sends a file into another", 40, 71, 1, 0, 0, 1),
    call("splices", 275, 76, 0, 0, 1, 0, 1, 0),
    call("gives pages away", 278, 75, 1, _BUFFER, 0, 0),
    call("seals its result", 72, 25, 3, 1033, 15),
    call("cuts its result", 77, 46, 3, 0),
    call("punches a hole into its result", 285, 47, 3, 3, 0, 1),
    call("attaches shared memory", 30, 196, 0, 0, 0),
    call("makes semaphores", 64, 190, 0, 1, 0o1666),
    call("opens a queue of messages", 240, 180, _BUFFER, 0o100, 0o666, 0),
    call("lets others change its rules", 444, 444, _BUFFER, 8, 0),
    call("changes its priority of reading", 251, 30, 1, 0, 0),
    call("binds its memory to a node", 237, 235, 0, 0, 0, 0, 0, 0),
    call("makes keys for memory", 330, 289, 0, 0),
    call("calls what does not exist", 999, 999),
    call("flushes caches as a 32-bit program does", None, 0x0F0002, 0, 0, 0),
    call("renews its keys for pointers", None, 167, 54, 1, 0, 0, 0),
    call("lets pointers have tags", None, 167, 55, 1, 0, 0, 0),
    call("changes the length of its vectors", None, 167, 50, 16),
)
CALLS = (
    *(attack for each in FORBIDDEN for attack in each.attacks()),
    # allowed by the filter for one's own threads: of others the kernel says nothing
    asking("asks which robust locks another holds", "x86_64", 274, 1, _BUFFER, _BUFFER, answer=_DENIED),
    asking("asks which robust locks another holds (aarch64)", "aarch64", 100, 1, _BUFFER, _BUFFER, answer=_DENIED),
)
