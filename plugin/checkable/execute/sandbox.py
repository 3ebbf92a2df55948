"""The sandbox: programs in, observations out, from any number of threads.

Promises that programs do not meet: each gets a child of its own and files of its own. What fails by our fault is tried
again before it is reported as ours, and a program that only waited too long is tried once more with nobody beside it;
so observations do not depend on how many workers there are. With a store, what was executed before is not again.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType

from checkable.core.candidate import Observation
from checkable.core.case import Json
from checkable.core.execution import Call, Namespace, Program, TraceCaps
from checkable.core.trace import Trace
from checkable.execute.isolation import Isolation
from checkable.execute.many import in_order
from checkable.execute.requests import Request, for_calls, for_trace, for_values, kind_of
from checkable.execute.store import ExecutionStore, Resampled
from checkable.execute.supervisor import ZygoteLost
from checkable.execute.traces import read_trace
from checkable.execute.turns import Turns
from checkable.execute.verdict import infrastructure, observations, waited
from checkable.execute.zygotes import TRIES, Zygotes, tries

MINIMUM_LEVEL = 2  # what Docker's defaults allow, and the least at which two layers guard the files
_IDLE_PER_WORKER = 4  # idle zygotes kept, of all kinds together
_all_sandboxes: weakref.WeakSet[Sandbox] = weakref.WeakSet()


@dataclass(frozen=True)
class _Seen:
    """What one request showed. ``waited``: ended for its wall time alone; ``ours``: a failure of the sandbox."""

    observations: list[Observation]
    waited: bool = False
    ours: bool = False


class Sandbox:
    """Runs programs, ``workers`` at the same time; more callers wait their turn.

    ``minimum_level`` (0 to 3) is the isolation below which nothing is run. Starting is lazy: nothing happens
    before the first ``run`` or ``isolation``. After a fork of this process the copy starts zygotes of its own.
    What is in ``store`` is not executed; closing the store is its owner's business.
    """

    def __init__(self, *, workers: int = 1, minimum_level: int = MINIMUM_LEVEL,
                 store: ExecutionStore | None = None) -> None:
        if workers < 1:
            raise ValueError(f"workers is {workers}, at least 1 was expected")
        self.workers, self._store = workers, store
        self._turns = Turns(workers)
        self._zygotes = Zygotes(minimum_level=minimum_level, most_idle=workers * _IDLE_PER_WORKER)
        _all_sandboxes.add(self)

    def run(self, program: Program, inputs: Sequence[Json]) -> list[Observation]:
        """One observation per input, the function called once on a fresh copy of each, all in one child.

        Values are exact: tuples, sets and bytes stay what they are. Raises NamespaceUnusable and ValueError for
        requests that make no sense, IsolationTooWeak, and SandboxUnavailable where no zygote can be started.
        """
        return self._observe(for_values(program, inputs))

    def run_many(self, work: Iterable[tuple[Program, Sequence[Json]]]) -> Iterator[list[Observation]]:
        """``run`` of each program with its inputs, in order, over all workers. Raises as ``run`` does."""
        return in_order(lambda item: self.run(*item), work, self.workers)

    def call(self, program: Program, calls: Sequence[Call]) -> list[Observation]:
        """One observation per call, all in one child, in order. Raises as ``run`` does.

        A value is the tuple that ``execute.inside.reporting.call`` describes: what was returned, and what became of
        the arguments.
        """
        return self._observe(for_calls(program, calls))

    def trace(self, program: Program, value: Json, caps: TraceCaps | None = None) -> Trace:
        """The entry point called once, with its steps line by line. Raises as ``run`` does.

        Tracing makes a program slower, which its limits do not allow for (docs/execution.md has the measured cost).
        """
        return read_trace(self._observe(for_trace(program, value, caps or TraceCaps())))

    @property
    def isolation(self) -> Isolation:
        """What is in force here. Starts a zygote if none has been. Raises as ``run`` does, IsolationTooWeak too."""
        if self._zygotes.isolation is None:
            with self._turns.one():
                self._zygotes.give(self._zygotes.take(kind_of(Namespace(name="bare"))))
        assert self._zygotes.isolation is not None
        return self._zygotes.isolation

    @property
    def resampled(self) -> Resampled:
        """What came of running a share of the stored executions again, so far."""
        return self._store.resampled if self._store else Resampled()

    def close(self) -> None:
        """End all zygotes. Programs that still run are ended by their own limits first."""
        self._zygotes.close()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None,
                 traceback: TracebackType | None) -> None:
        self.close()

    def _observe(self, request: Request) -> list[Observation]:
        """From the store, or made."""
        if self._store is None:
            return self._execute(request).observations

        def make() -> tuple[list[Observation], bool]:
            seen = self._execute(request)
            return seen.observations, not (seen.waited or seen.ours)

        return self._store.get_or_make(request, self.isolation, make)

    def _execute(self, request: Request) -> _Seen:
        """A program that waited until its wall time was up may have waited for this machine: once more, alone."""
        with self._turns.one():
            seen = self._try(request)
        if seen.waited:
            with self._turns.alone():
                seen = self._try(request)
        return seen

    def _try(self, request: Request) -> _Seen:
        why = ""
        for _ in tries():
            zygote = self._zygotes.take(request.kind)
            try:
                ended = zygote.run(request)
            except ZygoteLost as lost:
                zygote.kill()
                why = str(lost)
                continue
            except BaseException:
                zygote.kill()  # interrupted midway: what it says next would answer the wrong question
                raise
            if ended.started:
                self._zygotes.give(zygote)
                return _Seen(observations(request, ended), waited=waited(request, ended))
            zygote.kill()  # what is wrong may be wrong with it alone
            why = ended.failure
        return _Seen(infrastructure(request, f"{why}, {TRIES} times in a row"), ours=True)

    def _after_fork(self) -> None:
        self._turns = Turns(self.workers)
        self._zygotes.after_fork()


def _after_fork_in_child() -> None:
    for sandbox in list(_all_sandboxes):
        sandbox._after_fork()


os.register_at_fork(after_in_child=_after_fork_in_child)
