"""What a spec may write under ``substrate:`` for QuixBugs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkable.vocabulary import option


@dataclass(frozen=True, kw_only=True)
class QuixBugsOptions:
    split: Literal["repair"] = option("repair", "the only one: 31 programs whose tests are plain data")
    visible: int = option(1, "how many of a program's tests are shown, the first", minimum=0, maximum=3)
    unlabelled: int = option(8, "how many calls without an expected value a case has, made of the visible ones",
                             minimum=0, maximum=64)
