"""The side of training that pytest's processes may import: asks a worker process for what is not on the shelf.

Promises that a training or prediction that was made once, by whoever, needs no process and no torch. Safe from many
threads: one request at a time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import checkable
from checkable.learn.artefacts import Draw, Made, Shelf
from checkable.learn.failures import TrainingFailed
from checkable.learn.recipe import Recipe, plain

TAIL = 15  # lines of the log in a failure


@dataclass(frozen=True, kw_only=True)
class Learned:
    """A finished training with what it predicts for the texts asked about, in their order."""

    made: Made
    predictions: tuple[Any, ...]


class Trainer:
    """Owns a worker process from the first thing that has to be made until ``close``."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.shelf, self._root = Shelf(folder), root
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    def learn(self, recipe: Recipe, texts: Sequence[str], lengths: Sequence[int] | None,
              told: Callable[[int, float], None], draw: Draw | None = None) -> Learned:
        """What a recipe's training predicts. ``told`` hears steps and losses. Raises TrainingFailed."""
        with self._lock:
            found = self._kept(recipe, texts, lengths, draw)
            if found is None:
                self._ask({"recipe": plain(recipe), "texts": list(texts), "lengths": lengths and list(lengths),
                           "draw": draw and asdict(draw)}, told)
                found = self._kept(recipe, texts, lengths, draw)
            if found is None:
                raise TrainingFailed(f"the training {recipe.key[:12]} ended without its artefact")
            return found

    def close(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            self._process.wait()
            self._process = None

    def _kept(self, recipe: Recipe, texts: Sequence[str], lengths: Sequence[int] | None,
              draw: Draw | None) -> Learned | None:
        made = self.shelf.made(recipe.key)
        predictions = self.shelf.predictions(recipe.key, texts, lengths, draw) if made is not None and texts else []
        return None if made is None or predictions is None else Learned(made=made, predictions=tuple(predictions))

    def _ask(self, request: dict[str, Any], told: Callable[[int, float], None]) -> None:
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()
        for line in process.stdout:
            reply = json.loads(line)
            if "step" in reply:
                told(reply["step"], reply["loss"])
            elif "failed" in reply:
                raise TrainingFailed(reply["failed"])
            else:
                return
        status = process.wait()
        self._process = None
        raise TrainingFailed(f"the training process ended with status {status}"
                             f"{' (killed, perhaps for its memory)' if status == -9 else ''}:\n{self._tail()}")

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            self.shelf.folder.mkdir(parents=True, exist_ok=True)
            package = str(Path(checkable.__file__).parent.parent)
            paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
            command = [sys.executable, "-m", "checkable.learn.worker", str(self.shelf.folder), str(self._root)]
            with self._log.open("w") as log:
                self._process = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
                    env={**os.environ, "PYTHONPATH": paths, "TOKENIZERS_PARALLELISM": "false"},
                    start_new_session=True)  # Ctrl-C is for the owner, whose end closes the pipe
        return self._process

    @property
    def _log(self) -> Path:
        return self.shelf.folder / f"worker-{os.getpid()}.log"

    def _tail(self) -> str:
        return "\n".join(self._log.read_text(errors="replace").splitlines()[-TAIL:])
