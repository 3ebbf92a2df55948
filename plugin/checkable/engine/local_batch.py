"""One thread that generates for everybody: rows join the running batch when they come and leave when done.

Promises that a row's completion follows from its prompt, decoding and seed alone, whoever shares the
batch (in float32; lower precision rounds differently by batch size). Must not know of HTTP.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Literal

import torch
from torch import Tensor

from checkable.engine.local_model import LocalModel, Slots
from checkable.engine.local_sampling import Chosen, Decoding, choose

STOP_WINDOW = 8  # tokens decoded beyond the longest stop string: a character may span several tokens


@dataclass(frozen=True, kw_only=True)
class Finished:
    """A completed row. ``tokens`` include the end token, as engines count; ``text`` does not."""

    text: str
    tokens: tuple[Chosen, ...]
    reason: Literal["stop", "length"]


@dataclass(eq=False)
class _Row:
    prompt: tuple[int, ...]
    decoding: Decoding
    generator: torch.Generator
    finished: Future[Finished] = field(default_factory=Future)
    chosen: list[Chosen] = field(default_factory=list)

    @property
    def tokens(self) -> list[int]:
        return [one.token for one in self.chosen]


class Batch:
    """The batch of one model. ``submit`` from any thread; ``close`` when nobody waits any more."""

    def __init__(self, model: LocalModel, *, rows: int) -> None:
        self.model, self.rows = model, rows
        self._waiting: queue.SimpleQueue[_Row | None] = queue.SimpleQueue()
        self._slots = Slots(rows)
        self._active: list[_Row] = []  # by slot
        self._open = True
        self._thread = threading.Thread(target=self._run, name="batch", daemon=True)
        self._thread.start()

    def submit(self, prompt: Sequence[int], decoding: Decoding) -> Future[Finished]:
        """Generate after ``prompt``. The caller has checked that prompt and completion fit the context."""
        row = _Row(tuple(prompt), decoding, torch.Generator().manual_seed(decoding.seed))
        self._waiting.put(row)
        return row.finished

    def close(self) -> None:
        """Return once the rows that were submitted are finished."""
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while self._open or self._active:
            try:
                self._admit()
                if self._active:
                    self._step()
            except Exception as error:  # handed to those who wait; the next rows start afresh
                self._fail(error)

    def _admit(self) -> None:
        """Take in what waits while there are slots; sleep where nothing runs and nothing waits."""
        while self._open and len(self._active) < self.rows:
            try:
                row = self._waiting.get(block=not self._active)
            except queue.Empty:
                return
            if row is None:
                self._open = False
                return
            self._start(row)

    def _start(self, row: _Row) -> None:
        try:
            logits, prefilled = self.model.prefill(row.prompt)
            if self._extend(row, logits):
                self._slots.enter(prefilled, row.decoding.max_tokens)
                self._active.append(row)
        except Exception as error:  # this row's alone
            row.finished.set_exception(error)

    def _step(self) -> None:
        logits = self.model.step([row.chosen[-1].token for row in self._active], self._slots)
        for slot in reversed(range(len(self._active))):  # backwards: who leaves is replaced by a row already seen
            if not self._extend(self._active[slot], logits[slot]):
                self._slots.leave(slot)
                self._active[slot] = self._active[-1]
                self._active.pop()

    def _extend(self, row: _Row, logits: Tensor) -> bool:
        """Choose the row's next token; False where that finished it."""
        row.chosen.append(choose(logits, row.decoding, row.generator))
        if finished := self._finished(row):
            row.finished.set_result(finished)
        return finished is None

    def _finished(self, row: _Row) -> Finished | None:
        ended = row.chosen[-1].token in self.model.end_tokens
        cut = self._cut_at_stop(row)
        if cut is None and not ended and len(row.chosen) < row.decoding.max_tokens:
            return None
        text = cut if cut is not None else self.model.text(row.tokens[:-1] if ended else row.tokens)
        return Finished(text=text, tokens=tuple(row.chosen), reason="stop" if ended or cut is not None else "length")

    def _cut_at_stop(self, row: _Row) -> str | None:
        """The text before the first stop string, None where there is none yet."""
        stops = row.decoding.stop
        if not stops:
            return None
        recent = self.model.text(row.tokens[-(max(map(len, stops)) + STOP_WINDOW):])
        if not any(stop in recent for stop in stops):
            return None
        text = self.model.text(row.tokens)
        return text[: min(text.find(stop) for stop in stops if stop in text)]

    def _fail(self, error: Exception) -> None:
        failed, self._active = self._active, []
        self._slots = Slots(self.rows)
        for row in failed:
            if not row.finished.done():
                row.finished.set_exception(error)
