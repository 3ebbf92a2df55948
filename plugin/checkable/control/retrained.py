"""What the breaks that train an arm again have in common. Not a word itself."""

from __future__ import annotations

from dataclasses import dataclass

from checkable.vocabulary import option


@dataclass(frozen=True, kw_only=True)
class RetrainedOptions:
    seeds: tuple[int, ...] = option((0, 1, 2, 3, 4), "one training for each: these vary more than intact ones")
