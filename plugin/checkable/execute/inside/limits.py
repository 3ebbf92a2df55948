"""Resource limits, of the zygote and of each program.

Promises that a program cannot raise any of them: hard limits are set, and nobody in the jail may
raise a hard limit. CPU time is judged outside, by the kernel's account; here a timer ends a program that is
well beyond its limit, and RLIMIT_CPU, which no program can switch off, does so at the next full second.
"""

from __future__ import annotations

import os
import resource
import signal
from resource import RLIMIT_AS, RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_NPROC

_OPEN_FILES = 24
_STACK_BYTES = 8 << 20
_BEYOND, _BEYOND_SECONDS = 1.25, 0.05  # the kernel's timers count in ticks, and so up to a fifth too early


Bounds = tuple[float, int, int]  # CPU seconds, bytes beyond what the zygote itself takes, bytes in any one file


def address_space() -> int:
    """Bytes of address space of this process now, for the memory limits of its children; elsewhere than on Linux the
    most that it had in memory, which is what other systems tell."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except FileNotFoundError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def bound_zygote() -> None:
    """The limits that zygote and programs share."""
    _, most = resource.getrlimit(resource.RLIMIT_STACK)
    stack = _STACK_BYTES if most == resource.RLIM_INFINITY else min(most, _STACK_BYTES)
    resource.setrlimit(resource.RLIMIT_STACK, (stack, stack))
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    files = _OPEN_FILES if most == resource.RLIM_INFINITY else min(most, _OPEN_FILES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    for none in (resource.RLIMIT_CORE, resource.RLIMIT_MEMLOCK, resource.RLIMIT_MSGQUEUE):
        resource.setrlimit(none, (0, 0))


def of_program(bounds: Bounds, zygote_bytes: int) -> tuple[tuple[tuple[int, int], ...], float]:
    """What binds a fresh child: limits with their values, in the order in which to set them, and its timer's seconds.

    Setting one raises OSError, or ValueError where the host's own hard limit is lower.
    """
    cpu_seconds, memory_bytes, file_bytes = bounds
    cpu = cpu_seconds * _BEYOND + _BEYOND_SECONDS
    return ((RLIMIT_NPROC, 0), (RLIMIT_FSIZE, file_bytes), (RLIMIT_AS, zygote_bytes + memory_bytes),
            (RLIMIT_CPU, int(cpu) + 1)), cpu


def bound_program(bounds: Bounds, zygote_bytes: int) -> None:
    """Bind this process, a fresh child, as a program is."""
    limits, seconds = of_program(bounds, zygote_bytes)
    for which, most in limits:
        resource.setrlimit(which, (most, most))
    signal.setitimer(signal.ITIMER_PROF, seconds)
