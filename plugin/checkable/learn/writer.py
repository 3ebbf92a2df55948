"""A program as text, token by token: supervised fine-tuning of a language model on what it should write.

The prompt is the text of a problem, the target the course's listing of its gold program; the loss is that of the
target's tokens alone. A writer has no heads of its own: its scores are those of the model's tied embeddings, so that
what is trained is the language model or adapters on it, and nothing else. Decoding is greedy: free, where what it
writes may be no program, or constrained to the programs of the course. Must not know how programs are run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import torch
from torch import Tensor, nn
from torch.nn import functional

from checkable.learn.backbones import Reader
from checkable.learn.course import Course, Lesson
from checkable.learn.grammar import SEPARATOR, Grammar, Place
from checkable.learn.losses import NOT_COUNTED

TOKENS_A_SLOT = 6  # at most: an operation of three tokens, an argument of two, a separator
ASKED = " program :"  # behind every text


class Writer(nn.Module):
    """A causal language model over a course, which writes programs of at most ``slots`` instructions."""

    def __init__(self, course: Course, slots: int, reader: Reader, *, constrained: bool = False) -> None:
        super().__init__()
        self.reader, self.course, self.slots, self.constrained = reader, course, slots, constrained

    @cached_property
    def grammar(self) -> Grammar | None:
        """Made when something is written: a plan builds a writer without a tokenizer."""
        return Grammar(self.course, self.slots, self.reader.tokens, self._end) if self.constrained else None

    @property
    def most(self) -> int:
        """Tokens that are written at most."""
        return self.grammar.most if self.grammar else TOKENS_A_SLOT * (self.slots + 1)

    @property
    def device(self) -> torch.device:
        return self.reader.model.get_input_embeddings().weight.device

    def scores(self, ids: Tensor) -> Tensor:
        """Unnormalised log-probabilities of the next token at each place of ids (batch, tokens; negative: padded)."""
        positions = torch.arange(ids.shape[1], device=ids.device).expand(ids.shape)
        return self._of(self.reader.hidden(self.reader.embed(ids), (ids >= 0).long(), positions))

    def loss(self, lessons: Sequence[Lesson]) -> Tensor:
        """The mean cross entropy of the targets' tokens, their ends among them, a scalar."""
        prompts = [self._prompt(lesson.text) for lesson in lessons]
        targets = [[*self.reader.tokens(self.target(lesson)), self._end] for lesson in lessons]
        ids = _padded([[*p, *t] for p, t in zip(prompts, targets, strict=True)], -1).to(self.device)
        wanted = _padded([[NOT_COUNTED] * (len(p) - 1) + [*t, NOT_COUNTED]
                          for p, t in zip(prompts, targets, strict=True)], NOT_COUNTED).to(self.device)
        return functional.cross_entropy(self.scores(ids).transpose(1, 2), wanted, ignore_index=NOT_COUNTED)

    def target(self, lesson: Lesson) -> str:
        """What is to be written for a lesson."""
        return SEPARATOR.join(self.course.listing(lesson.start, lesson.slots).split("\n"))

    @torch.no_grad()
    def write(self, texts: Sequence[str]) -> list[tuple[str, int]]:
        """What the model writes for each text up to its end, greedily, and how many tokens that took."""
        rows = [self._prompt(text) for text in texts]
        longest = max(map(len, rows))
        ids = torch.tensor([[-1] * (longest - len(row)) + row for row in rows], device=self.device)
        written = [list(of_one) for of_one in zip(*self._tokens(ids), strict=True)]
        said = [row[:row.index(self._end)] if self._end in row else row for row in written]
        return [(self.reader.tokens.text(row), min(len(row) + 1, self.most)) for row in said]

    def _tokens(self, ids: Tensor) -> Iterator[list[int]]:
        """The next token of every row (padded on the left), until all have ended or the most is written."""
        mask = (ids >= 0).long()
        positions, kept = (mask.cumsum(1) - 1).clamp(min=0), None
        ended = torch.zeros(len(ids), dtype=torch.bool, device=ids.device)
        places = [self.grammar.begin() for _ in ids] if self.grammar else []
        for _ in range(self.most):
            read = self.reader.model(inputs_embeds=self.reader.embed(ids), attention_mask=mask, position_ids=positions,
                                     past_key_values=kept, use_cache=True)
            kept, scores = read.past_key_values, self._of(read.last_hidden_state[:, -1])
            token = (self._within(places, scores) if self.grammar else scores).argmax(-1)
            yield token.tolist()
            if self.grammar:
                places = [self.grammar.after(*row) for row in zip(places, token.tolist(), strict=True)]
            ended |= token == self._end
            if bool(ended.all()):
                return
            ids, positions = token[:, None], positions[:, -1:] + 1
            mask = torch.cat([mask, torch.ones_like(ids)], 1)

    def _within(self, places: Sequence[Sequence[Place]], scores: Tensor) -> Tensor:
        """Scores with those of all tokens that may not come next at -inf. Rows that have ended may only end again."""
        kept = torch.full_like(scores, float("-inf"))
        for row, of_row in enumerate(places):
            may = sorted(self.grammar.next(of_row)) or [self._end]
            kept[row, may] = scores[row, may]
        return kept

    @property
    def _end(self) -> int:
        return int(self.reader.tokens.end)

    def _of(self, hidden: Tensor) -> Tensor:
        """Scores of all tokens from hidden states: the embeddings are the output layer too."""
        embedding = self.reader.model.get_input_embeddings().weight
        return (hidden.to(embedding.dtype) @ embedding.T).float()

    def _prompt(self, text: str) -> list[int]:
        return list(self.reader.tokens(text + ASKED))


def _padded(rows: Sequence[Sequence[int]], filling: int) -> Tensor:
    return nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True, padding_value=filling)
