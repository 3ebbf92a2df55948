"""The network of a trace verifier: slot by slot, what a compiler made of the text beside what a program says there.

The compiler's own states of the start and of each slot meet the instruction that was proposed for that slot and the
state of the machine after it, in a small transformer with a token for the answer. The compiler below goes on learning,
as far as its recipe lets it, and how likely it finds what is seen at each slot counts from the first step on. Must not
know how a verifier is trained.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from checkable.learn.compiler import Compiler
from checkable.learn.course import Course
from checkable.learn.reading import Reading

LAYERS, HEADS, WIDEST = 2, 4, 256
NATS = 10.0  # log-probabilities are read in units of so many


class Judge(nn.Module):
    """Log-odds that a proposed program is right. ``compiler`` is taken over: it no longer writes programs."""

    def __init__(self, course: Course, compiler: Compiler) -> None:
        super().__init__()
        self.compiler = compiler
        for unused in (compiler.answer, compiler.echo):
            unused.requires_grad_(False)
        slots, read = compiler.queries.shape[0] - 1, compiler.queries.shape[1]
        width = min(read, WIDEST)
        self.narrow = nn.Linear(read, width) if read > width else nn.Identity()
        self.classes = (len(course.operations), course.arguments, max(course.answers, course.starts), course.starts)
        self.operation, self.argument, self.state, self.answer = (
            nn.Embedding(of_kind + 1, width) for of_kind in (*self.classes[:3], self.classes[2]))
        self.places = nn.Parameter(torch.randn(2 + slots, width) * 0.02)
        layer = nn.TransformerEncoderLayer(width, HEADS, 3 * width, dropout=0.0, batch_first=True, norm_first=True)
        self.encoder = nn.TransformerEncoder(layer, LAYERS, norm=nn.LayerNorm(width), enable_nested_tensor=False)
        self.head, self.prior = nn.Linear(width, 1), nn.Linear(2, 1)
        for linear, weight in ((self.head, 0.0), (self.prior, 1.0)):  # begin with what the compiler believes
            nn.init.constant_(linear.weight, weight)
            nn.init.zeros_(linear.bias)

    def forward(self, states: Tensor, readings: Sequence[Reading], logprobs: Sequence[float]) -> Tensor:
        """Log-odds, shape (readings,). ``states`` (readings, 1 + slots, width) are the compiler's of their texts."""
        device = states.device
        rows = [[(None, None, one.start), *one.steps] for one in readings]
        kinds = [torch.tensor([[_class(step[kind], self.classes[kind]) for step in row] for row in rows], device=device)
                 for kind in range(3)]
        answers = torch.tensor([_class(one.answer, self.classes[2]) for one in readings], device=device)
        steps = self.narrow(states) + self.operation(kinds[0]) + self.argument(kinds[1]) + self.state(kinds[2])
        tokens = torch.cat([self.answer(answers)[:, None], steps], 1) + self.places
        likely = [torch.tensor(logprobs, device=device), self._likely(states, kinds)]
        return (self.head(self.encoder(tokens)[:, 0]) + self.prior(torch.stack(likely, 1) / NATS)).squeeze(1)

    def _likely(self, states: Tensor, kinds: Sequence[Tensor]) -> Tensor:
        """The log-probability, by what the compiler has become, of what is seen at each slot; shape (readings,)."""
        written = self.compiler.heads(states)
        seen = zip((written.operations, written.arguments), kinds, strict=False)
        parts = [_of_classes(logits, classes[:, 1:]) for logits, classes in seen]
        if self.classes[3]:
            parts.append(_of_classes(written.start[:, None], kinds[2][:, :1]))
        return torch.stack(parts).sum(0)


def _of_classes(logits: Tensor, classes: Tensor) -> Tensor:
    """The summed log-probability of classes (batch, places); a class that there is none of counts nothing."""
    there = classes < logits.shape[-1]
    each = logits.log_softmax(-1).gather(2, (classes * there)[:, :, None]).squeeze(2)
    return (each * there).sum(1)


def _class(number: int | None, classes: int) -> int:
    """The class of a number; the last one is for what is not seen, and for numbers that no answer has."""
    return classes if number is None or not 0 <= number < classes else number
