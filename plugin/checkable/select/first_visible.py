"""The first candidate, in the order they were made, that passes the visible examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checkable.core.candidate import CheckedCandidate
from checkable.select.context import SelectContext, passing
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class FirstVisibleOptions:
    otherwise: Literal["first", "abstain"] = option(
        "first", "when none passes: commit the first candidate, or nothing", choices=("first", "abstain"))


@word("selector", "first-visible", options=FirstVisibleOptions, baseline="heuristic")
def first_visible(candidates: Sequence[CheckedCandidate], options: FirstVisibleOptions,
                  context: SelectContext) -> list[CheckedCandidate]:
    """Commit the first candidate that passes every visible example, in the order they were made."""
    chosen = passing(candidates)[:1]
    if chosen or options.otherwise == "abstain":
        return chosen
    return list(candidates)[:1]
