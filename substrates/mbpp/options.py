"""What a spec may write under ``substrate:`` for MBPP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkable.substrate.functions.ranges import within
from checkable.vocabulary import option

SPLITS = {"prompt": range(1, 11), "test": range(11, 511), "validation": range(511, 601), "train": range(601, 975)}


@dataclass(frozen=True, kw_only=True)
class MbppOptions:
    """Raises ValueError for tasks that are no ranges, or none of which is in the split."""

    split: Literal["test", "validation", "train", "prompt"] = option(
        "test", "test: tasks 11 to 510; validation: 511 to 600; train: 601 to 974; prompt: 1 to 10")
    edition: Literal["full", "sanitized", "plus"] = option(
        "full", "full: all 974 tasks, challenge tests hidden too; sanitized: the 427 checked by hand; plus: the 378 of "
                "EvalPlus, hidden tests are its inputs with what its reference returns")
    visible: int = option(1, "how many of a task's asserts are shown; plus shows one at most", minimum=0, maximum=3)
    unlabelled: int = option(8, "how many calls without an expected value a case has, made of the visible ones",
                             minimum=0, maximum=64)
    aside: int = option(0, "plus: how many of its inputs are set aside: a case shows them as its unlabelled calls, and "
                           "they are not scored", minimum=0, maximum=64)
    tasks: str | None = option(None, "only these tasks of the split: ranges such as 11-90, 95")

    def __post_init__(self) -> None:
        if self.edition == "plus" and self.visible > 1:
            raise ValueError("the plus edition shows one assert at most; expected visible 0 or 1")
        if self.aside and self.edition != "plus":
            raise ValueError("inputs can be set aside of the plus edition alone: the others have two or three tests")
        if self.tasks is not None and not any(map(self.takes, SPLITS[self.split])):
            raise ValueError(f"none of the tasks {self.tasks} is in the split {self.split!r}")

    def takes(self, task: int) -> bool:
        """Whether a task is in the split and among those named."""
        return task in SPLITS[self.split] and within(task, self.tasks)
