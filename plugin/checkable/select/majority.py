"""Plurality over what the candidates would output on the held-out input, which is visible; its answer is not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from checkable.core.candidate import CheckedCandidate
from checkable.select.context import SelectContext, fall_back
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class MajorityOptions:
    at_least: int = option(1, "how many candidates must agree; fewer fall back to the first channel", minimum=1)


@word("selector", "majority", options=MajorityOptions, baseline="heuristic")
def majority(candidates: Sequence[CheckedCandidate], options: MajorityOptions,
             context: SelectContext) -> list[CheckedCandidate]:
    """Keep the largest group of candidates with the same output on the held-out input; ties go to the earliest."""
    groups: dict[str, list[CheckedCandidate]] = {}
    for checked in candidates:
        if checked.on_query.ok:
            groups.setdefault(json.dumps(checked.on_query.value, sort_keys=True), []).append(checked)
    largest = max(groups.values(), key=len, default=[])
    return largest if len(largest) >= options.at_least else fall_back(context)
