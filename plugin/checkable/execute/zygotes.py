"""The zygotes of one sandbox: started when first needed, kept warm for a while, never weaker than the first.

Safe from many threads. Knows nothing of programs, and does not bound how many are taken at a time: whoever takes
one has waited for a turn.
"""

from __future__ import annotations

import threading
import time
import weakref
from collections import OrderedDict
from collections.abc import Iterator

from checkable.execute.isolation import Isolation, IsolationTooWeak, require
from checkable.execute.plain import Plain
from checkable.execute.platforms import has_jail, objection
from checkable.execute.requests import Kind
from checkable.execute.supervisor import SandboxUnavailable, Zygote, ZygoteLost

_PAUSES = (0.2, 1.0)  # seconds before each further try: a machine may be full for a moment
TRIES = 1 + len(_PAUSES)
AnyZygote = Zygote | Plain


class Zygotes:
    """Idle zygotes by kind, ``most_idle`` at most. ``minimum_level`` (0 to 3) is the least isolation to accept."""

    def __init__(self, *, minimum_level: int, most_idle: int) -> None:
        self._minimum, self._most_idle = minimum_level, most_idle
        self._closed = False
        self.isolation: Isolation | None = None  # of all of them; None before the first
        self._forget()

    def take(self, kind: Kind) -> AnyZygote:
        """An idle zygote of this kind, or a new one. Raises IsolationTooWeak and what starting one raises."""
        with self._lock:
            if self._closed:
                raise RuntimeError("the sandbox is closed")
            if zygotes := self._idle.get(kind):
                return zygotes.pop()
        zygote = _started(kind)
        self._alive.add(zygote)
        try:
            self._check(zygote.isolation)
        except IsolationTooWeak:
            zygote.close()
            raise
        return zygote

    def give(self, zygote: AnyZygote) -> None:
        """Keep a zygote for the next program; end those of the kind that has not been used for longest."""
        with self._lock:
            surplus = [] if not self._closed else [zygote]
            if not self._closed:
                self._idle.setdefault(zygote.kind, []).append(zygote)
                self._idle.move_to_end(zygote.kind)
                while sum(map(len, self._idle.values())) > self._most_idle:
                    surplus.extend(self._idle.popitem(last=False)[1])
        for other in surplus:
            other.close()

    def close(self) -> None:
        """End the idle ones; those at work end when they are given back."""
        with self._lock:
            self._closed = True
            idle, self._idle = list(self._idle.values()), OrderedDict()
        for zygotes in idle:
            for zygote in zygotes:
                zygote.close()

    def after_fork(self) -> None:
        """Leave all zygotes to the parent process and start afresh."""
        for zygote in list(self._alive):
            zygote.abandon()
        self._forget()

    def _check(self, isolation: Isolation) -> None:
        require(isolation, self._minimum)
        with self._lock:
            if self.isolation is None:
                self.isolation = isolation
        require(isolation, self.isolation.level)  # never weaker than what was said to be in force

    def _forget(self) -> None:
        """Nothing idle, and locks that nobody holds."""
        self._lock = threading.Lock()
        self._idle: OrderedDict[Kind, list[AnyZygote]] = OrderedDict()
        self._alive: weakref.WeakSet[AnyZygote] = weakref.WeakSet()


def tries() -> Iterator[None]:
    """TRIES times: at once, then after pauses. A zygote may be killed at any time."""
    yield
    for pause in _PAUSES:
        time.sleep(pause)
        yield


def _started(kind: Kind) -> AnyZygote:
    if why := objection():
        raise SandboxUnavailable(why)
    make = Zygote if has_jail() else Plain
    for _ in tries():
        try:
            return make(kind)
        except ZygoteLost as lost:
            why = str(lost)
    raise SandboxUnavailable(f"{why}, {TRIES} times in a row")
