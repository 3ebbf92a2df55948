"""How much of a program is right, slot by slot and state by state, and by length."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.core.scored import ScoredArm, ScoredCase
from checkable.measure.lengths import by_length
from checkable.measure.metrics import (
    best_seed,
    pointer_accuracy,
    program_exact,
    slot_accuracy,
    state_prefix,
    worst_seed,
)
from checkable.measure.structure import compared

GOLD = {"start": 3, "slots": [[1, 4], [3, 2]], "states": [7, 14]}
CASE = ScoredCase(id="a", family="a", attributes={"length": 2}, reached=True, committed=True, treated=True,
                  correct=True, output="x")


def test_the_gold_program_is_right_in_every_way() -> None:
    assert compared(GOLD, GOLD) == {"program_exact": 1.0, "slot_accuracy": 1.0, "state_prefix": 1.0}


@pytest.mark.parametrize(("change", "expected"), [
    ({"start": 4}, {"program_exact": 0.0, "slot_accuracy": 1.0, "state_prefix": 1.0}),
    ({"slots": [[1, 4], [3, 9]], "states": [7, 63]}, {"program_exact": 0.0, "slot_accuracy": 0.5, "state_prefix": 0.5}),
    ({"slots": [[2, 4], [3, 2]], "states": [9, 14]}, {"program_exact": 0.0, "slot_accuracy": 0.5, "state_prefix": 0.0}),
    ({"slots": [[1, 4]], "states": [7]}, {"program_exact": 0.0, "slot_accuracy": 0.5, "state_prefix": 0.5}),
    ({"slots": [], "states": []}, {"program_exact": 0.0, "slot_accuracy": 0.0, "state_prefix": 0.0}),
])
def test_what_is_wrong_costs_its_share(change, expected) -> None:
    assert compared({**GOLD, **change}, GOLD) == expected


def test_a_machine_without_a_start_or_without_states_has_none_to_compare() -> None:
    assert compared({"start": 9, "slots": [[1, 1]], "states": []}, {"slots": [[1, 1]], "states": []}) == \
        {"program_exact": 1.0, "slot_accuracy": 1.0}


@pytest.mark.parametrize(("pointers", "share"), [
    ([[None, 1], [1, None]], 1.0), ([[None, 0], [0, None]], 0.5), ([[None, 1]], 0.5), ([], 0.0), ([[0, 0]] * 3, 0.0)])
def test_pointers_are_right_one_by_one_at_their_place(pointers, share: float) -> None:
    gold = {**GOLD, "pointers": [[None, 1], [1, None]]}
    assert compared({**GOLD, "pointers": pointers}, gold)["pointer_accuracy"] == share
    assert pointer_accuracy([replace(CASE, structure=compared(gold, gold)), replace(CASE, id="b")], seed=0).value == 1.0


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9)), min_size=1), st.lists(st.integers(), min_size=1))
def test_shares_are_shares(slots, states) -> None:
    found = compared({"start": 3, "slots": [list(s) for s in slots], "states": states}, GOLD)
    assert all(0.0 <= share <= 1.0 for share in found.values())


def test_structural_metrics_count_commits_that_have_a_gold_program_alone() -> None:
    cases = [replace(CASE, structure=compared(GOLD, GOLD)), replace(CASE, id="b", structure={}),
             replace(CASE, id="c", structure={"program_exact": 0.0, "slot_accuracy": 0.5, "state_prefix": 0.25})]
    assert program_exact(cases, seed=0).value == 0.5
    assert slot_accuracy(cases, seed=0).value == 0.75
    assert state_prefix(cases, seed=0).value == 0.625
    assert program_exact([CASE], seed=0).value != program_exact([CASE], seed=0).value  # NaN: undefined


def test_the_worst_and_the_best_seed_are_those_of_a_sample_over_all_cases() -> None:
    cases = [replace(CASE, id=str(at), right={0: at < 3, 1: at < 1, 2: True}) for at in range(4)]
    assert (worst_seed(cases, seed=0).value, best_seed(cases, seed=0).value) == (0.25, 1.0)


def test_by_length_counts_what_is_right_and_how_far_the_states_are() -> None:
    cases = (replace(CASE, structure={"state_prefix": 0.5}), replace(CASE, id="b", correct=False, structure={
        "state_prefix": 1.0}), replace(CASE, id="c", attributes={"length": 3}))
    arm = ScoredArm(name="arm", role="arm", of=None, broken=None, cases=cases)
    short, long = by_length([arm])
    assert (short.length, short.cases, short.correct, short.traced, short.prefix) == (2, 2, 1, 2, (2, 1))
    assert (long.length, long.cases, long.traced, long.prefix) == (3, 1, 0, (0, 0, 0))


def test_cases_that_do_not_say_their_length_are_in_no_row() -> None:
    arm = ScoredArm(name="arm", role="arm", of=None, broken=None, cases=(replace(CASE, attributes={}),))
    assert by_length([arm]) == ()
