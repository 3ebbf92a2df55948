"""A result as every report sees it: checked for absent numbers, cleaned of hostile text, arranged.

Both the terminal and the page read this view, so that they cannot disagree. It arranges what a
result holds and computes nothing new, but for how an experiment stands (``status``), which is
its verdict with the reason of a failure told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from checkable.core.result import ExperimentResult, to_plain
from checkable.core.scored import OF_COMMITS, Compared
from checkable.report.figures import ABSENT, Figure, figure, finite
from checkable.report.text import clean_all

FAILED, UNDECIDED, PASSED = "failed", "undecided", "passed"
NOT_JUDGED, NO_CRITERIA, NOT_RUN = "not judged", "no criteria", "not run"
STATUSES = (FAILED, UNDECIDED, NOT_RUN, NOT_JUDGED, NO_CRITERIA, PASSED)  # what asks for attention first


# What artefacts of earlier versions do not hold, nor records of any.
LATER: Mapping[str, Any] = {"stopping": None, "trainings": [], "lengths": [], "sliced": [], "run_id": None}
LATER_AUDIT: Mapping[str, Any] = {"justification": ""}
FAMILY_FACTS = ("families", "families_ahead", "families_behind", "p_families", "needed")


@dataclass(frozen=True, kw_only=True)
class VersusView:
    """One comparison: see ``core.scored.Comparison``."""

    arm: str
    base: str
    recoveries: int
    regressions: int
    both: int
    neither: int
    difference: Figure
    p_value: float | None
    p_adjusted: float | None
    corrected: str
    e_value: float | None
    families: int | None
    families_ahead: int | None
    families_behind: int | None
    p_families: float | None
    needed: float | None  # cases that would show the difference
    over_seeds: Figure  # the difference over seeds and cases, where an arm was trained under several
    captured: Figure  # the share of the arm's headroom over the base that it captures


    @property
    def turned(self) -> VersusView:
        """The same comparison with base and arm exchanged; what is captured of a headroom has no other side."""
        return replace(
            self, arm=self.base, base=self.arm, recoveries=self.regressions, regressions=self.recoveries,
            difference=self.difference.negative, over_seeds=self.over_seeds.negative,
            families_ahead=self.families_behind, families_behind=self.families_ahead, needed=None, captured=ABSENT)


@dataclass(frozen=True, kw_only=True)
class SeedView:
    """What an arm has with the training of one seed alone: see ``core.result.SeedSummary``."""

    seed: int
    accuracy: Figure
    coverage: Figure


@dataclass(frozen=True, kw_only=True)
class ArmView:
    """An arm or control with its metrics by population; ``versus`` is against the first arm, None for itself."""

    name: str
    role: str
    of: str | None
    broken: str | None
    description: str
    metrics: Mapping[str, Mapping[str, Figure]]
    versus: VersusView | None
    seeds: tuple[SeedView, ...] = ()
    models: tuple[str, ...] = ()

    @property
    def control(self) -> bool:
        return self.role == "control"

    def figure(self, population: str, metric: str) -> Figure:
        return self.metrics.get(population, {}).get(metric, ABSENT)


@dataclass(frozen=True, kw_only=True)
class CriterionView:
    text: str
    verdict: str
    reason: str
    line: int
    numbers: tuple[tuple[str, Figure], ...]
    compares: tuple[Compared, ...]


@dataclass(frozen=True, kw_only=True)
class ReferenceView:
    name: str
    published: str
    measured: Figure
    agrees: bool | None


@dataclass(frozen=True, kw_only=True)
class ResultView:
    """A result without its cases; ``plain`` holds the cleaned rest for what is shown as it is."""

    experiment: str
    item: str
    title: str
    status: str
    verdict: str
    arms: tuple[ArmView, ...]  # arms first, then controls, each in the spec's order
    versus: tuple[VersusView, ...]
    criteria: tuple[CriterionView, ...]
    references: tuple[ReferenceView, ...]
    audits: tuple[Mapping[str, str], ...]
    populations: Mapping[str, int]
    slices: Mapping[str, int]
    provenance: Mapping[str, Any]
    seconds: float | None
    plain: Mapping[str, Any]

    @property
    def name(self) -> str:
        return f"{self.experiment}::{self.item}"

    @property
    def sizes(self) -> list[str]:
        """How many cases each population has: ``250 cases as published``; without a name where it is the only one."""
        named = len(self.populations) > 1
        return [f"{n:,} cases {name}" if named else f"{n:,} cases" for name, n in self.populations.items()]

    @property
    def base(self) -> str:
        """The first arm: what the others are compared with."""
        return next((arm.name for arm in self.arms if not arm.control), "")

    @property
    def headline(self) -> VersusView | None:
        """What is shown where there is room for one comparison: the first pair that a criterion compares on all cases.

        None where no criterion holds what one arm commits against what another does: then nothing is
        singled out. It stands the way round that the criterion has it.
        """
        rows = {frozenset((v.arm, v.base)): v for v in self.versus}
        pairs = (c for criterion in self.criteria for c in criterion.compares)
        fitting = (c for c in pairs if c.slice is None and OF_COMMITS.issuperset(c.metrics))
        found = next(((c, rows[pair]) for c in fitting if (pair := frozenset((c.arm, c.base))) in rows), None)
        return found and (found[1] if found[0].arm == found[1].arm else found[1].turned)

    @property
    def held(self) -> int:
        return sum(criterion.verdict == "held" for criterion in self.criteria)


def view(result: ExperimentResult | Mapping[str, Any]) -> ResultView:
    """The view of a result, or of the plain data read back from its artefact or its record."""
    if isinstance(result, ExperimentResult):
        result = {field: getattr(result, field) for field in result.__dataclass_fields__ if field != "cases"}
    plain = clean_all(to_plain({key: value for key, value in result.items() if key != "cases"}))
    plain = LATER | plain
    versus = tuple(versus_view(c) for c in plain["comparisons"])
    criteria = tuple(_criterion(c) for c in plain["criteria"])
    return ResultView(
        experiment=plain["experiment"],
        item=plain["item"],
        title=plain["title"],
        status=status_of(plain["verdict"], [c.verdict for c in criteria]),
        verdict=plain["verdict"],
        arms=_arms(plain["arms"], versus),
        versus=versus,
        criteria=criteria,
        references=tuple(_reference(r) for r in plain["references"]),
        audits=tuple(LATER_AUDIT | audit for audit in plain["audits"]),
        populations=plain["populations"],
        slices=plain["slices"],
        provenance=plain["provenance"],
        seconds=finite(plain["seconds"]),
        plain=plain,
    )


def status_of(verdict: str, criteria: Iterable[str]) -> str:
    """A verdict, with two kinds told apart: nothing was refuted, and there was nothing to hold."""
    seen = Counter(criteria)
    if verdict == FAILED and seen["undecided"] and not seen["failed"]:
        return UNDECIDED
    if verdict == PASSED and not seen:
        return NO_CRITERIA
    return verdict


def versus_view(plain: Mapping[str, Any]) -> VersusView:
    counts = {key: plain[key] for key in ("recoveries", "regressions", "both", "neither")}
    return VersusView(
        arm=plain["arm"],
        base=plain["base"],
        **counts,
        difference=figure(plain["difference"]),
        p_value=finite(plain["p_value"]),
        p_adjusted=finite(plain["p_adjusted"]),
        corrected=plain.get("corrected", ""),
        e_value=finite(plain.get("e_value")),
        **{key: finite(plain.get(key)) for key in FAMILY_FACTS},
        over_seeds=figure(plain.get("over_seeds")),
        captured=figure(plain.get("captured")),
    )


def _arms(arms: Iterable[Mapping[str, Any]], versus: Iterable[VersusView]) -> tuple[ArmView, ...]:
    arms = list(arms)
    base = next((arm["name"] for arm in arms if arm["role"] == "arm"), "")
    against_base = {v.arm: v for v in versus if v.base == base}
    views = [_arm(arm, against_base.get(arm["name"])) for arm in arms]
    return tuple(sorted(views, key=lambda arm: arm.control))


def _arm(plain: Mapping[str, Any], versus: VersusView | None) -> ArmView:
    metrics = {
        population: {name: figure(estimate) for name, estimate in numbers.items()}
        for population, numbers in plain["metrics"].items()
    }
    facts = {key: plain[key] for key in ("name", "role", "of", "broken", "description")}
    seeds = tuple(SeedView(seed=s["seed"], accuracy=figure(s["accuracy"]), coverage=figure(s["coverage"]))
                  for s in plain.get("seeds", ()))
    return ArmView(**facts, metrics=metrics, versus=versus, seeds=seeds, models=tuple(plain.get("models", ())))


def _criterion(plain: Mapping[str, Any]) -> CriterionView:
    numbers = tuple((text, figure(estimate)) for text, estimate in plain["numbers"].items())
    compares = tuple(Compared(**c | {"metrics": tuple(c["metrics"])}) for c in plain.get("compares", ()))
    facts = {key: plain[key] for key in ("text", "verdict", "reason", "line")}
    return CriterionView(**facts, numbers=numbers, compares=compares)


def _reference(plain: Mapping[str, Any]) -> ReferenceView:
    return ReferenceView(
        name=plain["name"], published=plain["published"], measured=figure(plain["measured"]), agrees=plain["agrees"]
    )
