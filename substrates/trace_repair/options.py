"""What a spec may write under ``substrate:`` for trace repair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkable.vocabulary import option


@dataclass(frozen=True, kw_only=True)
class TraceRepairOptions:
    split: Literal["fresh", "paraphrase", "paired", "held-out", "longer", "published"] = option(
        "fresh", "fresh: repairs that no lesson shows; paraphrase: in wordings that no lesson uses; paired: each in "
                 "both; held-out: of families that no lesson holds; longer: more steps and longer lists than in any "
                 "lesson; published: the 72 recorded problems")
    evidence: Literal["aligned", "shuffled", "random", "absent", "exchanged", "withheld"] = option(
        "aligned", "what stands beside each case: aligned, what the program computes of it; shuffled, the same of "
                   "another problem; random, other values, as many; absent, nothing; exchanged and withheld: the "
                   "whole block is another problem's, or is missing")
    visible: int = option(4, "how many cases are shown", minimum=2, maximum=8)
    seed: int = option(0, "which problems are evaluated", minimum=0)
    count: int = option(240, "how many problems are evaluated, their families in turn", minimum=1, maximum=100_000)
