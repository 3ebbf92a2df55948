"""The cheapest gate: the program is only asked when the direct answer cannot even be read."""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.candidate import CheckedCandidate
from checkable.select.context import SelectContext, fall_back, passing, treatment
from checkable.vocabulary import NoOptions, word


@word("selector", "parse-failure", baseline="heuristic")
def parse_failure(candidates: Sequence[CheckedCandidate], options: NoOptions,
                  context: SelectContext) -> list[CheckedCandidate]:
    """Keep the first channel where it can be read; else the treatment candidates that pass the visible examples."""
    first = fall_back(context)
    readable = [c for c in first if c.on_query.ok]
    return readable or passing(treatment(candidates, context)) or first
