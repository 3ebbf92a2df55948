"""What a selector is handed beside the candidates, and what several selectors ask. Not a word itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from checkable.core.candidate import CheckedCandidate


@dataclass(frozen=True, kw_only=True)
class SelectContext:
    """``fallback`` names the arm's first channel; ``everything`` are all candidates of the case.

    ``random`` is seeded by experiment, arm and case, so that a choice does not depend on the order
    in which cases are visited.
    """

    fallback: str
    everything: tuple[CheckedCandidate, ...]
    random: Random


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
