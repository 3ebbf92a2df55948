"""How far a child came before its program, as one number in an event counter that the kernel keeps.

The zygote hands the number on without looking at it, and what it means is said outside: the step of the set-up that
failed, and the kernel's own error number. A program cannot change it, since the counter is closed before the program
is next.
"""

from __future__ import annotations

import errno
import os
from resource import RLIMIT_AS, RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_NPROC

TAKEN = 1  # the child has its request
REACHED = 2  # and the program itself is next
FORK, RECEIVE, READ, LIMITS, TIMER, ANSWER = range(1, 7)

LIMIT_NAMES = {RLIMIT_NPROC: "RLIMIT_NPROC", RLIMIT_FSIZE: "RLIMIT_FSIZE", RLIMIT_AS: "RLIMIT_AS",
               RLIMIT_CPU: "RLIMIT_CPU"}
_STEPS = {FORK: "fork", RECEIVE: "receive its request", READ: "read its request", TIMER: "set its timer",
          ANSWER: "open its answer"}
_TYPES = (OSError, MemoryError, ValueError, EOFError, TypeError, LookupError, OverflowError, BaseException)
_SHIFT = 1 << 12  # beyond the kernel's error numbers


def failure(step: int, error: BaseException, limit: int = 0) -> int:
    """What a child adds to the counter when ``step`` failed; at LIMITS with the limit that it was about to set."""
    kind = next(index for index, each in enumerate(_TYPES) if isinstance(error, each))
    number = error.errno or 0 if isinstance(error, OSError) else 0
    return (((step * _SHIFT + limit) * _SHIFT + kind) * _SHIFT + number) * (REACHED + 2)


def said(counter: int, status: int) -> str:
    """Why a child that did not reach its program ended with ``status``, in words."""
    told, came = divmod(counter, REACHED + 2)
    if not told:
        return f"it ended {'after' if came else 'before'} it took its request (exit status {status})"
    told, number = divmod(told, _SHIFT)
    told, kind = divmod(told, _SHIFT)
    step, limit = divmod(told, _SHIFT)
    why = f"{errno.errorcode.get(number, number)}, {os.strerror(number)}" if number else _TYPES[kind].__name__
    if step != LIMITS:
        return f"it could not {_STEPS[step]} ({why})"
    lower = "; the host's own hard limit is lower" if _TYPES[kind] is ValueError else ""
    return f"it could not set {LIMIT_NAMES[limit]} ({why}{lower})"
