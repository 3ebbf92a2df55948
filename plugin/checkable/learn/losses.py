"""What is minimised: the gold trace slot by slot, or the answer alone through the exact machine.

The answer's loss is -log(0.95 p + 0.05 / m): an untrained new slot spreads the state over all m values, and without
the smoothing its first gradients would destroy what earlier slots have learned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from checkable.learn.compiler import Written
from checkable.learn.course import Course, Lesson
from checkable.learn.executor import Executor
from checkable.learn.recipe import Recipe
from checkable.learn.register_machine import RegisterMachine

SMOOTHING = 0.05
NOT_COUNTED = -100


@dataclass(frozen=True, kw_only=True)
class Labels:
    """Class numbers of a batch: (batch,), and (batch, slots) of slots, where arguments after the end do not count."""

    start: Tensor
    operations: Tensor
    arguments: Tensor
    answer: Tensor
    lengths: Tensor


def labels_of(lessons: Sequence[Lesson], slots: int, device: str) -> Labels:
    """The gold labels of lessons whose programs fit into ``slots``."""
    operations = torch.full((len(lessons), slots), Course.END)
    arguments = torch.full((len(lessons), slots), NOT_COUNTED)
    for row, lesson in enumerate(lessons):
        operations[row, :len(lesson.slots)] = torch.tensor([o for o, _ in lesson.slots], dtype=torch.long)
        arguments[row, :len(lesson.slots)] = torch.tensor([a for _, a in lesson.slots], dtype=torch.long)
    return Labels(
        start=torch.tensor([lesson.start for lesson in lessons]).to(device),
        operations=operations.to(device), arguments=arguments.to(device),
        answer=torch.tensor([lesson.answer for lesson in lessons]).to(device),
        lengths=torch.tensor([len(lesson.slots) for lesson in lessons]).to(device))


def loss_of(recipe: Recipe, course: Course, written: Written, labels: Labels,
            executor: Executor | RegisterMachine | None) -> Tensor:
    """The loss of a batch as the recipe says, a scalar."""
    if recipe.output == "answer":
        return functional.cross_entropy(written.answer, labels.answer)
    if recipe.supervision == "trace":
        return _trace(course, written, labels)
    assert executor is not None
    lengths = labels.lengths if recipe.given else None
    states = executor(written.start.softmax(-1), written.operations.softmax(-1), written.arguments.softmax(-1), lengths)
    smoothed = (1 - SMOOTHING) * states[:, -1] + SMOOTHING / executor.states
    return functional.nll_loss(smoothed.log(), labels.answer)


def _trace(course: Course, written: Written, labels: Labels) -> Tensor:
    parts = []
    if labels.operations.numel():
        parts.append(functional.cross_entropy(written.operations.transpose(1, 2), labels.operations))
    if (labels.arguments != NOT_COUNTED).any():
        parts.append(functional.cross_entropy(written.arguments.transpose(1, 2), labels.arguments,
                                              ignore_index=NOT_COUNTED))
    if course.starts:
        parts.append(functional.cross_entropy(written.start, labels.start))
    return torch.stack(parts).sum()
