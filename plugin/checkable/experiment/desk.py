"""The desk that sells labels: what a person would answer who is asked for the output of an unlabelled input.

A substrate whose cases have unlabelled inputs may have a module ``labels.py`` beside ``answers.py`` that
knows their outputs, or (of functions) a program that is asked for them. This is the only door to it. A label is
evidence that is paid for, not an answer: the desk sells one output at a time, and refuses an input that is the
held-out one, whose output is the answer. Calls that hidden tests make are not for sale either. It never opens
``answers.py``; scoring alone does, after every commit is frozen.
"""

from __future__ import annotations

import importlib
import json
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from checkable.core.candidate import Observation
from checkable.core.case import Case, Example, Json
from checkable.measure.audits import Sold
from checkable.substrate.contract import Substrate
from checkable.substrate.functions.oracle import Oracle


class NoLabels(Exception):
    """Nobody can say what an unlabelled input becomes; the message says why."""


Run = Callable[[Case, str, Sequence[Json]], Sequence[Observation]]  # a program of a case on calls as text


class Desk:
    """Sells the labels of one experiment's cases, asking programs through ``run``. Safe from many threads."""

    def __init__(self, substrate: Substrate, options: Any, data: Path | None, run: Run | None = None) -> None:
        self._substrate, self._options, self._data, self._run = substrate, options, data, run
        self._labels: Mapping[str, Any] | None = None
        self._asked: dict[tuple[str, int], Example | None] = {}
        self._scored: set[tuple[str, int]] = set()
        self._lock = threading.Lock()

    def label(self, case: Case, index: int) -> Example | None:
        """The unlabelled input at ``index`` with its output; None where it is scored or has none, and is not for sale.

        Raises NoLabels.
        """
        key = (case.id, index)
        with self._lock:
            if key in self._asked:
                return self._asked[key]
        told = self._tell(case, index)
        with self._lock:
            self._asked[key] = told
        return told

    @property
    def sold(self) -> Sold:
        """What was asked for so far."""
        bought = sum(told is not None for told in self._asked.values())
        return Sold(bought=bought, scored=len(self._scored), silent=len(self._asked) - bought - len(self._scored))

    def _tell(self, case: Case, index: int) -> Example | None:
        given = case.unlabelled[index]
        if json.dumps(given, sort_keys=True) == json.dumps(case.query, sort_keys=True):
            raise NoLabels(f"case {case.id!r}: unlabelled input {index} is the held-out one, and its output the answer")
        known = self._known().get(case.id, ())
        if isinstance(known, Oracle):
            return self._ask(case, index, known)
        if index >= len(known):
            raise NoLabels(f"substrate {self._substrate.name!r}: no label for unlabelled input {index} of {case.id!r}")
        return Example(input=given, output=self._substrate.shape(known[index]))

    def _ask(self, case: Case, index: int, oracle: Oracle) -> Example | None:
        """What the reference returns; None for a scored call, or one that the reference fails on."""
        given = case.unlabelled[index]
        if given in oracle.scored:
            with self._lock:
                self._scored.add((case.id, index))
            return None
        if self._run is None:
            raise NoLabels(f"the labels of substrate {self._substrate.name!r} are asked of a program, and none can be "
                           "run here")
        (seen,) = self._run(case, oracle.reference, [given])
        return Example(input=given, output=seen.value) if seen.ok else None

    def _known(self) -> Mapping[str, Any]:
        with self._lock:
            if self._labels is None:
                self._labels = self._open()
            return self._labels

    def _open(self) -> Mapping[str, Any]:
        if not (self._substrate.folder / "labels.py").is_file():
            raise NoLabels(f"labels are bought of a substrate that has none: {self._substrate.folder / 'labels.py'} "
                           "is not there")
        package = type(self._substrate).__module__.rpartition(".")[0]
        module = importlib.import_module(f"{package}.labels")
        return module.labels(self._options, self._data)
