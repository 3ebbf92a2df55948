"""The driver as a program of its own: the tests' side of the sandbox, which holds expected values and no program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from checkable.core.execution import Limits, Namespace, Program

LIMITS = Limits(cpu_seconds=60.0, wall_seconds=240.0, memory_mb=2048, output_bytes=16_000_000)
_SOURCE = Path(__file__).with_name("driver.py").read_text()
_MODULES = ("ast", "builtins", "copy", "random")


def program(entry_point: str, namespace: Namespace) -> Program:
    """``record`` or ``replay``, where the tests find what programs of ``namespace`` find.

    Such a driver has zygotes of its own, since its modules are others.
    """
    scope = replace(namespace, name=f"tests of {namespace.name}", builtins="ordinary", withheld=(),
                    modules=tuple(sorted({*namespace.modules, *_MODULES})))
    return Program(source=_SOURCE, entry_point=entry_point, namespace=scope, limits=LIMITS)
