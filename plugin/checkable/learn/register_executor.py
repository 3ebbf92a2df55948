"""A register executor: one learned step, taken again and again, that points at what it reads and what it writes.

One query stands behind the text once for every step, at the distance of a step's clause, and the backbone fills it:
what a step does is learned once, and a program may have more steps than any lesson. Of each step four things are
chosen: what is done; by a pointer the register that is written; by another the register that is read, or that it is a
literal; and which literal. Both pointers compare what was read of the text with one learned key for each register.
The arithmetic is the machine's and exact, not learned. ``Recurrent`` is what it is compared with: the same steps,
read by a recurrent network without registers, pointers or arithmetic that says the answer.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from checkable.learn.compiler import Compiler, Written
from checkable.learn.course import Course
from checkable.learn.recipe import Recipe

KEY = 16  # numbers of a key: enough for a handful of registers, whatever the width of the backbone


class Steps(Compiler):
    """What both have in common: one query for all steps, so that nothing grows with their number."""

    def _build(self, recipe: Recipe, course: Course, width: int) -> None:
        self.queries = nn.Parameter(torch.randn(1, width) * 0.02)

    def _asked(self, slots: int) -> Tensor:
        return self.queries.expand(1 + slots, -1)

    def most(self, slots: int, lengths: list[int] | None) -> int:
        return max(lengths) if lengths else slots

    def grow(self, learned: int, slots: int, how: str, random: torch.Generator) -> None:
        """Every step is the same one: there is nothing to grow."""


class RegisterExecutor(Steps):
    """Its pointers as distributions over the course's instructions, so that all that runs programs runs these."""

    def _build(self, recipe: Recipe, course: Course, width: int) -> None:
        super()._build(recipe, course, width)
        self.does = nn.Linear(width, 2 + (len(course.operations) - 2) // course.registers)
        self.literal = nn.Linear(width, course.answers)
        self.reads, self.writes = nn.Linear(width, KEY), nn.Linear(width, KEY)
        self.keys = nn.Parameter(torch.randn(course.registers + 1, KEY))  # the last is for a literal

    def heads(self, states: Tensor) -> Written:
        steps = states[:, 1:]
        does, literal = self.does(steps).log_softmax(-1), self.literal(steps).log_softmax(-1)
        writes = self._pointed(self.writes(steps), self.keys[:-1])
        reads = self._pointed(self.reads(steps), self.keys)
        writing = (does[..., 1:-1, None] + writes[..., None, :]).flatten(-2)
        nothing = states.new_zeros(len(states), 1)
        return Written(start=nothing, answer=nothing, echo={},
                       operations=torch.cat([does[..., :1], writing, does[..., -1:]], -1),
                       arguments=torch.cat([literal + reads[..., -1:], reads[..., :-1]], -1))

    def _pointed(self, wanted: Tensor, keys: Tensor) -> Tensor:
        """Log-probabilities of pointing at each key."""
        return (wanted @ keys.T / math.sqrt(KEY)).log_softmax(-1)


class Recurrent(Steps):
    """A gated recurrent network (Cho et al. 2014) of ``recipe.hidden`` units over the steps, and a head."""

    def _build(self, recipe: Recipe, course: Course, width: int) -> None:
        super()._build(recipe, course, width)
        self.memory = nn.GRU(width, recipe.hidden, batch_first=True)
        self.answer = nn.Linear(recipe.hidden, course.answers)

    def heads(self, states: Tensor) -> Written:
        last = self.memory(states)[1][0]
        nothing = states.new_zeros(len(states), states.shape[1] - 1, 0)
        return Written(start=nothing[:, 0], operations=nothing, arguments=nothing, answer=self.answer(last), echo={})
