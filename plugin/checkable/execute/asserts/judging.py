"""A program against recorded tests: run on their arguments in one child, then the tests replayed in another.

Tests that only compare what one call returned with a literal need no second child: ``comparing``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from checkable.core.candidate import Observation, Outcome
from checkable.core.execution import Call, Namespace, Program
from checkable.execute.asserts.comparing import comparisons
from checkable.execute.asserts.driving import driver
from checkable.execute.asserts.suite import Judged, Recording
from checkable.execute.calibration import calibrated
from checkable.execute.many import in_order
from checkable.execute.sandbox import Sandbox

_MOST_ROUNDS = 10  # in which calls are found that depend on what the program returned

Observations = tuple[tuple[Observation, ...], ...]  # per test, per call


def judge(sandbox: Sandbox, recording: Recording, program: Program) -> tuple[Judged, ...]:
    """What each test says of ``program``, whose entry point does not matter here. Raises as ``Sandbox.run`` does.

    The program's limits are the least it gets: they grow with what the reference took. Where its calls depend on its
    own values (``decode(encode(x))``), they are found in a few rounds, each in a fresh child.
    """
    verdicts, _ = judge_with_cost(sandbox, recording, program)
    return verdicts


def judge_with_cost(sandbox: Sandbox, recording: Recording, program: Program) -> tuple[tuple[Judged, ...], float]:
    """``judge``, and the CPU seconds that the program took for all calls together, in its last round."""
    seconds = 0.0
    for _ in range(_MOST_ROUNDS):
        observations = run(sandbox, recording, program)
        seconds = sum(o.cpu_seconds for of_test in observations for o in of_test)
        verdicts = replay(sandbox, recording, observations, program.namespace)
        if not isinstance(verdicts, Recording):
            return verdicts, seconds
        recording = verdicts
    endless = f"its calls went on changing over {_MOST_ROUNDS} rounds"
    return tuple(_labelled(label or endless) for label in recording.labels), seconds


def judge_many(sandbox: Sandbox, work: Iterable[tuple[Recording, Program]]) -> Iterator[tuple[Judged, ...]]:
    """``judge`` of each, in order, over all of the sandbox's workers."""
    return in_order(lambda item: judge(sandbox, *item), work, sandbox.workers)


def run(sandbox: Sandbox, recording: Recording, program: Program) -> Observations:
    """What ``program`` does in every recorded call, all in one child that knows nothing of what is expected."""
    fitted = replace(program, limits=calibrated(program.limits, recording.cpu_seconds))
    seen = iter(sandbox.call(fitted, [call for of_test in recording.calls for call in of_test]))
    return tuple(tuple(next(seen) for _ in of_test) for of_test in recording.calls)


def replay(sandbox: Sandbox, recording: Recording, observations: Observations,
           namespace: Namespace) -> tuple[Judged, ...] | Recording:
    """What each test says, or a recording with the calls that the tests make of what the program returned."""
    compared = _compared(recording, observations)
    if compared is not None:
        return compared
    played = [[[[call.function, call.arguments, dict(call.keywords)], seen.outcome.value,
                seen.value if seen.ok else seen.error] for call, seen in zip(calls, of_test, strict=True)]
              for calls, of_test in zip(recording.calls, observations, strict=True)]
    suite = recording.suite
    request = [suite.setup, list(suite.tests), list(recording.functions), played, sorted(namespace.preload)]
    [seen] = sandbox.run(driver("replay", namespace), [request])
    if not seen.ok:
        return tuple(_unplayed(label, seen) for label in recording.labels)
    if any(kind == "diverged" for kind, *_ in seen.value):
        return replace(recording, calls=tuple(_with_new(calls, verdict) for calls, verdict
                                              in zip(recording.calls, seen.value, strict=True)))
    return tuple(_judged(label, verdict, of_test) for label, verdict, of_test
                 in zip(recording.labels, seen.value, observations, strict=True))


def _compared(recording: Recording, observations: Observations) -> tuple[Judged, ...] | None:
    """What each test says, where all of them can be told without running them; else None."""
    plain = comparisons(recording.suite, recording.functions)
    if plain is None or [repr(calls) for calls in recording.calls] != [repr((one.call,)) for one in plain]:
        return None
    verdicts = [one.verdict(seen) for one, [seen] in zip(plain, observations, strict=True)]
    if None in verdicts:
        return None
    return tuple(_judged(label, verdict, of_test) for label, verdict, of_test
                 in zip(recording.labels, verdicts, observations, strict=True) if verdict is not None)


def _with_new(calls: tuple[Call, ...], verdict: Sequence[Any]) -> tuple[Call, ...]:
    """The calls of one test up to where the program's values led elsewhere, and where they led."""
    if verdict[0] != "diverged":
        return calls
    _, (name, arguments, keywords), before = verdict
    return (*calls[:before], Call(function=name, arguments=tuple(arguments), keywords=keywords))


def _judged(label: str | None, verdict: Sequence[Any], seen: Sequence[Observation]) -> Judged:
    if label is not None:
        return _labelled(label)
    kind, said = verdict
    if kind == "ended":
        return _failed(seen[said])
    stopped = next((o for o in seen if not o.ok), None)
    return Judged(passed=kind == "passed", outcome=stopped.outcome if stopped else Outcome.OK, reason=said)


def _failed(seen: Observation) -> Judged:
    """A call that did not end by itself. Our own failure says nothing of the program."""
    ours = seen.outcome is Outcome.INFRASTRUCTURE
    return Judged(passed=None if ours else False, outcome=seen.outcome, reason=seen.error)


def _unplayed(label: str | None, seen: Observation) -> Judged:
    """The tests themselves did not end on what the program returned: too much of it, or too deep."""
    if label is not None:
        return _labelled(label)
    if seen.outcome is Outcome.INFRASTRUCTURE:
        return _failed(seen)
    reason = f"the tests did not end on its values: {seen.outcome.value}: {seen.error}"
    return Judged(passed=False, outcome=Outcome.OK, reason=reason)


def _labelled(label: str) -> Judged:
    return Judged(passed=None, outcome=Outcome.OK, reason=label)
