"""The sandbox: programs in, observations out, from any number of threads.

Promises that programs do not meet: each gets a child of its own and files of its own. Zygotes are
started when first needed, one set per hash seed and preload; a zygote that is lost is replaced and
its program tried again before the failure is reported as ours.
"""

from __future__ import annotations

import os
import threading
import weakref
from collections import OrderedDict
from collections.abc import Sequence
from types import TracebackType

from checkable.core.candidate import Observation
from checkable.core.case import Json
from checkable.core.execution import Namespace, Program
from checkable.execute import requests, verdict
from checkable.execute.isolation import Isolation, IsolationTooWeak, require
from checkable.execute.requests import Kind, Request
from checkable.execute.supervisor import Zygote, ZygoteLost

_TRIES = 3
_IDLE_PER_WORKER = 4  # idle zygotes kept, of all kinds together
_all_sandboxes: weakref.WeakSet[Sandbox] = weakref.WeakSet()


class Sandbox:
    """Runs programs, ``workers`` at the same time; more callers wait their turn.

    ``minimum_level`` (0 to 3) is the isolation below which nothing is run. Starting is lazy: nothing happens
    before the first ``run`` or ``isolation``. After a fork of this process the copy starts zygotes of its own.
    """

    def __init__(self, *, workers: int = 1, minimum_level: int | None = None) -> None:
        if workers < 1:
            raise ValueError(f"workers is {workers}, at least 1 was expected")
        self._workers, self._minimum = workers, minimum_level
        self._closed = False
        self._isolation: Isolation | None = None
        self._forget()
        _all_sandboxes.add(self)

    def run(self, program: Program, inputs: Sequence[Json]) -> list[Observation]:
        """One observation per input, the function called once on a fresh copy of each, all in one child.

        Values are exact: tuples, sets and bytes stay what they are. Raises NamespaceUnusable and ValueError for
        requests that make no sense, IsolationTooWeak, and SandboxUnavailable where no zygote can be started.
        """
        request = requests.make(program, inputs)
        with self._slots:
            return self._try(request)

    @property
    def isolation(self) -> Isolation:
        """What is in force here. Starts a zygote if none has been. Raises as ``run`` does, IsolationTooWeak too."""
        if self._isolation is None:
            with self._slots:
                self._give(self._take(requests.kind_of(Namespace(name="bare"))))
        assert self._isolation is not None
        return self._isolation

    def close(self) -> None:
        """End all zygotes. Programs that still run are ended by their own limits first."""
        with self._lock:
            self._closed = True
            idle, self._idle = list(self._idle.values()), OrderedDict()
        for zygotes in idle:
            for zygote in zygotes:
                zygote.close()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None,
                 traceback: TracebackType | None) -> None:
        self.close()

    def _try(self, request: Request) -> list[Observation]:
        why = ""
        for _ in range(_TRIES):
            zygote = self._take(request.kind)
            try:
                ended = zygote.run(request)
            except ZygoteLost as lost:
                zygote.kill()
                why = str(lost)
                continue
            except BaseException:
                zygote.kill()  # interrupted midway: what it says next would answer the wrong question
                raise
            self._give(zygote)
            if ended.started:
                return verdict.observations(request, ended)
            why = f"a child could not be set up (exit status {ended.status})"
        return verdict.infrastructure(request, f"{why}, {_TRIES} times in a row")

    def _take(self, kind: Kind) -> Zygote:
        """An idle zygote of this kind, or a new one."""
        with self._lock:
            if self._closed:
                raise RuntimeError("the sandbox is closed")
            if zygotes := self._idle.get(kind):
                return zygotes.pop()
        zygote = Zygote(kind)
        self._alive.add(zygote)
        try:
            self._check(zygote.isolation)
        except IsolationTooWeak:
            zygote.close()
            raise
        return zygote

    def _check(self, isolation: Isolation) -> None:
        require(isolation, self._minimum)
        with self._lock:
            if self._isolation is None:
                self._isolation = isolation
        require(isolation, self._isolation.level)  # never weaker than what was said to be in force

    def _give(self, zygote: Zygote) -> None:
        """Keep a zygote for the next program; end those of the kind that has not been used for longest."""
        with self._lock:
            surplus = [] if not self._closed else [zygote]
            if not self._closed:
                self._idle.setdefault(zygote.kind, []).append(zygote)
                self._idle.move_to_end(zygote.kind)
                while sum(map(len, self._idle.values())) > self._workers * _IDLE_PER_WORKER:
                    surplus.extend(self._idle.popitem(last=False)[1])
        for other in surplus:
            other.close()

    def _forget(self) -> None:
        """Start afresh, with locks nobody holds."""
        self._lock = threading.Lock()
        self._slots = threading.BoundedSemaphore(self._workers)
        self._idle: OrderedDict[Kind, list[Zygote]] = OrderedDict()
        self._alive: weakref.WeakSet[Zygote] = weakref.WeakSet()

    def _after_fork(self) -> None:
        for zygote in list(self._alive):
            zygote.abandon()
        self._forget()


def _after_fork_in_child() -> None:
    for sandbox in list(_all_sandboxes):
        sandbox._after_fork()


os.register_at_fork(after_in_child=_after_fork_in_child)
