"""The exact machine with registers as a differentiable function: programs of distributions in, the answer's out.

What a step does to a value is a known function and nothing here is learned. Every register holds a distribution over
values; a step writes each register as much as it points at it. A program that is certain runs exactly. Of uncertain
ones the registers are treated as independent of each other, which they are not quite (two of them may hang on one
guess): an approximation whose error goes to nothing as pointers harden.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from checkable.learn.course import Course


class RegisterMachine(nn.Module):
    """Runs soft programs of a course with registers, laid out as ``Course.registers`` says."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self.registers, self.states = course.registers, course.answers
        self.kinds = (len(course.operations) - 2) // course.registers
        values = range(course.answers)
        after = [[course.computed(kind, value, operand) for value in values for operand in values]
                 for kind in range(self.kinds)]
        self.register_buffer("after", torch.tensor(after), persistent=False)

    def forward(self, start: Tensor, operations: Tensor, arguments: Tensor, lengths: Tensor | None) -> Tensor:
        """How likely each value was given before the first slot and after each, shape (batch, 1 + slots, states).

        ``operations`` (batch, slots, operations) and ``arguments`` (batch, slots, literals and registers) are
        distributions; a machine with registers has no ``start``. What is missing to 1 is that nothing was given.
        Slots from ``lengths`` (batch) on do nothing; None runs all.
        """
        batch, slots = operations.shape[:2]
        running, given = operations.new_ones(batch, 1), operations.new_zeros(batch, self.states)
        memory = functional.one_hot(operations.new_zeros(batch, self.registers, dtype=torch.long), self.states)
        memory, seen = memory.to(operations.dtype), [given]
        for at in range(slots):
            does, says = operations[:, at], arguments[:, at]
            if lengths is not None:
                there = (at < lengths)[:, None].to(does.dtype)
                does = does * there + functional.one_hot(torch.zeros_like(lengths), does.shape[1]) * (1 - there)
            read = torch.einsum("br,brx->bx", says[:, self.states:], memory)
            given = given + running * does[:, -1:] * read
            running = running * (1 - does[:, -1:] - does[:, :1])
            memory = self._written(memory, does[:, 1:-1], says[:, :self.states] + read)
            seen.append(given)
        return torch.stack(seen, 1)

    def _written(self, memory: Tensor, does: Tensor, operand: Tensor) -> Tensor:
        """Registers (batch, registers, states) after a step; ``does`` are kinds times registers written."""
        batch = len(memory)
        does = does.reshape(batch, self.kinds, self.registers)
        joint = torch.einsum("brx,by->brxy", memory, operand).flatten(2)
        found = memory * (1 - does.sum(1))[:, :, None]
        for kind in range(self.kinds):
            made = torch.zeros_like(memory).index_add(2, self.after[kind], joint)
            found = found + does[:, kind, :, None] * made
        return found
