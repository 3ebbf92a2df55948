"""Two arms on the same cases: the four cells, the exact test and its mid-p variant.

Promises exact p-values (no normal approximation), since a handful of discordant cases is the
rule here. Must not know which arms are compared or why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scipy.stats import binom, binomtest

from checkable.core.scored import ScoredCase

ALPHA = 0.05


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
    return count_pairs([case.correct for case in arm], [case.correct for case in base])


def count_pairs(arm: Sequence[bool], base: Sequence[bool]) -> PairedCounts:
    """The four cells from two columns of right and wrong. Raises ValueError where they differ in length."""
    pairs = [(bool(a), bool(b)) for a, b in zip(arm, base, strict=True)]
    return PairedCounts(
        recoveries=pairs.count((True, False)), regressions=pairs.count((False, True)),
        both=pairs.count((True, True)), neither=pairs.count((False, False)),
    )


def mcnemar(recoveries: int, regressions: int) -> float:
    """The exact two-sided p-value of McNemar's test (1947): a fair coin on the discordant cases. 1 without any."""
    discordant = recoveries + regressions
    return float(binomtest(recoveries, discordant, 0.5).pvalue) if discordant else 1.0


def mcnemar_mid_p(recoveries: int, regressions: int) -> float:
    """The mid-p variant of the exact test: what was observed counts half (Fagerland, Lydersen, Laake 2013).

    Less conservative than the exact test, and not guaranteed to keep its level: shown, never judged by.
    """
    discordant = recoveries + regressions
    if not discordant:
        return 1.0
    if recoveries == regressions:
        return float(1 - binom.pmf(recoveries, discordant, 0.5) / 2)
    return float(mcnemar(recoveries, regressions) - binom.pmf(recoveries, discordant, 0.5))
