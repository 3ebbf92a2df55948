"""The gate: a checked program is committed whenever it passes what can be checked."""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.candidate import CheckedCandidate
from checkable.select.context import SelectContext, fall_back, passing, treatment
from checkable.vocabulary import NoOptions, word


@word("selector", "visible-pass", baseline="heuristic")
def visible_pass(candidates: Sequence[CheckedCandidate], options: NoOptions,
                 context: SelectContext) -> list[CheckedCandidate]:
    """Keep the treatment candidates that pass every visible example; if none does, fall back to the first channel."""
    return passing(treatment(candidates, context)) or fall_back(context)
