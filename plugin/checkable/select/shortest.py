"""Description length, at its crudest: the shortest text."""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.candidate import CheckedCandidate
from checkable.select.context import SelectContext
from checkable.vocabulary import NoOptions, word


@word("selector", "shortest", baseline="heuristic")
def shortest(candidates: Sequence[CheckedCandidate], options: NoOptions,
             context: SelectContext) -> list[CheckedCandidate]:
    """Keep the candidate with the fewest characters (of its program, or of its answer as returned)."""
    return sorted(candidates, key=lambda c: len(c.candidate.source or c.candidate.text))[:1]
