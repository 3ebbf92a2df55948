"""A program and its inputs as the lines a child reads, and what identifies the zygote it needs."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from checkable.core.case import Json
from checkable.core.execution import Limits, Namespace, Program
from checkable.execute.inside import protocol

_MIB = 1 << 20
_HASH_SEEDS = 1 << 32


class NamespaceUnusable(ValueError):
    """A namespace that no program can run in; the message says what is wrong and what is near."""


@dataclass(frozen=True)
class Kind:
    """What a zygote is started with: programs of one kind share zygotes."""

    hash_seed: int
    modules: tuple[str, ...]
    preload: tuple[str, ...]


@dataclass(frozen=True)
class Request:
    """One program's lines, its kind and limits. ``result_bytes`` bounds the file that it answers in."""

    kind: Kind
    limits: Limits
    count: int
    result_bytes: int
    lines: bytes


def kind_of(namespace: Namespace) -> Kind:
    """Raises NamespaceUnusable for modules that are not in the standard library."""
    if not 0 <= namespace.hash_seed < _HASH_SEEDS:
        raise NamespaceUnusable(f"namespace {namespace.name!r}: hash_seed {namespace.hash_seed} is not in 0..4294967295")
    preload = tuple(sorted(set(namespace.preload.values())))
    for module in (*namespace.modules, *(target.partition(":")[0] for target in preload)):
        _require_standard(module, namespace.name)
    return Kind(namespace.hash_seed, tuple(sorted(set(namespace.modules))), preload)


def make(program: Program, inputs: Sequence[Json]) -> Request:
    """Raises NamespaceUnusable, and ValueError for limits that bound nothing or inputs that are not plain data."""
    limits, namespace = program.limits, program.namespace
    for name in ("cpu_seconds", "wall_seconds", "memory_mb", "output_bytes"):
        if not getattr(limits, name) > 0:
            raise ValueError(f"limits: {name} is {getattr(limits, name)}, a number above 0 was expected")
    result_bytes = limits.output_bytes + protocol.RECORD_BYTES * (len(inputs) + 1)
    header = {
        "source": program.source, "entry_point": program.entry_point, "builtins": namespace.builtins,
        "modules": namespace.modules, "preload": dict(namespace.preload), "output_bytes": limits.output_bytes,
        "bounds": {"cpu_seconds": limits.cpu_seconds, "memory_bytes": limits.memory_mb * _MIB,
                   "result_bytes": result_bytes},
    }
    lines = "\n".join([json.dumps(header), *map(protocol.encode, inputs)]).encode("ascii")
    return Request(kind_of(namespace), limits, len(inputs), result_bytes, lines)


def _require_standard(module: str, namespace: str) -> None:
    top = module.partition(".")[0]
    if top in sys.stdlib_module_names:
        return
    near = difflib.get_close_matches(top, sys.stdlib_module_names, n=1)
    hint = f"; the nearest is {near[0]!r}" if near else ""
    raise NamespaceUnusable(f"namespace {namespace!r} names the module {module!r}: programs may use the standard "
                            f"library only{hint}")
