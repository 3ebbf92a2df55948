"""Short ways to put programs into a sandbox, and to see what it has started."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from checkable.core.candidate import Observation
from checkable.core.execution import Limits, Namespace, Program
from checkable.execute import Sandbox

Run = Callable[..., list[Observation]]

PLAIN = Namespace(name="plain", modules=("math", "re", "collections", "time", "random"))
REACHING = Namespace(name="reaching", modules=(
    "atexit", "builtins", "collections", "ctypes", "fcntl", "gc", "inspect", "io", "json", "math", "mmap", "os",
    "random", "re", "resource", "select", "signal", "socket", "subprocess", "sys", "threading", "time", "types",
    "weakref"))
BRIEF = Limits(cpu_seconds=0.5, wall_seconds=2.5, memory_mb=64, output_bytes=100_000)


def runner(sandbox: Sandbox, namespace: Namespace, limits: Limits) -> Run:
    def run(source: str, inputs: Sequence[Any] = (1,), *, namespace: Namespace = namespace,
            limits: Limits = limits, entry_point: str = "f") -> list[Observation]:
        program = Program(source=source, entry_point=entry_point, namespace=namespace, limits=limits)
        return sandbox.run(program, list(inputs))

    return run


def zygotes() -> set[int]:
    """Processes that this one has started for sandboxes."""
    found = set()
    for thread in os.listdir("/proc/self/task"):
        for pid in Path(f"/proc/self/task/{thread}/children").read_text().split():
            try:
                if b"inside/start.py" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    found.add(int(pid))
            except OSError:
                pass  # gone meanwhile
    return found
