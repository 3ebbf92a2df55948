"""The machine's echo: heads beside the program that predict the machine's state after each slot, and their loss.

An auxiliary task (Caruana 1997) of the published VM-echo runs: it changes what the network is trained on, never how a
program is decoded or run. ``answer`` keeps the state after the last slot alone, as a head for the answer would.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from checkable.learn.compiler import Written
from checkable.learn.course import Lesson
from checkable.learn.losses import NOT_COUNTED
from checkable.learn.recipe import Echo


def echo_loss(echo: Echo, written: Written, lessons: Sequence[Lesson]) -> Tensor:
    """The weighted sum over heads of their mean cross entropy over slots of programs, a scalar."""
    parts = [functional.cross_entropy(scores.transpose(1, 2), _labels(echo, lessons, at, scores),
                                      ignore_index=NOT_COUNTED)
             for at, scores in enumerate(written.echo.values())]
    return echo.weight * torch.stack(parts).sum()


def _labels(echo: Echo, lessons: Sequence[Lesson], head: int, scores: Tensor) -> Tensor:
    """Class numbers of one head, shape (batch, slots); what lies behind a program's end does not count."""
    labels = torch.full(scores.shape[:2], NOT_COUNTED)
    for row, lesson in enumerate(lessons):
        classes = [of_slot[head] for of_slot in lesson.echo]
        first = len(classes) - 1 if echo.of == "answer" else 0
        labels[row, first:len(classes)] = torch.tensor(classes[first:], dtype=torch.long)
    return labels.to(scores.device)
