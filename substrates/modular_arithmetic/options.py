"""What a spec may write under ``substrate:`` for modular arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkable.vocabulary import option

MOST_STEPS = 64


@dataclass(frozen=True, kw_only=True)
class ModularOptions:
    """Raises ValueError for lengths that no program of the split has."""

    split: Literal["fresh", "paraphrase", "paired", "longer"] = option(
        "fresh", "fresh: new programs in the standard wording; paraphrase: in wordings that no lesson uses; "
                 "paired: each program in both; longer: programs longer than any lesson")
    modulus: int = option(97, "all values are taken modulo this number", minimum=2, maximum=997)
    length: int = option(24, "steps of the longest program that is trained on", minimum=1, maximum=MOST_STEPS)
    lengths: tuple[int, ...] = option((), "steps of the evaluated programs, in turn; left out: length, or the four "
                                          "lengths above it for the split longer")
    seed: int = option(0, "which programs are evaluated", minimum=0)
    count: int = option(256, "how many programs are evaluated, where there are so many", minimum=1, maximum=100_000)

    def __post_init__(self) -> None:
        for steps in self.lengths:
            if not 1 <= steps <= MOST_STEPS:
                raise ValueError(f"a program of {steps} steps is in 'lengths'; expected 1 to {MOST_STEPS}")
            if (steps > self.length) != (self.split == "longer"):
                raise ValueError(f"'lengths' holds {steps} while 'length' is {self.length}: the split 'longer' has "
                                 f"longer programs, and the others have none")

    @property
    def evaluated(self) -> tuple[int, ...]:
        """The lengths of the evaluated programs."""
        longer = tuple(range(self.length + 1, self.length + 5))
        return self.lengths or (longer if self.split == "longer" else (self.length,))
