"""Audits of power, families, seeds, checkpoints and commit rates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkable.core.completion import Sampling
from checkable.core.expression import Beats, Compare, Metric, Not, Number
from checkable.measure.audits import Learning, evidence

from ..builders import arm, foofah
from .build import learning, rows, trained

FOOFAH = foofah()
GREEDY, WARM = Sampling(), Sampling(temperature=0.7)
BASE = arm("b", [False] * 5 + [True] + [True] * 24)
AHEAD = arm("a", [True] * 5 + [False] + [True] * 24)


def test_a_comparison_that_leads_without_being_shown_needs_more_cases() -> None:
    found = evidence.power(rows(BASE, AHEAD))
    assert found.level == "note" and found.text.endswith("a over b (5 to 1 in 30) needs about 92")
    assert evidence.power(rows(*FOOFAH.values())).level == "ok"
    assert evidence.power(()).level == "note"


def test_it_is_a_warning_where_a_criterion_asks_for_the_difference() -> None:
    assert evidence.power(rows(BASE, AHEAD), [Beats("a", "b")], judged=True).level == "warning"
    assert evidence.power(rows(BASE, AHEAD), [Beats("a", "b")], judged=False).level == "note"
    assert evidence.power(rows(BASE, AHEAD), [Beats("a", "c")], judged=True).level == "note"


def test_a_comparison_that_is_shown_needs_no_more_cases() -> None:
    (row,) = rows(arm("b", [False] * 6 + [True] * 34), arm("a", [True] * 40))
    assert row.p_adjusted < 0.05
    assert evidence.power([row]).level == "ok"


def test_what_is_shown_by_cases_alone_is_not_shown_over_families() -> None:
    base, ahead = ([i >= right for i in range(60)] for right in (20, 0))
    few = [arm("base", base, per_family=10), arm("arm", ahead, per_family=10)]
    found = evidence.families(rows(*few), few)
    assert found.level == "warning" and "not over the 6 families" in found.text
    assert "p = 1.9e-06 by cases, 0.5 by families, of which 2 differ" in found.text
    both = list(FOOFAH.values())
    assert evidence.families(rows(*both), both).level == "ok"


def test_cases_that_stand_alone_have_no_families_and_one_family_says_nothing_of_others() -> None:
    assert evidence.families(rows(BASE, AHEAD), [BASE, AHEAD]).level == "ok"
    one = [arm(name, [True, False], per_family=2) for name in "ab"]
    assert evidence.families(rows(*one), one).level == "warning"


@pytest.mark.parametrize(("seeds", "sampling", "varies", "level"), [
    ([0], [GREEDY], False, "ok"), ([0], [WARM], False, "warning"), ([0, 1], [WARM], False, "ok"),
    ([0], [WARM], True, "note"), ([0], [], False, "note"),
])
def test_sampling_under_one_seed_is_one_draw(seeds, sampling, varies: bool, level: str) -> None:
    assert evidence.seeds(seeds, {"gate": sampling}, varies=varies).level == level


def test_training_takes_three_seeds_and_a_shuffled_control_five() -> None:
    enough = Learning(trainings={"policy": trained(0, 1, 2), "shuffled": trained(0, 1, 2, 3, 4)}, shuffled=["shuffled"])
    assert evidence.seeds([0], {"policy": [GREEDY]}, enough).level == "ok"
    few = Learning(trainings={"policy": trained(0, 0, 1), "shuffled": trained(0, 1, 2)}, shuffled=["shuffled"])
    found = evidence.seeds([0], {"policy": [GREEDY]}, few)
    assert found.level == "warning"
    assert found.text == "too few training seeds: policy has 2 of 3, shuffled has 3 of 5"


def test_a_score_of_the_last_step_is_a_warning() -> None:
    assert evidence.checkpoints(learning(policy=trained(0))).level == "ok"
    found = evidence.checkpoints(learning(policy=trained(0, scored_at="last step")))
    assert found.level == "warning" and found.text == "scored at the last step only: policy"
    assert evidence.checkpoints(learning(policy=())).text == "learned without saying which step is scored: policy"
    assert evidence.checkpoints(Learning()).level == "ok"


def test_a_change_of_the_commit_rate_is_noted_unless_a_criterion_speaks_of_it() -> None:
    gate = FOOFAH["gate"]
    control = replace(gate, name="shuffled", role="control", of="gate",
                      cases=tuple(replace(c, treated=False) for c in gate.cases))
    arms = [FOOFAH["direct"], gate, control]
    found = evidence.commit_rate(arms, rows(*arms), [])
    assert found.level == "note" and found.text.endswith("shuffled 0, gate 78 of 250")
    spoken = Not(Compare("<", Metric("gate", "commit_rate"), Number(0.3)))
    assert evidence.commit_rate(arms, rows(*arms), [spoken]).level == "ok"
