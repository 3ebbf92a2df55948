"""Trace repair: programs run alike everywhere, one edit repairs them, no case is a lesson, evidence is what it says."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from substrates.trace_repair import language
from substrates.trace_repair.answers import answers, traces
from substrates.trace_repair.course import course
from substrates.trace_repair.edits import edits
from substrates.trace_repair.evaluated import evaluated
from substrates.trace_repair.made import FAMILIES, HELD_OUT, Problem, family, problems
from substrates.trace_repair.options import TraceRepairOptions
from substrates.trace_repair.shown import EVIDENCE
from substrates.trace_repair.substrate import substrate

from checkable.core.case import visible_text
from checkable.learn.course import Course
from checkable.measure.overlap import overlap
from checkable.substrate.contract import Unreadable

SPLITS = ("fresh", "paraphrase", "paired", "held-out", "longer")
digits = st.lists(st.integers(0, 5), max_size=7)


def options(split: str = "fresh", **others: object) -> TraceRepairOptions:
    return TraceRepairOptions(split=split, count=30, **others)


@cache
def lessons(count: int) -> list[Problem]:
    return list(islice(problems("training", "0", visible=4), count))


@st.composite
def written_programs(draw: st.DrawFn) -> language.Program:
    """What a decoder may write under the typed mask, with whatever arguments."""
    room, slots = draw(st.integers(1, language.SLOTS)), []
    while len(slots) < room:
        operations = [operation for operation, _ in slots]
        chosen = draw(st.sampled_from(sorted(language.allowed(operations, room))))
        if chosen == Course.END:
            break
        slots.append((chosen, draw(st.integers(0, language.ARGUMENTS - 1))))
    return language.of_slots(slots)


def ran(source: str, inputs: list[list[int]]) -> list[object]:
    scope: dict[str, object] = {}
    exec(source, scope)
    return scope["repaired"](inputs)  # type: ignore[operator]


@settings(max_examples=150, deadline=None)
@given(written_programs(), digits)
def test_whatever_the_mask_lets_through_runs_to_a_digit_or_a_word_here_and_in_python(program, numbers) -> None:
    value = language.run(program, numbers)
    assert value in range(language.BASE) or value in language.WORDS
    assert ran(language.python(program), [numbers]) == [value]


@settings(max_examples=150, deadline=None)
@given(written_programs())
def test_a_program_is_read_as_it_is_written_and_the_mask_lets_it_through(program) -> None:
    assert language.read(language.written(program)) == program
    assert language.of_slots(language.slots(program)) == program
    operations = [language.NUMBER[name] for name, _ in program]
    for at, operation in enumerate(operations):
        assert operation in language.allowed(operations[:at], language.SLOTS)


@settings(max_examples=60, deadline=None)
@given(written_programs())
def test_edits_are_other_programs_each_of_them_once_and_lead_back(program) -> None:
    found = list(edits(program))
    assert len(set(found)) == len(found) and program not in found
    assert all(program in set(edits(one)) for one in found[::17])


@pytest.mark.parametrize(("text", "says"), [
    ("evens sums", "'sums' is no step"), ("evens", "has an aggregate"), ("sum plus", "takes a number from 1 to 5"),
    ("sum evens", "takes a list and gets a number"), ("sum parity plus 1", "takes a number and gets a word"),
    ("", "has an aggregate"),
])
def test_what_is_no_program_says_where_it_stops_being_one(text: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        substrate.read_program(text)


@pytest.mark.parametrize(("program", "numbers", "value"), [
    ("sum plus 3", [4, 5], 0), ("evens count", [1, 3], 0), ("over 2 max", [2, 3, 5, 1], 5),
    ("last parity", [2, 5], "odd"), ("mirrors first times 5", [4, 1], 5), ("min above 2", [3, 5], "high"),
    ("doubles nexts min", [5, 4], 3),
])
def test_the_language(program: str, numbers: list[int], value: object) -> None:
    assert language.run(language.read(program), numbers) == value


@pytest.mark.parametrize("split", SPLITS)
def test_cases_are_the_same_every_time_and_one_edit_of_the_given_program_gives_the_answers(split: str) -> None:
    made = substrate.cases(options(split), None)
    assert made == substrate.cases(options(split), None)
    found = answers(options(split), None)
    assert set(found) == {case.id for case in made.cases} == set(traces(options(split), None))
    for case in made.cases[:6]:
        assert ran(substrate.given_program(case), case.query) != found[case.id]
        assert any(ran(source, case.query) == found[case.id] for source in substrate.programs(case))


def test_programs_that_the_substrate_enumerates_fit_every_visible_case() -> None:
    for case in substrate.cases(options(), None).cases[:10]:
        fitting = list(substrate.programs(case))
        assert set(fitting) < set(substrate.edits(case))
        for source in fitting:
            assert all(ran(source, example.input) == example.output for example in case.examples)


@pytest.mark.parametrize("split", SPLITS)
def test_no_pair_of_programs_is_evaluated_and_trained_on_and_all_words_are_known(split: str) -> None:
    assert not {one.pair for one in lessons(1000)} & {one.problem.pair for one in evaluated(options(split))}
    cases = {case.id: visible_text(case) for case in substrate.cases(options(split), None).cases}
    trained = [one.case_text for one in islice(course(options(split)).lessons("training", 0, [6]), 100)]
    assert not overlap(cases, trained).exact
    words = set(course(options(split)).words)
    for case in substrate.cases(options(split), None).cases:
        assert set(re.findall(r"\w+|[^\w\s]", case.text)) <= words


def test_overlap_is_looked_for_in_what_a_case_shows_whatever_a_lesson_leaves_out() -> None:
    aligned, absent = (next(iter(course(options(evidence=evidence)).lessons("training", 0, [6])))
                       for evidence in ("aligned", "absent"))
    assert aligned.case_text == absent.case_text and aligned.text != absent.text


def test_held_out_families_are_in_no_lesson_and_all_their_steps_are() -> None:
    seen = {family(program) for one in lessons(1000) for program in (one.right, one.wrong)}
    assert not seen & HELD_OUT
    assert seen == set(FAMILIES) - HELD_OUT
    evaluated_on = [one.problem for one in evaluated(options("held-out"))]
    assert {one.family for one in evaluated_on} <= HELD_OUT
    steps = {name for one in lessons(1000) for name, _ in one.right}
    assert {name for one in evaluated_on for name, _ in one.right} <= steps


def test_longer_problems_are_longer_than_any_lesson() -> None:
    longer = [one.problem for one in evaluated(options("longer"))]
    assert min(len(one.right) for one in longer) > max(len(one.right) for one in lessons(1000))
    trained = [len(numbers) for one in lessons(1000) for numbers in one.visible]
    assert min(len(numbers) for one in longer for numbers in one.visible) > max(trained)


def said_of(traces: list, wanted: list) -> list[str]:
    return [" ".join(f"{value}to{want}" for value in trace) for trace, want in zip(traces, wanted, strict=True)]


def test_evidence_is_what_it_says() -> None:
    one = next(iter(evaluated(options())))
    said = {evidence: one.text(evidence) for evidence in EVIDENCE}
    wanted = [re.findall(r"for ([\d ]+) want (\w+)", said[e]) for e in ("aligned", "absent", "shuffled", "random")]
    assert all(found == wanted[0] and len(found) == 4 for found in wanted)
    got = {evidence: re.findall(r"got ([\w ]+) ", text) for evidence, text in said.items()}
    problem, other = one.problem, one.other
    assert got["aligned"] == said_of(problem.current(), problem.wanted())
    assert got["shuffled"] == said_of(other.current(), problem.wanted())
    assert got["exchanged"] == said_of(other.current(), other.wanted())
    assert got["absent"] == got["withheld"] == []
    assert len(said["random"].split()) == len(said["aligned"].split()) and got["random"] != got["aligned"]
    assert "want" not in said["withheld"]
    assert re.findall(r"want (\w+)", said["exchanged"]) == [str(value) for value in one.other.wanted()]


def test_a_course_shows_its_evidence_of_cases_that_show_another() -> None:
    cases = substrate.cases(options(), None).cases
    texts = course(options(evidence="absent")).texts(cases)
    assert all("got" in case.text and "got" not in text for case, text in zip(cases, texts, strict=True))
    assert course(options()).texts(cases) == [case.text for case in cases]


def test_lessons_are_scored_by_what_programs_do_and_not_by_how_they_are_written() -> None:
    made = course(options())
    same, other = (made.run(0, language.slots(language.read(text))).answer
                   for text in ("max plus 1 plus 2", "max plus 2"))
    assert made.run(0, language.slots(language.read("max plus 3"))).answer == same != other


@settings(max_examples=60, deadline=None)
@given(written_programs(), digits)
def test_a_trace_is_what_steps_give_from_the_aggregate_on_and_ends_with_the_output(program, numbers) -> None:
    at = next(at for at, (name, _) in enumerate(program) if language.STEPS[name].gives == "number")
    ends = [language.run(program[:end], numbers) for end in range(at + 1, len(program) + 1)]
    assert language.trace(program, numbers) == tuple(ends)


@pytest.mark.parametrize("template", ["direct", "program", "repair"])
def test_prompts_show_only_what_the_case_shows(template: str) -> None:
    text = (substrate.folder / "prompts" / f"{template}.md").read_text()
    assert "{{ case.text }}" in text and "examples" not in text


@pytest.mark.parametrize("template", ["program", "repair"])
def test_prompts_name_every_step(template: str) -> None:
    text = (substrate.folder / "prompts" / f"{template}.md").read_text()
    assert all(re.search(rf"\b{name}\b", text) for name in language.STEPS)
