"""The arguments of every call that a suite makes, and which of its tests can be judged from outside at all.

A test can be judged from outside if the reference, judged that way, passes it: no other rule decides.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from checkable.core.candidate import Observation
from checkable.core.execution import Call, Program
from checkable.execute.asserts.driving import LIMITS, driver
from checkable.execute.asserts.judging import judge_with_cost
from checkable.execute.asserts.suite import Judged, Recording, Suite
from checkable.execute.sandbox import Sandbox


def record(sandbox: Sandbox, suite: Suite, reference: Program) -> Recording:
    """Run the tests with ``reference`` once, and then judge it from outside. Raises as ``Sandbox.run`` does.

    The reference is benchmark code, not a model's; it has a child of its own and limits all the same.
    """
    program = driver("record", reference.namespace)
    request = [reference.source, suite.setup, list(suite.tests), sorted(reference.namespace.preload)]
    [seen] = sandbox.run(program, [request])
    recording = _recording(suite, seen)
    if all(recording.labels):
        return recording
    patient = replace(reference.limits, cpu_seconds=LIMITS.cpu_seconds,
                      wall_seconds=LIMITS.wall_seconds)
    verdicts, seconds = judge_with_cost(sandbox, recording, replace(reference, limits=patient))
    labels = tuple(label or _objection(verdict) for label, verdict in zip(recording.labels, verdicts, strict=True))
    return replace(recording, labels=labels, cpu_seconds=seconds)


def _objection(verdict: Judged) -> str | None:
    return None if verdict.passed else f"not even the reference passes from outside: {verdict.reason}"


def _recording(suite: Suite, seen: Observation) -> Recording:
    if not seen.ok:
        return _labelled(suite, f"the tests cannot be recorded: {seen.outcome.value}: {seen.error}")
    names, results = seen.value
    return Recording(
        suite=suite, functions=tuple(names), cpu_seconds=0.0,
        calls=tuple(tuple(map(_call, content)) if kind == "calls" else () for kind, content in results),
        labels=tuple(content if kind == "label" else None if content else "the test calls no function of the program"
                     for kind, content in results))


def _labelled(suite: Suite, label: str) -> Recording:
    nothing: tuple[Call, ...] = ()
    return Recording(suite=suite, functions=(), calls=(nothing,) * len(suite.tests),
                     labels=(label,) * len(suite.tests), cpu_seconds=0.0)


def _call(plain: Any) -> Call:
    name, arguments, keywords = plain
    return Call(function=name, arguments=tuple(arguments), keywords=keywords)
