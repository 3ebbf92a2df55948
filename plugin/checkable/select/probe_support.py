"""Trust a program by how often it agreed with the direct answers on probe inputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checkable.core.candidate import CheckedCandidate
from checkable.select.context import SelectContext, fall_back, passing, treatment
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class ProbeSupportOptions:
    at_least: float = option(0.5, "the share of comparable probes that must agree", minimum=0, maximum=1)
    unknown: Literal["commit", "fall-back"] = option(
        "fall-back", "what to do with a passing program that no probe could be compared on",
        choices=("commit", "fall-back"))


@word("selector", "probe-support", options=ProbeSupportOptions, baseline="heuristic")
def probe_support(candidates: Sequence[CheckedCandidate], options: ProbeSupportOptions,
                  context: SelectContext) -> list[CheckedCandidate]:
    """Keep passing treatment candidates whose evidence named support is high enough; else fall back."""
    return [c for c in passing(treatment(candidates, context)) if _trusted(c, options)] or fall_back(context)


def _trusted(checked: CheckedCandidate, options: ProbeSupportOptions) -> bool:
    support = checked.evidence.get("support")
    return options.unknown == "commit" if support is None else support >= options.at_least
