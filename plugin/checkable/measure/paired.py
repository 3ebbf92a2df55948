"""Two arms on the same cases: the four cells, the exact test, its correction, and what more it would take.

Promises exact p-values (no normal approximation), since a handful of discordant cases is the
rule here. Must not know which arms are compared or why.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import binom, binomtest
from statsmodels.stats.multitest import multipletests

from checkable.core.scored import ScoredCase

ALPHA = 0.05
POWER = 0.8
MOST_CASES = 20_000  # beyond this nobody collects cases, and "needs more" is the message


@dataclass(frozen=True, kw_only=True)
class PairedCounts:
    """The 2×2 table of arm against base. A recovery is wrong under the base and right under the arm."""

    recoveries: int
    regressions: int
    both: int
    neither: int

    @property
    def cases(self) -> int:
        return self.recoveries + self.regressions + self.both + self.neither


def paired_counts(arm: Sequence[ScoredCase], base: Sequence[ScoredCase]) -> PairedCounts:
    """Count the four cells over the same cases in the same order."""
    pairs = [(a.correct, b.correct) for a, b in zip(arm, base, strict=True)]
    return PairedCounts(
        recoveries=pairs.count((True, False)), regressions=pairs.count((False, True)),
        both=pairs.count((True, True)), neither=pairs.count((False, False)),
    )


def mcnemar(recoveries: int, regressions: int) -> float:
    """The exact two-sided p-value of McNemar's test (1947): a fair coin on the discordant cases. 1 without any."""
    discordant = recoveries + regressions
    return float(binomtest(recoveries, discordant, 0.5).pvalue) if discordant else 1.0


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Step-down adjusted p-values (Holm 1979), in the order given: valid under any dependence."""
    if len(p_values) < 2:
        return tuple(p_values)
    return tuple(float(p) for p in multipletests(list(p_values), method="holm")[1])


def e_value(recoveries: int, regressions: int) -> float:
    """2ⁿ b! c! / (n + 1)!: the mixture likelihood ratio of any coin, uniformly, against a fair one.

    It may be looked at after every case: under the null it exceeds 20 at any time with a
    probability of at most 1/20 (Ville 1939; Robbins 1970). Infinite where it exceeds a float.
    """
    n = recoveries + regressions
    log_value = n * math.log(2) + math.lgamma(recoveries + 1) + math.lgamma(regressions + 1) - math.lgamma(n + 2)
    return math.exp(log_value) if log_value < 700 else math.inf


def cases_for_power(recoveries: int, regressions: int, cases: int) -> int | None:
    """About how many cases show the arm ahead in 80% of repetitions, if cells keep their present shares.

    The exact test at 5%, two-sided, before any correction and for independent cases: a lower bound
    on what is needed. None where the arm is not ahead, or where it takes more than 20,000.
    """
    if recoveries <= regressions:
        return None
    discordance, ahead = (recoveries + regressions) / cases, recoveries / (recoveries + regressions)
    few, many = 0, 8
    while power(many, discordance, ahead) < POWER:
        few, many = many, many * 2
        if few >= MOST_CASES:
            return None
    while many - few > 1:
        middle = (few + many) // 2
        few, many = (few, middle) if power(middle, discordance, ahead) >= POWER else (middle, many)
    return many


def power(cases: int, discordance: float, ahead: float) -> float:
    """The chance that McNemar's exact test finds the arm ahead at 5%, two-sided.

    ``discordance`` is the share of cases on which the arms differ, ``ahead`` the arm's share of those.
    """
    discordant = np.arange(cases + 1)
    # The most regressions that still reject: the largest c with 2 P(X <= c) < alpha.
    tolerated = binom.ppf(ALPHA / 2, discordant, 0.5) - 1
    rejected = np.where(tolerated >= 0, binom.sf(discordant - tolerated - 1, discordant, ahead), 0.0)
    return float(np.sum(binom.pmf(discordant, cases, discordance) * rejected))
