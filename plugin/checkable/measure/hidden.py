"""Answers that are tests: every program of the frozen commits is judged by them, from outside, and the verdicts kept.

Promises that hidden tests are run after everything was committed, that their expected values are never in a
program's process, and that each pair of case and program is judged once. What was executed goes through the
sandbox's store like any other execution.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from checkable.core.arm_run import ArmRun
from checkable.core.candidate import Outcome
from checkable.core.case import Json
from checkable.core.execution import Call, Limits, Namespace, Program
from checkable.execute.asserts import Judged, Recording, Suite, judge, record
from checkable.execute.asserts.driving import LIMITS as PATIENT
from checkable.execute.calibration import calibrated
from checkable.execute.many import in_order
from checkable.substrate.functions.hidden import HiddenTests, agrees
from checkable.substrate.functions.programs import with_preamble

MOST_SHOWN = 12  # hidden tests that a report shows, and characters of each
MOST_CHARACTERS = 300


class HiddenTestFailure(RuntimeError):
    """Hidden tests that could not be run, by our fault; the message says of which case."""


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """The answer of a case once its programs are judged: which are right, and what the tests were, for the report."""

    right: frozenset[str]
    shown: Json


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Where hidden tests are run: programs in ``namespace`` within ``limits``, references in ``reference``."""

    sandbox: Any
    namespace: Namespace
    reference: Namespace
    limits: Limits


def opened(answers: Mapping[str, Json | HiddenTests], runs: Iterable[ArmRun], bench: Bench,
           told: Callable[[int, int], None] = lambda done, total: None) -> dict[str, Json | Verdicts]:
    """The answers, with verdicts on the programs of ``runs`` in the place of tests. Raises HiddenTestFailure.

    ``told`` is called after each case whose programs were judged, with how many there were so far and will be.
    """
    programs: dict[str, dict[str, None]] = {}
    for run in runs:
        for arm_case in run.cases:
            made = programs.setdefault(arm_case.case.id, {})
            made.update({c.candidate.source: None for c in arm_case.candidates if c.candidate.source is not None})
    tested = [(case, answers[case], list(made)) for case, made in programs.items()
              if isinstance(answers.get(case), HiddenTests)]
    verdicts = in_order(lambda item: _verdicts(*item, bench), tested, bench.sandbox.workers)
    judged = {}
    for (case, _, _), verdict in zip(tested, verdicts, strict=True):
        judged[case] = verdict
        told(len(judged), len(tested))
    return {case: judged.get(case, answer) for case, answer in answers.items()
            if case in judged or not isinstance(answer, HiddenTests)}


def _verdicts(case: str, hidden: HiddenTests, programs: Sequence[str], bench: Bench) -> Verdicts:
    grader = Grader(case, hidden, bench)
    return Verdicts(right=frozenset(source for source in programs if grader.accepts(source)), shown=grader.shown)


class Grader:
    """The hidden tests of one case, recorded once with its reference, and asked of one program after another."""

    def __init__(self, case: str, hidden: HiddenTests, bench: Bench) -> None:
        self.case, self.hidden, self._bench = case, hidden, bench
        self._reference = Program(source=with_preamble(hidden.preamble, hidden.reference),
                                  entry_point=hidden.entry_point, namespace=bench.reference, limits=bench.limits)
        suite = Suite(setup="\n".join(filter(None, (hidden.preamble, hidden.helpers))), tests=hidden.tests)
        self.recording: Recording | None = record(bench.sandbox, suite, self._reference) if hidden.tests else None
        self._calls = [Call(function=hidden.entry_point, arguments=arguments) for arguments in hidden.calls]
        self._expected, self._seconds = self._run_reference()

    @property
    def labels(self) -> list[str]:
        """Why each test that cannot be judged from outside cannot be."""
        return [label for label in self.recording.labels if label] if self.recording else []

    @property
    def shown(self) -> Json:
        """The hidden tests, in brief, as plain data."""
        texts = [*self.hidden.tests, *(f"{c.function}{c.arguments!r}" for c in self._calls[:MOST_SHOWN])]
        return {"tests": [text[:MOST_CHARACTERS] for text in texts[:MOST_SHOWN]],
                "of": len(self.hidden.tests) + len(self._calls)}

    def accepts(self, source: str) -> bool:
        """Whether a program passes every hidden test that can be judged, of which there must be one."""
        program = replace(self._reference, source=with_preamble(self.hidden.preamble, source),
                          namespace=self._bench.namespace)
        return self._passes_tests(program) and self._agrees(program) and bool(self._judgeable or self._calls)

    @property
    def _judgeable(self) -> bool:
        return self.recording is not None and not all(self.recording.labels)

    def _passes_tests(self, program: Program) -> bool:
        if self.recording is None or not self._judgeable:
            return True
        verdicts = judge(self._bench.sandbox, self.recording, program)
        self._refuse_failures(verdicts)
        return all(v.passed for v, label in zip(verdicts, self.recording.labels, strict=True) if label is None)

    def _agrees(self, program: Program) -> bool:
        if not self._calls:
            return True
        limits = replace(calibrated(program.limits, self._seconds), output_bytes=PATIENT.output_bytes)
        fitted = replace(program, limits=limits)
        seen = self._bench.sandbox.call(fitted, self._calls)
        self._refuse_ours(o.error for o in seen if o.outcome is Outcome.INFRASTRUCTURE)
        return all(o.ok and any(agrees(o.value[1], one, self.hidden) for one in expected)
                   for o, expected in zip(seen, self._expected, strict=True))

    def _run_reference(self) -> tuple[list[list[Any]], float]:
        """What is right in each further call: what the reference returns, and its alternative if there is one.

        Calls in which the reference fails are dropped.
        """
        if not self._calls:
            return [], 0.0
        seen = self._patiently(self._reference)
        self._calls = [call for call, o in zip(self._calls, seen, strict=True) if o.ok]
        expected = [[o.value[1]] for o in seen if o.ok]
        if self.hidden.alternative:
            other = replace(self._reference, source=with_preamble(self.hidden.preamble, self.hidden.alternative))
            for right, o in zip(expected, self._patiently(other), strict=True):
                right.extend([o.value[1]] if o.ok else [])
        return expected, sum(o.cpu_seconds for o in seen)

    def _patiently(self, program: Program) -> Sequence[Any]:
        seen = self._bench.sandbox.call(replace(program, limits=PATIENT), self._calls)
        self._refuse_ours(o.error for o in seen if o.outcome is Outcome.INFRASTRUCTURE)
        return seen

    def _refuse_failures(self, verdicts: Sequence[Judged]) -> None:
        self._refuse_ours(v.reason for v in verdicts if v.outcome is Outcome.INFRASTRUCTURE)

    def _refuse_ours(self, reasons: Iterable[str]) -> None:
        for reason in reasons:
            raise HiddenTestFailure(f"the hidden tests of case {self.case!r} could not be run: {reason}")
