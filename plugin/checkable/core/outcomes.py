"""What every arm got right, case by case: all that a claim's statistics need of a run.

Outcomes outlive the candidates behind them. They say nothing of what was asked or answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class SeedOutcomes:
    """What a trained arm has right, case by case, with the training of one seed alone."""

    seed: int
    correct: tuple[bool, ...]
    reached: tuple[bool, ...]


@dataclass(frozen=True, kw_only=True)
class ArmOutcomes:
    """One arm or control: for every case, whether its commit was correct, and whether any candidate was.

    ``correct`` is None where only what could be reached is known, ``reached`` where only commits are. ``seeds`` has the
    same for each seed that the arm was trained under; empty where nothing was trained or nobody kept it.
    """

    name: str
    role: Literal["arm", "control"]
    broken: str | None
    correct: tuple[bool, ...] | None
    reached: tuple[bool, ...] | None
    seeds: tuple[SeedOutcomes, ...] = ()

    def alone(self, seed: int) -> ArmOutcomes:
        """The arm with the training of that seed alone; itself where it has no such training."""
        found = next((of_one for of_one in self.seeds if of_one.seed == seed), None)
        return self if found is None else replace(self, correct=found.correct, reached=found.reached, seeds=(found,))


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
        columns += [column for arm in self.arms for of_one in (arm, *arm.seeds)
                    for column in (of_one.correct, of_one.reached) if column is not None]
        if any(len(column) != len(self.cases) for column in columns):
            raise ValueError(f"outcomes of {len(self.cases)} cases have a column of another length")

    def arm(self, name: str) -> ArmOutcomes | None:
        """The arm or control of that name, or the control that breaks what is called so; None without."""
        named = (arm for arm in self.arms if arm.name == name)
        breaking = (arm for arm in self.arms if arm.broken == name)
        return next(named, None) or next(breaking, None)

    def alone(self, seed: int) -> Outcomes:
        """The same with every arm that was trained under that seed standing for that training alone."""
        return replace(self, arms=tuple(arm.alone(seed) for arm in self.arms))
