"""The most probable programs of what a compiler wrote, not the best alone: what a verifier has to choose from.

Operations and arguments of all slots are independent given the text, so that a beam over the slots, under the mask of
what may come next, finds them in the order of their probability. Promises programs that the mask lets through, and of
those that are one program with arguments that nothing uses the most probable alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from checkable.learn.compiler import Compiler, Written
from checkable.learn.course import Course, Slot
from checkable.learn.predicting import AT_ONCE, Prediction, Proposal
from checkable.learn.recipe import Recipe

BRANCHES = 4  # starts, operations and arguments that are followed at each place


@dataclass(frozen=True, kw_only=True)
class _Beam:
    start: int
    slots: tuple[Slot, ...]
    logprob: float
    ended: bool


@torch.no_grad()
def proposed(recipe: Recipe, course: Course, compiler: Compiler, texts: Sequence[str], lengths: Sequence[int] | None,
             count: int) -> list[Prediction]:
    """The ``count`` most probable programs for each text; ``lengths`` as in ``predicting.predict``."""
    found: list[Prediction] = []
    for at in range(0, len(texts), AT_ONCE):
        ids = compiler.reader.ids(texts[at:at + AT_ONCE]).to(compiler.queries.device)
        written = compiler.write(ids, recipe.slots)
        for row in range(len(ids)):
            most = recipe.slots if lengths is None else lengths[at + row]
            best = proposals(course, written, row, most, count)
            found.append(Prediction(start=best[0].start, slots=best[0].slots, answer=None,
                                    tokens=int((ids[row] >= 0).sum()), proposals=tuple(best)))
    return found


def proposals(course: Course, written: Written, row: int, slots: int, count: int) -> list[Proposal]:
    """The ``count`` most probable programs of at most ``slots`` for one text, the most probable first."""
    starts = _best(written.start[row].log_softmax(-1), BRANCHES) if course.starts else [(0, 0.0)]
    beams = [_Beam(start=start, slots=(), logprob=logprob, ended=False) for start, logprob in starts]
    operations = written.operations[row].log_softmax(-1).tolist()
    for at, arguments in enumerate(written.arguments[row, :slots].log_softmax(-1)):
        likely = _best(arguments, BRANCHES)
        grown = heapq.nlargest(BRANCHES * max(count, BRANCHES), (
            one for beam in beams for one in _grown(course, beam, operations[at], likely, slots)), key=_logprob)
        distinct = {(beam.start, course.normal(beam.slots), beam.ended): beam for beam in reversed(grown)}
        beams = heapq.nlargest(max(count, BRANCHES), distinct.values(), key=_logprob)
    return [Proposal(start=beam.start, slots=beam.slots, logprob=beam.logprob) for beam in beams[:count]]


def _grown(course: Course, beam: _Beam, operations: Sequence[float], arguments: Sequence[tuple[int, float]],
           slots: int) -> Iterator[_Beam]:
    """The beam with its likely next slots, its end among them."""
    if beam.ended:
        yield beam
        return
    allowed = course.allowed([operation for operation, _ in beam.slots], slots)
    for operation in heapq.nlargest(BRANCHES, allowed, key=lambda one: operations[one]):
        logprob = beam.logprob + operations[operation]
        if operation == Course.END:
            yield _Beam(start=beam.start, slots=beam.slots, logprob=logprob, ended=True)
            continue
        for argument, of_argument in arguments:
            yield _Beam(start=beam.start, slots=(*beam.slots, (operation, argument)), logprob=logprob + of_argument,
                        ended=False)


def _logprob(beam: _Beam) -> float:
    return beam.logprob


def _best(logprobs: Tensor, count: int) -> list[tuple[int, float]]:
    values, classes = logprobs.topk(min(count, logprobs.shape[-1]))
    return list(zip(classes.tolist(), values.tolist(), strict=True))
