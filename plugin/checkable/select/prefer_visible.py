"""The visible examples as a preference: they narrow where they can, and stand back where nothing passes.

Unlike ``visible-pass`` it never abstains and knows no fallback, so that a chain can go on to other
evidence where no candidate passes. Costs no tokens.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.candidate import CheckedCandidate
from checkable.select.context import SelectContext, passing
from checkable.vocabulary import NoOptions, word


@word("selector", "prefer-visible", baseline="heuristic")
def prefer_visible(candidates: Sequence[CheckedCandidate], options: NoOptions,
                   context: SelectContext) -> list[CheckedCandidate]:
    """Keep the candidates that pass every visible example; all of them where none does."""
    return passing(candidates) or list(candidates)
