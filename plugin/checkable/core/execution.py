"""What to execute and under which rules: the request side of the sandbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from checkable.core.case import Json


@dataclass(frozen=True, kw_only=True)
class Namespace:
    """What a program finds in scope. A declared property of a substrate or of recorded completions.

    ``preload`` maps a global name to ``"module"`` or ``"module:attribute"``. ``modules`` may be
    imported; an import of anything else raises ImportError in the program. ``builtins``:
    "restricted" keeps the harmless ones (no open, eval, exec, compile, input, globals, …),
    "ordinary" leaves Python's own; ``withheld`` names builtins that are taken away besides, where
    recorded programs ran without them. ``hash_seed`` fixes the order of sets of strings.
    """

    name: str
    preload: Mapping[str, str] = field(default_factory=dict)
    modules: tuple[str, ...] = ()
    builtins: Literal["restricted", "ordinary"] = "ordinary"
    withheld: tuple[str, ...] = ()
    hash_seed: int = 0


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Per program, for all its inputs together. CPU time is the limit, wall time the backstop."""

    cpu_seconds: float = 2.0
    wall_seconds: float = 10.0
    memory_mb: int = 512
    output_bytes: int = 4_000_000


@dataclass(frozen=True, kw_only=True)
class Program:
    source: str
    entry_point: str
    namespace: Namespace
    limits: Limits = Limits()


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call of a program's function. Arguments are plain data; the function gets copies of its own."""

    function: str
    arguments: tuple[Json, ...] = ()
    keywords: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TraceCaps:
    """How much of a run a trace keeps. What comes after either cap runs on unseen."""

    steps: int = 500
    bytes: int = 100_000  # of all steps as they are written, 20 to 400,000
