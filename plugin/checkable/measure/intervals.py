"""Intervals, of 95% unless asked: Wilson for shares of independent cases, else over families.

Promises plain floats, NaN with a reason where no interval can be made, and the same bounds
whatever the order of the cases. Must not know what the numbers are about.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.stats import binomtest

CONFIDENCE = 0.95
RESAMPLES = 10_000


@dataclass(frozen=True, kw_only=True)
class Interval:
    """Bounds of an interval, both NaN where there is none; ``method`` says how or why not."""

    low: float
    high: float
    method: str

    @property
    def defined(self) -> bool:
        return not math.isnan(self.low)


def no_interval(reason: str) -> Interval:
    """No interval, and why."""
    return Interval(low=math.nan, high=math.nan, method=reason)


def wilson(successes: int, total: int, *, confidence: float = CONFIDENCE) -> Interval:
    """The score interval of a share of independent cases (Wilson 1927). No cases: no interval."""
    if total == 0:
        return no_interval("no cases")
    bounds = binomtest(successes, total).proportion_ci(confidence, method="wilson")
    # The closed form leaves 1e-17 at the edges, and an interval has to contain its estimate.
    share = successes / total
    return Interval(low=float(min(bounds.low, share)), high=float(max(bounds.high, share)), method="Wilson")


def clustered_mean(values: Sequence[float], families: Sequence[str], *, seed: int,
                   resamples: int = RESAMPLES, confidence: float = CONFIDENCE) -> Interval:
    """The interval of a mean over cases, resampling whole families."""
    ones = [1.0] * len(values)
    return clustered_ratio(values, ones, families, seed=seed, resamples=resamples, confidence=confidence)


def clustered_difference(left: Sequence[float], right: Sequence[float], families: Sequence[str], *, seed: int,
                         resamples: int = RESAMPLES, confidence: float = CONFIDENCE) -> Interval:
    """The interval of mean(left) - mean(right) over the same cases: pairs stay together in their family."""
    differences = [a - b for a, b in zip(left, right, strict=True)]
    return clustered_mean(differences, families, seed=seed, resamples=resamples, confidence=confidence)


def clustered_ratio(numerators: Sequence[float], denominators: Sequence[float], families: Sequence[str], *, seed: int,
                    resamples: int = RESAMPLES, confidence: float = CONFIDENCE) -> Interval:
    """The percentile bootstrap of sum(numerators) / sum(denominators), both given per case.

    As many families as there are get drawn with replacement, each with all of its cases (Efron
    1979; Cameron, Gelbach and Miller 2008 for clusters). Draws whose denominator is 0 have no
    ratio and are left out. One family says nothing about others: no interval.
    """
    top, bottom = family_sums(families, numerators), family_sums(families, denominators)
    if len(top) < 2:
        return no_interval("no cases" if len(top) == 0 else "one family: no interval over families")
    draws = _draws(len(top), seed, resamples)
    numerator, denominator = (weighed(draws, column.astype(np.float32)) for column in (top, bottom))
    kept = denominator != 0
    if not kept.any():
        return no_interval("the denominator is 0")
    ratios = numerator[kept].astype(np.float64) / denominator[kept].astype(np.float64)
    low, high = np.quantile(ratios, [(1 - confidence) / 2, (1 + confidence) / 2])
    return Interval(low=float(low), high=float(high), method=f"bootstrap over {len(top)} families")


def weighed(rows: np.ndarray, column: np.ndarray) -> np.ndarray:
    """``rows @ column`` in this thread alone: shape (rows,).

    A product this small gains nothing from BLAS, whose threads wait for each other by spinning: on a busy machine
    that cost thirty times as much.
    """
    return np.einsum("ij,j->i", rows, column)


def family_sums(families: Sequence[str], values: Sequence[float]) -> np.ndarray:
    """Per family, in the order of their names, the sum of its values: shape (families,)."""
    if len(families) != len(values):
        raise ValueError(f"{len(values)} values for {len(families)} cases")
    if not families:
        return np.zeros(0)
    number = {family: i for i, family in enumerate(sorted(set(families)))}
    return np.bincount([number[f] for f in families], weights=np.asarray(values, dtype=np.float64))


@lru_cache(maxsize=4)
def _draws(families: int, seed: int, resamples: int) -> np.ndarray:
    """How often each family is drawn in each resample: shape (resamples, families), rows sum to ``families``.

    Kept, because an experiment asks for hundreds of intervals over the same families; float32 holds
    these counts exactly, in 40 MB for a thousand families.
    """
    generator = np.random.default_rng(seed)
    counts = generator.multinomial(families, np.full(families, 1 / families), size=resamples)
    return counts.astype(np.float32)
