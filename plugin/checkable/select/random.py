"""A baseline that any selector has to beat."""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.candidate import CheckedCandidate
from checkable.select.context import SelectContext
from checkable.vocabulary import NoOptions, word


@word("selector", "random", baseline="random")
def random(candidates: Sequence[CheckedCandidate], options: NoOptions,
           context: SelectContext) -> list[CheckedCandidate]:
    """Keep one candidate at random, seeded by experiment, arm and case."""
    return [context.random.choice(list(candidates))] if candidates else []
