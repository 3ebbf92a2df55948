"""What one run of one experiment found: everything the ledger, the terminal and the report show.

``to_plain`` turns any value of this room into JSON-ready built-ins (NaN becomes None), which is
what crosses process boundaries and what is written to disk.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any, Literal

from checkable.core.case import Json, Scalar
from checkable.core.scored import Comparison, CriterionResult, Estimate, SeedScore
from checkable.core.training import Round


@dataclass(frozen=True, kw_only=True)
class SeedSummary:
    """What one arm commits and reaches on all cases with the training of one seed alone."""

    seed: int
    accuracy: Estimate
    coverage: Estimate


@dataclass(frozen=True, kw_only=True)
class ArmSummary:
    """The numbers of one arm. ``metrics`` maps population ("as published", "clean") to metric to estimate.

    The metrics are those of ``core.metrics`` that need no other arm. ``seeds`` is empty where nothing was trained.
    ``models`` are those that it asks, as the spec names them; empty where no arm of the experiment names one.
    """

    name: str
    role: Literal["arm", "control"]
    of: str | None
    broken: str | None
    description: str  # generator and selector as the spec words them
    metrics: Mapping[str, Mapping[str, Estimate]]
    seeds: tuple[SeedSummary, ...] = ()
    models: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A published figure beside what was measured. ``agrees`` is None where they cannot be compared."""

    name: str  # the expression, e.g. "gate.recoveries(direct)"
    published: str  # as the spec words it, e.g. "156/250"
    measured: Estimate
    agrees: bool | None


@dataclass(frozen=True, kw_only=True)
class Audit:
    """One thing a sceptic would ask, checked by machine. ``name`` is one of ``core.audits``.

    ``justification`` is the reason a spec gives for what the audit finds, "" where it gives none: it
    is shown beside the finding and never changes the level.
    """

    name: str
    level: Literal["ok", "note", "warning"]
    text: str
    justification: str = ""


@dataclass(frozen=True, kw_only=True)
class Stopping:
    """Where an experiment that may stop early ended, and why.

    ``decision``: every comparison of the criteria is decided ("evidence"), one that is needed was lost
    or hardly could be shown any more ("no hope"), or neither until the last case ("all cases").
    """

    decision: Literal["evidence", "no hope", "all cases"]
    looks: int
    cases: int
    planned_cases: int
    families: int
    planned_families: int
    text: str  # all of this in a sentence, with what the comparisons stood at


