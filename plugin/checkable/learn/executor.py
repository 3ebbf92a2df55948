"""The exact machine as a differentiable function: distributions over programs in, a distribution over states out.

The state after an instruction is a known function of operation, argument and state; under independent distributions
of the three its distribution is a sum of products, which is exact and has gradients. Nothing here is learned.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from checkable.learn.course import Course
from checkable.learn.failures import TrainingFailed


class Executor(nn.Module):
    """Runs soft programs of a course whose machine has one state. Raises TrainingFailed for another machine."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        sizes = (len(course.operations), course.arguments, course.answers)
        after = [course.transition(o, a, x) for o in range(sizes[0]) for a in range(sizes[1]) for x in range(sizes[2])]
        if None in after:
            raise TrainingFailed(f"answers alone cannot supervise programs of {course.version}: its machine is more "
                                 f"than one state. Use supervision: trace, or output: answer")
        self.states = sizes[2]
        self.register_buffer("after", torch.tensor(after), persistent=False)

    def forward(self, start: Tensor, operations: Tensor, arguments: Tensor, lengths: Tensor | None) -> Tensor:
        """The distribution of the state at the start and after each slot, shape (batch, 1 + slots, states).

        ``start`` (batch, states), ``operations`` (batch, slots, operations) and ``arguments`` (batch, slots,
        arguments) are distributions. Slots from ``lengths`` (batch) on leave the state as it is; None runs all.
        """
        state, seen = start, [start]
        for at in range(operations.shape[1]):
            joint = torch.einsum("bo,ba,bx->boax", operations[:, at], arguments[:, at], state).flatten(1)
            moved = torch.zeros_like(state).index_add(1, self.after, joint)
            state = moved if lengths is None else torch.where((at < lengths)[:, None], moved, state)
            seen.append(state)
        return torch.stack(seen, 1)
