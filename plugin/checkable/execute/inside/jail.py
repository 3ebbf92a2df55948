"""Every layer of isolation that the kernel allows, entered once, and what a child could still do afterwards.

Promises that the report says what children could not do, never what set-up calls returned. Whether it is enough
is judged outside.
"""

from __future__ import annotations

import os
import signal
from _socket import socket
from collections.abc import Callable

from . import canaries, guard, kernel, landlock, limits, namespaces, seccomp
from .namespaces import NOBODY

Layer = Callable[[str, Callable[[], str]], bool]


def enter(control: socket, zygote_bytes: int) -> dict[str, list[str]]:
    """Jail this process, from here on a child of a guard. Returns what is in force and refused, and the canaries' word.

    ``control`` tells the guard when the supervisor is gone.
    """
    in_force: list[str] = []
    refused: dict[str, str] = {}
    report: dict[str, list[str]] = {}

    def layer(name: str, enter: Callable[[], str]) -> bool:
        try:
            in_force.append(enter())
        except OSError as error:
            refused[name] = error.strerror or str(error)
            return False
        refused.pop(name, None)  # where a second way in was open
        return True

    pipes = [os.pipe() for _ in range(4)]  # made now: the filter will forbid it
    limits.bound_zygote()
    _separate(layer)
    guard.leave_behind(control)
    layer("no capabilities", _drop_capabilities)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)  # or a child could read the zygote's memory
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)  # when the guard ends
    report["namespaces"] = canaries.try_in_child(canaries.OUTSIDE_NAMESPACES, pipes[0])
    layer("landlock", landlock.restrict)
    report["landlock"] = canaries.try_in_child(canaries.OUTSIDE_LANDLOCK, pipes[1])
    layer("seccomp", seccomp.install)
    report["seccomp"] = canaries.try_in_child(canaries.forbidden_calls(), pipes[2], zygote_bytes)
    report["limits"] = canaries.try_in_child(canaries.OUTSIDE_LIMITS, pipes[3], zygote_bytes)
    return {**report, "in_force": in_force, "refused": [f"{name}: {why}" for name, why in refused.items()]}


def _separate(layer: Layer) -> None:
    """Enter namespaces and stop being root, in the order that this host allows."""
    if os.geteuid() != 0:
        layer("namespaces", namespaces.enter)
        return
    entered = layer("namespaces", namespaces.enter)
    if layer("unprivileged user", _become_nobody) and not entered:
        layer("namespaces", namespaces.enter)


def _become_nobody() -> str:
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    kernel.prctl(kernel.PR_SET_DUMPABLE, 1)  # until the user namespace, if any, has its maps
    return "unprivileged user"


def _drop_capabilities() -> str:
    kernel.drop_capabilities()
    return "no capabilities"
