"""Where trainings are kept: a folder for each key, complete once its ``training.json`` exists.

Promises that a reader never sees half an artefact and that one process at a time makes one. Imports nothing heavy.

    <folder>/<key>/checkpoint.pt          the latest state of a training that goes on, gone afterwards
    <folder>/<key>/weights.safetensors    what was trained, at the checkpoint that validation chose
    <folder>/<key>/predictions/<digest>.json
    <folder>/<key>/training.json          how it came about: written last
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from checkable.core.training import Round
from checkable.storage.reservation import reserved


@dataclass(frozen=True, kw_only=True)
class Checkpoint:
    """The score of one checkpoint: accuracy on validation lessons."""

    step: int
    score: float


@dataclass(frozen=True, kw_only=True)
class Made:
    """How a training came about. ``losses`` are (step, mean loss since the one before)."""

    key: str
    seed: int
    chosen: int  # the step whose weights are kept
    losses: tuple[tuple[int, float], ...]
    checkpoints: tuple[Checkpoint, ...]
    parameters: int  # trained
    seconds: float  # of the processor where it was trained on one, over all its parts
    device: str
    resumed: int  # how often
    rounds: tuple[Round, ...] = ()  # of expert iteration


@dataclass(frozen=True, kw_only=True)
class Draw:
    """That many programs are drawn for every text, instead of the best one: asked of a finished training."""

    samples: int
    temperature: float


class Shelf:
    """The artefacts below ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, key: str) -> Path:
        found = self.folder / key[:32]
        found.mkdir(parents=True, exist_ok=True)
        return found

    def reserved(self, key: str) -> AbstractContextManager[None]:
        """Hold a key, waiting for whoever trains it now."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return reserved(self.folder / "reservations", key)

    def made(self, key: str) -> Made | None:
        """The training of a key; None where there is none yet."""
        path = self.folder / key[:32] / "training.json"
        if not path.is_file():
            return None
        values = json.loads(path.read_text(encoding="utf-8"))
        values["checkpoints"] = tuple(Checkpoint(**one) for one in values["checkpoints"])
        values["losses"] = tuple((step, loss) for step, loss in values["losses"])
        values["rounds"] = tuple(Round(**one) for one in values["rounds"])
        return Made(**values)

    def finish(self, made: Made) -> None:
        """Declare an artefact complete."""
        replace_with(self.of(made.key) / "training.json", json.dumps(asdict(made)).encode())

    def predictions(self, key: str, texts: Sequence[str], lengths: Sequence[int] | None,
                    draw: Draw | None = None) -> list[Any] | None:
        """What was predicted for exactly these texts, drawn so; None where nothing was."""
        path = self._predictions(key, texts, lengths, draw)
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None

    def keep_predictions(self, key: str, texts: Sequence[str], lengths: Sequence[int] | None,
                         predictions: Sequence[Mapping[str, Any]], draw: Draw | None = None) -> None:
        path = self._predictions(key, texts, lengths, draw)
        path.parent.mkdir(exist_ok=True)
        replace_with(path, json.dumps(list(predictions)).encode())

    def _predictions(self, key: str, texts: Sequence[str], lengths: Sequence[int] | None, draw: Draw | None) -> Path:
        asked = [list(texts), lengths and list(lengths), *([asdict(draw)] if draw else [])]
        digest = hashlib.sha256(json.dumps(asked).encode()).hexdigest()
        return self.of(key) / "predictions" / f"{digest[:32]}.json"


def replace_with(path: Path, content: bytes) -> None:
    """All of ``content`` under ``path``, or what was there."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
