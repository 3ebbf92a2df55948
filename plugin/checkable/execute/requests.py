"""A program and its inputs as a child reads them, and what identifies the zygote it needs."""

from __future__ import annotations

import builtins
import difflib
import marshal
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from checkable.core.case import Json
from checkable.core.execution import Limits, Namespace, Program
from checkable.execute.inside import protocol

_MIB = 1 << 20
_HASH_SEEDS = 1 << 32
_POLICIES = ("ordinary", "restricted")


class NamespaceUnusable(ValueError):
    """A namespace that no program can run in; the message says what is wrong and what is near."""


@dataclass(frozen=True)
class Kind:
    """A namespace without its name: programs of one kind share zygotes, which hold its globals ready."""

    hash_seed: int
    builtins: str
    withheld: tuple[str, ...]
    modules: tuple[str, ...]
    preload: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Request:
    """One program as a child reads it, its kind and limits. ``result_bytes`` bounds the file that it answers in."""

    kind: Kind
    limits: Limits
    count: int
    result_bytes: int
    content: bytes


def kind_of(namespace: Namespace) -> Kind:
    """Raises NamespaceUnusable for what does not exist, and for modules beyond the standard library."""
    where = f"namespace {namespace.name!r}"
    if not 0 <= namespace.hash_seed < _HASH_SEEDS:
        raise NamespaceUnusable(f"{where}: hash_seed is {namespace.hash_seed}, 0 to {_HASH_SEEDS - 1} was expected")
    if namespace.builtins not in _POLICIES:
        raise NamespaceUnusable(f"{where}: builtins is {namespace.builtins!r}, {' or '.join(_POLICIES)} was expected")
    for target in (*namespace.modules, *namespace.preload.values()):
        top = target.partition(":")[0].partition(".")[0]
        _require(top, sys.stdlib_module_names, f"{where}: no module of the standard library is named")
    for name in namespace.withheld:
        _require(name, vars(builtins), f"{where}: withheld, but no builtin is named")
    return Kind(namespace.hash_seed, namespace.builtins, tuple(sorted(set(namespace.withheld))),
                tuple(sorted(set(namespace.modules))), tuple(sorted(namespace.preload.items())))


def make(program: Program, inputs: Sequence[Json]) -> Request:
    """Raises NamespaceUnusable, and ValueError for limits that bound nothing or inputs that are not plain data."""
    limits = program.limits
    for name in ("cpu_seconds", "wall_seconds", "memory_mb", "output_bytes"):
        if not getattr(limits, name) > 0:
            raise ValueError(f"limits: {name} is {getattr(limits, name)}, a number above 0 was expected")
    result_bytes = limits.output_bytes + protocol.RECORD_BYTES * (len(inputs) + 1)
    bounds = (limits.cpu_seconds, limits.memory_mb * _MIB, result_bytes)
    for value in inputs:
        protocol.encode(value)  # raises ValueError for what marshal would silently take for bytes
    packed = tuple(map(marshal.dumps, inputs))  # writes equal sets the same way
    content = marshal.dumps((program.source, program.entry_point, limits.output_bytes, bounds, packed))
    return Request(kind_of(program.namespace), limits, len(inputs), result_bytes, content)


def _require(name: str, known: Collection[str], complaint: str) -> None:
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        raise NamespaceUnusable(f"{complaint} {name!r}" + (f"; the nearest is {near[0]!r}" if near else ""))
