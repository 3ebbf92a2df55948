"""Programs over several registers: every step counts, sealed, dealt apart from lessons, and run exactly."""

from __future__ import annotations

import hashlib
import json
import re
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from substrates.modular_arithmetic.answers import answers, traces
from substrates.modular_arithmetic.course import course
from substrates.modular_arithmetic.options import ModularOptions
from substrates.modular_arithmetic.registers import programs
from substrates.modular_arithmetic.substrate import substrate

from checkable.core.case import visible_text
from checkable.learn.course import NothingToLearn, share_of
from checkable.measure.overlap import overlap

SPLITS = ("fresh", "paraphrase", "paired", "longer")
COURSE = course(ModularOptions(registers=3, modulus=17))
SLOTS = st.lists(st.tuples(st.integers(0, len(COURSE.operations) - 1), st.integers(0, COURSE.arguments - 1)))


def options(split: str, **more) -> ModularOptions:
    return ModularOptions(**{"split": split, "registers": 3, "modulus": 17, "length": 4, "count": 20, **more})


def test_cases_of_one_register_are_what_they_were_before_there_were_more() -> None:
    said = [[case.id, case.text] for split in SPLITS
            for case in substrate.cases(ModularOptions(split=split, length=4, count=8), None).cases]
    assert hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16] == "05b0450c2f3bf1aa"


@pytest.mark.parametrize("split", SPLITS)
def test_cases_are_the_same_every_time_and_have_an_answer_and_a_trace_with_pointers(split: str) -> None:
    made = substrate.cases(options(split), None)
    assert made == substrate.cases(options(split), None)
    found, right = traces(options(split), None), answers(options(split), None)
    assert {case.id for case in made.cases} == set(right) == set(found)
    for case in made.cases:
        gold = found[case.id]
        assert case.attributes["length"] == len(gold["slots"]) == len(gold["states"]) == len(gold["pointers"])
        assert gold["states"][-1][gold["pointers"][-1][0]] == right[case.id]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 6), st.integers(2, 9))
def test_every_register_is_written_before_it_is_read_and_every_step_reaches_the_answer(seed, registers, length) -> None:
    program, _ = next(programs("training", 97, registers, str(seed), [length]))
    assert [one.kind == "give" for one in program.steps] == [False] * (length - 1) + [True]
    wanted = {program.steps[-1].to}
    for one in reversed(program.steps[:-1]):
        assert one.to in wanted and one.read != one.to
        wanted = (wanted - {one.to} if one.kind == "put" else wanted) | ({one.read} - {None})
    assert not wanted


@settings(max_examples=150, deadline=None)
@given(SLOTS)
def test_the_machine_runs_any_program_as_plain_arithmetic_does(slots) -> None:
    state, states, answer = [0, 0, 0], [], None
    for name, argument in ((COURSE.operations[o], a) for o, a in slots):
        if name == "end" or (name == "give" and argument < 17):
            break
        if name == "give":
            answer = state[argument - 17]
            states.append(tuple(state))
            break
        kind, to = name.split("-")
        operand, old = argument if argument < 17 else state[argument - 17], state["abc".index(to)]
        state["abc".index(to)] = {"put": operand, "add": old + operand, "subtract": old - operand,
                                  "multiply": old * operand}[kind] % 17
        states.append(tuple(state))
    run = COURSE.run(0, slots)
    assert (run.answer, run.states) == (answer, tuple(states))


def test_a_listing_is_read_back_and_what_is_none_is_not() -> None:
    for lesson in islice(COURSE.lessons("training", 0, [2, 5]), 40):
        assert COURSE.read(COURSE.listing(0, lesson.slots)) == (0, lesson.slots)
        assert COURSE.run(0, lesson.slots).answer == lesson.answer
    assert COURSE.read("put a 5 ; give d") is COURSE.read("put a 17; give a") is COURSE.read("add 5") is None


def test_only_what_gives_may_end_a_program() -> None:
    give = len(COURSE.operations) - 1
    assert COURSE.allowed([], 4) == frozenset(range(1, give + 1))
    assert COURSE.allowed([1, 4, 5], 4) == {give} and COURSE.allowed([1, give], 4) == {COURSE.END}


@pytest.mark.parametrize("split", SPLITS)
def test_no_case_is_among_the_lessons_and_every_word_is_in_the_course(split: str) -> None:
    cases = substrate.cases(options(split), None).cases
    lessons = [one.text for one in islice(COURSE.lessons("training", 0, [2, 3, 4]), 300)]
    assert not overlap({case.id: visible_text(case) for case in cases}, lessons).exact
    assert all(set(re.findall(r"\w+|[^\w\s]", case.text)) <= set(COURSE.words) for case in cases)
    assert {share_of(case.family) for case in cases} == {"evaluation"}


def test_a_paired_program_is_one_family_in_two_wordings() -> None:
    cases = substrate.cases(options("paired"), None).cases
    pairs = list(zip(cases[::2], cases[1::2], strict=True))
    assert len(pairs) == 20 and all(a.family == b.family and a.text != b.text for a, b in pairs)


def test_longer_programs_are_longer_than_every_lesson() -> None:
    assert {case.attributes["length"] for case in substrate.cases(options("longer"), None).cases} == {5, 6, 7, 8}


def test_a_program_of_several_registers_has_two_steps_at_least() -> None:
    with pytest.raises(ValueError, match="one that puts and one that gives"):
        options("fresh", length=1)
    with pytest.raises(ValueError, match="expected 2 to"):
        options("fresh", lengths=(1,))


def test_a_length_that_a_share_lacks_is_passed_over_and_none_at_all_is_said() -> None:
    there = {share_of(one.id) for share in ("evaluation", "validation", "training") for one, _ in
             islice(_some(share), 8)}
    lacking = next(share for share in ("validation", "evaluation") if share not in there)
    assert {len(one.steps) for one, _ in islice(programs(lacking, 2, 2, "s", [2, 5]), 10)} == {5}
    with pytest.raises(NothingToLearn, match=f"falls to {lacking}"):
        next(programs(lacking, 2, 2, "s", [2]))


def _some(share):
    """Programs of two steps over two registers modulo 2, of which there are two; none where the share has none."""
    try:
        yield from programs(share, 2, 2, "s", [2])
    except NothingToLearn:
        return


def test_what_a_step_reads_is_a_pointer_and_a_literal_is_none() -> None:
    slots = COURSE.read("put b 5; add a b; give a")[1]
    assert COURSE.pointers(slots) == [[None, 1], [1, 0], [0, None]]
