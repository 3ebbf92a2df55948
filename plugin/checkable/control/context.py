"""What a break is handed. Not a word itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from checkable.core.candidate import CheckedCandidate, CheckedCase
from checkable.core.case import Case


@dataclass(frozen=True, kw_only=True)
class BreakContext:
    """``recheck(candidate, case, shown)`` executes a candidate of ``case`` against what ``shown`` has for examples.

    ``side_by_side(function, items)`` is ``function`` of each item, in order, where that executes something.
    ``fallback`` names the first channel of the arm, "" where it is the only one and nothing falls back to it;
    ``random`` is seeded by experiment and control.
    """

    fallback: str
    random: Random
    recheck: Callable[[CheckedCandidate, Case, Case], CheckedCandidate]
    side_by_side: Callable[[Callable[[Any], Any], Sequence[Any]], list[Any]] = lambda function, items: [
        function(item) for item in items]


def treated(checked: CheckedCandidate, context: BreakContext) -> bool:
    """Whether a candidate can be checked and is not of the fallback channel."""
    return checked.candidate.channel != context.fallback and checked.passes is not None


def with_verdict(case: CheckedCase, context: BreakContext, verdict: Callable[[CheckedCandidate], bool]) -> CheckedCase:
    """The case with the visible verdict of each of its treatment candidates replaced."""
    return replace(case, candidates=tuple(
        replace(c, passes=verdict(c)) if treated(c, context) else c for c in case.candidates))
