"""Looking at an experiment between its batches: is what its criteria ask for shown, or without hope?

The unit is the family: one that has more recoveries than regressions counts for the arm, one that
has more regressions against it. Families are taken whole and in an order that was drawn before,
so that under the null each that differs is a fair coin, and the e-value may be read at every look.
Must not know how candidates come about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from checkable.core.expression import Beats, Expression
from checkable.core.scored import ScoredArm
from checkable.measure.beats import duels
from checkable.measure.measuring import Bench, lay_out
from checkable.measure.paired import ALPHA
from checkable.measure.permutation import family_signs
from checkable.measure.sequential import ENOUGH, HOPELESS, chance_of_evidence
from checkable.measure.wording import words

Decision = Literal["evidence", "no hope", "all cases", "go on"]


@dataclass(frozen=True, kw_only=True)
class PairLook:
    """One ``beats`` of the criteria at one look, in families. ``p_adjusted`` is valid at any look."""

    beats: Beats
    ahead: int
    behind: int
    p_adjusted: float
    chance: float  # that all planned families would show it, the arm ahead

    @property
    def decided(self) -> bool:
        return self.p_adjusted < ALPHA


def look_at(expressions: Sequence[Expression], arms: Mapping[str, ScoredArm], slices: Mapping[str, Expression], *,
            planned: int, seed: int) -> tuple[PairLook, ...]:
    """Every distinct ``beats`` of the criteria on the cases that were run. ``planned`` counts all families."""
    bench = lay_out(arms, slices, seed, anytime=True)
    found = duels(expressions, bench)
    return tuple(_pair_look(beats, bench, duel.p_adjusted, duel.over, planned) for beats, duel in found.items())


def decide(looks: Sequence[PairLook], *, more: bool) -> Decision:
    """Stop once every comparison is decided, or once one that the experiment needs is lost or without hope."""
    if all(look.decided for look in looks):
        return "evidence"
    if not more:
        return "all cases"
    lost = any(look.chance < HOPELESS or (look.decided and look.ahead < look.behind) for look in looks)
    return "no hope" if lost else "go on"


def said(looks: Sequence[PairLook]) -> str:
    """One sentence: how many families each comparison won and lost, and what that is worth."""
    return "; ".join(f"{words(look.beats)}: ahead in {look.ahead} families, behind in {look.behind} "
                     f"(p = {look.p_adjusted:.2g}, valid at any look)" for look in looks)


def _pair_look(beats: Beats, bench: Bench, p_adjusted: float, over: int, planned: int) -> PairLook:
    left, right = bench.cases(beats.left, beats.slice), bench.cases(beats.right, beats.slice)
    ahead, behind = family_signs([float(a.correct) - float(b.correct) for a, b in zip(left, right, strict=True)],
                                 [case.family for case in left])
    seen = len({case.family for case in bench.cases(beats.left)})
    chance = chance_of_evidence(ahead, behind, seen, planned, enough=ENOUGH * over)
    return PairLook(beats=beats, ahead=ahead, behind=behind, p_adjusted=p_adjusted, chance=chance)
