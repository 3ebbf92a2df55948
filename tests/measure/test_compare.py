"""What two columns of outcomes say, at the numbers of published experiments."""

from __future__ import annotations

from math import comb

import numpy as np
import pytest

from checkable.measure.compare import compare
from checkable.measure.intervals import clustered_difference

from .builders import foofah


def columns(recoveries: int, regressions: int, both: int, neither: int) -> tuple[list[bool], list[bool]]:
    """Arm and base with these four cells."""
    arm = [True] * recoveries + [False] * regressions + [True] * both + [False] * neither
    base = [False] * recoveries + [True] * regressions + [True] * both + [False] * neither
    return arm, base


def against(recoveries: int, regressions: int, both: int, neither: int):
    arm, base = columns(recoveries, regressions, both, neither)
    return compare(arm, base, [f"{i:04}" for i in range(len(arm))], names=("arm", "base"), seed=0)


def test_the_gate_is_strong_by_every_measure_also_over_families() -> None:
    arms = foofah()
    found = compare([c.correct for c in arms["gate"].cases], [c.correct for c in arms["direct"].cases],
                    [c.family for c in arms["gate"].cases], names=("gate", "direct"), seed=0)
    assert (found.recoveries, found.regressions) == (18, 0)
    assert found.p_value == pytest.approx(7.6e-6, rel=0.01)
    assert found.p_mid == pytest.approx(found.p_value / 2)
    assert found.e_value == pytest.approx(13_797, abs=0.5)
    assert found.difference.value == pytest.approx(0.072)
    assert 0.02 < found.difference.low < 0.04 < 0.11 < found.difference.high < 0.13
    assert found.difference.method == "bootstrap over 50 families"
    assert (found.families, found.families_ahead, found.families_behind) == (50, 9, 0)
    assert found.p_families == pytest.approx(2 / 2**9)
    assert found.needed is not None and found.needed < 250


def test_retrieval_is_not_separable_from_random_retrieval_on_24_cases() -> None:
    found = against(5, 1, 3, 15)  # 8 against 4 of 24
    assert found.p_value == pytest.approx(0.219, abs=5e-4)
    assert not found.difference.low > 0
    assert found.e_value < 2
    assert found.needed is not None and 60 < found.needed < 90


@pytest.mark.parametrize("shared", [44, 50, 56])
def test_the_controller_does_not_beat_the_one_line_heuristic(shared: int) -> None:
    found = against(56 - shared, 57 - shared, shared, 128 - 113 + shared)
    assert found.difference.value < 0
    assert found.needed is None and found.p_value == pytest.approx(1.0)


def test_one_task_of_thirty_is_no_finding() -> None:
    found = against(1, 0, 20, 9)
    assert found.p_value == 1.0 and found.p_families == 1.0 and found.e_value == 1.0


def test_a_greedy_like_for_like_repair_beats_no_trace_case_by_case_but_rests_on_one_family() -> None:
    arm = [True] * 24 + [True] * 23 + [False] + [True] * 5 + [False] * 19
    base = [True] * 24 + [False] * 48
    families = ["modulo"] * 24 + ["branch"] * 24 + ["length"] * 24
    found = compare(arm, base, families, names=("trace", "no-trace"), seed=0)
    assert found.p_value < 1e-6
    assert (found.families_ahead, found.families) == (2, 3)
    assert found.p_families == 0.5 and found.difference.low == 0


def test_the_interval_is_that_of_a_plain_loop_over_families() -> None:
    random = np.random.default_rng(2)
    arm, base = random.random(150) < 0.6, random.random(150) < 0.5
    families = [f"{i // 5}" for i in range(150)]
    members = [[i for i, f in enumerate(families) if f == family] for family in sorted(set(families))]
    means = []
    for _ in range(4000):
        rows = [i for m in random.integers(0, len(members), len(members)) for i in members[m]]
        means.append(arm[rows].mean() - base[rows].mean())
    found = clustered_difference(arm.tolist(), base.tolist(), families, seed=0)
    assert (found.low, found.high) == pytest.approx(tuple(np.quantile(means, [0.025, 0.975])), abs=0.012)


def test_without_cases_nothing_is_said() -> None:
    found = compare([], [], [], names=("a", "b"), seed=0)
    assert np.isnan(found.difference.value) and found.p_value == 1.0 and found.needed is None


def test_outcomes_of_other_cases_are_an_error() -> None:
    with pytest.raises(ValueError, match="2 and 1 outcomes for 2 cases"):
        compare([True, False], [True], ["a", "b"], names=("a", "b"), seed=0)


def test_the_e_value_and_the_p_value_are_about_the_same_coin() -> None:
    found = against(12, 3, 10, 10)
    assert found.p_value == pytest.approx(2 * sum(comb(15, i) for i in range(4)) / 2**15)
    assert found.e_value == pytest.approx(2**15 / (16 * comb(15, 3)))
