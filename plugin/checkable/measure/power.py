"""How many cases a comparison takes: the power of the exact paired test, and its inverse.

For independent cases and before any correction, so always a lower bound on what is needed.
"""

from __future__ import annotations

import numpy as np
from scipy.stats import binom

from checkable.measure.paired import ALPHA

POWER = 0.8
MOST_CASES = 20_000  # beyond this nobody collects cases, and "needs more" is the message


def power(cases: int, discordance: float, ahead: float, *, alpha: float = ALPHA) -> float:
    """The chance that McNemar's exact test finds the arm ahead at level ``alpha``, two-sided.

    ``discordance`` is the share of cases on which the arms differ, ``ahead`` the arm's share of those.
    Unconditional: summed over every possible number of discordant cases.
    """
    discordant = np.arange(cases + 1)
    # The most regressions that still reject: the largest c with 2 P(X <= c) < alpha.
    tolerated = binom.ppf(alpha / 2, discordant, 0.5) - 1
    rejected = np.where(tolerated >= 0, binom.sf(discordant - tolerated - 1, discordant, ahead), 0.0)
    return float(np.sum(binom.pmf(discordant, cases, discordance) * rejected))


def cases_needed(wins: float, losses: float, *, alpha: float = ALPHA, wanted: float = POWER) -> int | None:
    """About how many cases give the exact test ``wanted`` power, at shares of recoveries and regressions.

    Wins of 7% and losses of 2% take about 310 cases for 80%. None where the arm is not ahead, or
    where it takes more than ``MOST_CASES``. Raises ValueError unless both are shares that fit together.
    """
    if wins < 0 or losses < 0 or wins + losses > 1 + 1e-12:
        raise ValueError(f"shares of {wins:g} won and {losses:g} lost do not fit together")
    if wins <= losses:
        return None
    discordance, ahead = min(1.0, wins + losses), wins / (wins + losses)
    few, many = 0, 8
    while power(many, discordance, ahead, alpha=alpha) < wanted:
        few, many = many, many * 2
        if few >= MOST_CASES:
            return None
    while many - few > 1:
        middle = (few + many) // 2
        enough = power(middle, discordance, ahead, alpha=alpha) >= wanted
        few, many = (few, middle) if enough else (middle, many)
    return many


def cases_for_power(recoveries: int, regressions: int, cases: int) -> int | None:
    """About how many cases show the arm ahead in 80% of repetitions, if cells keep their present shares.

    None where the arm is not ahead, or where it takes more than ``MOST_CASES``.
    """
    return cases_needed(recoveries / cases, regressions / cases) if recoveries > regressions else None
