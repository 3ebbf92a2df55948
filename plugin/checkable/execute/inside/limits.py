"""Resource limits, of the zygote and of each program.

Promises that a program cannot raise any of them: hard limits are set, and nobody in the jail may
raise a hard limit. CPU time is judged outside, by the kernel's account; here a timer ends a program that is
well beyond its limit, and RLIMIT_CPU, which no program can switch off, does so at the next full second.
"""

from __future__ import annotations

import math
import os
import resource
from resource import RLIMIT_AS, RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_NPROC
from signal import ITIMER_PROF

TYPE_CHECKING = False  # typing itself would be a tenth of what each fork copies
if TYPE_CHECKING:
    from typing import Any

_OPEN_FILES = 24
_STACK_BYTES = 8 << 20
_BEYOND, _BEYOND_SECONDS = 1.25, 0.05  # the kernel's timers count in ticks, and so up to a fifth too early


Bounds = tuple[float, int, int]  # CPU seconds, bytes beyond what the zygote itself takes, bytes in any one file


def address_space() -> int:
    """Bytes of address space of this process now, for the memory limits of its children."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def bound_zygote() -> None:
    """The limits that zygote and programs share."""
    _, most = resource.getrlimit(resource.RLIMIT_STACK)
    stack = _STACK_BYTES if most == resource.RLIM_INFINITY else min(most, _STACK_BYTES)
    resource.setrlimit(resource.RLIMIT_STACK, (stack, stack))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
    for none in (resource.RLIMIT_CORE, resource.RLIMIT_MEMLOCK, resource.RLIMIT_MSGQUEUE):
        resource.setrlimit(none, (0, 0))


def bound_program(bounds: Bounds, zygote_bytes: int, limit: Any, timer: Any) -> None:
    """Bound this process, a fresh child. Raises OSError or ValueError for limits that cannot be set.

    ``limit`` and ``timer`` set them: ``setrlimit`` and ``setitimer``, or what does nothing for a rehearsal.
    """
    cpu_seconds, memory_bytes, file_bytes = bounds
    memory, cpu = zygote_bytes + memory_bytes, cpu_seconds * _BEYOND + _BEYOND_SECONDS
    limit(RLIMIT_NPROC, (0, 0))
    limit(RLIMIT_FSIZE, (file_bytes, file_bytes))
    limit(RLIMIT_AS, (memory, memory))
    limit(RLIMIT_CPU, (math.ceil(cpu), math.ceil(cpu)))
    timer(ITIMER_PROF, cpu)
