"""Escape by one system call each.

The numbers are those of x86-64, written out here so that the filter is not tested with its own table.
"""

from __future__ import annotations

from attack import Attack, returning

_DENIED = [-1, 1]  # EPERM
_ROOT = "ctypes.create_string_buffer(b'/')"
_BUFFER = "ctypes.create_string_buffer(64)"


def call(name: str, number: int, *arguments: int | str, answer: list[int] | None = None) -> Attack:
    """One system call, which must be refused whatever else is wrong with it."""
    words = ", ".join(f"ctypes.c_long({a})" if isinstance(a, int) else a for a in (number, *arguments))
    return returning(name, answer or _DENIED, f"""\
import ctypes
def f(x):
    l = ctypes.CDLL(None, use_errno=True)
    return [l.syscall({words}), ctypes.get_errno()]
""", unguarded=True, machine="x86_64")


CALLS = (
    call("leaves its namespaces", 272, 0x10000000),
    call("enters another's namespace", 308, 0, 0),
    call("mounts", 165, 0, _ROOT, _BUFFER, 0, 0),
    call("unmounts", 166, _ROOT, 2),
    call("mounts in the new way", 430, _BUFFER, 0),
    call("opens a tree of mounts", 428, -100, _ROOT, 1),
    call("moves a mount", 429, -100, _ROOT, -100, _ROOT, 0),
    call("pivots the root", 155, _ROOT, _ROOT),
    call("opens relative to nothing", 257, -100, _ROOT, 0),
    call("opens in the new way", 437, -100, _ROOT, _BUFFER, 24),
    call("opens by a handle", 304, -100, _BUFFER, 0),
    call("asks for a handle", 303, -100, _ROOT, _BUFFER, _BUFFER, 0),
    call("asks for the facts of a file", 332, -100, _ROOT, 0, 0x7FF, _BUFFER),
    call("asks in the old way", 4, _ROOT, _BUFFER),
    call("asks whether it may", 439, -100, _ROOT, 0, 0),
    call("reads a directory that is open", 217, 0, _BUFFER, 64),
    call("watches files", 253),
    call("watches all files", 300, 0, 0),
    call("asks io_uring to do it", 425, 1, _BUFFER),
    call("enters an io_uring", 426, 0, 1, 0, 0, 0, 0),
    call("asks for asynchronous input", 206, 1, _BUFFER),
    call("loads a program into the kernel", 321, 5, _BUFFER, 64),
    call("watches events of the kernel", 298, _BUFFER, 0, -1, -1, 0),
    call("handles its own page faults", 323, 1),
    call("reads the keys of the kernel", 250, 0, -3, 0),
    call("adds a key", 248, _BUFFER, _BUFFER, 0, 0, -3),
    call("becomes a tracer", 101, 0, 0, 0, 0),
    call("lets itself be traced", 157, 0x59616D61, -1),
    call("makes itself readable", 157, 4, 1),
    call("installs a filter by the old way", 157, 22, 2, 0),
    call("installs a filter", 317, 1, 0, _BUFFER),
    call("drops its death signal", 157, 1, 0),
    call("adopts orphans", 157, 36, 1),
    call("moves its own memory map", 157, 35, 0),
    call("becomes another personality", 135, 0),
    call("writes another's memory", 311, 1, _BUFFER, 1, _BUFFER, 1, 0),
    call("compares itself with another", 312, 1, 1, 0, 0, 0),
    call("opens another process", 434, 1, 0),
    call("takes another's descriptor", 438, 0, 0, 0),
    call("advises another's memory", 440, 0, _BUFFER, 1, 4, 0),
    call("moves another's pages", 279, 1, 0, 0, 0, 0, 0),
    call("signals with a value", 129, 1, 0, _BUFFER),
    call("signals a thread", 234, 1, 1, 0),
    call("signals any thread", 200, 1, 0),
    call("signals through a descriptor", 424, 0, 9, 0, 0),
    call("makes a timer that signals others", 222, 0, _BUFFER, _BUFFER),
    call("makes a descriptor of signals", 289, -1, _BUFFER, 8, 0),
    call("makes a descriptor of time", 283, 0, 0),
    call("forks and shares memory", 58),
    call("forks in the new way", 435, _BUFFER, 64, answer=[-1, 38]),
    call("executes what is open", 322, 0, _BUFFER, 0, 0, 0x1000),
    call("executes", 59, _ROOT, 0, 0),
    call("sets the time", 227, 0, _BUFFER),
    call("adjusts the clock", 159, _BUFFER),
    call("names the host", 170, _BUFFER, 4),
    call("restarts the machine", 169, 0, 0, 0, 0),
    call("loads a module", 175, _BUFFER, 64, _BUFFER),
    call("loads a module from a file", 313, 0, _BUFFER, 0),
    call("loads another kernel", 246, 0, 0, 0, 0),
    call("turns on accounting", 163, 0),
    call("swaps", 167, _ROOT, 0),
    call("reads the kernel's log", 103, 3, _BUFFER, 64),
    call("asks for ports", 172, 3),
    call("asks for one port", 173, 0, 1, 1),
    call("changes its segments", 154, 0, _BUFFER, 64),
    call("takes capabilities", 126, _BUFFER, _BUFFER),
    call("changes its groups", 116, 0, _BUFFER),
    call("changes its mask of rights", 95, 0),
    call("waits for many descriptors", 291, 0),
    call("makes a secret memory", 447, 0),
    call("copies a descriptor", 292, 0, 9, 0),
    call("sends a file into another", 40, 1, 0, 0, 1),
    call("splices", 275, 0, 0, 1, 0, 1, 0),
    call("gives pages away", 278, 1, _BUFFER, 0, 0),
    call("seals its result", 72, 3, 1033, 15),
    call("cuts its result", 77, 3, 0),
    call("punches a hole into its result", 285, 3, 3, 0, 1),
    call("attaches shared memory", 30, 0, 0, 0),
    call("makes semaphores", 64, 0, 1, 0o1666),
    call("opens a queue of messages", 240, _BUFFER, 0o100, 0o666, 0),
    call("lets others change its rules", 444, _BUFFER, 8, 0),
    call("asks which robust locks another holds", 311, 0, 0, 0, 0, 0, 0),
    call("changes its priority of reading", 251, 1, 0, 0),
    call("binds its memory to a node", 237, 0, 0, 0, 0, 0, 0),
    call("makes keys for memory", 330, 0, 0),
    call("calls what does not exist", 999),
)
