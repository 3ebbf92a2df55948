"""The share of headroom captured, refused where there may be none."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.measure.headroom import captured


def alone(n: int) -> list[str]:
    return [f"{i:03}" for i in range(n)]


def test_the_published_controller_captures_seven_ninths_of_its_headroom() -> None:
    base, arm, oracle = ([i < right for i in range(128)] for right in (42, 56, 60))
    found = captured(arm, base, oracle, alone(128), seed=0)
    assert found.value == pytest.approx(14 / 18)
    assert found.low < 14 / 18 < found.high <= 1


def test_no_ratio_is_made_where_the_oracle_may_not_be_above_the_base() -> None:
    base = [i < 20 for i in range(40)]
    oracle = [*base[:-1], True]
    found = captured(oracle, base, oracle, alone(40), seed=0)
    assert math.isnan(found.value) and "no headroom is shown: oracle minus base is 0.025" in found.method


def test_the_interval_draws_numerator_and_denominator_together() -> None:
    """An arm that captures half of the headroom wherever there is some has no doubt about its half."""
    base, oracle = [False] * 40, [True] * 20 + [False] * 20
    arm = [i % 2 == 0 and right for i, right in enumerate(oracle)]
    pairs = [f"{i // 2:03}" for i in range(40)]
    found = captured(arm, base, oracle, pairs, seed=0)
    assert (found.value, found.low, found.high) == pytest.approx((0.5, 0.5, 0.5))


def test_a_plain_resampling_loop_finds_the_same_interval() -> None:
    random = np.random.default_rng(0)
    base = random.random(120) < 0.4
    oracle = base | (random.random(120) < 0.5)
    arm = np.where(random.random(120) < 0.5, oracle, base)
    ratios = []
    for _ in range(4000):
        drawn = random.integers(0, 120, 120)
        ratios.append((arm[drawn].mean() - base[drawn].mean()) / (oracle[drawn].mean() - base[drawn].mean()))
    found = captured(arm.tolist(), base.tolist(), oracle.tolist(), alone(120), seed=0)
    assert (found.low, found.high) == pytest.approx(tuple(np.quantile(ratios, [0.025, 0.975])), abs=0.025)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=2, max_size=40))
def test_a_base_captures_nothing_and_an_oracle_everything(rows) -> None:
    base = [b for b, _, _ in rows]
    oracle = [b or o for b, o, _ in rows]
    whole = captured(oracle, base, oracle, alone(len(rows)), seed=0)
    none = captured(base, base, oracle, alone(len(rows)), seed=0)
    assert math.isnan(whole.value) == math.isnan(none.value)
    if not math.isnan(whole.value):
        assert (whole.value, none.value) == (1, 0)
