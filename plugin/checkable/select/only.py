"""For arms with one candidate: there is nothing to select."""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.candidate import CheckedCandidate
from checkable.select.context import SelectContext
from checkable.vocabulary import NoOptions, word


class NeedsSelector(ValueError):
    """An arm without a selector that made more than one candidate for a case."""


@word("selector", "only")
def only(candidates: Sequence[CheckedCandidate], options: NoOptions, context: SelectContext) -> list[CheckedCandidate]:
    """Commit the only candidate; an arm that makes several must name a selector."""
    if len(candidates) > 1:
        made = ", ".join(c.candidate.id for c in candidates)
        raise NeedsSelector(f"the arm made {len(candidates)} candidates ({made}) and has no selector that chooses one")
    return list(candidates)
