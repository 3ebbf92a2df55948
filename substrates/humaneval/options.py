"""What a spec may write under ``substrate:`` for HumanEval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkable.substrate.functions.ranges import within
from checkable.vocabulary import option

TASKS = range(164)


@dataclass(frozen=True, kw_only=True)
class HumanEvalOptions:
    """Raises ValueError for tasks that are no ranges, or none of which exists."""

    split: Literal["test"] = option("test", "the only one: all 164 tasks")
    hidden: Literal["standard", "plus", "plus-mini"] = option(
        "standard", "standard: the published tests; plus: EvalPlus's inputs too, with what its reference returns; "
                    "plus-mini: its smaller selection")
    visible: int = option(64, "how many of a docstring's examples count as visible tests, at most", minimum=0)
    unlabelled: int = option(8, "how many calls without an expected value a case has, made of the visible ones",
                             minimum=0, maximum=64)
    tasks: str | None = option(None, "only these tasks: ranges such as 0-29, 32")

    def __post_init__(self) -> None:
        if not any(map(self.takes, TASKS)):
            raise ValueError(f"there are no tasks {self.tasks}; they are numbered from 0 to 163")

    def takes(self, task: int) -> bool:
        """Whether a task is among those named."""
        return within(task, self.tasks)
