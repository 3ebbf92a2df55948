"""Expert iteration: a compiler trained on programs of its own that the visible examples of their prompts bear out.

After a warm start on gold lessons every round draws programs for each prompt, runs them on the prompt's examples, keeps
the one that agrees and was drawn most often, and goes on training on gold and kept (Anthony et al. 2017; Zelikman et
al. 2022, STaR). A prompt keeps what an earlier round found until a later one finds something. Which of the kept
programs are right on held-out inputs is counted and told; it decides nothing.

Distillation ends with a student: programs are drawn from the teacher once more, and the compiler begins anew from its
first weights, on gold and kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from random import Random
from typing import Any

import torch

from checkable.core.training import Round
from checkable.learn.course import Course, Slot
from checkable.learn.failures import TrainingFailed
from checkable.learn.lessons import Plan, prompts_of, shuffled
from checkable.learn.recipe import Recipe
from checkable.learn.sampling import drawn
from checkable.learn.session import Session, load

AT_ONCE = 64
Program = tuple[Slot, ...]


class IteratedSession(Session):
    """A session whose lessons grow from round to round; what was kept is part of its state. Raises TrainingFailed."""

    def __init__(self, recipe: Recipe, course: Course, device: str) -> None:
        super().__init__(recipe, course, device)
        if not course.examples:
            raise TrainingFailed("expert iteration keeps the programs that visible examples bear out, and "
                                 f"{course.version} shows none: give the substrate examples")
        self.gold, self.prompts = self.sets[0], prompts_of(recipe, course)
        broken = shuffled(self.prompts, recipe.seed) if self._how.answers == "shuffled" else self.prompts
        self.examples = [lesson.examples for lesson in broken]
        self.kept: dict[int, Program] = {}
        self.rounds: list[Round] = []
        self._first = self.weights() if self._how.student else {}
        self.earliest = self._how.taught + 1 if self._how.student else 0

    @property
    def _how(self) -> Any:
        assert self.recipe.iteration is not None
        return self.recipe.iteration

    def state(self) -> dict[str, Any]:
        return super().state() | {"kept": dict(self.kept), "rounds": [asdict(one) for one in self.rounds]}

    def restore(self, state: dict[str, Any]) -> None:
        super().restore(state)
        self.kept = dict(state["kept"])
        self.rounds = [Round(**one) for one in state["rounds"]]
        self._take()

    def _enter(self, plan: Plan) -> None:
        """A round or a student begins with what the compiler can find now."""
        if self.step != plan.began or self.step < self._how.warm:
            return
        if self._how.keep != "none":
            self._collect()
        if self.step == self._how.taught:
            load(self.compiler, self._first)
            self.optimiser = self._optimiser()

    def _collect(self) -> None:
        """Draw, run, keep, count, and train on gold and kept from now on."""
        found = self._sampled()
        passed = [[program for program in programs if self.course.agrees(program, shown)]
                  for programs, shown in zip(found, self.examples, strict=True)]
        self.kept |= self._chosen(found, passed)
        self.rounds.append(self._counted(found, passed))
        self._take()

    @torch.no_grad()
    def _sampled(self) -> list[list[Program]]:
        """The distinct programs drawn for each prompt, the most often drawn first."""
        random = Random(f"{self.recipe.seed}/{self.step}/programs")
        found: list[list[Program]] = []
        for at in range(0, len(self.prompts), AT_ONCE):
            batch = self.prompts[at:at + AT_ONCE]
            written = self._write(batch, self.recipe.slots)
            found += [drawn(self.course, written, row, self._how.samples, self._how.temperature, random)
                      for row in range(len(batch))]
        return found

    def _chosen(self, found: Sequence[Sequence[Program]], passed: Sequence[Sequence[Program]]) -> Mapping[int, Program]:
        """Programs by prompt. Unverified: as many as would have passed, of prompts in a fixed random order."""
        verified = {at: programs[0] for at, programs in enumerate(passed) if programs}
        if self._how.keep == "verified":
            return verified
        order = list(range(len(found)))
        Random(f"{self.recipe.seed}/unverified").shuffle(order)
        return {at: found[at][0] for at in order[:len(verified)]}

    def _counted(self, found: Sequence[Sequence[Program]], passed: Sequence[Sequence[Program]]) -> Round:
        right = [[self.course.agrees(program, prompt.held_out) for program in programs]
                 for programs, prompt in zip(found, self.prompts, strict=True)]
        wrong_and_passed = sum(not self.course.agrees(program, prompt.held_out)
                               for programs, prompt in zip(passed, self.prompts, strict=True) for program in programs)
        return Round(
            step=self.step, prompts=len(self.prompts), found=sum(bool(programs) for programs in passed),
            kept=len(self.kept), tried=sum(map(len, found)), wrong=sum(of_one.count(False) for of_one in right),
            right=sum(self.course.agrees(program, self.prompts[at].held_out) for at, program in self.kept.items()),
            passed=wrong_and_passed)

    def _take(self) -> None:
        """Gold and kept are what is trained on."""
        kept = [replace(self.prompts[at], slots=program) for at, program in sorted(self.kept.items())]
        self.sets = [[*self.gold, *kept]]
