"""Making the artefact of a recipe: train, score at every checkpoint, keep the best, survive a kill.

The step that is kept is the one with the best validation accuracy, the earliest of equals; the last step has no
privilege. Every checkpoint is also where a killed training goes on.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save

from checkable.learn import adapters, verifying
from checkable.learn.artefacts import Checkpoint, Made, Shelf, replace_with
from checkable.learn.backbones import build
from checkable.learn.compiler import Compiler, Layout
from checkable.learn.course import Course
from checkable.learn.failures import OutOfMemory
from checkable.learn.iteration import IteratedSession
from checkable.learn.predicting import Prediction, predict
from checkable.learn.proposing import proposed
from checkable.learn.recipe import Recipe
from checkable.learn.session import Session, assembled, load
from checkable.learn.writer import Writer

POINTS = 100  # of a loss curve, at most
Told = Callable[[int, float], None]  # steps done, latest mean loss


@dataclass
class History:
    """What is remembered beside the session's state."""

    losses: list[tuple[int, float]] = field(default_factory=list)
    scores: list[tuple[int, float]] = field(default_factory=list)
    best: dict[str, torch.Tensor] | None = None
    seconds: float = 0.0
    resumed: int = 0
    running: list[float] = field(default_factory=list)


def make(recipe: Recipe, course: Course, shelf: Shelf, device: str, told: Told) -> Made:
    """Train a recipe from where an earlier try stopped, if there was one. Its key is reserved by the caller."""
    folder = shelf.of(recipe.key)
    try:
        session, history = _begun(recipe, course, shelf, device)
        clock = time.process_time if device == "cpu" else time.monotonic
        began = clock()
        if not recipe.steps:
            _keep(session, history, folder)
        while session.step < recipe.steps:
            history.running.append(session.advance())
            _note(session, history, told)
            if _is_checkpoint(recipe, session.step):
                history.seconds, began = history.seconds + clock() - began, clock()
                _keep(session, history, folder)
    except torch.OutOfMemoryError as error:
        raise OutOfMemory(f"{device} has too little memory for batches of {recipe.batch}: {error}") from error
    except MemoryError as error:
        raise OutOfMemory(f"this machine has too little memory for batches of {recipe.batch}") from error
    return _finished(session, history, shelf)


def restored(recipe: Recipe, course: Course, shelf: Shelf, device: str) -> Compiler | Writer:
    """The compiler or writer of a finished training, with the weights that validation chose."""
    torch.manual_seed(recipe.seed)
    weights, first, stride = _weights(recipe, shelf)
    compiler = assembled(recipe, course, build(recipe, course, device), Layout(first=first, stride=stride))
    load(compiler, weights)
    return compiler.to(device).train()  # see ``backbones``: 4-bit weights stay out of evaluation mode


def predictions(recipe: Recipe, course: Course, shelf: Shelf, device: str, texts: list[str],
                lengths: list[int] | None) -> list[Prediction]:
    if recipe.verifier is None:
        return predict(recipe, course, restored(recipe, course, shelf, device), texts, lengths)
    made_by = recipe.verifier.compiler
    compiler = restored(made_by, course, shelf, device)
    made = proposed(made_by, course, compiler, texts, lengths, recipe.verifier.proposals)
    judge = verifying.restored(recipe, course, compiler, _weights(recipe, shelf)[0], device)
    return [verifying.ordered(one) for one in verifying.judging(recipe, course, judge, texts, made)]


def _weights(recipe: Recipe, shelf: Shelf) -> tuple[dict[str, torch.Tensor], int, int]:
    """What was trained, and the layout of queries: where they begin and how far they stand apart."""
    weights = load_file(shelf.of(recipe.key) / "weights.safetensors", device="cpu")
    first, stride = weights.pop("layout").tolist()
    return weights, first, stride


def _session(recipe: Recipe, course: Course, shelf: Shelf, device: str) -> Session:
    """A training at its first step. A verifier's compiler is on the shelf before."""
    if recipe.verifier is not None:
        compiler = restored(recipe.verifier.compiler, course, shelf, device)
        return verifying.VerifierSession(recipe, course, compiler, device)
    return (Session if recipe.iteration is None else IteratedSession)(recipe, course, device)


def _begun(recipe: Recipe, course: Course, shelf: Shelf, device: str) -> tuple[Session, History]:
    session, history = _session(recipe, course, shelf, device), History()
    path = shelf.of(recipe.key) / "checkpoint.pt"
    if path.is_file():
        kept: dict[str, Any] = torch.load(path, map_location=device, weights_only=True)
        session.restore(kept["session"])
        history = History(**kept["history"])
        history.resumed += 1
    return session, history


def _note(session: Session, history: History, told: Told) -> None:
    every = max(1, session.recipe.steps // POINTS)
    if session.step % every == 0 or session.step == session.recipe.steps:
        history.losses.append((session.step, sum(history.running) / len(history.running)))
        history.running = []
        told(session.step, history.losses[-1][1])


def _is_checkpoint(recipe: Recipe, step: int) -> bool:
    """Evenly spread, the last at the end."""
    return step * recipe.checkpoints // recipe.steps > (step - 1) * recipe.checkpoints // recipe.steps


def _keep(session: Session, history: History, folder: Path) -> None:
    score = session.score()
    best = max((found for _, found in _may_be_kept(session, history)), default=-1.0)
    if session.step >= session.earliest and score > best:
        history.best = session.weights()
    history.scores.append((session.step, score))
    buffer = io.BytesIO()
    torch.save({"session": session.state(), "history": dict(vars(history))}, buffer)
    replace_with(folder / "checkpoint.pt", buffer.getvalue())


def _may_be_kept(session: Session, history: History) -> list[tuple[int, float]]:
    """Checkpoints of the model that is made, not of one that taught it."""
    return [(step, score) for step, score in history.scores if step >= session.earliest]


def _finished(session: Session, history: History, shelf: Shelf) -> Made:
    folder, recipe = shelf.of(session.recipe.key), session.recipe
    kept_scores = _may_be_kept(session, history)
    best = max(score for _, score in kept_scores)
    layout = torch.tensor([session.layout.first, session.layout.stride])
    kept = {name: value.cpu() for name, value in (history.best or {}).items()}
    replace_with(folder / "weights.safetensors", save(kept | {"layout": layout}))
    if recipe.tuning in ("lora", "qlora") and recipe.verifier is None:
        load(session.compiler, kept)  # the step that was chosen, not the last one
        adapters.write(session.compiler.reader.model, recipe.backbone, causal=recipe.readout == "text", folder=folder)
    made = Made(
        key=recipe.key, seed=recipe.seed, chosen=next(step for step, score in kept_scores if score == best),
        losses=tuple(history.losses), checkpoints=tuple(Checkpoint(step=s, score=v) for s, v in history.scores),
        parameters=sum(p.numel() for p in session.trained.values()), seconds=history.seconds,
        device=session.device, resumed=history.resumed, rounds=tuple(session.rounds))
    shelf.finish(made)
    (folder / "checkpoint.pt").unlink(missing_ok=True)
    return made
