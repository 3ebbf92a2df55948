"""What a spec may write under ``substrate:`` for text cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from substrates.text.made.compose import MOST_EXAMPLES, MOST_UNLABELLED
from substrates.text.made.families import OPERATORS, select

from checkable.substrate.names import hint
from checkable.vocabulary import option


@dataclass(frozen=True, kw_only=True)
class TextOptions:
    """Raises ValueError for operators that are not there, or that no family of the difficulty uses."""

    split: Literal["generated"] = option("generated", "the only one: cases are made here, unlimited")
    examples: int | None = option(None, "how many worked examples a case has; left out: 1 to 5 in turn", minimum=1,
                                  maximum=MOST_EXAMPLES)
    unlabelled: int = option(6, "how many inputs without an output a case shows besides", minimum=0,
                             maximum=MOST_UNLABELLED)
    difficulty: Literal["easy", "medium", "hard", "mixed"] = option(
        "mixed", "how many operators a case needs: one, two, three, or all of these")
    seed: int = option(0, "which cases", minimum=0)
    count: int = option(350, "how many cases", minimum=1, maximum=100_000)
    operators: tuple[str, ...] = option((), "only families that use one of these operators")

    def __post_init__(self) -> None:
        for name in self.operators:
            if name not in OPERATORS:
                raise ValueError(f"there is no operator {name!r}{hint(name, OPERATORS)}")
        if not select(self.difficulty, self.operators):
            raise ValueError(f"no {self.difficulty} family uses any of the operators {', '.join(self.operators)}")
