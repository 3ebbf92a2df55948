"""Adjusting p-values of several comparisons for being several.

Holm within an experiment, whose criteria must all hold (no false one at all); Benjamini and
Hochberg across a ledger, whose claims are read one by one (few false ones among those shown).
Must not know what was compared.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.stats import false_discovery_control


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Step-down adjusted p-values (Holm 1979), in the order given: valid under any dependence."""
    order = np.argsort(p_values)
    factors = np.arange(len(p_values), 0, -1)  # the smallest times all, the next times one less …
    adjusted = np.empty(len(p_values))
    adjusted[order] = np.minimum(1.0, np.maximum.accumulate(np.asarray(p_values, dtype=float)[order] * factors))
    return tuple(map(float, adjusted))


def benjamini_hochberg(p_values: Sequence[float]) -> tuple[float, ...]:
    """Step-up adjusted p-values ("q-values"; Benjamini and Hochberg 1995), in the order given.

    Calling everything with q below .05 a finding makes, on average, at most 5% of the findings
    false, where the tests are independent or positively dependent.
    """
    return tuple(map(float, false_discovery_control(p_values))) if p_values else ()
