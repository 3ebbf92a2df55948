"""What a repair prompt says about a program that failed on a worked example. Short by design."""

from __future__ import annotations

import json
from collections.abc import Sequence

from checkable.core.candidate import Observation, Outcome
from checkable.core.case import Case, Example

TEXT = 160  # characters of a text that are shown
ERROR = 200  # characters of an exception that are shown

_ENDS = {
    Outcome.TIMEOUT: "it did not finish in time",
    Outcome.MEMORY: "it used too much memory",
    Outcome.OUTPUT: "it returned far too much",
    Outcome.KILLED: "it was stopped before it finished",
}


def describe(case: Case, on_examples: Sequence[Observation], problem: str | None) -> str:
    """A few sentences about the first worked example that was not reproduced."""
    if problem is not None:
        return f"There was no program to run: {problem[:ERROR]}. Define a function transform(text)."
    for example, seen in zip(case.examples, on_examples, strict=True):
        if not seen.ok or seen.value != example.output:
            return _one(example, seen)
    return "It reproduced every example, so nothing is known to be wrong."


def _one(example: Example, seen: Observation) -> str:
    given = f"On the input {_text(example.input)} "
    if seen.ok:
        return f"{given}it returned {_text(seen.value)}; expected is {_text(example.output)}."
    if seen.outcome in _ENDS:
        return f"{given}{_ENDS[seen.outcome]}."
    return f"{given}it failed with {seen.error[:ERROR] or seen.outcome.value}; expected is {_text(example.output)}."


def _text(value: str) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= TEXT else shown[:TEXT] + "…"
