"""What a selector is handed beside the candidates, and what several selectors ask. Not a word itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from checkable.core.candidate import CheckedCandidate, CheckedCase


@dataclass(frozen=True, kw_only=True)
class SelectContext:
    """``fallback`` names the arm's first channel; ``everything`` are all candidates of the case.

    ``random`` is seeded by experiment, arm and case, so that a choice does not depend on the order
    in which cases are visited. ``cases`` are all cases of the arm, of which ``case`` is the id of this
    one: a selector may calibrate itself on what is visible of the others.
    """

    fallback: str
    everything: tuple[CheckedCandidate, ...]
    random: Random
    case: str = ""
    cases: Sequence[CheckedCase] = ()

    @property
    def others(self) -> Iterator[CheckedCase]:
        """The other cases of the arm."""
        return (case for case in self.cases if case.case.id != self.case)


def treatment(candidates: Sequence[CheckedCandidate], context: SelectContext) -> list[CheckedCandidate]:
    """The candidates of every channel but the fallback; all of them where there is only one channel."""
    others = [c for c in candidates if c.candidate.channel != context.fallback]
    single = all(c.candidate.channel == context.fallback for c in context.everything)
    return list(candidates) if single else others


def passing(candidates: Sequence[CheckedCandidate]) -> list[CheckedCandidate]:
    """Those that reproduce every visible example and ran on the held-out input."""
    return [c for c in candidates if c.passes and c.on_query.ok]


def fall_back(context: SelectContext) -> list[CheckedCandidate]:
    """The candidates of the first channel, unless it is the only one: then there is nothing to fall back to."""
    if all(c.candidate.channel == context.fallback for c in context.everything):
        return []
    return [c for c in context.everything if c.candidate.channel == context.fallback]
