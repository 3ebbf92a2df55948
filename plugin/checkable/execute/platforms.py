"""Where programs can be executed: jailed on Linux, in plain processes on macOS, by a Python that this was written for.

The jail is made of Linux system calls (namespaces, Landlock, seccomp, memfd). macOS has none of them: there programs
run only where level 0 was asked for by name. Other systems are refused, whatever was asked for.
"""

from __future__ import annotations

import sys

SYSTEM = sys.platform
_OLDEST, _NEWEST = (3, 11), (3, 13)
_LINUX, _MACOS = "linux", "darwin"
CONTAINER = "run in a Linux container or virtual machine (Docker's defaults give isolation level 2)"


def system() -> str:
    """This system, as ``sys.platform`` names it."""
    return SYSTEM


def has_jail() -> bool:
    """Whether there are zygotes on this system. On a Linux other than x86-64 and aarch64 their filter is refused."""
    return SYSTEM == _LINUX


def objection(version: tuple[int, int] = sys.version_info[:2]) -> str | None:
    """Why no program can be run here, and what to do instead; None where nothing stands against it."""
    if SYSTEM not in (_LINUX, _MACOS):
        return f"programs are executed on Linux, and without isolation on macOS, and this is {SYSTEM}: {CONTAINER}"
    if not _OLDEST <= version <= _NEWEST:
        return (f"programs are executed by Python {_said(_OLDEST)} to {_said(_NEWEST)}, and this is {_said(version)}: "
                "what the jail preloads has not been tried on it")
    return None


def _said(version: tuple[int, int]) -> str:
    return ".".join(map(str, version))
