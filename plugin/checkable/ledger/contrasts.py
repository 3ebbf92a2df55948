"""A claim's arm against its base and its required controls, on one run's outcomes.

The statistics are those of ``measure``, computed anew from outcomes each time they are asked for,
so that a better interval needs no new run. Must not know what a verdict makes of them.
"""

from __future__ import annotations

import dataclasses

from checkable.core.claims import Claim, Contrast, Measure
from checkable.core.outcomes import ArmOutcomes, Outcomes
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
    made = [_contrast(arm, column, name, role, outcomes.families) for name, role in wanted
            if (column := _column(outcomes.arm(name), claim.measure)) is not None]
    adjusted = holm([contrast.p_value for contrast in made])
    there = {contrast.against for contrast in made}
    return (tuple(_judged(contrast, p) for contrast, p in zip(made, adjusted, strict=True)),
            tuple(name for name in claim.controls if name not in there))


def columns(claim: Claim, outcomes: Outcomes) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
    """Case by case, what the claim's arm and its base have right. Raises KeyError where either is not there."""
    arm, base = (_column(outcomes.arm(name or ""), claim.measure) for name in (claim.arm, claim.base))
    if arm is None or base is None:
        raise KeyError(f"no {claim.arm} and {claim.base} to compare")
    return arm, base


def _column(arm: ArmOutcomes | None, measure: Measure) -> tuple[bool, ...] | None:
    if arm is None:
        return None
    return arm.correct if measure == "committed" else arm.reached


def _contrast(arm: tuple[bool, ...], other: tuple[bool, ...], name: str, role: str, families: tuple[str, ...],
              ) -> Contrast:
    found = compare(arm, other, families, names=("", name), seed=SEED)
    bounds = widened(found.difference, count_pairs(arm, other))
    return Contrast(
        against=name, role="base" if role == "base" else "control", right=sum(arm), against_right=sum(other),
        recoveries=found.recoveries, regressions=found.regressions, cases=len(arm), families=len(set(families)),
        difference=found.difference, ceiling=bounds.high, p_value=found.p_value,
        p_adjusted=found.p_value, e_value=found.e_value, needed=found.needed, beaten=False)


def _judged(contrast: Contrast, p_adjusted: float) -> Contrast:
    beaten = contrast.difference.value > 0 and p_adjusted < ALPHA and contrast.difference.low > 0
    return dataclasses.replace(contrast, p_adjusted=p_adjusted, beaten=beaten)
