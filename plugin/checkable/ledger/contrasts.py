"""A claim's arm against its base and its required controls, on one run's outcomes.

The statistics are those of ``measure``, computed anew from outcomes each time they are asked for,
so that a better interval needs no new run. Must not know what a verdict makes of them.
"""

from __future__ import annotations

import dataclasses

from checkable.core.claims import Claim, Contrast, Measure
from checkable.core.outcomes import ArmOutcomes, Outcomes, SeedOutcomes
from checkable.measure.compare import compare
from checkable.measure.corrections import holm
from checkable.measure.equivalence import widened
from checkable.measure.paired import ALPHA, count_pairs

SEED = 0  # of the bootstrap: the same outcomes give the same interval


def contrasts(claim: Claim, outcomes: Outcomes) -> tuple[tuple[Contrast, ...], tuple[str, ...]]:
    """The contrasts that the run has, the base first, and the required controls that it lacks.

    No contrasts where the arm or the base is not there, or does not know the claim's measure. The
    p-values are adjusted by Holm over the contrasts.
    """
    arm = _column(outcomes.arm(claim.arm or ""), claim.measure)
    if arm is None or _column(outcomes.arm(claim.base or ""), claim.measure) is None:
        return (), claim.controls
    wanted = [(claim.base or "", "base"), *((name, "control") for name in claim.controls)]
    made = [_contrast(arm, column, name, role, outcomes) for name, role in wanted
            if (column := _column(outcomes.arm(name), claim.measure)) is not None]
    adjusted = holm([contrast.p_value for contrast in made])
    there = {contrast.against for contrast in made}
    return (tuple(_judged(contrast, p) for contrast, p in zip(made, adjusted, strict=True)),
            tuple(name for name in claim.controls if name not in there))


def rows(claim: Claim, name: str | None, outcomes: Outcomes) -> list[tuple[bool, ...]]:
    """What an arm has right, case by case: one row for each training seed, or its one row where it has none.

    Raises KeyError where the arm is not there or does not know the claim's measure.
    """
    arm = outcomes.arm(name or "")
    found = [_column(of_one, claim.measure) for of_one in (arm.seeds or (arm,))] if arm else []
    known = [column for column in found if column is not None]
    if not known:
        raise KeyError(f"no {name} to compare")
    return known


def _column(arm: ArmOutcomes | SeedOutcomes | None, measure: Measure) -> tuple[bool, ...] | None:
    if arm is None:
        return None
    return arm.correct if measure == "committed" else arm.reached


def _contrast(arm: tuple[bool, ...], other: tuple[bool, ...], name: str, role: str, outcomes: Outcomes) -> Contrast:
    families, against = outcomes.families, outcomes.arm(name)
    found = compare(arm, other, families, names=("", name), seed=SEED)
    bounds = widened(found.difference, count_pairs(arm, other))
    return Contrast(
        against=name, role="base" if role == "base" else "control", right=sum(arm), against_right=sum(other),
        recoveries=found.recoveries, regressions=found.regressions, cases=len(arm), families=len(set(families)),
        difference=found.difference, ceiling=bounds.high, p_value=found.p_value,
        p_adjusted=found.p_value, e_value=found.e_value, needed=found.needed, beaten=False,
        against_seeds=tuple(of_one.seed for of_one in against.seeds) if against else ())


def _judged(contrast: Contrast, p_adjusted: float) -> Contrast:
    beaten = contrast.difference.value > 0 and p_adjusted < ALPHA and contrast.difference.low > 0
    return dataclasses.replace(contrast, p_adjusted=p_adjusted, beaten=beaten)
