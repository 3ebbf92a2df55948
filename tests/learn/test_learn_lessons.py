"""What is trained on: never a case, the same for the same recipe, and alike for all schedules."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from learn_values import COURSE, RECIPE, recipe
from substrates.factor_recombination.course import course
from substrates.factor_recombination.options import FactorOptions

from checkable.learn.course import NothingToLearn, share_of
from checkable.learn.lessons import (
    WARM_UP,
    batch_of,
    planned,
    rate_at,
    refactored,
    sets_of,
    shuffled,
    training_sets,
)

SCHEDULES = ("staged", "mixed", "reverse", "last")


@given(st.text())
def test_every_problem_belongs_to_one_share(problem: str) -> None:
    assert share_of(problem) == share_of(problem) and share_of(problem) in ("evaluation", "validation", "training")


def test_lessons_of_two_shares_have_no_program_in_common() -> None:
    found = {share: {(one.start, one.slots) for one in islice(COURSE.lessons(share, 0, [1, 2]), 200)}
             for share in ("evaluation", "validation", "training")}
    assert not found["training"] & found["evaluation"] and not found["training"] & found["validation"]
    assert not found["validation"] & found["evaluation"]


@pytest.mark.parametrize("schedule", ["staged", "mixed", "reverse"])
def test_schedules_over_the_same_stages_draw_from_the_same_lessons(schedule: str) -> None:
    assert training_sets(recipe(schedule=schedule), COURSE) == training_sets(RECIPE, COURSE)


def test_without_a_curriculum_there_are_as_many_lessons_all_of_the_last_stage() -> None:
    (only,) = training_sets(recipe(schedule="last", exact=True), COURSE)
    assert len(only) == sum(map(len, training_sets(RECIPE, COURSE)))
    assert {len(one.slots) for one in only} == {2}


@given(st.sampled_from(SCHEDULES), st.integers(0, 59), st.integers(0, 3))
def test_every_step_draws_from_a_stage_that_is_there(schedule: str, step: int, seed: int) -> None:
    of = recipe(schedule=schedule, seed=seed)
    plan = planned(of, step)
    assert 0 <= plan.drawn_from < len(of.stages) and plan.began <= step
    assert plan == planned(of, step)


def test_a_staged_training_ends_with_its_last_stage_and_a_reversed_one_with_its_first() -> None:
    never = {"replay": 0.0}
    assert [planned(recipe(**never), step).drawn_from for step in (0, 29, 30, 59)] == [0, 0, 1, 1]
    assert [planned(recipe(schedule="reverse"), step).drawn_from for step in (0, 59)] == [1, 0]


def test_shuffled_labels_are_those_of_lessons_as_long() -> None:
    (lessons,) = sets_of(recipe(stages=(2,)), COURSE, "training", 40)
    broken = shuffled(lessons, seed=0)
    assert [one.text for one in broken] == [one.text for one in lessons]
    assert [len(one.slots) for one in broken] == [len(one.slots) for one in lessons]
    assert sorted(one.answer for one in broken) == sorted(one.answer for one in lessons)
    assert sum(a.slots == b.slots for a, b in zip(broken, lessons, strict=True)) < len(lessons) / 2


def test_validation_lessons_are_never_shuffled() -> None:
    broken = recipe(labels="shuffled")
    assert sets_of(broken, COURSE, "validation", 20) == sets_of(RECIPE, COURSE, "validation", 20)
    assert sets_of(broken, COURSE, "training", 20) != sets_of(RECIPE, COURSE, "training", 20)


def test_a_batch_depends_on_seed_and_step_alone() -> None:
    lessons = training_sets(RECIPE, COURSE)[0]
    assert batch_of(RECIPE, lessons, 7) == batch_of(RECIPE, lessons, 7) != batch_of(RECIPE, lessons, 8)


def test_the_rate_rises_with_a_stage_and_falls_at_the_end() -> None:
    long = recipe(steps=1000)
    assert rate_at(long, 500, planned(long, 500)) == pytest.approx(long.rate / WARM_UP)
    assert rate_at(long, 540, planned(long, 540)) == long.rate
    assert rate_at(long, 999, planned(long, 999)) < 0.06 * long.rate


def test_factors_of_other_lessons_leave_texts_and_numbers_as_they_are_and_programs_valid() -> None:
    of = course(FactorOptions())
    gold = list(islice(of.lessons("training", 0, [6, 7, 8]), 220))
    broken = refactored(of, gold, 0)
    assert [(one.text, one.slots[2:]) for one in broken] == [(one.text, one.slots[2:]) for one in gold]
    assert all(of.run(0, one.slots).answer == one.answer for one in broken)
    for factor in of.factors:
        assert Counter(one.slots[factor] for one in broken) == Counter(one.slots[factor] for one in gold)
        kept = sum(a.slots[factor] == b.slots[factor] for a, b in zip(gold, broken, strict=True))
        assert kept < 60  # an eighth or so
    assert {one.slots[:2] for one in broken} - {one.slots[:2] for one in gold}  # pairs that no lesson has: drawn apart


def test_programs_without_factors_have_none_to_shuffle() -> None:
    with pytest.raises(NothingToLearn, match="modular-1-5 are not made of factors"):
        training_sets(recipe(labels="factors"), COURSE)
