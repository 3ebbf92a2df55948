"""Trace verifiers: the probability that a proposed program is right, from the task, the program and its executed trace.

The negatives are a compiler's own: it proposes programs for lessons drawn apart from its own, the exact machine says
which end in the lesson's answer, and a verifier learns to tell a right from a wrong proposal of one lesson (Cobbe et
al. 2021, with executed traces to read). How probable the compiler found a program is an input of every kind of
verifier, so that none does worse than the compiler by not knowing it. Must not know cases or answers of an evaluation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from checkable.learn.compiler import Compiler, Layout
from checkable.learn.course import Course, Lesson, Share
from checkable.learn.failures import TrainingFailed
from checkable.learn.judge import Judge
from checkable.learn.lessons import Plan, judged_lessons
from checkable.learn.predicting import AT_ONCE, Prediction, Proposal
from checkable.learn.proposing import proposed
from checkable.learn.reading import reading
from checkable.learn.recipe import Recipe, Verifier
from checkable.learn.session import Session, load

VALIDATED = 256  # lessons


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A lesson with what its compiler proposes: ``right`` ones end in its answer."""

    lesson: Lesson
    made: Prediction
    right: tuple[bool, ...]


class VerifierSession(Session):
    """A verifier in training on the proposals of a trained ``compiler``, which it takes over.

    Raises TrainingFailed where there is nothing to tell apart.
    """

    def __init__(self, recipe: Recipe, course: Course, compiler: Compiler, device: str) -> None:
        self.recipe, self.course, self.device = recipe, course, device
        how = _how(recipe)
        self.judged = [one for one in _judged(recipe, course, compiler, "training", how.lessons)
                       if any(one.right) and not all(one.right)]
        if not self.judged:
            raise TrainingFailed(f"of {how.lessons} lessons none has a right and a wrong proposal: a verifier has "
                                 "nothing to tell apart. A compiler trained less, or more proposals, have some")
        self.checked = _judged(recipe, course, compiler, "validation", VALIDATED)
        torch.manual_seed(recipe.seed)
        self.judge = Judge(course, compiler).to(device).train()
        self.layout: Layout = compiler.layout
        self.trained = {n: p for n, p in self.judge.named_parameters() if p.requires_grad}
        self.optimiser = self._optimiser()
        self.step = 0

    def score(self) -> float:
        """The share of validation lessons whose most trusted proposal is right."""
        made = judging(self.recipe, self.course, self.judge, [one.lesson.text for one in self.checked],
                       [one.made for one in self.checked])
        chosen = [max(range(len(one.proposals)), key=lambda at, one=one: one.proposals[at].trust) for one in made]
        return sum(one.right[at] for one, at in zip(self.checked, chosen, strict=True)) / len(self.checked)

    def restore(self, state: dict[str, Any]) -> None:
        self.step = state["step"]
        load(self.judge, state["weights"])
        self.optimiser.load_state_dict(state["optimiser"])

    def _loss(self, plan: Plan) -> Tensor:
        """Half of a batch are right proposals, half wrong ones of the same lessons."""
        random = Random(f"{self.recipe.seed}/{self.step}/judged")
        lessons = random.choices(self.judged, k=max(1, self.recipe.batch // 2))
        pairs = [[random.choice([p for p, right in zip(one.made.proposals, one.right, strict=True) if right == wanted])
                  for wanted in (True, False)] for one in lessons]
        ids = self.judge.compiler.reader.ids([one.lesson.text for one in lessons]).to(self.device)
        states = self.judge.compiler.states(ids, self.recipe.slots).repeat_interleave(2, 0)
        odds = _odds(self.recipe, self.course, self.judge, states, [one for pair in pairs for one in pair])
        return functional.binary_cross_entropy_with_logits(odds, torch.tensor([1.0, 0.0], device=self.device).repeat(
            len(lessons)))


def restored(recipe: Recipe, course: Course, compiler: Compiler, weights: dict[str, Tensor], device: str) -> Judge:
    """The judge of a finished training; ``compiler``, as it was before that, is taken over."""
    judge = Judge(course, compiler)
    load(judge, weights)
    return judge.to(device).train()


@torch.no_grad()
def judging(recipe: Recipe, course: Course, judge: Judge, texts: Sequence[str],
            made: Sequence[Prediction]) -> list[Prediction]:
    """What was proposed for each text, in the same order, each proposal with how far the judge trusts it."""
    device, found = judge.prior.weight.device, []
    for at in range(0, len(texts), AT_ONCE):
        ids = judge.compiler.reader.ids(texts[at:at + AT_ONCE]).to(device)
        for row, states in enumerate(judge.compiler.states(ids, recipe.slots)):
            one = made[at + row]
            of_each = states.expand(len(one.proposals), -1, -1)
            trust = _odds(recipe, course, judge, of_each, one.proposals).sigmoid().tolist()
            found.append(replace(one, proposals=tuple(replace(proposal, trust=p) for proposal, p in
                                                      zip(one.proposals, trust, strict=True))))
    return found


def ordered(made: Prediction) -> Prediction:
    """The proposals in the order in which they are trusted, the most probable of equals first; the first is chosen."""
    best = tuple(sorted(made.proposals, key=lambda one: -one.trust))
    return replace(made, start=best[0].start, slots=best[0].slots, proposals=best)


def _odds(recipe: Recipe, course: Course, judge: Judge, states: Tensor, proposals: Sequence[Proposal]) -> Tensor:
    seen = [reading(course, one.start, one.slots, recipe.slots, _how(recipe).reads) for one in proposals]
    return judge(states, seen, [one.logprob for one in proposals])


def _judged(recipe: Recipe, course: Course, compiler: Compiler, share: Share, count: int) -> list[Judged]:
    """Lessons with what the compiler proposes for them, and which of it ends in their answers."""
    lessons = judged_lessons(recipe, course, share, count)
    lengths = [len(lesson.slots) for lesson in lessons] if recipe.given else None
    made = proposed(_how(recipe).compiler, course, compiler, [lesson.text for lesson in lessons], lengths,
                    _how(recipe).proposals)
    return [Judged(lesson=lesson, made=one,
                   right=tuple(course.run(p.start, p.slots).answer == lesson.answer for p in one.proposals))
            for lesson, one in zip(lessons, made, strict=True)]


def _how(recipe: Recipe) -> Verifier:
    assert recipe.verifier is not None
    return recipe.verifier
