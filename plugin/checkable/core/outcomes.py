"""What every arm got right, case by case: all that a claim's statistics need of a run.

Outcomes outlive the candidates behind them. They say nothing of what was asked or answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class ArmOutcomes:
    """One arm or control: for every case, whether its commit was correct, and whether any candidate was.

    ``correct`` is None where only what could be reached is known, ``reached`` where only commits are.
    """

    name: str
    role: Literal["arm", "control"]
    broken: str | None
    correct: tuple[bool, ...] | None
    reached: tuple[bool, ...] | None


@dataclass(frozen=True, kw_only=True)
class Outcomes:
    """Arms over the same cases in the same order. ``families[i]`` groups case i with its likes.

    Raises ValueError where an arm has another number of cases.
    """

    cases: tuple[str, ...]
    families: tuple[str, ...]
    arms: tuple[ArmOutcomes, ...]

    def __post_init__(self) -> None:
        columns: list[Sequence[object]] = [self.families]
        columns += [column for arm in self.arms for column in (arm.correct, arm.reached) if column is not None]
        if any(len(column) != len(self.cases) for column in columns):
            raise ValueError(f"outcomes of {len(self.cases)} cases have a column of another length")

    def arm(self, name: str) -> ArmOutcomes | None:
        """The arm or control of that name, or the control that breaks what is called so; None without."""
        named = (arm for arm in self.arms if arm.name == name)
        breaking = (arm for arm in self.arms if arm.broken == name)
        return next(named, None) or next(breaking, None)
