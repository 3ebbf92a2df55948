"""The exact paired test and its mid-p variant, against published tables and another implementation."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats import contingency_tables

from checkable.measure.paired import count_pairs, mcnemar, mcnemar_mid_p, paired_counts

from .builders import outcomes

COUNT = st.integers(0, 60)


@pytest.mark.parametrize(("recoveries", "regressions", "p"), [
    (18, 0, 7.62939e-06), (5, 1, 0.21875), (4, 0, 0.125), (6, 0, 0.03125), (0, 0, 1.0), (23, 4, 3.1e-4),
])
def test_the_exact_test_gives_its_textbook_values(recoveries: int, regressions: int, p: float) -> None:
    assert mcnemar(recoveries, regressions) == pytest.approx(p, rel=1e-2 if recoveries == 23 else 1e-5)


@given(COUNT, COUNT)
def test_the_exact_test_is_the_binomial_sum_and_symmetric(b: int, c: int) -> None:
    tail = sum(comb(b + c, i) for i in range(min(b, c) + 1))
    assert mcnemar(b, c) == pytest.approx(min(1.0, float(Fraction(2 * tail, 2 ** (b + c)))))
    assert mcnemar(b, c) == pytest.approx(mcnemar(c, b))


@given(COUNT, COUNT)
def test_the_exact_test_is_that_of_statsmodels(b: int, c: int) -> None:
    theirs = contingency_tables.mcnemar([[9, b], [c, 9]], exact=True).pvalue
    assert mcnemar(b, c) == pytest.approx(min(1.0, theirs))


@pytest.mark.parametrize(("b", "c", "exact", "mid"), [(1, 7, 0.0703, 0.0391), (6, 16, 0.0525, 0.0347)])
def test_the_mid_p_value_is_that_of_fagerlands_two_examples(b: int, c: int, exact: float, mid: float) -> None:
    assert mcnemar(b, c) == pytest.approx(exact, abs=5e-5)
    assert mcnemar_mid_p(b, c) == pytest.approx(mid, abs=5e-5)


@given(COUNT, COUNT)
def test_mid_p_counts_what_was_observed_half(b: int, c: int) -> None:
    n, least = b + c, min(b, c)
    below = sum(comb(n, i) for i in range(least))
    expected = Fraction(2 * below + comb(n, least), 2**n) if b != c else 1 - Fraction(comb(n, b), 2 * 2**n)
    assert mcnemar_mid_p(b, c) == pytest.approx(float(expected) if n else 1.0)
    assert mcnemar_mid_p(b, c) <= mcnemar(b, c)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30))
def test_the_four_cells_add_up_and_turn_round(pairs: list[tuple[bool, bool]]) -> None:
    both = outcomes(pairs)
    there = paired_counts(both["a"].cases, both["b"].cases)
    back = paired_counts(both["b"].cases, both["a"].cases)
    assert there.cases == len(pairs)
    assert (there.recoveries, there.regressions) == (back.regressions, back.recoveries)
    assert there.both + there.recoveries == sum(a for a, _ in pairs)


def test_columns_of_different_length_are_no_pairs() -> None:
    with pytest.raises(ValueError, match="shorter"):
        count_pairs([True, False], [True])
