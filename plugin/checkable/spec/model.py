"""The typed spec: one experiment, one tier, one cell of its matrix, ready to run.

Everything is resolved here (defaults merged, matrix expanded, tier applied, words looked up,
criteria parsed), so that no later room reads YAML or guesses a default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from checkable.core.case import Json, Scalar
from checkable.core.execution import Limits, Namespace
from checkable.core.expression import Expression
from checkable.vocabulary import Word, models_named, option

Tier = Literal["smoke", "full"]


@dataclass(frozen=True, kw_only=True)
class Use:
    """A word of the vocabulary as a spec uses it, with its options filled in."""

    word: Word
    options: Any  # an instance of word.options


@dataclass(frozen=True, kw_only=True)
class ArmSpec:
    """``generators`` in order: the first channel is the fallback. ``selectors`` form a chain."""

    name: str
    generators: tuple[Use, ...]
    evidence: tuple[Use, ...]
    selectors: tuple[Use, ...]
    line: int

    @property
    def models(self) -> tuple[str | None, ...]:
        """The models whose completions it takes, each once; None is the experiment's own."""
        made = [models_named(use.options) or (None,) for use in self.generators if use.word.asks_model]
        return tuple(dict.fromkeys(name for named in (*made, *(models_named(use.options) for use in self.evidence))
                                   for name in named))


@dataclass(frozen=True, kw_only=True)
class ControlSpec:
    """A copy of arm ``of`` with one thing broken. ``seed`` drives whatever is random about it."""

    name: str
    of: str
    breaks: Use
    seed: int
    line: int


@dataclass(frozen=True, kw_only=True)
class CriterionSpec:
    text: str
    expression: Expression
    line: int


@dataclass(frozen=True, kw_only=True)
class ReferenceSpec:
    """A published figure: the expression it is about, its text, and its value.

    ``count`` and ``total`` are set for figures written as ``138/250``.
    """

    text: str
    expression: Expression
    published: str
    value: float
    count: int | None = None
    total: int | None = None
    line: int


@dataclass(frozen=True, kw_only=True)
class SamplingSpec:
    """The decoding that all arms of an experiment share unless a generator says otherwise."""

    temperature: float = option(0.0, "0 is greedy", minimum=0)
    top_p: float = option(1.0, "the probability mass that tokens are drawn from", minimum=0, maximum=1)
    top_k: int | None = option(None, "how many tokens are drawn from; none: all", minimum=1)
    max_tokens: int = option(768, "generated tokens of one completion", minimum=1)


@dataclass(frozen=True, kw_only=True)
class StoppingSpec:
    """Stop before the last case once the criteria's comparisons are decided or without hope."""

    families: int = option(10, "how many families (a case that stands alone is one) are run between two looks",
                           minimum=2)


@dataclass(frozen=True, kw_only=True)
class Spec:
    """One runnable experiment. ``experiment`` is the path relative to the root (POSIX).

    ``item`` is the pytest item's name: the tier, with the matrix cell behind it.
    ``judge``: whether the criteria decide the outcome (see docs/spec-language.md).
    ``whole``: the full tier, or a smoke tier that changes nothing about it.
    ``cases``: how many cases to take, spread over the families; None takes all.
    ``pool``: a recorded pool file that answers for the experiment's model instead of an engine; ``pools``: the same
    for models that generators or evidence name.
    ``justifications``: audits of ``core.audits`` to the reasons for what they find.
    ``stopping``: run in batches and stop early; None runs all cases.
    ``plain``: the merged YAML of this item, from which ``hash`` is made.
    """

    path: Path
    experiment: str
    item: str
    tier: Tier
    cell: Mapping[str, Scalar]
    title: str
    description: str
    research_program: str | None
    claim: str | None
    substrate: str
    substrate_options: Any
    model: str | None
    pool: Path | None
    pools: Mapping[str, Path]
    arms: tuple[ArmSpec, ...]
    controls: tuple[ControlSpec, ...]
    slices: Mapping[str, Expression]
    slice_texts: Mapping[str, str]
    criteria: tuple[CriterionSpec, ...]
    references: tuple[ReferenceSpec, ...]
    justifications: Mapping[str, str]
    stopping: StoppingSpec | None
    sampling: SamplingSpec
    namespace: Namespace
    limits: Limits
    seed: int
    cases: int | None
    judge: bool
    whole: bool
    plain: Json
    hash: str
    line: int = 1
    markers: tuple[str, ...] = field(default=())  # tier, substrate, research program, claim

    @property
    def models(self) -> tuple[str, ...]:
        """The models that arms name for themselves, beside the experiment's own."""
        return tuple(dict.fromkeys(name for arm in self.arms for name in arm.models if name is not None))

    @property
    def recorded_pools(self) -> tuple[Path, ...]:
        return (*([self.pool] if self.pool else ()), *self.pools.values())

    @property
    def reads_library(self) -> bool:
        return any(use.word.reads_library for arm in self.arms for use in arm.generators)

    @property
    def complete(self) -> bool:
        """Whether a run of this is evidence: judged, on all cases, and as the full tier would run it."""
        return self.judge and self.whole and self.cases is None and self.stopping is None
