"""One training from its first step to its last: what a step does, and what must be kept to go on after a kill.

A session that is saved, killed and resumed ends in the same weights as one that was not: lessons, rates and stages
follow from the step alone, and everything else is in ``state``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from checkable.core.training import Round
from checkable.learn.backbones import Reader, build
from checkable.learn.compiler import Compiler, Layout, Written
from checkable.learn.course import Course, Lesson
from checkable.learn.echo import echo_loss
from checkable.learn.executor import Executor
from checkable.learn.failures import LossIsNaN, MissingGradients
from checkable.learn.lessons import Plan, batch_of, planned, rate_at, sets_of, training_sets
from checkable.learn.losses import labels_of, loss_of
from checkable.learn.predicting import accuracy
from checkable.learn.recipe import Recipe
from checkable.learn.register_executor import Recurrent, RegisterExecutor
from checkable.learn.register_machine import RegisterMachine
from checkable.learn.writer import Writer

VALIDATED = 128  # lessons of the last stage
LONGEST_STEP = 1.0  # of the gradient's norm
NEVER_USED = ("start", "operation", "argument", "answer")  # heads, of which a recipe trains some


class Session:
    """A compiler in training on ``device``.

    ``rounds`` are those of expert iteration. ``earliest`` is the first step whose weights may be kept in the end.
    """

    rounds: Sequence[Round] = ()
    earliest = 0

    def __init__(self, recipe: Recipe, course: Course, device: str) -> None:
        self.recipe, self.course, self.device = recipe, course, device
        self.sets = training_sets(recipe, course)
        self.validation = sets_of(recipe, course, "validation", VALIDATED)[-1]
        torch.manual_seed(recipe.seed)
        reader = build(recipe, course, device)
        self.layout = layout_of(reader.ids, self.sets[-1])
        self.compiler = assembled(recipe, course, reader, self.layout).to(device).train()
        answers_alone = recipe.output == "program" and recipe.supervision == "answer"
        self.executor = machine_of(course).to(device) if answers_alone else None
        self.trained = {n: p for n, p in self.compiler.named_parameters() if p.requires_grad}
        self.optimiser = self._optimiser()
        self.step = 0
        self._seen: dict[str, Tensor] = {}  # hidden states of texts under a frozen backbone

    def advance(self) -> float:
        """One optimiser step; returns its loss. Raises LossIsNaN or MissingGradients."""
        plan = planned(self.recipe, self.step)
        self._enter(plan)
        loss = self._loss(plan)
        if not torch.isfinite(loss):
            raise LossIsNaN(f"the loss is {loss.item()} at step {self.step}: a smaller rate than {self.recipe.rate:g} "
                            "or a longer warm-up may help")
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        if self.step in (0, plan.began):
            self._check_gradients()
        nn.utils.clip_grad_norm_(self.trained.values(), LONGEST_STEP)
        for group in self.optimiser.param_groups:
            group["lr"] = rate_at(self.recipe, self.step, plan)
        self.optimiser.step()
        self.step += 1
        return float(loss.detach())

    def _loss(self, plan: Plan) -> Tensor:
        """The loss of this step's batch, a scalar."""
        lessons = batch_of(self.recipe, self.sets[plan.drawn_from], self.step)
        slots = self.recipe.stages[plan.stage] if len(self.sets) > 1 else self.recipe.slots
        if isinstance(self.compiler, Writer):
            return self.compiler.loss(lessons)
        written = self._write(lessons, slots)
        loss = loss_of(self.recipe, self.course, written, labels_of(lessons, slots, self.device), self.executor)
        return loss if self.recipe.echo is None else loss + echo_loss(self.recipe.echo, written, lessons)

    def score(self) -> float:
        """Accuracy on validation lessons as long as the last stage's."""
        return accuracy(self.recipe, self.course, self.compiler, self.validation)

    def weights(self) -> dict[str, Tensor]:
        """Copies of everything that is trained: nothing of a frozen backbone."""
        return {name: value.detach().clone().contiguous() for name, value in self.trained.items()}

    def state(self) -> dict[str, Any]:
        return {"step": self.step, "weights": self.weights(), "optimiser": self.optimiser.state_dict()}

    def restore(self, state: dict[str, Any]) -> None:
        self.step = state["step"]
        load(self.compiler, state["weights"])
        self.optimiser.load_state_dict(state["optimiser"])

    def _enter(self, plan: Plan) -> None:
        """What begins with a stage: new slots where there are stages of growing length, and a new optimiser."""
        if self.recipe.schedule != "staged" or plan.stage == 0 or self.step != plan.began:
            return
        random = torch.Generator().manual_seed(self.recipe.seed * 1_000_003 + plan.stage)
        learned, slots = self.recipe.stages[plan.stage - 1], self.recipe.stages[plan.stage]
        self.compiler.grow(learned, slots, self.recipe.growth, random)
        self.optimiser = self._optimiser()

    def _optimiser(self) -> torch.optim.Optimizer:
        return torch.optim.AdamW(self.trained.values(), lr=self.recipe.rate, betas=(0.9, 0.98), weight_decay=0.01)

    def _write(self, lessons: list[Lesson], slots: int) -> Written:
        texts = [lesson.text for lesson in lessons]
        if self.recipe.tuning != "frozen":
            return self.compiler.write(self.compiler.reader.ids(texts).to(self.device), slots)
        for text in texts:
            if text not in self._seen:
                with torch.no_grad():
                    ids = self.compiler.reader.ids([text]).to(self.device)
                    self._seen[text] = self.compiler.features(ids)[0]
        rows = [self._seen[text] for text in texts]
        features = nn.utils.rnn.pad_sequence(rows, batch_first=True)
        lengths = torch.tensor([len(row) for row in rows], device=self.device)
        mask = (torch.arange(features.shape[1], device=self.device) < lengths[:, None]).long()
        return self.compiler.heads(self.compiler.decode(features, mask, slots))

    def _check_gradients(self) -> None:
        """Everything trained but heads that this recipe does not use must get a gradient, and some must not be 0."""
        missing = [n for n, p in self.trained.items() if p.grad is None and n.split(".")[0] not in NEVER_USED]
        if missing:
            raise MissingGradients(f"{len(missing)} of {len(self.trained)} trained tensors got no gradient, the first "
                                   f"is {missing[0]}. A 4-bit model that was once in evaluation mode on a CPU gives "
                                   "none: it must be loaded anew")
        if not any(bool(p.grad.any()) for p in self.trained.values() if p.grad is not None):
            raise MissingGradients(f"every gradient is 0 at step {self.step}: nothing would be learned")


