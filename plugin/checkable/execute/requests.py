"""A program and its inputs as a child reads them, and what identifies the zygote it needs."""

from __future__ import annotations

import builtins
import difflib
import hashlib
import json
import marshal
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from checkable.core.case import Json
from checkable.core.execution import Call, Limits, Namespace, Program, TraceCaps
from checkable.execute.inside import protocol

_MIB = 1 << 20
_MOST_TRACE_BYTES = 400_000  # hold fewer values than the protocol's cap on one record
_HASH_SEEDS = 1 << 32
DRIVERS = {"__record__": "inside.driver:record", "__replay__": "inside.driver:replay"}  # ours, to preload
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
    """One program as a child reads it, its kind and limits, and how many records are its answer.

    ``result_bytes`` bounds the file that it answers in. ``asked`` is what ``content`` holds beyond the limits, in words
    that are equal for equal requests, which marshal's bytes are not.
    """

    kind: Kind
    limits: Limits
    count: int
    result_bytes: int
    content: bytes
    asked: list[object]

    @property
    def digest(self) -> str:
        """Requests with equal digests ask for the same."""
        source, *others = self.asked
        fields = [*vars(self.kind).values(), *vars(self.limits).values()]  # of which astuple would make copies, dearly
        said = json.dumps([source, fields, *others], separators=(",", ":"))
        return hashlib.sha256(said.encode()).hexdigest()


def kind_of(namespace: Namespace) -> Kind:
    """Raises NamespaceUnusable for what does not exist, and for modules beyond the standard library."""
    return _kind(namespace.name, namespace.hash_seed, namespace.builtins, tuple(namespace.withheld),
                 tuple(namespace.modules), tuple(namespace.preload.items()))


@lru_cache  # there are few, and each is asked for with every program
def _kind(name: str, hash_seed: int, policy: str, withheld: tuple[str, ...], modules: tuple[str, ...],
          preload: tuple[tuple[str, str], ...]) -> Kind:
    where = f"namespace {name!r}"
    if not 0 <= hash_seed < _HASH_SEEDS:
        raise NamespaceUnusable(f"{where}: hash_seed is {hash_seed}, 0 to {_HASH_SEEDS - 1} was expected")
    if policy not in _POLICIES:
        raise NamespaceUnusable(f"{where}: builtins is {policy!r}, {' or '.join(_POLICIES)} was expected")
    for target in {*modules, *dict(preload).values()} - set(DRIVERS.values()):
        top = target.partition(":")[0].partition(".")[0]
        _require(top, sys.stdlib_module_names, f"{where}: no module of the standard library is named")
    for builtin in withheld:
        _require(builtin, vars(builtins), f"{where}: withheld, but no builtin is named")
    return Kind(hash_seed, policy, tuple(sorted(set(withheld))), tuple(sorted(set(modules))), tuple(sorted(preload)))


def for_values(program: Program, inputs: Sequence[Json]) -> Request:
    """The entry point called once with each input. Raises NamespaceUnusable, and ValueError for limits that bound
    nothing or inputs that are not plain data."""
    return _make(program, [Call(function=program.entry_point, arguments=(value,)) for value in inputs], "value")


def for_calls(program: Program, calls: Sequence[Call]) -> Request:
    """Calls of any functions, answered with what became of their arguments too. Raises as ``for_values`` does."""
    return _make(program, calls, "call")


def for_trace(program: Program, value: Json, caps: TraceCaps) -> Request:
    """One call of the entry point with its steps: two records, the trace and the value. Raises as ``for_values``."""
    for name, most in (("steps", protocol.MAX_NODES), ("bytes", _MOST_TRACE_BYTES)):
        if not 0 < getattr(caps, name) <= most:
            raise ValueError(f"caps: {name} is {getattr(caps, name)}, 1 to {most} was expected")
    calls = [Call(function=program.entry_point, arguments=(value,))]
    return replace(_make(program, calls, ("trace", caps.steps, caps.bytes), extra_bytes=caps.bytes), count=2)


def _make(program: Program, calls: Sequence[Call], how: str | tuple[str, int, int], extra_bytes: int = 0) -> Request:
    limits = program.limits
    for name in ("cpu_seconds", "wall_seconds", "memory_mb", "output_bytes"):
        if not getattr(limits, name) > 0:
            raise ValueError(f"limits: {name} is {getattr(limits, name)}, a number above 0 was expected")
    kind, output_bytes = kind_of(program.namespace), limits.output_bytes + extra_bytes
    result_bytes = output_bytes + protocol.RECORD_BYTES * (len(calls) + 2)
    bounds = (limits.cpu_seconds, limits.memory_mb * _MIB, result_bytes)
    written = [_written(call) for call in calls]
    packed = tuple(marshal.dumps((call.function, call.arguments, dict(call.keywords))) for call in calls)
    content = marshal.dumps((program.source, output_bytes, bounds, how, packed))
    return Request(kind, limits, len(calls), result_bytes, content, [program.source, how, written])


def _written(call: Call) -> list[str]:
    """A call as text, equal for equal calls. Raises ValueError, also for what marshal would silently take for bytes."""
    return [call.function, *map(protocol.encode, call.arguments),
            *(f"{name}={protocol.encode(value)}" for name, value in call.keywords.items())]


def _require(name: str, known: Collection[str], complaint: str) -> None:
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        raise NamespaceUnusable(f"{complaint} {name!r}" + (f"; the nearest is {near[0]!r}" if near else ""))
