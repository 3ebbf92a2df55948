"""Where the sandbox can work at all: Linux, and a Python that its jail was written for.

The jail is made of Linux system calls (namespaces, Landlock, seccomp, memfd). Other systems are refused, whatever
level was asked for: processes and limits of another kernel would be a sandbox that nobody has attacked.
"""

from __future__ import annotations

import sys

_OLDEST, _NEWEST = (3, 11), (3, 13)


def objection(system: str = sys.platform, version: tuple[int, int] = sys.version_info[:2]) -> str | None:
    """Why no program can be run here, and what to do instead; None where nothing stands against it.

    Architectures are not judged here: on a Linux other than x86-64 and aarch64 the system call filter is refused,
    which leaves level 0, and so programs run only where that was asked for by name.
    """
    if system != "linux":
        return (f"programs are executed on Linux alone, and this is {system}: run in a Linux container or virtual "
                "machine (Docker's defaults give isolation level 2)")
    if not _OLDEST <= version <= _NEWEST:
        return (f"programs are executed by Python {_said(_OLDEST)} to {_said(_NEWEST)}, and this is {_said(version)}: "
                "what the jail preloads has not been tried on it")
    return None


def _said(version: tuple[int, int]) -> str:
    return ".".join(map(str, version))
