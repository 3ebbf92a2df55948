"""An interval over both seeds and cases: what another training run on other cases would give.

A number that comes from several seeds varies over seeds and over cases, and an interval over one
of the two is too narrow. Both are drawn anew, independently of each other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from checkable.measure.intervals import CONFIDENCE, RESAMPLES, Interval, family_sums, no_interval


def seeds_and_cases(values: Sequence[Sequence[float]], families: Sequence[str], *, seed: int,
                    base: Sequence[Sequence[float]] = (), resamples: int = RESAMPLES,
                    confidence: float = CONFIDENCE) -> Interval:
    """The percentile bootstrap of the mean over seeds and cases, or of its difference from that of ``base``.

    ``values[s][i]`` is seed s on case i (for a difference under the same seed: arm minus base), and
    ``families[i]`` the family of case i. Rows and families are each drawn with replacement (the
    pigeonhole bootstrap: Owen 2007, conservative for crossed data). ``base`` holds rows of its own on
    the same cases, whose seeds are drawn apart from those of ``values``; one row has no seed to draw. One
    seed, or one family, says nothing about others: no interval. Raises ValueError where a row has
    another number of cases.
    """
    rows = np.array([family_sums(families, row) for row in values])  # (seeds, families)
    if len(rows) < 2:
        return no_interval(f"{len(rows)} seed{'s' * (len(rows) != 1)}: no interval over seeds")
    if rows.shape[1] < 2:
        return no_interval("one family: no interval over families" if families else "no cases")
    sizes = family_sums(families, [1.0] * len(families))
    generator = np.random.default_rng(seed)
    of_families = generator.multinomial(len(sizes), np.full(len(sizes), 1 / len(sizes)), size=resamples)
    means = _draw(rows, of_families, sizes, generator)
    if len(base):
        means = means - _draw(np.array([family_sums(families, row) for row in base]), of_families, sizes, generator)
    low, high = np.quantile(means, [(1 - confidence) / 2, (1 + confidence) / 2])
    return Interval(low=float(low), high=float(high),
                    method=f"bootstrap over {len(rows)} seeds and {len(sizes)} families")


def mean(values: Sequence[Sequence[float]]) -> float:
    """The mean over seeds and cases; NaN without any."""
    flat = [v for row in values for v in row]
    return math.fsum(flat) / len(flat) if flat else math.nan


def _draw(rows: np.ndarray, of_families: np.ndarray, sizes: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """Means over drawn seeds and the families that were drawn: shape (resamples,)."""
    seeds = len(rows)
    of_seeds = generator.multinomial(seeds, np.full(seeds, 1 / seeds), size=len(of_families))
    totals = np.einsum("rs,sf,rf->r", of_seeds, rows, of_families, optimize=True)
    return totals / (seeds * (of_families @ sizes))
