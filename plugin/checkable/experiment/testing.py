"""Running programs of cases that are judged by tests, on what is visible of them."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from checkable.core.candidate import Observation, Outcome
from checkable.core.case import Case
from checkable.core.execution import Call, Limits, Namespace, Program
from checkable.execute.asserts import Judged, Recording, Suite, explore, observe
from checkable.substrate.functions.calls import read_call
from checkable.substrate.functions.programs import with_preamble


@dataclass(frozen=True, kw_only=True)
class Tested:
    """What one program did on the visible side of a case; ``passes`` is None where there is no visible test."""

    on_tests: tuple[Observation, ...]
    on_query: Observation
    on_unlabelled: tuple[Observation, ...]
    passes: bool | None


class Tester:
    """Tries programs on the visible tests and unlabelled calls of cases. Safe from many threads.

    ``shaped`` puts what a program returned into the form in which a substrate compares values.
    """

    def __init__(self, namespace: Namespace, limits: Limits, sandbox: Any, shaped: Any) -> None:
        self._namespace, self._limits, self._sandbox, self._shaped = namespace, limits, sandbox, shaped
        self._recordings: dict[str, Recording] = {}
        self._known: dict[tuple[str, str], Tested] = {}
        self._lock = threading.Lock()

    def test(self, case: Case, source: str) -> Tested:
        """Each pair of case and program once. An observation may be our own failure."""
        with self._lock:
            known = self._known.get((case.id, source))
        if known is None:
            known = self._test(case, source)
            with self._lock:
                self._known[case.id, source] = known
        return known

    def test_against(self, case: Case, source: str, other: Case) -> Tested:
        """A program of ``case`` on what is visible of ``other``, whose function gets the program's own as a name."""
        renamed = f"{source}\n{other.entry_point} = {case.entry_point}\n"
        return self._test(other, source if case.entry_point == other.entry_point else renamed)

    def run(self, case: Case, source: str, calls: Sequence[Call]) -> list[Observation]:
        """What the calls return."""
        return [self._value(seen) for seen in self._sandbox.call(self.program(case, source), list(calls))]

    def program(self, case: Case, source: str) -> Program:
        return Program(source=with_preamble(case.preamble, source), entry_point=case.entry_point or "",
                       namespace=self._namespace, limits=self._limits)

    def _test(self, case: Case, source: str) -> Tested:
        program = self.program(case, source)
        calls = [read_call(str(text)) for text in case.unlabelled]
        verdicts, shown, further = observe(self._sandbox, self._recording(case), program, calls)
        on_tests = tuple(_judged(self._value(seen), verdict) for seen, verdict in zip(shown, verdicts, strict=True))
        on_unlabelled = tuple(self._value(seen) for seen in further)
        return Tested(on_tests=on_tests, on_unlabelled=on_unlabelled, on_query=_callable(on_tests, on_unlabelled),
                      passes=all(verdict.passed for verdict in verdicts) if verdicts else None)

    def _recording(self, case: Case) -> Recording:
        with self._lock:
            known = self._recordings.get(case.id)
        if known is None:
            known = explore(self._sandbox, Suite(setup=case.preamble, tests=case.tests), case.entry_point or "",
                            self._namespace)
            with self._lock:
                self._recordings[case.id] = known
        return known

    def _value(self, seen: Observation) -> Observation:
        """The value alone of what ``Sandbox.call`` returns, without what became of the arguments."""
        return self._shaped(replace(seen, value=seen.value[1]) if seen.ok else seen)


def _judged(seen: Observation, verdict: Judged) -> Observation:
    """A returned value with why the test failed on it. A test that fails by our fault says so."""
    if verdict.passed is None:
        return Observation(outcome=Outcome.INFRASTRUCTURE, error=verdict.reason)
    return replace(seen, error=verdict.reason or "the test fails") if seen.ok and not verdict.passed else seen


def _callable(on_tests: Sequence[Observation], on_unlabelled: Sequence[Observation]) -> Observation:
    """What stands for the run on a held-out input: the visible calls' values, or why the program cannot be called."""
    seen = (*on_tests, *on_unlabelled)
    if seen and not any(o.ok for o in seen):
        return seen[0]
    return Observation(outcome=Outcome.OK, value=[o.value if o.ok else None for o in on_tests],
                       cpu_seconds=sum(o.cpu_seconds for o in seen))