@dataclass(frozen=True, kw_only=True)
class TrainingSummary:
    """One training behind an arm or control: how it went, and what this seed gets right here.

    ``losses`` are (step, mean loss since the one before), ``scores`` (step, accuracy on validation lessons), and
    ``chosen`` the step whose weights were used. ``accuracy`` is over all cases of the experiment; ``lessons`` counts
    distinct texts; ``key`` names the artefact. ``rounds`` are those of expert iteration, in their order.
    """

    arm: str
    seed: int
    scored_at: str
    chosen: int | None
    losses: tuple[tuple[int, float], ...]
    scores: tuple[tuple[int, float], ...]
    accuracy: float
    lessons: int
    parameters: int | None
    seconds: float | None
    device: str
    key: str
    rounds: tuple[Round, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OfLength:
    """One arm on the cases of one length.

    ``traced`` counts commits that are programs with a gold trace, ``prefix`` how many of them are right in their first
    state, in their first two, and so on.
    """

    arm: str
    length: int
    cases: int
    correct: int
    traced: int
    prefix: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class OfSlice:
    """What one arm committed and has right on the cases of one slice."""

    slice: str
    arm: str
    cases: int
    correct: int


@dataclass(frozen=True, kw_only=True)
class CandidateDetail:
    """One candidate of one case, for the drill-down. ``correct`` is known only after scoring."""

    id: str
    channel: str
    kind: str
    text: str  # the program's source, or the answer as returned
    provenance: str
    parse_error: str | None
    passes: bool | None
    on_examples: tuple[Mapping[str, Json], ...]  # outcome, value, error
    on_query: Mapping[str, Json]
    correct: bool
    evidence: Mapping[str, float] = field(default_factory=dict)
    earlier: tuple[str, ...] = ()  # the texts of the attempts that this one repaired, first to last


@dataclass(frozen=True, kw_only=True)
class CommitDetail:
    arm: str
    candidate: str | None  # None: abstained
    value: Json
    treated: bool
    correct: bool
    reached: bool
    reason: str
    seeds: tuple[SeedScore, ...] = ()  # of a trained arm: what each training alone would have had here


@dataclass(frozen=True, kw_only=True)
class CaseDetail:
    id: str
    family: str
    attributes: Mapping[str, Scalar]
    examples: tuple[Mapping[str, Json], ...]  # input, output
    query: Json
    text: str
    answer: Json
    issue: str | None  # what the label audit says about this case
    candidates: tuple[CandidateDetail, ...]  # distinct candidates of all arms
    commits: tuple[CommitDetail, ...]  # one per arm and control, in table order
    tests: tuple[str, ...] = ()  # visible ones, where a case has tests in the place of examples and a query


@dataclass(frozen=True, kw_only=True)
class ExperimentResult:
    """One experiment, one tier, one matrix cell.

    ``verdict``: passed and failed are about the criteria; "not judged" is a run too small or on
    another model than the criteria are about (its criteria are shown all the same).
    ``provenance`` holds plain data: spec_hash, code_version, model, sampling, seed, data,
    isolation, tier, completions (live, from the pool, recorded), python, host facts.
    """

    experiment: str  # path of the spec, relative to the root, with the matrix cell
    item: str  # the pytest item's name, e.g. "smoke"
    tier: str
    title: str
    research_program: str | None
    claim: str | None
    verdict: Literal["passed", "failed", "not judged"]
    substrate: str
    split: str
    populations: Mapping[str, int]  # name -> number of cases
    arms: tuple[ArmSummary, ...]
    comparisons: tuple[Comparison, ...]
    criteria: tuple[CriterionResult, ...]
    references: tuple[Reference, ...]
    slices: Mapping[str, int]  # name -> number of cases
    audits: tuple[Audit, ...]
    provenance: Mapping[str, Any]
    started: str  # ISO 8601, UTC
    seconds: float
    stopping: Stopping | None = None  # None: all cases were run, whatever they showed
    trainings: tuple[TrainingSummary, ...] = ()
    lengths: tuple[OfLength, ...] = ()  # empty where cases do not say their length
    sliced: tuple[OfSlice, ...] = ()  # one for every slice and arm
    cases: tuple[CaseDetail, ...] = ()


def to_plain(value: Any) -> Json:
    """Plain built-ins for JSON: dataclasses become dicts, tuples lists, NaN and infinities None."""
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None:  # most of a result: a million of them
        return value
    if kind is float:
        return value if math.isfinite(value) else None
    if kind is tuple or kind is list:
        return [to_plain(v) for v in value]
    if kind is dict:
        return {str(k): to_plain(v) for k, v in value.items()}
    names = _fields(kind)
    return _rarely(value) if names is None else {name: to_plain(getattr(value, name)) for name in names}


@cache
def _fields(kind: type) -> tuple[str, ...] | None:
    """The names of a dataclass's fields; None for any other type."""
    return tuple(f.name for f in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else None


def _rarely(value: Any) -> Json:
    """``to_plain`` of what is no built-in itself, but like one. Raises TypeError for what is not."""
    if isinstance(value, Enum):
        return to_plain(value.value)
    if isinstance(value, Mapping):
        return to_plain(dict(value))
    if isinstance(value, (list, tuple)):
        return to_plain(list(value))
    for plain in (float, int, str):  # numbers of numpy, and text with a type of its own
        if isinstance(value, plain) and not isinstance(value, type):
            return to_plain(plain(value))
    raise TypeError(f"not plain data: {type(value).__name__}")
