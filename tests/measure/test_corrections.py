"""Corrections for several comparisons: published examples, another implementation, and what must always hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import false_discovery_control
from statsmodels.stats.multitest import multipletests

from checkable.measure.corrections import benjamini_hochberg, holm

P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=12)
FEW = settings(max_examples=15, deadline=None)  # statsmodels collects garbage in every call of its Holm
# The 15 p-values of the trial on which Benjamini and Hochberg (1995, section 3.1) show their procedure.
MYOCARDIAL = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
              0.7590, 1.0]


def test_holm_multiplies_the_smallest_by_all_and_the_next_by_one_less() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx((0.03, 0.06, 0.06))
    assert holm([]) == ()


def test_the_published_trial_has_four_findings_by_false_discovery_and_three_by_holm() -> None:
    assert sum(q < 0.05 for q in benjamini_hochberg(MYOCARDIAL)) == 4
    assert sum(p < 0.05 for p in holm(MYOCARDIAL)) == 3


@FEW
@given(P_VALUES)
def test_the_false_discovery_rate_is_that_of_scipy_and_of_statsmodels(p_values: list[float]) -> None:
    assert benjamini_hochberg(p_values) == pytest.approx(tuple(false_discovery_control(p_values)))
    assert benjamini_hochberg(p_values) == pytest.approx(multipletests(p_values, method="fdr_bh")[1])


@FEW
@given(P_VALUES)
def test_holm_is_that_of_statsmodels(p_values: list[float]) -> None:
    assert holm(p_values) == pytest.approx(multipletests(p_values, method="holm")[1])


@FEW
@given(P_VALUES)
def test_corrections_keep_the_order_never_lower_a_p_value_and_stay_below_bonferroni(p_values: list[float]) -> None:
    strict, mild = holm(p_values), benjamini_hochberg(p_values)
    for p, h, q in zip(p_values, strict, mild, strict=True):
        assert p - 1e-12 <= q <= h + 1e-12 <= min(1.0, p * len(p_values)) + 2e-12
    for adjusted in (strict, mild):
        by_p = [a for _, a in sorted(zip(p_values, adjusted, strict=True))]
        assert by_p == sorted(by_p)


@FEW
@given(P_VALUES, st.randoms(use_true_random=False))
def test_corrections_do_not_depend_on_the_order_of_the_comparisons(p_values: list[float], random) -> None:
    order = random.sample(range(len(p_values)), len(p_values))
    for correct in (holm, benjamini_hochberg):
        straight, moved = correct(p_values), correct([p_values[i] for i in order])
        assert moved == pytest.approx([straight[i] for i in order])
