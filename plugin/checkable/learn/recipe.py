"""Everything that determines one training, and the key that is made of it.

Two trainings of one key give the same artefact, so that it is made once for all who ask. Imports nothing heavy.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from checkable.learn.reading import Reads

Tuning = Literal["full", "frozen", "lora", "qlora"]
Schedule = Literal["staged", "mixed", "reverse", "last"]
Growth = Literal["copy", "random"]
Supervision = Literal["trace", "answer"]
Labels = Literal["gold", "shuffled", "factors"]
Output = Literal["program", "answer"]
Readout = Literal["slots", "decoder", "text", "registers"]
Keep = Literal["verified", "unverified", "none"]
# What decides which weights come out; the rest of this room moves, stores and plans.
_DECIDES = ("backbones", "compiler", "course", "echo", "executor", "grammar", "iteration", "judge", "lessons", "losses",
            "predicting", "proposing", "reading", "register_executor", "register_machine", "sampling", "session",
            "training", "verifying", "writer")
_PACKAGES = {"full": ("torch", "transformers"), "frozen": ("torch", "transformers"),
             "lora": ("torch", "transformers", "peft"), "qlora": ("torch", "transformers", "peft", "bitsandbytes")}


@dataclass(frozen=True, kw_only=True)
class Backbone:
    """The model that reads the text. ``sizes`` are those of an untrained one, else ``revision`` says which weights.

    ``load`` is what transformers loads (a folder or a repository) and no part of the key; "" until the process that
    trains has looked.
    """

    name: str
    revision: str
    architecture: str = ""  # of an untrained one: qwen3 or qwen3.5
    sizes: Mapping[str, int] | None = None
    load: str = ""
    dtype: str = "float32"


@dataclass(frozen=True, kw_only=True)
class Verifier:
    """Instead of a compiler, who judges the ``proposals`` that ``compiler`` makes for each of ``lessons`` lessons."""

    compiler: Recipe
    proposals: int
    lessons: int
    reads: Reads


@dataclass(frozen=True, kw_only=True)
class Iteration:
    """Rounds of expert iteration after a warm start on gold lessons. ``answers`` are those of the visible examples.

    ``student``: optimiser steps of a student that begins anew on what its teacher's programs left; 0 for none.
    """

    warm: int  # optimiser steps of the warm start
    rounds: int
    round_steps: int
    prompts: int  # without gold programs
    samples: int  # programs for each prompt and round
    temperature: float
    keep: Keep
    answers: Labels
    student: int = 0

    @property
    def taught(self) -> int:
        """The step at which the last round ends."""
        return self.warm + self.rounds * self.round_steps


@dataclass(frozen=True, kw_only=True)
class Echo:
    """Heads beside the program that predict the machine's state: after each slot, or after the last alone."""

    of: Literal["states", "answer"]
    weight: float  # of their loss beside the program's
    labels: Labels


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """One training run. Steps are optimiser steps over all stages and rounds, ``programs`` the distinct gold lessons
    of a stage.

    ``slots`` is the longest program that can be written, end included where it is not given.
    """

    substrate: str
    course: str  # its version
    options: Mapping[str, Any]  # of the substrate, as plain data; the course's version stands for them in the key
    backbone: Backbone
    tuning: Tuning
    rank: int
    readout: Readout
    layers: int  # of the decoder
    slots: int
    stages: tuple[int, ...]
    schedule: Schedule
    growth: Growth
    exact: bool  # lengths of a stage: its own, or all up to it
    given: bool  # the length of each program is given
    supervision: Supervision
    labels: Labels
    output: Output
    steps: int
    batch: int
    programs: int
    rate: float
    replay: float
    checkpoints: int
    device: Literal["cpu", "cuda"]
    seed: int
    iteration: Iteration | None = None
    echo: Echo | None = None
    verifier: Verifier | None = None
    hidden: int = 0  # units of a recurrent network in the place of registers
    constrained: bool = False  # text is decoded within the grammar of programs

    @property
    def key(self) -> str:
        """64 hexadecimal digits: what was asked for, the code that does it and the libraries under it."""
        asked = asdict(self) | {"options": None}
        asked["backbone"] = asked["backbone"] | {"load": ""}
        if self.verifier is not None:
            asked["verifier"] = asdict(self.verifier) | {"compiler": self.verifier.compiler.key}
        made_by = [code_digest(), *(f"{name} {_version(name)}" for name in _PACKAGES[self.tuning])]
        return hashlib.sha256(json.dumps([asked, made_by], sort_keys=True).encode()).hexdigest()


def plain(recipe: Recipe) -> dict[str, Any]:
    """For another process."""
    return asdict(recipe)


def read(values: Mapping[str, Any]) -> Recipe:
    """The recipe that ``plain`` wrote."""
    rounds = values["iteration"] and Iteration(**values["iteration"])
    echo = values["echo"] and Echo(**values["echo"])
    judge = values["verifier"] and Verifier(**{**values["verifier"], "compiler": read(values["verifier"]["compiler"])})
    return Recipe(**{**values, "backbone": Backbone(**values["backbone"]), "stages": tuple(values["stages"]),
                     "iteration": rounds, "echo": echo, "verifier": judge})


@cache
def code_digest() -> str:
    """Of the code that trains: another way of training is another training."""
    files = [Path(__file__).with_name(f"{name}.py") for name in _DECIDES]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"
