"""What a spec may write under ``substrate:`` for factor recombination."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkable.vocabulary import option


@dataclass(frozen=True, kw_only=True)
class FactorOptions:
    split: Literal["fresh", "paraphrase", "paired", "longer"] = option(
        "fresh", "fresh: new lists in the standard wording; paraphrase: in wordings that no lesson uses; "
                 "paired: each question in both; longer: lists longer than any lesson's")
    lessons: Literal["ladder", "random"] = option(
        "ladder", "which pairs of factors are trained: those of the ladder, or all, which leaves nothing to recombine")
    partners: int = option(3, "with how many partners each factor that is not rare is trained", minimum=2, maximum=5)
    arrangement: int = option(0, "which factors are rare, and which pairs are trained", minimum=0)
    seed: int = option(0, "which questions are evaluated", minimum=0)
    count: int = option(240, "how many questions are evaluated, the rungs in turn", minimum=1, maximum=100_000)
