"""What memory alone gets: the nearest lesson with the case's numbers, and the most frequent answer."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from types import SimpleNamespace

import pytest
from substrates.factor_recombination.answers import answers, traces
from substrates.factor_recombination.course import course
from substrates.factor_recombination.options import FactorOptions
from substrates.factor_recombination.substrate import substrate
from substrates.modular_arithmetic.course import ModularCourse

from checkable.core.case import Case
from checkable.generate.majority_answer import MajorityAnswerOptions, majority_answer
from checkable.generate.nearest_lesson import NearestLessonOptions, nearest_lesson

OPTIONS = FactorOptions(count=64)


def tools(of):
    return SimpleNamespace(course=lambda: of)


@pytest.fixture(scope="module")
def nearest():
    """By rung: whether each program of the nearest lesson is the gold one."""
    gold, of, found = traces(OPTIONS, None), course(OPTIONS), {}
    for case in substrate.cases(OPTIONS, None).cases:
        (made,) = nearest_lesson(case, NearestLessonOptions(lessons=600, slots=8), tools(of))
        found.setdefault(case.attributes["rung"], []).append(made.structure["slots"] == gold[case.id]["slots"])
    return found


def test_the_nearest_lesson_knows_pairs_that_were_trained_and_no_others(nearest) -> None:
    assert all(nearest.pop("seen-pair"))
    assert not any(right for of_rung in nearest.values() for right in of_rung)


def test_numbers_of_the_case_stand_where_the_lesson_has_its_own() -> None:
    case = Case(id="1", family="1", examples=(), query=None, text="start with 3; add 4; multiply by 3; modulo 5")
    (made,) = nearest_lesson(case, NearestLessonOptions(lessons=800, slots=2), tools(ModularCourse(5)))
    assert made.structure == {"start": 3, "slots": [[1, 4], [3, 3]], "states": [2, 1]} and made.value == 1


def test_a_case_with_more_numbers_than_any_lesson_has_no_nearest_one() -> None:
    case = Case(id="1", family="1", examples=(), query=None, text="keep 1 2 3 4 5 6 7 8 9")
    (made,) = nearest_lesson(case, NearestLessonOptions(lessons=50, slots=8), tools(course(OPTIONS)))
    assert made.value is None and "9 numbers" in made.parse_error


def test_the_majority_answer_is_the_most_frequent_one_of_lessons_and_never_of_cases() -> None:
    of = course(OPTIONS)
    counted = Counter(one.answer for one in islice(of.lessons("training", 0, [6, 7, 8]), 500))
    made = {majority_answer(case, MajorityAnswerOptions(lessons=500, slots=8), tools(of))[0].value
            for case in substrate.cases(OPTIONS, None).cases}
    assert len(made) == 1 and counted[made.pop()] == max(counted.values())
    assert answers(OPTIONS, None)
