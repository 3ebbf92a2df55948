"""What a spec may write under ``substrate:`` for Foofah."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from substrates.foofah.generated.families import OPERATORS, select

from checkable.substrate.names import hint
from checkable.vocabulary import option

ONLY_FOR = {
    "difficulty": "generated", "seed": "generated", "count": "generated", "operators": "generated",
    "clean": "published",
}


@dataclass(frozen=True, kw_only=True)
class FoofahOptions:
    """Raises ValueError for an option that the chosen split does not have."""

    split: Literal["generated", "published"] = option(
        "generated", "generated: made here, unlimited; published: the 250 cases of the Foofah benchmark"
    )
    examples: int | None = option(
        None, "how many records the example table is made of; left out: 1 to 5 in turn", minimum=1, maximum=5
    )
    difficulty: Literal["easy", "medium", "hard", "mixed"] = option(
        "mixed", "how many operators a generated case needs: one, two, three, or all of these"
    )
    seed: int = option(0, "which cases are generated", minimum=0)
    count: int = option(250, "how many cases are generated", minimum=1, maximum=100_000)
    operators: tuple[str, ...] = option((), "generate only families that use one of these operators")
    clean: bool = option(False, "leave out published cases whose answer is known to be broken")

    def __post_init__(self) -> None:
        for field in fields(self):
            only = ONLY_FOR.get(field.name, self.split)
            if only != self.split and getattr(self, field.name) != field.default:
                raise ValueError(f"{field.name!r} is an option of the split {only!r}, not of {self.split!r}")
        if self.operators:
            _check_families(self.difficulty, self.operators)


def _check_families(difficulty: str, operators: tuple[str, ...]) -> None:
    for name in operators:
        if name not in OPERATORS:
            raise ValueError(f"there is no operator {name!r}{hint(name, OPERATORS)}")
    if not select(difficulty, operators):
        raise ValueError(f"no {difficulty} family uses any of the operators {', '.join(operators)}")
