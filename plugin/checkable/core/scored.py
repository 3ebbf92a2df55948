"""Arms after the answers were opened. Made by ``measure`` alone; read by ledger and report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from checkable.core.case import Scalar
from checkable.core.training import Round

OF_COMMITS = frozenset({"accuracy", "correct", "lift", "recoveries", "regressions"})  # what a Comparison is about


@dataclass(frozen=True, kw_only=True)
class SeedScore:
    """One arm on one case with the training of one seed alone: whether its commit is right, and whether anything is."""

    seed: int
    correct: bool
    reached: bool


@dataclass(frozen=True, kw_only=True)
class ScoredCase:
    """One arm on one case.

    ``reached``: some candidate is correct (oracle, not deployable). ``correct``: the commit is.
    ``output`` identifies the committed output (a digest of canonical JSON; None when nothing was
    committed), so that two arms agree on a case when their outputs are equal and not None.
    """

    id: str
    family: str
    attributes: Mapping[str, Scalar]
    reached: bool
    committed: bool
    treated: bool
    correct: bool
    output: str | None
    passing_samples: int = 0  # candidates that pass the visible examples
    candidates: int = 0
    correct_candidates: int = 0
    tokens: int | None = None  # prompt + completion tokens of the arm's generation and evidence on this case
    seconds: float | None = None
    evidence: Mapping[str, float] = field(default_factory=dict)  # of the committed candidate
    labels: int = 0  # outputs of unlabelled inputs that the arm paid for
    right: Mapping[int, bool] = field(default_factory=dict)  # sample to whether its first candidate is correct
    structure: Mapping[str, float] = field(default_factory=dict)  # of the committed program: see measure.structure
    seeds: tuple[SeedScore, ...] = ()  # of every case of an arm the same, none where nothing was trained


@dataclass(frozen=True, kw_only=True)
class ScoredArm:
    name: str
    role: Literal["arm", "control"]
    of: str | None  # for a control: the arm it breaks
    broken: str | None  # for a control: the word that says what was broken
    cases: tuple[ScoredCase, ...]  # every arm of an experiment has the same cases in the same order
    rounds: tuple[tuple[Round, ...], ...] = ()  # of each training that drew programs of its own, in the order of seeds


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """A measured number. ``value`` is NaN where it is undefined, never 0 or 1 instead.

    ``numerator``/``denominator`` are set where the number is a count over a count; ``low`` and
    ``high`` bound a 95% interval made by ``method``, NaN where there is none.
    """

    value: float
    numerator: float | None = None
    denominator: float | None = None
    low: float = float("nan")
    high: float = float("nan")
    method: str = ""


@dataclass(frozen=True, kw_only=True)
class Compared:
    """Two arms that a criterion holds against each other, by which numbers (their names in ``core.metrics``).

    ``beats`` and bounds compare accuracies. ``slice`` is None where all cases are taken.
    """

    arm: str
    base: str
    metrics: tuple[str, ...]
    slice: str | None = None


@dataclass(frozen=True, kw_only=True)
class CriterionResult:
    """One criterion, judged. ``numbers`` are the figures that decided, by their text in the spec."""

    text: str
    verdict: Literal["held", "failed", "undecided"]
    reason: str  # one sentence with the numbers
    line: int
    numbers: Mapping[str, Estimate] = field(default_factory=dict)
    compares: tuple[Compared, ...] = ()  # from left to right; none where it is about one arm


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """``arm`` against ``base`` on the same cases: the four cells, the difference and its doubt.

    ``e_value`` may be read at any time while cases keep coming: 20 or more is evidence at the 5% level.
    """

    arm: str
    base: str
    recoveries: int  # base wrong, arm right
    regressions: int  # base right, arm wrong
    both: int
    neither: int
    difference: Estimate  # accuracy(arm) - accuracy(base), interval clustered by family
    p_value: float  # exact McNemar, two-sided
    p_adjusted: float  # Holm over the comparisons that ``corrected`` names
    corrected: str = ""  # "over the 3 comparisons of the criteria"
    e_value: float = float("nan")  # against "recoveries and regressions are equally likely"
    p_mid: float = float("nan")  # the mid-p variant of the exact test: shown, never judged by
    families: int = 0
    families_ahead: int = 0  # with more recoveries than regressions
    families_behind: int = 0
    p_families: float = float("nan")  # two-sided, flipping the sign of whole families
    captured: Estimate = Estimate(value=float("nan"))  # the difference over (the arm's reach - the base's accuracy)
    over_seeds: Estimate = Estimate(value=float("nan"))  # of accuracies, each seed by itself; see measure.seeds
    needed: int | None = None  # cases for 80% power at the shares seen; None: not ahead, or more than 20,000
