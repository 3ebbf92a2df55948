"""Factor recombination: no lesson of a held-out pair, rungs that are what they say, cases that are no lessons."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from substrates.factor_recombination import machine
from substrates.factor_recombination.answers import answers, traces
from substrates.factor_recombination.course import course
from substrates.factor_recombination.ladder import RUNGS, rungs, trained
from substrates.factor_recombination.options import FactorOptions
from substrates.factor_recombination.substrate import substrate

from checkable.core.case import visible_text
from checkable.learn.course import Course
from checkable.measure.overlap import overlap

SPLITS = ("fresh", "paraphrase", "paired", "longer")
LENGTHS = [6, 7, 8]
N = machine.INDEX


def options(split: str = "fresh", **changes) -> FactorOptions:
    return FactorOptions(**{"split": split, "count": 64, **changes})


def pair_of(lesson) -> tuple[str, str]:
    return tuple(machine.OPERATIONS[operation] for operation, _ in lesson.slots[:2])


@settings(max_examples=200, deadline=None)
@given(st.data(), st.integers(3, machine.SLOTS))
def test_every_program_that_the_mask_lets_through_has_a_value(data, slots: int) -> None:
    operations: list[int] = []
    while len(operations) < slots:
        chosen = data.draw(st.sampled_from(sorted(machine.allowed(operations, slots))))
        if chosen == Course.END:
            break
        operations.append(chosen)
    value = machine.run([(operation, data.draw(st.integers(0, machine.LARGEST))) for operation in operations])
    assert value is not None and 0 <= value < machine.MOST


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(machine.FILTERS)), st.sampled_from(sorted(machine.AGGREGATES)),
       st.lists(st.integers(1, machine.LARGEST), min_size=1, max_size=machine.MOST_NUMBERS))
def test_a_program_does_what_its_factors_do(kept: str, made: str, numbers: list[int]) -> None:
    slots = machine.slots_of(kept, made, tuple(numbers))
    assert machine.run(slots) == machine.apply(kept, made, tuple(numbers))
    for at in range(len(slots)):
        assert slots[at][0] in machine.allowed([operation for operation, _ in slots[:at]], machine.SLOTS)


@pytest.mark.parametrize(("kept", "made", "value"), [
    ("even", "sum", 36), ("odd", "largest", 21), ("high", "count", 2), ("low", "smallest", 3), ("threes", "spread", 18),
    ("front", "last", 21), ("back", "first", 21), ("alternate", "middle", 21),
])
def test_the_machine(kept: str, made: str, value: int) -> None:
    assert machine.apply(kept, made, (4, 10, 21, 3, 22)) == value


def test_what_is_asked_of_no_numbers_is_0_and_what_is_no_program_has_no_value() -> None:
    assert machine.apply("even", "largest", (1, 3)) == 0
    assert machine.run([(N["even"], 0), (N["sum"], 0)]) is None
    assert machine.run([(N["sum"], 0), (N["even"], 0), (N["number"], 3)]) is None


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 5), st.integers(0, 50))
def test_a_rung_says_how_often_training_meets_the_factors_of_a_pair(partners: int, arrangement: int) -> None:
    seen = trained(partners, arrangement)
    met = Counter(factor for pair in seen for factor in pair)
    assert len(set(seen)) == len(seen) == 6 * partners + 4 and set(met) == {*machine.FILTERS, *machine.AGGREGATES}
    for pair, rung in rungs(partners, arrangement).items():
        rare = sum(met[factor] == 1 for factor in pair)
        assert rung == ("seen-pair" if pair in seen else ("seen-factors", "rare-factor", "rare-factors")[rare])
    assert set(rungs(partners, arrangement).values()) == set(RUNGS)


@pytest.mark.parametrize("share", ["training", "validation"])
def test_no_lesson_has_a_pair_that_is_held_out(share: str) -> None:
    lessons = list(islice(course(options(arrangement=3)).lessons(share, 0, LENGTHS), 200))
    assert {pair_of(lesson) for lesson in lessons} == set(trained(3, 3))
    everything = islice(course(options(lessons="random")).lessons(share, 0, LENGTHS), 200)
    assert len({pair_of(lesson) for lesson in everything}) == 64


def test_gold_programs_run_to_the_answers_of_their_lessons() -> None:
    of = course(options())
    for lesson in islice(of.lessons("training", 0, LENGTHS), 100):
        assert of.run(lesson.start, lesson.slots).answer == lesson.answer


@pytest.mark.parametrize("split", SPLITS)
def test_cases_are_the_same_every_time_on_every_rung_and_have_an_answer(split: str) -> None:
    made = substrate.cases(options(split), None)
    assert made == substrate.cases(options(split), None)
    counted = Counter(case.attributes["rung"] for case in made.cases)
    assert set(counted) == set(RUNGS) and len(set(counted.values())) == 1
    found = answers(options(split), None)
    assert set(found) == {case.id for case in made.cases} == set(traces(options(split), None))


@pytest.mark.parametrize("lessons", ["ladder", "random"])
@pytest.mark.parametrize("split", SPLITS)
def test_no_case_is_among_the_lessons_and_all_its_words_are(split: str, lessons: str) -> None:
    of = course(options(lessons=lessons))
    cases = {case.id: visible_text(case) for case in substrate.cases(options(split, lessons=lessons), None).cases}
    assert not overlap(cases, [one.text for one in islice(of.lessons("training", 0, LENGTHS), 1000)]).exact
    for text in cases.values():
        assert set(re.findall(r"\w+|[^\w\s]", text.removesuffix("null").lower())) <= set(of.words)


def test_the_same_questions_are_evaluated_whatever_was_trained_on() -> None:
    ladder, random = (substrate.cases(options(lessons=lessons), None) for lessons in ("ladder", "random"))
    assert ladder.cases == random.cases and ladder.version != random.version


def test_longer_lists_are_longer_than_any_lesson() -> None:
    lessons = max(len(lesson.slots) for lesson in islice(course(options()).lessons("training", 0, LENGTHS), 300))
    longer = min(case.attributes["length"] for case in substrate.cases(options("longer"), None).cases)
    assert longer > lessons


def test_the_listing_names_factors_and_numbers() -> None:
    slots = machine.slots_of("even", "sum", (4, 6))
    assert course(options()).listing(0, slots).splitlines() == ["keep even", "give sum", "4", "6"]
