"""The process that trains: requests as JSON lines on standard input, progress and replies on standard output.

Run as ``python -m checkable.learn.worker FOLDER ROOT``. It is the only process that imports torch. It ends the moment
its standard input does, in the middle of a step too: what was trained until its last checkpoint is on the shelf, and
the kernel gives back what it had reserved. One trainer at a time uses a GPU.
"""

from __future__ import annotations

import importlib
import json
import os
import queue
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import torch

from checkable.engine import weights
from checkable.engine.endpoint import EngineError
from checkable.engine.models import ModelError, resolve
from checkable.learn import training
from checkable.learn.artefacts import Draw, Shelf
from checkable.learn.course import Course, NothingToLearn
from checkable.learn.drawing import sampled
from checkable.learn.failures import TrainingFailed
from checkable.learn.recipe import Recipe, read
from checkable.storage.reservation import reserved
from checkable.substrate import registry

GPU_KEY = "f" * 64
Say = Callable[[Mapping[str, Any]], None]


class Worker:
    """Trains and predicts for one workspace."""

    def __init__(self, shelf: Shelf, root: Path, say: Say) -> None:
        self.shelf, self.root, self.say = shelf, root, say

    def answer(self, request: Mapping[str, Any]) -> None:
        """Train the recipe if nobody has, predict if nobody did, and say so. Failures are said, not raised."""
        try:
            recipe = read(request["recipe"])
            course = course_of(recipe, self.root)
            with self.shelf.reserved(recipe.key), one_per_gpu(recipe.device):
                self._train(recipe, course)
                if request["texts"]:
                    draw = Draw(**request["draw"]) if request["draw"] else None
                    self._predict(recipe, course, request["texts"], request["lengths"], draw)
            self.say({"done": recipe.key})
        except (TrainingFailed, NothingToLearn, EngineError, ModelError, OSError) as error:
            self.say({"failed": str(error), "kind": type(error).__name__})

    def _train(self, recipe: Recipe, course: Course) -> None:
        """Train a recipe, and before a verifier the compiler whose programs it judges."""
        if recipe.verifier is not None:
            with self.shelf.reserved(recipe.verifier.compiler.key):
                self._train(recipe.verifier.compiler, course)
        if self.shelf.made(recipe.key) is None:
            told = lambda step, loss: self.say({"step": step, "loss": loss})  # noqa: E731
            training.make(self._located(recipe), course, self.shelf, recipe.device, told)

    def _predict(self, recipe: Recipe, course: Course, texts: list[str], lengths: list[int] | None,
                 draw: Draw | None) -> None:
        if self.shelf.predictions(recipe.key, texts, lengths, draw) is not None:
            return
        located, device = self._located(recipe), recipe.device
        if draw is None:
            made = training.predictions(located, course, self.shelf, device, texts, lengths)
        else:
            compiler = training.restored(located, course, self.shelf, device)
            made = list(sampled(located, course, compiler, texts, lengths, draw))
        self.shelf.keep_predictions(recipe.key, texts, lengths, [asdict(one) for one in made], draw)

    def _located(self, recipe: Recipe) -> Recipe:
        """The recipe with where its backbone's weights are. Raises EngineError where they are not here."""
        if recipe.backbone.sizes is not None:
            return recipe
        entry = resolve(recipe.backbone.name, self.root)
        load, revision = weights.prepare(entry, _make)
        backbone = replace(recipe.backbone, load=load, revision=revision or recipe.backbone.revision)
        judged = recipe.verifier and replace(recipe.verifier, compiler=replace(recipe.verifier.compiler,
                                                                               backbone=backbone))
        return replace(recipe, backbone=backbone, verifier=judged)


def _make(making: weights.Making, folder: Path) -> None:
    """Weights are made in this process: it has torch already. Raises EngineError."""
    try:
        importlib.import_module(making.module).make(*making.arguments, folder)
    except ValueError as error:
        raise EngineError(str(error)) from error


def course_of(recipe: Recipe, root: Path) -> Course:
    """The course of the recipe's substrate. Raises TrainingFailed where another version of it made the recipe."""
    substrate = registry.find(recipe.substrate, root)
    module = importlib.import_module(f"substrates.{registry.package(recipe.substrate)}.course")
    values = {name: tuple(v) if isinstance(v, list) else v for name, v in recipe.options.items()}
    found = module.course(substrate.options(**values))
    if found.version != recipe.course:
        raise TrainingFailed(f"the lessons are {found.version}, the recipe asks for {recipe.course}")
    return found


def one_per_gpu(device: str) -> AbstractContextManager[None]:
    """Wait until no other trainer of this user is at the GPU."""
    if device != "cuda":
        return nullcontext()
    if not torch.cuda.is_available():
        raise TrainingFailed("a GPU is in this machine, but torch cannot use it: install a CUDA build of torch, or "
                             "set CUDA_VISIBLE_DEVICES= to train on the processor")
    return reserved(Path(tempfile.gettempdir()) / f"checkable-gpu-{os.getuid()}", GPU_KEY)


def _listen(requests: queue.Queue[Mapping[str, Any]]) -> None:
    for line in sys.stdin:
        requests.put(json.loads(line))
    os._exit(0)  # the owner is gone, or has no more work


def main(folder: Path, root: Path) -> None:
    replies = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # what libraries print is for the log
    torch.set_num_threads(int(os.environ.get("CHECKABLE_TRAIN_THREADS", "1")))  # the same sums wherever it runs
    torch.use_deterministic_algorithms(True, warn_only=True)
    requests: queue.Queue[Mapping[str, Any]] = queue.Queue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    worker = Worker(Shelf(folder), root, lambda message: print(json.dumps(message), file=replies, flush=True))
    while True:
        worker.answer(requests.get())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