def assembled(recipe: Recipe, course: Course, reader: Reader, layout: Layout) -> Compiler | Writer:
    """What is trained: a compiler around the backbone, or the backbone itself as a writer of text."""
    if recipe.readout == "text":
        return Writer(course, recipe.slots, reader, constrained=recipe.constrained)
    if recipe.readout == "registers":
        return (RegisterExecutor if recipe.output == "program" else Recurrent)(recipe, course, reader, layout)
    return Compiler(recipe, course, reader, layout)


def machine_of(course: Course) -> Executor | RegisterMachine:
    """The course's machine as a differentiable function. Raises TrainingFailed where it is none."""
    return RegisterMachine(course) if course.registers else Executor(course)


def layout_of(ids: Any, lessons: list[Lesson]) -> Layout:
    """Queries begin behind the longest text and stand as far apart as the clauses of a text are long on average."""
    rows = ids([lesson.text for lesson in lessons])
    tokens, steps = int((rows >= 0).sum()), sum(len(lesson.slots) for lesson in lessons)
    return Layout(first=int(rows.shape[1] * 1.25), stride=max(1, round(tokens / (steps + len(lessons)))))


def load(module: nn.Module, weights: dict[str, Tensor]) -> None:
    """Put trained weights into a module of the same recipe."""
    own = dict(module.named_parameters())
    with torch.no_grad():
        for name, value in weights.items():
            own[name].copy_(value)
