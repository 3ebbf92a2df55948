"""The prompts of Foofah: they show what is visible, and the feedback of a repair stays short."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from substrates.foofah import answers
from substrates.foofah.options import FoofahOptions

from checkable.core.candidate import Observation, Outcome
from checkable.core.case import Case, Example
from checkable.substrate import prompts

PROGRAM_PROMPTS = ("program", "verified-structural", "structural-python", "row-column-rule")
VALUES = {"program": "def transform(table):\n    return table", "feedback": "Row 1 differs."}


def rendered(foofah, name, case):
    values = VALUES if name == "repair" else {}
    return prompts.render(prompts.load(foofah.folder / "prompts", name), case=case, **values)


@pytest.mark.parametrize("name", ["direct", "repair", *PROGRAM_PROMPTS])
def test_a_prompt_shows_example_and_query_and_never_the_answer(foofah, name):
    found = answers.answers(FoofahOptions(count=50), None)
    for case in foofah.cases(FoofahOptions(count=50), None).cases:
        system, user = rendered(foofah, name, case).messages
        assert (system.role, user.role) == ("system", "user")
        for table in (case.examples[0].input, case.examples[0].output, case.query):
            assert all(json.dumps(row, ensure_ascii=False) in user.content for row in table)
        answer = ",\n ".join(json.dumps(row, ensure_ascii=False) for row in found[case.id])
        assert answer not in user.content


@pytest.mark.parametrize("name", ["direct", "repair", *PROGRAM_PROMPTS])
def test_all_prompts_of_a_case_begin_with_the_same_tables(foofah, name):
    for case in foofah.cases(FoofahOptions(count=20), None).cases:
        direct, other = rendered(foofah, "direct", case), rendered(foofah, name, case)
        assert direct.messages[0] == other.messages[0]
        shared = direct.messages[1].content.split("New input:")[0]
        assert other.messages[1].content.startswith(shared)


def test_a_prompt_fits_into_2000_tokens(foofah):
    for case in foofah.cases(FoofahOptions(), None).cases:
        for name in ("direct", *PROGRAM_PROMPTS):
            # A token is 1.7 characters in the worst of tables (digits and quotes).
            assert sum(len(message.content) for message in rendered(foofah, name, case).messages) <= 1.7 * 2000


def test_the_programs_prompts_name_the_entry_point(foofah):
    case = foofah.cases(FoofahOptions(count=1), None).cases[0]
    for name in (*PROGRAM_PROMPTS, "repair"):
        assert f"def {foofah.entry_point}(table):" in rendered(foofah, name, case).messages[1].content


def test_what_the_prompts_say_is_in_scope_is_in_scope(foofah):
    for namespace in foofah.namespaces.values():
        assert set(namespace.preload) == {"re", "math", "Counter", "defaultdict"}
    assert next(iter(foofah.namespaces)) == "standard"


def case_of(output) -> Case:
    return Case(id="a", family="f", examples=(Example(input=[["x"]], output=output),), query=[["y"]])


def fed_back(foofah, output, seen=None, problem=None):
    return foofah.feedback(case_of(output), () if seen is None else (seen,), problem)


def test_feedback_shows_the_first_rows_that_differ(foofah):
    got = Observation(outcome=Outcome.OK, value=[["a", "1"], ["b", "3"]])
    text = fed_back(foofah, [["a", "1"], ["b", "2"], ["c", "4"]], got)
    assert "2 rows of 2 cells; expected is 3 rows of 2 cells" in text
    assert 'Row 2 expected: ["b", "2"]' in text and 'Row 2 returned: ["b", "3"]' in text
    assert "Row 3 returned: no such row" in text and "Row 1" not in text


def test_feedback_shows_spaces_as_they_are(foofah):
    text = fed_back(foofah, [["a  b"]], Observation(outcome=Outcome.OK, value=[["a b"]]))
    assert '["a  b"]' in text and '["a b"]' in text


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (Observation(outcome=Outcome.EXCEPTION, error="IndexError: list index out of range"), "IndexError: list index"),
        (Observation(outcome=Outcome.TIMEOUT), "did not finish"),
        (Observation(outcome=Outcome.MEMORY), "memory"),
        (Observation(outcome=Outcome.WRONG_SHAPE, error="expected a list of rows, got nothing"), "list of rows"),
        (Observation(outcome=Outcome.REFUSED, error="SyntaxError: invalid syntax"), "SyntaxError"),
    ],
)
def test_feedback_names_how_the_run_ended(foofah, seen, said):
    assert said in fed_back(foofah, [["a"]], seen)


def test_feedback_says_that_there_was_no_program(foofah):
    assert "no function transform" in fed_back(foofah, [["a"]], problem="no function transform(table) is defined")


TABLES = st.lists(st.lists(st.text(max_size=400), max_size=30), max_size=60)


@given(expected=TABLES, got=TABLES, error=st.text(max_size=5000), outcome=st.sampled_from(Outcome))
def test_feedback_is_short_whatever_happened(foofah, expected, got, error, outcome):
    seen = Observation(outcome=outcome, value=got if outcome is Outcome.OK else None, error=error)
    assert 0 < len(fed_back(foofah, expected, seen)) <= 1300
