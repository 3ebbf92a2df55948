"""Typed bytecode: whatever the mask lets through is a program, gold programs are let through, cases are no lessons."""

from __future__ import annotations

import re
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from substrates.bytecode import machine
from substrates.bytecode.answers import answers, traces
from substrates.bytecode.course import course
from substrates.bytecode.options import BytecodeOptions
from substrates.bytecode.questions import MAKERS, questions
from substrates.bytecode.substrate import substrate

from checkable.core.case import visible_text
from checkable.learn.course import Course
from checkable.measure.overlap import overlap

SPLITS = ("fresh", "paraphrase", "paired", "longer")
N = machine.NUMBER


def options(split: str) -> BytecodeOptions:
    return BytecodeOptions(split=split, count=60)


@settings(max_examples=300, deadline=None)
@given(st.data(), st.integers(1, 16))
def test_every_program_that_the_mask_lets_through_leaves_one_value(data, slots: int) -> None:
    operations: list[int] = []
    while len(operations) < slots:
        chosen = data.draw(st.sampled_from(sorted(machine.allowed(operations, slots))))
        if chosen == Course.END:
            break
        operations.append(chosen)
    program = [(operation, data.draw(st.integers(0, 99))) for operation in operations]
    answer, tops = machine.run(program)
    assert answer is not None and len(tops) == len(program)


@pytest.mark.parametrize("longer", [False, True])
def test_the_mask_lets_every_gold_program_through(longer: bool) -> None:
    for question, _ in islice(questions("training", "0", longer=longer), 300):
        written: list[int] = []
        for operation, _argument in question.slots:
            assert operation in machine.allowed(written, machine.SLOTS)
            written.append(operation)
        assert len(written) == machine.SLOTS or Course.END in machine.allowed(written, machine.SLOTS)


@pytest.mark.parametrize(("program", "left"), [
    ([("push", 7), ("push", 60), ("mul", 0)], 420),
    ([("push", 3), ("push", 5), ("sub", 0)], -2),
    ([("push", 9), ("push", 7), ("mod", 0)], 2),
    ([("push", 9), ("push", 0), ("mod", 0)], 9),  # total: the modulus 0 leaves a number as it is
    ([("push", 4), ("push", 30), ("gt", 0), ("not", 0)], 1),
    ([("push", 14), ("lookup-a", 0)], machine.TABLES["lookup-a"][2]),
    ([("push", 1), ("end", 0), ("push", 2)], 1),
    ([("push", 1), ("push", 2)], None),
    ([("add", 0)], None),
])
def test_the_machine(program: list[tuple[str, int]], left: int | None) -> None:
    assert machine.run([(N[name], argument) for name, argument in program])[0] == left


@pytest.mark.parametrize("split", SPLITS)
def test_cases_are_the_same_every_time_of_all_six_domains_and_have_an_answer(split: str) -> None:
    made = substrate.cases(options(split), None)
    assert made == substrate.cases(options(split), None)
    assert {case.attributes["domain"] for case in made.cases} == set(MAKERS)
    found = answers(options(split), None)
    assert set(found) == {case.id for case in made.cases} == set(traces(options(split), None))
    assert all(isinstance(answer, int) and 0 <= answer < 1000 for answer in found.values())


@pytest.mark.parametrize("split", SPLITS)
def test_no_case_is_among_the_lessons_and_all_its_words_are(split: str) -> None:
    cases = {case.id: visible_text(case) for case in substrate.cases(options(split), None).cases}
    lessons = [one.text for one in islice(course(options(split)).lessons("training", 0, [16]), 1000)]
    assert not overlap(cases, lessons).exact
    words = set(course(options(split)).words)
    for case in substrate.cases(options(split), None).cases:
        assert set(re.findall(r"\w+|[^\w\s]", case.text.lower())) <= words


def test_a_question_is_evaluated_once_however_small_its_domain() -> None:
    cases = substrate.cases(BytecodeOptions(count=600), None).cases
    assert len({case.family for case in cases}) == 600


def test_longer_questions_take_more_slots_than_any_lesson_of_their_domain() -> None:
    def longest(longer: bool) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {name: [] for name in MAKERS}
        for question, _ in islice(questions("training", "0", longer=longer), 600):
            found[question.domain].append(len(question.slots))
        return found

    lessons, longer = longest(False), longest(True)
    assert all(min(longer[name]) > max(lessons[name]) for name in MAKERS)
    assert max(max(lengths) for lengths in longer.values()) <= machine.SLOTS


@pytest.mark.parametrize("template", ["direct", "program", "repair"])
def test_prompts_print_the_tables_of_the_machine(template: str) -> None:
    text = (substrate.folder / "prompts" / f"{template}.md").read_text()
    assert all(", ".join(map(str, table)) in text for table in machine.TABLES.values())
