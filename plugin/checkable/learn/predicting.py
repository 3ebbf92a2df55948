"""From a trained compiler to programs: greedy, in one pass, and never an operation that no program may have there.

The program is what is predicted; running it is the machine's. Promises the same prediction for a text whatever stands
beside it in a batch, up to rounding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from checkable.learn.compiler import Compiler, Written
from checkable.learn.course import Course, Lesson, Slot
from checkable.learn.recipe import Recipe
from checkable.learn.writer import Writer

AT_ONCE = 64


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """One of several programs for a text."""

    start: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, kw_only=True)
class Proposal(Proposed):
    """A program with its log-probability in nats, and the probability of being right that a verifier gave it."""

    logprob: float
    trust: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Prediction:
    """A program (``answer`` None), or an answer without one. ``problem`` says why what was written is no program.

    ``proposals``: where more than one program is believed, all that are, the most trusted first; or a sample of what
    may be written (``drawing``), the most often drawn first.
    """

    start: int
    slots: tuple[Slot, ...]
    answer: int | None
    tokens: int  # of the text
    written: int = 0  # tokens
    problem: str = ""
    proposals: tuple[Proposed, ...] = ()


@torch.no_grad()
def predict(recipe: Recipe, course: Course, compiler: Compiler | Writer, texts: Sequence[str],
            lengths: Sequence[int] | None = None) -> list[Prediction]:
    """Programs or answers for texts. ``lengths`` are those of their programs, where the recipe gives them."""
    if isinstance(compiler, Writer):
        return [one for at in range(0, len(texts), AT_ONCE) for one in _read(compiler, texts[at:at + AT_ONCE])]
    found: list[Prediction] = []
    for at in range(0, len(texts), AT_ONCE):
        ids = compiler.reader.ids(texts[at:at + AT_ONCE]).to(compiler.queries.device)
        given = list(lengths[at:at + AT_ONCE]) if lengths is not None else None
        written = compiler.write(ids, compiler.most(recipe.slots, given))
        most = given or [recipe.slots] * len(ids)
        found += [_decoded(recipe, course, written, row, most[row], int((ids[row] >= 0).sum()))
                  for row in range(len(ids))]
    return found


def _read(writer: Writer, texts: Sequence[str]) -> list[Prediction]:
    """The programs that a writer's texts say."""
    found = []
    for text, (said, written) in zip(texts, writer.write(texts), strict=True):
        program = writer.course.read(said)
        start, slots = program or (0, ())
        problem = "" if program else f"no program was written, but {said[:60]!r}"
        found.append(Prediction(start=start, slots=slots, answer=None, tokens=len(writer.reader.tokens(text)),
                                written=written, problem=problem))
    return found


def _decoded(recipe: Recipe, course: Course, written: Written, row: int, slots: int, tokens: int) -> Prediction:
    if recipe.output == "answer":
        return Prediction(start=0, slots=(), answer=int(written.answer[row].argmax()), tokens=tokens)
    arguments = written.arguments[row].argmax(-1).tolist()
    operations = _operations(course, written.operations[row], min(slots, len(arguments)))
    return Prediction(start=int(written.start[row].argmax()), answer=None, tokens=tokens,
                      slots=tuple(zip(operations, arguments, strict=False)))


def _operations(course: Course, scores: Tensor, slots: int) -> list[int]:
    """The best operation slot by slot among those that may come next, up to the end."""
    chosen: list[int] = []
    ranked = scores.argsort(-1, descending=True).tolist()
    for at in range(slots):
        allowed = course.allowed(chosen, slots)
        best = next(operation for operation in ranked[at] if operation in allowed)
        if best == course.END:
            break
        chosen.append(best)
    return chosen


def accuracy(recipe: Recipe, course: Course, compiler: Compiler | Writer, lessons: Sequence[Lesson]) -> float:
    """The share of lessons whose answer comes out; of an open problem, on all its held-out inputs."""
    lengths = [len(lesson.slots) for lesson in lessons] if recipe.given else None
    made = predict(recipe, course, compiler, [lesson.text for lesson in lessons], lengths)
    right = [_right(course, one, lesson) for one, lesson in zip(made, lessons, strict=True)]
    return sum(right) / len(right)


def _right(course: Course, made: Prediction, lesson: Lesson) -> bool:
    if made.problem:
        return False
    if lesson.held_out:
        return course.agrees(made.slots, lesson.held_out)
    answer = made.answer if made.answer is not None else course.run(made.start, made.slots).answer
    return answer == lesson.answer
