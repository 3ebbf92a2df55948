"""Channels that came to the same output by different ways speak for it.

Unlike ``majority`` it counts channels, not candidates: a channel with many candidates has one voice, and
every channel has one for each output that any of its candidates gives, also the fallback, whose direct
answer cannot be checked but can be agreed with. In a chain it chooses among what earlier words left.
Costs no tokens.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.candidate import CheckedCandidate
from checkable.select.context import SelectContext
from checkable.vocabulary import NoOptions, word


@word("selector", "agreement", baseline="heuristic")
def agreement(candidates: Sequence[CheckedCandidate], options: NoOptions,
              context: SelectContext) -> list[CheckedCandidate]:
    """Keep the candidates whose output on the held-out input most channels gave; ties keep their order."""
    voices: dict[str | None, set[str]] = {}
    for checked in context.everything:
        if checked.on_query.ok:
            voices.setdefault(checked.on_query.canonical, set()).add(checked.candidate.channel)

    def heard(checked: CheckedCandidate) -> int:
        return len(voices.get(checked.on_query.canonical, ())) if checked.on_query.ok else 0

    most = max(map(heard, candidates), default=0)
    return [checked for checked in candidates if heard(checked) == most]
