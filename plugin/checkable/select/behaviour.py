"""What candidates do on inputs that everybody may see: the ground of all agreement. Not a word itself.

A behaviour is the tuple of outputs on the held-out input and on the case's unlabelled inputs, in
canonical JSON, None where a run failed. Nothing here knows which output is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from checkable.core.candidate import CheckedCandidate

Behaviour: TypeAlias = tuple[str | None, ...]


def behaviour(checked: CheckedCandidate) -> Behaviour:
    """The outputs on the held-out input, then on the unlabelled ones (an answer has only the first)."""
    return (checked.on_query.canonical, *(seen.canonical for seen in checked.on_unlabelled))


def clusters(candidates: Sequence[CheckedCandidate]) -> list[list[CheckedCandidate]]:
    """Candidates grouped by equal behaviour, in the order in which each group's first was made.

    A candidate that failed on the held-out input commits nothing and is in no group.
    """
    groups: dict[Behaviour, list[CheckedCandidate]] = {}
    for checked in candidates:
        if checked.on_query.ok:
            groups.setdefault(behaviour(checked), []).append(checked)
    return list(groups.values())


def highest(candidates: Sequence[CheckedCandidate], scores: Sequence[float | None]) -> list[CheckedCandidate]:
    """Those with the highest score, in their order; all of them where none has a score."""
    known = [score for score in scores if score is not None]
    if not known:
        return list(candidates)
    best = max(known)
    return [checked for checked, score in zip(candidates, scores, strict=True) if score == best]
