"""The desk that sells labels: what a person would answer who is asked for the output of an unlabelled input.

A substrate whose cases have unlabelled inputs may have a module ``labels.py`` beside ``answers.py`` that
knows their outputs. This is the only door to it. A label is evidence that is paid for, not an answer: the
desk sells one output at a time, and refuses an input that is the held-out one, whose output is the
answer. It never opens ``answers.py``; scoring alone does, after every commit is frozen.
"""

from __future__ import annotations

import importlib
import json
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from checkable.core.case import Case, Example, Json
from checkable.substrate.contract import Substrate


class NoLabels(Exception):
    """Nobody can say what an unlabelled input becomes; the message says why."""


class Desk:
    """Sells the labels of one experiment's cases. Safe from many threads."""

    def __init__(self, substrate: Substrate, options: Any, data: Path | None) -> None:
        self._substrate, self._options, self._data = substrate, options, data
        self._labels: Mapping[str, Sequence[Json]] | None = None
        self._lock = threading.Lock()

    def label(self, case: Case, index: int) -> Example:
        """The unlabelled input at ``index`` with its output. Raises NoLabels."""
        given = case.unlabelled[index]
        if json.dumps(given, sort_keys=True) == json.dumps(case.query, sort_keys=True):
            raise NoLabels(f"case {case.id!r}: unlabelled input {index} is the held-out one, and its output the answer")
        outputs = self._known().get(case.id, ())
        if index >= len(outputs):
            raise NoLabels(f"substrate {self._substrate.name!r}: no label for unlabelled input {index} of {case.id!r}")
        return Example(input=given, output=self._substrate.shape(outputs[index]))

    def _known(self) -> Mapping[str, Sequence[Json]]:
        with self._lock:
            if self._labels is None:
                self._labels = self._open()
            return self._labels

    def _open(self) -> Mapping[str, Sequence[Json]]:
        if not (self._substrate.folder / "labels.py").is_file():
            raise NoLabels(f"labels are bought of a substrate that has none: {self._substrate.folder / 'labels.py'} "
                           "is not there")
        package = type(self._substrate).__module__.rpartition(".")[0]
        module = importlib.import_module(f"{package}.labels")
        return module.labels(self._options, self._data)
