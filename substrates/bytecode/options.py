"""What a spec may write under ``substrate:`` for typed bytecode."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkable.vocabulary import option


@dataclass(frozen=True, kw_only=True)
class BytecodeOptions:
    split: Literal["fresh", "paraphrase", "paired", "longer"] = option(
        "fresh", "fresh: new questions in the standard wording; paraphrase: in wordings that no lesson uses; "
                 "paired: each question in both; longer: with more steps than any lesson")
    examples: int = option(0, "0: every number is in the question; else its first number is an unknown x, of which so "
                              "many inputs are shown with their outputs", minimum=0, maximum=4)
    seed: int = option(0, "which questions are evaluated", minimum=0)
    count: int = option(240, "how many questions are evaluated, the six domains in turn while each has new ones",
                        minimum=1, maximum=100_000)
