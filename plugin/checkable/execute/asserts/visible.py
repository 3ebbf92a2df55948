"""Tests that may be seen, judged from outside without a reference: nobody has one before the answers are opened.

The tests themselves say which calls they make: they are replayed with no calls at all, and each stops at its first.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.candidate import Observation, Outcome
from checkable.core.execution import Call, Namespace, Program
from checkable.execute.asserts.comparing import comparisons
from checkable.execute.asserts.judging import judge_with_cost, replay
from checkable.execute.asserts.suite import Judged, Recording, Suite
from checkable.execute.sandbox import Sandbox

_NO_CALL = Observation(outcome=Outcome.REFUSED, error="the test does not call the function")

def explore(sandbox: Sandbox, suite: Suite, function: str, namespace: Namespace) -> Recording:
    """The first call of ``function`` that each test makes. Later ones are found when a program is judged.

    Raises as ``Sandbox.run`` does.
    """
    plain = comparisons(suite, (function,))
    calls = tuple((one.call,) for one in plain) if plain is not None else ((),) * len(suite.tests)
    bare = Recording(suite=suite, functions=(function,), calls=calls, labels=(None,) * len(suite.tests),
                     cpu_seconds=0.0)
    if plain is not None:
        return bare
    found = replay(sandbox, bare, ((),) * len(suite.tests), namespace)
    return found if isinstance(found, Recording) else bare


def observe(sandbox: Sandbox, recording: Recording, program: Program,
            further: Sequence[Call]) -> tuple[tuple[Judged, ...], tuple[Observation, ...], tuple[Observation, ...]]:
    """What each test says of ``program``, its first call in each, and what it does in ``further`` calls.

    All calls are made in one child, the tests' first. Raises as ``Sandbox.run`` does.
    """
    calls = [call for of_test in recording.calls for call in of_test]
    seen = sandbox.call(program, [*calls, *further])
    rest = iter(seen)
    of_tests = tuple(tuple(next(rest) for _ in of_test) for of_test in recording.calls)
    verdicts = replay(sandbox, recording, of_tests, program.namespace) if recording.calls else ()
    if isinstance(verdicts, Recording):
        verdicts, _ = judge_with_cost(sandbox, verdicts, program)
    return verdicts, tuple(of_test[0] if of_test else _NO_CALL for of_test in of_tests), tuple(rest)

