"""Everything there is to say about two columns of right and wrong on the same cases.

The one place where a Comparison is made, for a run's table as for outcomes that somebody recorded.
It needs no spec, no arms and no candidates; must not judge.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.scored import Comparison, Estimate
from checkable.measure import estimates, headroom
from checkable.measure.paired import count_pairs, mcnemar, mcnemar_mid_p
from checkable.measure.permutation import family_signs, sign_flip
from checkable.measure.power import cases_for_power
from checkable.measure.sequential import anytime_p, e_value


def paired_p(arm: Sequence[bool], base: Sequence[bool], families: Sequence[str], *, anytime: bool = False) -> float:
    """The p-value that criteria are judged by: McNemar's exact one, over cases.

    ``anytime``: cases came in batches and might have ended at any of them; then the one that is valid
    whenever one stops, over families.
    """
    if anytime:
        return anytime_p(*family_signs([float(x) - float(y) for x, y in zip(arm, base, strict=True)], families))
    counts = count_pairs(arm, base)
    return mcnemar(counts.recoveries, counts.regressions)


def compare(arm: Sequence[bool], base: Sequence[bool], families: Sequence[str], *, names: tuple[str, str],
            seed: int, anytime: bool = False, reached: Sequence[bool] | None = None) -> Comparison:
    """``arm`` against ``base``: cells, exact tests, e-value, difference over families, and the cases it takes.

    ``families[i]`` is the family of case i; a case that stands alone is its own family. ``p_adjusted``
    is the plain p-value until a caller corrects it; ``anytime`` as in ``paired_p``. ``reached`` says on
    which cases some candidate of the arm is right, which is what the captured headroom is a share of. Raises ValueError
    where lengths differ.
    """
    if not len(arm) == len(base) == len(families):
        raise ValueError(f"{len(arm)} and {len(base)} outcomes for {len(families)} cases")
    counts = count_pairs(arm, base)
    b, c = counts.recoveries, counts.regressions
    p_value = paired_p(arm, base, families, anytime=anytime)
    flipped = sign_flip([float(x) - float(y) for x, y in zip(arm, base, strict=True)], families, seed=seed)
    return Comparison(
        arm=names[0], base=names[1], recoveries=b, regressions=c, both=counts.both, neither=counts.neither,
        difference=estimates.difference(arm, base, families, seed=seed),
        p_value=p_value, p_adjusted=p_value, e_value=e_value(b, c), p_mid=mcnemar_mid_p(b, c),
        families=flipped.families, families_ahead=flipped.ahead, families_behind=flipped.behind,
        p_families=flipped.p_value, captured=_captured(arm, base, reached, families, seed),
        needed=cases_for_power(b, c, counts.cases) if counts.cases else None)


def _captured(arm: Sequence[bool], base: Sequence[bool], reached: Sequence[bool] | None, families: Sequence[str],
              seed: int) -> Estimate:
    if reached is None:
        return estimates.undefined("what was within reach is not known")
    return headroom.captured(arm, base, reached, families, seed=seed)
