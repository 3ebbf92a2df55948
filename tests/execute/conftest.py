"""A sandbox for the session and short ways to put programs into it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from checkable.core.candidate import Observation
from checkable.core.execution import Limits, Namespace, Program
from checkable.execute import Sandbox

settings.register_profile("no-deadline", deadline=None)  # a crowded machine is no failure
settings.load_profile("no-deadline")

Run = Callable[..., list[Observation]]

PLAIN = Namespace(name="plain", modules=("math", "re", "collections", "time", "random"))
REACHING = Namespace(name="reaching", modules=(
    "atexit", "builtins", "collections", "ctypes", "fcntl", "gc", "inspect", "io", "json", "math", "mmap", "os", "random", "re",
    "resource", "select", "signal", "socket", "subprocess", "sys", "threading", "time", "types", "weakref"))
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


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def run(sandbox: Sandbox) -> Run:
    return runner(sandbox, PLAIN, Limits())


@pytest.fixture
def attack(sandbox: Sandbox) -> Run:
    """Run a program that may import whatever helps it, within small limits."""
    return runner(sandbox, REACHING, BRIEF)
