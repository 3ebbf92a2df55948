"""The driver as a program of its own: the tests' side of the sandbox, which holds expected values and no program."""

from __future__ import annotations

from dataclasses import replace

from checkable.core.execution import Limits, Namespace, Program
from checkable.execute.requests import DRIVERS

LIMITS = Limits(cpu_seconds=60.0, wall_seconds=240.0, memory_mb=2048, output_bytes=16_000_000)


def driver(name: str, namespace: Namespace) -> Program:
    """``record`` or ``replay``, where the tests find what programs of ``namespace`` find.

    Such a program has zygotes of its own, since its namespace is another.
    """
    scope = replace(namespace, name=f"tests of {namespace.name}", builtins="ordinary", withheld=(),
                    preload={**namespace.preload, **DRIVERS})
    return Program(source="", entry_point=f"__{name}__", namespace=scope, limits=LIMITS)
