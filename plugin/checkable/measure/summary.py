"""From scored arms to what a report shows: metrics per population, and published figures beside measured ones.

Must not judge criteria; ``comparisons`` makes the table of who stands against whom.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from checkable.core.expression import Expression
from checkable.core.metrics import METRICS
from checkable.core.result import ArmSummary, Reference
from checkable.core.scored import Estimate, ScoredArm
from checkable.measure import rounds
from checkable.measure.measuring import Bench, lay_out, number
from checkable.measure.metrics import FUNCTIONS
from checkable.measure.seeds import each_seed
from checkable.spec.model import ReferenceSpec
from checkable.substrate.contract import LabelIssue

Populations = Mapping[str, frozenset[str]]  # name -> ids of cases
ALL, AS_PUBLISHED, CLEAN = "all", "as published", "clean"


def populations(cases: Sequence[str], issues: Sequence[LabelIssue]) -> dict[str, frozenset[str]]:
    """"all" where no label is known to be bad; else "as published" (all) and "clean" (without the broken)."""
    everything = frozenset(cases)
    broken = {issue.case for issue in issues if issue.kind == "broken"} & everything
    if not any(issue.case in everything for issue in issues):
        return {ALL: everything}
    return {AS_PUBLISHED: everything, CLEAN: everything - broken}


def restrict(arm: ScoredArm, cases: frozenset[str]) -> ScoredArm:
    """The same arm on fewer cases."""
    return replace(arm, cases=tuple(case for case in arm.cases if case.id in cases))


def summarise(arm: ScoredArm, description: str, among: Populations, seed: int,
              models: tuple[str, ...] = ()) -> ArmSummary:
    """Every metric that needs no other arm, on every population. ``description`` is the spec's wording of the arm."""
    return ArmSummary(
        name=arm.name, role=arm.role, of=arm.of, broken=arm.broken, description=description,
        metrics={name: _alone(restrict(arm, cases), seed) for name, cases in among.items()},
        seeds=each_seed(arm, seed), models=models,
    )


def references(specs: Sequence[ReferenceSpec], arms: Mapping[str, ScoredArm], slices: Mapping[str, Expression],
               seed: int, *, comparable: bool = True) -> tuple[Reference, ...]:
    """Published figures beside measured ones.

    ``comparable`` is False where this run has other cases or another model than the figures are
    about: then nothing agrees or disagrees.
    """
    bench = lay_out(arms, slices, seed)
    return tuple(_reference(spec, bench, comparable) for spec in specs)


def agrees(spec: ReferenceSpec, measured: Estimate, cases: int) -> bool | None:
    """Whether a measured number is the published one; None where they cannot be compared.

    ``138/250`` agrees with 138 of 250, exactly. Against a total that is another number of cases of
    the experiment nothing is said; another total that was itself measured (commits, a slice) is a
    disagreement. Any other figure agrees where the measured one rounds to it.
    """
    if math.isnan(measured.value):
        return None
    if spec.count is None or spec.total is None:
        return _rounds_to(measured.value, spec)
    if measured.numerator is None or measured.denominator is None:
        return _rounds_to(measured.value, spec)
    if measured.denominator != spec.total:
        return None if measured.denominator == cases else False
    return measured.numerator == spec.count


def _alone(arm: ScoredArm, seed: int) -> dict[str, Estimate]:
    """Those of rounds only where there were some, and the same whatever the population."""
    alone = {name: word for name, word in METRICS.items() if not word.takes}
    found = {name: FUNCTIONS[name](arm.cases, seed=seed) for name, word in alone.items() if word.of == "cases"}
    of_rounds = [name for name, word in alone.items() if word.of == "rounds" and arm.rounds]
    return found | {name: rounds.FUNCTIONS[name](arm.rounds) for name in of_rounds}


def _reference(spec: ReferenceSpec, bench: Bench, comparable: bool) -> Reference:
    measured = number(spec.expression, bench)
    cases = max((len(arm.cases) for arm in bench.arms.values()), default=0)
    return Reference(name=spec.text, published=spec.published, measured=measured,
                     agrees=agrees(spec, measured, cases) if comparable else None)


def _rounds_to(value: float, spec: ReferenceSpec) -> bool:
    """Within half a unit of the last published digit (79.5% covers 79.45% to 79.55%)."""
    text = spec.published.strip()
    scale = 100 if text.endswith("%") else 1
    try:
        exponent = Decimal(text.rstrip("% ")).as_tuple().exponent
    except InvalidOperation:  # "35/44", without a measured total beside it: exact
        return math.isclose(value, spec.value, rel_tol=1e-9)
    half_unit = 0.5 * 10.0 ** int(exponent)
    return abs(scale * (value - spec.value)) <= half_unit * (1 + 1e-9)
