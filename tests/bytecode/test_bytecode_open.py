"""Questions about an unknown x: one program for all its values, a few shown, others held out."""

from __future__ import annotations

import re
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from substrates.bytecode import machine
from substrates.bytecode.answers import answers, traces
from substrates.bytecode.course import course
from substrates.bytecode.inputs import HELD_OUT, RANGES, held_out, opened, shown
from substrates.bytecode.made import problems
from substrates.bytecode.options import BytecodeOptions
from substrates.bytecode.questions import MAKERS, questions
from substrates.bytecode.substrate import substrate

from checkable.core.case import visible_text
from checkable.learn.course import visible
from checkable.measure.overlap import overlap

OPEN = BytecodeOptions(examples=3, count=60)
COURSE = course(OPEN)


def first(count: int, *, longer: bool = False):
    return [question for question, _ in islice(questions("training", "0", longer=longer), count)]


@pytest.mark.parametrize("longer", [False, True])
def test_an_open_program_computes_what_the_closed_one_does_on_the_number_that_x_stands_for(longer: bool) -> None:
    for question in first(120, longer=longer):
        assert question.program[0][0] == "push"
        value = question.program[0][1]
        assert machine.run(opened(question).slots, value)[0] == machine.run(question.slots)[0]
        assert value in RANGES[question.domain]


def test_x_stands_in_the_words_once_and_the_number_no_more() -> None:
    for question in first(60):
        before, after = (" ".join(str(v) for _, v in q.values) for q in (question, opened(question)))
        numbers = [len(re.findall(r"\d+", text)) for text in (before, after)]
        assert len(re.findall(r"\bx\b", after)) == 1
        assert numbers[1] == numbers[0] - (question.domain != "weekday")  # a day is no number


@given(st.integers(0, 59), st.integers(1, 4))
@settings(deadline=None)
def test_shown_and_held_out_inputs_are_distinct_and_follow_from_the_question(at: int, count: int) -> None:
    question = opened(first(60)[at])
    shows, asks = shown(question, count), held_out(question, count)
    inputs = [given for given, _ in (*shows, *asks)]
    assert len(shows) == count and 3 <= len(asks) <= HELD_OUT
    assert len(set(inputs)) == len(inputs) and set(inputs) <= set(RANGES[question.domain])
    assert (shows, asks) == (shown(question, count), held_out(question, count))
    assert all(machine.run(question.slots, given)[0] == output for given, output in (*shows, *asks))


@pytest.mark.parametrize("split", ["fresh", "paraphrase", "paired", "longer"])
def test_a_case_shows_examples_and_asks_for_one_output_for_each_held_out_input(split: str) -> None:
    of = BytecodeOptions(split=split, examples=3, count=60)
    cases, found, gold = substrate.cases(of, None).cases, answers(of, None), traces(of, None)
    assert {case.attributes["domain"] for case in cases} == set(MAKERS)
    for case in cases:
        assert len(case.examples) == 3 and len(found[case.id]) == len(case.query)
        assert substrate.shape(found[case.id]) == found[case.id]
        assert COURSE.run(case.query[0], gold[case.id]["slots"]).states == tuple(gold[case.id]["states"])


def test_a_case_and_a_lesson_about_one_question_are_seen_as_the_same_text() -> None:
    for of in (OPEN, BytecodeOptions(count=12)):
        texts = [visible_text(case) for case in substrate.cases(of, None).cases]
        assert texts == [visible(course(of)._lesson(problem.question, problem.text)) for problem in problems(of)]


def test_no_open_case_is_among_the_open_lessons_and_all_its_words_are() -> None:
    cases = substrate.cases(OPEN, None).cases
    lessons = [visible(one) for one in islice(COURSE.lessons("training", 0, [16]), 1000)]
    assert not overlap({case.id: visible_text(case) for case in cases}, lessons).exact
    assert all(set(re.findall(r"\w+|[^\w\s]", case.text.lower())) <= set(COURSE.words) for case in cases)


def test_the_mask_lets_the_input_in_where_there_is_one() -> None:
    pushed = machine.NUMBER["input"]
    assert pushed in COURSE.allowed([], 16) and pushed not in course(BytecodeOptions()).allowed([], 16)
    assert len(course(BytecodeOptions()).operations) == 13
    for lesson in islice(COURSE.lessons("training", 0, [16]), 60):
        assert COURSE.agrees(lesson.slots, lesson.examples) and COURSE.agrees(lesson.slots, lesson.held_out)
        assert all(op in COURSE.allowed([o for o, _ in lesson.slots[:at]], 16)
                   for at, (op, _) in enumerate(lesson.slots))


def test_normal_programs_do_the_same_and_differ_in_nothing_that_is_not_used() -> None:
    lesson = next(COURSE.lessons("training", 0, [16]))
    odd = [(operation, argument if operation == machine.NUMBER["push"] else 7) for operation, argument in lesson.slots]
    assert COURSE.normal(odd) == lesson.slots and COURSE.agrees(odd, lesson.held_out)


def test_a_lesson_echoes_the_top_and_the_depth_of_the_stack_after_each_slot() -> None:
    for lesson in islice(course(BytecodeOptions()).lessons("training", 0, [16]), 60):
        tops, depths = zip(*lesson.echo, strict=True)
        assert tops == tuple(state % 100 for state in lesson.states)
        assert depths[0] == depths[-1] == 1 and max(depths) >= 2
        assert all(abs(b - a) <= 1 for a, b in zip(depths, depths[1:], strict=False))
