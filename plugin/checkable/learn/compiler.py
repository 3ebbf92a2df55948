"""A compiler: it reads a text and writes a program of slots at once, or the answer alone.

Two ways to write. ``slots``: learned queries stand behind the text at fixed positions, one for the start and one for
each slot, and the backbone itself fills them; the distance from a clause to its slot does not depend on how long the
text is. ``decoder``: a transformer decoder with slot queries reads the backbone's hidden states, so that a frozen
backbone is run once per text. Must not know losses or how programs are run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from checkable.learn.backbones import Reader
from checkable.learn.course import Course
from checkable.learn.recipe import Recipe


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Where queries stand: the first at ``first``, one further every ``stride`` positions."""

    first: int
    stride: int


@dataclass(frozen=True, kw_only=True)
class Written:
    """Unnormalised log-probabilities: (batch, slots, classes) of slots, (batch, classes) of start and answer.

    ``echo`` are those of the machine's state after each slot, by name; empty where it is not trained.
    """

    start: Tensor
    operations: Tensor
    arguments: Tensor
    answer: Tensor
    echo: Mapping[str, Tensor]


class Compiler(nn.Module):
    """The backbone with queries and heads. ``slots`` of ``write`` says how many of the slots are written."""

    def __init__(self, recipe: Recipe, course: Course, reader: Reader, layout: Layout) -> None:
        super().__init__()
        width = min(reader.width, 256) if recipe.readout == "decoder" else reader.width
        self.reader, self.layout, self.readout = reader, layout, recipe.readout
        self._build(recipe, course, width)

    def _build(self, recipe: Recipe, course: Course, width: int) -> None:
        """Everything that is trained beside the reader, ``width`` wide."""
        reader = self.reader
        self.queries = nn.Parameter(torch.randn(1 + recipe.slots, width) * 0.02)
        if recipe.readout == "decoder":
            self.narrow = nn.Linear(reader.width, width)
            layer = nn.TransformerDecoderLayer(width, 4, 3 * width, dropout=0.0, batch_first=True, norm_first=True)
            self.decoder = nn.TransformerDecoder(layer, recipe.layers, norm=nn.LayerNorm(width))
        self.start = nn.Linear(width, max(1, course.starts))
        self.operation = nn.Linear(width, len(course.operations))
        self.argument = nn.Linear(width, course.arguments)
        self.answer = nn.Linear(width, course.answers)
        echoes = course.echoes if recipe.echo is not None else {}
        self.echo = nn.ModuleDict({name: nn.Linear(width, classes) for name, classes in echoes.items()})

    def write(self, ids: Tensor, slots: int) -> Written:
        """Read token numbers (batch, tokens; negative where padded) and fill the first ``slots``."""
        return self.heads(self.states(ids, slots))

    def states(self, ids: Tensor, slots: int) -> Tensor:
        """What is read out of a text for its start and each slot, shape (batch, 1 + slots, width)."""
        mask = (ids >= 0).long()
        return self.decode(self.features(ids), mask, slots) if self.readout == "decoder" else \
            self._in_sequence(ids, mask, slots)

    def most(self, slots: int, lengths: list[int] | None) -> int:
        """How many slots are written for texts with programs of ``lengths``, where ``slots`` were trained."""
        return slots

    def _asked(self, slots: int) -> Tensor:
        """The queries of the start and of so many slots, shape (1 + slots, width)."""
        return self.queries[:1 + slots]

    def features(self, ids: Tensor) -> Tensor:
        """The backbone's hidden states of a text."""
        mask = (ids >= 0).long()
        positions = torch.arange(ids.shape[1], device=ids.device).expand(ids.shape)
        return self.reader.hidden(self.reader.embed(ids), mask, positions)

    def decode(self, features: Tensor, mask: Tensor, slots: int) -> Tensor:
        """Start and slots from hidden states, shape (batch, 1 + slots, width)."""
        queries = self._asked(slots).expand(features.shape[0], -1, -1)
        return self.decoder(queries, self.narrow(features), memory_key_padding_mask=mask == 0)

    def heads(self, states: Tensor) -> Written:
        return Written(start=self.start(states[:, 0]), answer=self.answer(states[:, 0]),
                       operations=self.operation(states[:, 1:]), arguments=self.argument(states[:, 1:]),
                       echo={name: head(states[:, 1:]) for name, head in self.echo.items()})

    def _in_sequence(self, ids: Tensor, mask: Tensor, slots: int) -> Tensor:
        batch, tokens = ids.shape
        text = self.reader.embed(ids)
        queries = self._asked(slots).to(text.dtype).expand(batch, -1, -1)
        places = self.layout.first + self.layout.stride * torch.arange(1 + slots, device=ids.device)
        positions = torch.cat([torch.arange(tokens, device=ids.device), places]).expand(batch, -1)
        seen = torch.cat([mask, torch.ones(batch, 1 + slots, dtype=mask.dtype, device=ids.device)], 1)
        return self.reader.hidden(torch.cat([text, queries], 1), seen, positions)[:, -(1 + slots):]

    @torch.no_grad()
    def grow(self, learned: int, slots: int, how: str, random: torch.Generator) -> None:
        """Prepare slots ``learned`` to ``slots``: copies of the last learned one (or of the start), or random."""
        fresh = torch.randn(slots - learned, self.queries.shape[1], generator=random) * 0.02
        last = self.queries[learned].expand(slots - learned, -1)
        self.queries[1 + learned:1 + slots] = last if how == "copy" else fresh.to(self.queries)
