"""A paired test that respects families: flip the sign of whole families.

If the two arms are interchangeable, then so they are within each family, and a family's summed
difference is as likely to have either sign. Promises the exact p-value where differences are
whole numbers (right and wrong are), else a seeded Monte Carlo one that is never 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checkable.measure.intervals import family_sums, weighed

FLIPS = 10_000


@dataclass(frozen=True, kw_only=True)
class SignFlip:
    """``ahead`` and ``behind`` count the families whose summed difference is above and below 0.

    ``p_value`` is two-sided, 1 where no family differs; ``method`` says whether it is exact.
    """

    p_value: float
    ahead: int
    behind: int
    families: int
    method: str


def sign_flip(differences: Sequence[float], families: Sequence[str], *, seed: int, flips: int = FLIPS) -> SignFlip:
    """The two-sided test that the summed difference is 0, flipping whole families (Fisher 1935; Pesarin 2001).

    ``differences`` are arm minus base, one a case, in any order. With only a handful of families that
    differ no p-value can be small: 5 of them give at least .0625.
    """
    sums = family_sums(families, differences)
    moved = sums[np.abs(sums) > 1e-12]
    whole = np.all(moved == np.round(moved))
    p_value = _exact(moved.astype(np.int64)) if whole else _sampled(moved, seed, flips)
    return SignFlip(
        p_value=p_value, ahead=int(np.sum(moved > 0)), behind=int(np.sum(moved < 0)), families=len(sums),
        method="exact over all flips of families" if whole else f"{flips:,} random flips of families, seed {seed}")


def family_signs(differences: Sequence[float], families: Sequence[str]) -> tuple[int, int]:
    """How many families have a summed difference above and below 0."""
    sums = family_sums(families, differences)
    return int(np.sum(sums > 1e-12)), int(np.sum(sums < -1e-12))


def _exact(sums: np.ndarray) -> float:
    """All 2^m flips at once: the distribution of the flipped total, built up family by family."""
    total, reach = abs(int(sums.sum())), int(np.abs(sums).sum())
    chances = np.zeros(2 * reach + 1)
    chances[reach] = 1.0  # index: flipped total + reach
    for size in np.abs(sums):
        chances = (np.roll(chances, size) + np.roll(chances, -size)) / 2
    totals = np.abs(np.arange(-reach, reach + 1))
    return float(min(1.0, chances[totals >= total].sum()))


def _sampled(sums: np.ndarray, seed: int, flips: int) -> float:
    """The observed flip counts as one of them, so that the p-value is valid and never 0."""
    signs = np.random.default_rng(seed).choice((-1.0, 1.0), size=(flips, len(sums)))
    extreme = np.abs(weighed(signs, sums)) >= abs(sums.sum()) * (1 - 1e-12)
    return float((extreme.sum() + 1) / (flips + 1))
