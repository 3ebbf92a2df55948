"""Programs in words: the same everywhere, sealed, dealt apart from lessons, and run exactly."""

from __future__ import annotations

import json
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from substrates.modular_arithmetic.answers import answers, traces
from substrates.modular_arithmetic.course import course
from substrates.modular_arithmetic.options import ModularOptions
from substrates.modular_arithmetic.programs import PHRASES, SEPARATORS, Program, held_out, programs
from substrates.modular_arithmetic.substrate import substrate

from checkable.core.case import visible_text
from checkable.learn.course import NothingToLearn, share_of
from checkable.measure.overlap import overlap

SPLITS = ("fresh", "paraphrase", "paired", "longer")
STEPS = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 96)), min_size=1, max_size=24)


def options(split: str, **more) -> ModularOptions:
    return ModularOptions(split=split, length=4, count=20, **more)


@pytest.mark.parametrize("split", SPLITS)
def test_cases_are_the_same_every_time_and_have_an_answer_and_a_trace(split: str) -> None:
    made = substrate.cases(options(split), None)
    assert made == substrate.cases(options(split), None)
    ids = {case.id for case in made.cases}
    assert len(ids) == len(made.cases)
    assert ids == set(answers(options(split), None)) == set(traces(options(split), None))


def test_where_programs_are_few_each_is_asked_once() -> None:
    few = ModularOptions(modulus=5, length=1, count=200)
    found = [case.id for case in substrate.cases(few, None).cases]
    assert len(set(found)) == len(found) < 5 * 3 * 4
    assert set(found) == set(answers(few, None))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 96), STEPS)
def test_the_machine_runs_programs_as_plain_arithmetic_does(start: int, steps: list[tuple[int, int]]) -> None:
    value = start
    for operation, argument in steps:
        value = {1: value + argument, 2: value - argument, 3: value * argument}[operation] % 97
    run = course(ModularOptions()).run(start, steps)
    assert (run.answer, run.states[-1], len(run.states)) == (value, value, len(steps))


def test_what_stands_behind_an_end_is_not_run() -> None:
    run = course(ModularOptions()).run(5, [(1, 2), (0, 9), (3, 7)])
    assert (run.answer, run.states) == (7, (7,))


def test_a_paired_program_is_one_family_in_two_wordings() -> None:
    cases = substrate.cases(options("paired"), None).cases
    pairs = list(zip(cases[::2], cases[1::2], strict=True))
    assert len(pairs) == 20 and all(a.family == b.family and a.text != b.text for a, b in pairs)
    found = answers(options("paired"), None)
    assert all(found[a.id] == found[b.id] for a, b in pairs)


def test_longer_programs_are_longer_than_every_lesson() -> None:
    cases = substrate.cases(options("longer"), None).cases
    assert {case.attributes["length"] for case in cases} == {5, 6, 7, 8}


def test_every_phrase_and_every_separator_is_trained_on_and_some_pairs_are_not() -> None:
    pairs = {(p, s): held_out(p, s) for p in range(4) for s in range(4)}
    trained = [pair for pair, held in pairs.items() if not held]
    assert {p for p, _ in trained} == set(range(len(PHRASES[1]))) and {s for _, s in trained} == \
        set(range(len(SEPARATORS)))
    assert 0 < sum(pairs.values()) < len(pairs) / 2 and not pairs[0, 0]


@pytest.mark.parametrize("split", SPLITS)
def test_no_case_is_among_the_lessons(split: str) -> None:
    cases = {case.id: visible_text(case) for case in substrate.cases(options(split), None).cases}
    lessons = [one.text for one in islice(course(options(split)).lessons("training", 0, [1, 2, 3, 4]), 400)]
    assert not overlap(cases, lessons).exact


@pytest.mark.parametrize("split", ["fresh", "paraphrase"])
def test_every_word_of_a_case_is_in_the_course(split: str) -> None:
    import re

    words = set(course(options(split)).words)
    for case in substrate.cases(options(split), None).cases:
        assert set(re.findall(r"\w+|[^\w\s]", case.text)) <= words


def test_a_case_holds_no_state_of_its_program() -> None:
    (case,) = substrate.cases(ModularOptions(length=24, count=1), None).cases
    assert not case.examples and set(case.attributes) == {"length", "wording"}
    assert json.dumps(traces(ModularOptions(length=24, count=1), None)[case.id]["states"]) not in visible_text(case)


def test_evaluated_programs_are_of_the_share_for_evaluation() -> None:
    assert {share_of(case.family) for case in substrate.cases(options("fresh"), None).cases} == {"evaluation"}


@pytest.mark.parametrize("wrong", [{"lengths": (5,)}, {"lengths": (0,)}, {"split": "longer", "lengths": (4,)}])
def test_lengths_that_no_program_of_the_split_has_are_refused(wrong) -> None:
    with pytest.raises(ValueError, match="lengths"):
        ModularOptions(**{"length": 4, **wrong})


def test_a_program_without_steps_ends_where_it_starts() -> None:
    assert Program(modulus=97, start=8, steps=()).answer == 8


def test_a_length_that_a_share_lacks_is_passed_over_and_none_at_all_is_said():
    lacking = next(share for share in ("evaluation", "validation", "training")
                   if not any(share_of(Program(modulus=2, start=start, steps=()).id) == share for start in range(2)))
    lengths = {len(program.steps) for program, _ in islice(programs(lacking, 2, "s", (0, 3)), 20)}
    assert lengths == {3}
    with pytest.raises(NothingToLearn, match=f"no program of length 0 modulo 2 falls to {lacking}"):
        next(programs(lacking, 2, "s", (0,)))
