"""What a spec may write under ``substrate:`` for modular arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkable.vocabulary import option

MOST_STEPS = 64
MOST_REGISTERS = 6
SHORTEST_OF_SEVERAL = 2  # registers: something is put, then given


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
    registers: int = option(1, "1: one value that steps change; more: named registers that steps read and write, of "
                               "which the last step gives one", minimum=1, maximum=MOST_REGISTERS)
    seed: int = option(0, "which programs are evaluated", minimum=0)
    count: int = option(256, "how many programs are evaluated, where there are so many", minimum=1, maximum=100_000)

    def __post_init__(self) -> None:
        shortest = 1 if self.registers == 1 else SHORTEST_OF_SEVERAL
        if self.length < shortest:
            raise ValueError(f"'length' is {self.length}: over several registers a program has at least {shortest} "
                             "steps, one that puts and one that gives")
        for steps in self.lengths:
            if not shortest <= steps <= MOST_STEPS:
                raise ValueError(f"a program of {steps} steps is in 'lengths'; expected {shortest} to {MOST_STEPS}")
            if (steps > self.length) != (self.split == "longer"):
                raise ValueError(f"'lengths' holds {steps} while 'length' is {self.length}: the split 'longer' has "
                                 f"longer programs, and the others have none")

    @property
    def evaluated(self) -> tuple[int, ...]:
        """The lengths of the evaluated programs."""
        longer = tuple(range(self.length + 1, self.length + 5))
        return self.lengths or (longer if self.split == "longer" else (self.length,))
