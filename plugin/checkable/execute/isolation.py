"""The isolation level in force, judged from what children could and could not do.

Levels: 3 namespaces, Landlock and the system call filter; 2 Landlock and the filter; 1 the filter
alone; 0 processes and limits only. A level counts only where every canary of it was stopped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkable.execute.remedies import Host, remedies

_LAYERS = ("seccomp", "landlock", "namespaces")  # each adds a level, if those before are in force
_MEANING = (
    "processes and limits only: a program can read files and use the network",
    "system call filter",
    "Landlock and system call filter",
    "namespaces, Landlock and system call filter",
)
_LAYER_NAMES = {"seccomp": "seccomp", "landlock": "Landlock", "namespaces": "namespaces", "limits": "limits"}


class IsolationTooWeak(RuntimeError):
    """This machine cannot isolate programs as strongly as was asked for; the message says why."""


@dataclass(frozen=True)
class Isolation:
    """``level`` 0 to 3, ``summary`` what is in force in one line, ``refused`` the layers that this host refuses and
    why, ``canaries`` what each layer by itself failed to stop when it was tried."""

    level: int
    summary: str
    refused: tuple[str, ...]
    canaries: tuple[str, ...] = ()


def judge(report: Mapping[str, Sequence[str]]) -> Isolation:
    """From a zygote's report: ``in_force``, ``refused``, and per layer what a child could still do."""
    level = 0
    if not report["limits"]:
        while level < len(_LAYERS) and not report[_LAYERS[level]]:
            level += 1
    escapes = [f"{_LAYER_NAMES[layer]}: does not keep a program from: {', '.join(report[layer])}"
               for layer in ("limits", *_LAYERS) if report[layer]]
    summary = f"level {level} ({_MEANING[level]}): {', '.join([*report['in_force'], 'resource limits'])}"
    return Isolation(level, summary, tuple(report["refused"]), tuple(escapes))


def unjailed(system: str, unset: Sequence[str], escaped: Sequence[str]) -> Isolation:
    """What is in force on a system without any layer: limits, but for those that it did not set (``unset``) and what
    a program could do in spite of them (``escaped``)."""
    open_to = ["read and write files", "use the network", "reach other processes", *escaped]
    return Isolation(0, f"level 0 ({_MEANING[0]}): plain processes on {system}, resource limits",
                     (f"{', '.join(_LAYERS)}: {system} has none of them", *unset),
                     (f"limits: do not keep a program from: {', '.join(open_to)}",))


def require(isolation: Isolation, minimum: int) -> None:
    """Raises IsolationTooWeak, with what to change on this host, if ``isolation`` is below ``minimum``."""
    if isolation.level >= minimum:
        return
    lines = [f"isolation level {minimum} was asked for, level {isolation.level} is all this machine gives",
             *(f"refused: {why}" for why in isolation.refused), *isolation.canaries]
    helps = remedies(isolation.level, minimum, Host.of_this_machine())
    raise IsolationTooWeak("\n  ".join([*lines, *(f"what helps: {remedy}" for remedy in helps)]))
