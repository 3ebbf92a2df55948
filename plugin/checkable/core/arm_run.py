"""What an arm did on every case, frozen before any answer is opened: the input of scoring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkable.core.candidate import CheckedCandidate, Commit
from checkable.core.case import Case


@dataclass(frozen=True, kw_only=True)
class ArmCase:
    """One case with everything the arm could have committed and what it did commit."""

    case: Case
    candidates: tuple[CheckedCandidate, ...]
    commit: Commit


@dataclass(frozen=True, kw_only=True)
class SeedRun:
    """What an arm would have committed with the training of one seed alone, over the same cases in the same order."""

    seed: int
    cases: tuple[ArmCase, ...]


@dataclass(frozen=True, kw_only=True)
class ArmRun:
    """One arm, or one control, over all cases of an experiment in their canonical order.

    ``of`` and ``broken`` are set for a control: the arm it copies and the word that was broken. ``seeds`` are those
    that its generators were trained under, none where nothing was trained.
    """

    name: str
    role: Literal["arm", "control"]
    of: str | None = None
    broken: str | None = None
    cases: tuple[ArmCase, ...]
    seeds: tuple[SeedRun, ...] = ()
