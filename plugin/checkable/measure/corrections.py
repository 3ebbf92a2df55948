"""Adjusting p-values of several comparisons for being several.

Holm within an experiment, whose criteria must all hold (no false one at all); Benjamini and
Hochberg across a ledger, whose claims are read one by one (few false ones among those shown).
Must not know what was compared.
"""

from __future__ import annotations

from collections.abc import Sequence

from statsmodels.stats.multitest import multipletests


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Step-down adjusted p-values (Holm 1979), in the order given: valid under any dependence."""
    return _adjusted(p_values, "holm")


def benjamini_hochberg(p_values: Sequence[float]) -> tuple[float, ...]:
    """Step-up adjusted p-values ("q-values"; Benjamini and Hochberg 1995), in the order given.

    Calling everything with q below .05 a finding makes, on average, at most 5% of the findings
    false, where the tests are independent or positively dependent.
    """
    return _adjusted(p_values, "fdr_bh")


def _adjusted(p_values: Sequence[float], method: str) -> tuple[float, ...]:
    if len(p_values) < 2:
        return tuple(p_values)
    return tuple(float(p) for p in multipletests(list(p_values), method=method)[1])
