"""What a repair prompt says about a program that fails a visible test: the test, and what came out."""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.candidate import Observation, Outcome
from checkable.core.case import Case

_MOST = 400  # characters of a test, a value or an error
_SAID = {
    Outcome.TIMEOUT: "it did not end in time",
    Outcome.MEMORY: "it took more memory than allowed",
    Outcome.OUTPUT: "it returned more than allowed",
    Outcome.KILLED: "it ended the process",
}


def describe(case: Case, on_tests: Sequence[Observation], problem: str | None) -> str:
    """The first visible test that fails, and what the function did in it; bounded whatever that was."""
    if problem is not None:
        return f"There was no program to run: {problem}. Write the whole function {case.entry_point} in one code block."
    for test, seen in zip(case.tests, on_tests, strict=True):
        if not seen.ok or seen.error:
            return f"This test fails:\n{_cut(test)}\n{_what(case, seen)}"
    return "Every visible test passes."


def _what(case: Case, seen: Observation) -> str:
    if seen.ok:
        why = "" if seen.error.startswith("AssertionError") and len(seen.error) < 16 else f" ({_cut(seen.error)})"
        return f"{case.entry_point} returned {_cut(str(seen.value))}{why}."
    if seen.outcome in _SAID:
        return f"{case.entry_point} was called, and {_SAID[seen.outcome]}."
    return f"{case.entry_point} failed: {_cut(seen.error or seen.outcome.value)}."


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]} …"
