"""Reading completions: one rule, and the one under which the recordings were read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.substrate.contract import Unreadable, WrongShape

TABLES = st.lists(st.lists(st.text(), max_size=4), max_size=4)
# Runs whose direct answers were read from the first "[" to the last "]".
FIRST_TO_LAST = (
    "foofah_selective_program_fallback/data/candidate_records.jsonl.gz",
    "foofah_ephemeral_program_induction/reports/eval_records_context.jsonl.gz",
    "foofah_ephemeral_program_induction/reports/eval_records_context_limit8.jsonl",
    "foofah_ephemeral_program_induction/reports/eval_records_induce_limit8.jsonl",
    "foofah_ephemeral_program_induction/reports/eval_records_context_stride10_limit25.jsonl.gz",
    "foofah_ephemeral_program_induction/reports/eval_records_context_v2_stride10_limit25.jsonl.gz",
    "foofah_program_ensemble_consensus/reports/smoke6_records.jsonl.gz",
)
# Later runs, in which what follows the first whole table was overlooked; and how often that mattered.
FIRST_TABLE = {
    "foofah_program_ensemble_consensus/reports/smoke6_v2_records.jsonl.gz": 6,
    "foofah_program_ensemble_consensus/reports/smoke_stride10_records.jsonl.gz": 10,
    "foofah_program_ensemble_consensus/reports/smoke_stride10_v2_records.jsonl.gz": 6,
    "foofah_program_strategy_portfolio/reports/pilot_train_dev_records.jsonl.gz": 1,
}


@given(table=TABLES, before=st.text(alphabet="abc \n`{}", max_size=9), after=st.text(alphabet="abc \n`{}", max_size=9))
def test_a_table_is_found_between_other_words(foofah, table, before, after):
    assert foofah.read_answer(before + json.dumps(table) + after) == table


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("I do not know", r"no '\['"),
        ("] and [", "not closed"),
        ('[["a"]]\n]', "not JSON"),
        ('[["a"], ["b"', "not JSON"),
        ('["a", "b"]', "row 1 is a value of type str"),
        ("[" * 5000 + "]" * 5000, "row 1|nested|not JSON"),
    ],
)
def test_an_unreadable_answer_says_what_is_missing(foofah, text, missing):
    with pytest.raises(Unreadable, match=missing):
        foofah.read_answer(text)


@pytest.mark.parametrize(
    "text",
    [
        "def transform(table):\n    return table",
        "```python\ndef transform(table):\n    return table\n```",
        "```\ndef transform(table):\n    return table\n```\nThis returns it.",
        "Here it is:\n```Python\ndef transform(table):\n    return table",
        "\n  def transform(table):\n    return table  \n\n",
    ],
)
def test_a_program_is_the_first_fence_or_else_the_whole_text(foofah, text):
    assert foofah.read_program(text) == "def transform(table):\n    return table"


def test_a_program_without_the_function_is_unreadable(foofah):
    with pytest.raises(Unreadable, match=r"transform\(table\)"):
        foofah.read_program("```python\nprint('hello')\n```")


def test_cells_become_text_as_python_writes_them(foofah):
    assert foofah.shape([[1, 2.5, None, True, "x"], []]) == [["1", "2.5", "None", "True", "x"], []]


@pytest.mark.parametrize("value", [None, "text", {"a": 1}, 3, ["row"], [["a"], None], [{"a": 1}]])
def test_what_is_no_table_has_the_wrong_shape(foofah, value):
    with pytest.raises(WrongShape):
        foofah.shape(value)


@given(left=TABLES, right=TABLES)
def test_tables_are_equal_only_where_every_cell_is(foofah, left, right):
    assert foofah.equal(left, right) == (json.dumps(left) == json.dumps(right))


def as_read(foofah, text):
    try:
        return foofah.read_answer(text)
    except Unreadable:
        return None


@pytest.mark.parametrize("name", FIRST_TO_LAST)
def test_recorded_answers_are_read_as_they_were(foofah, recordings, read_lines, name):
    rows = list(read_lines(recordings / f"qwen35_4b_{name}"))
    for row in rows:
        table = as_read(foofah, row["direct_raw"])
        assert (table is not None) == row["direct_parse_ok"], row["file"]
        assert table == row["direct_table"], row["file"]


@pytest.mark.parametrize("name", FIRST_TABLE)
def test_recorded_answers_of_later_runs_differ_only_behind_the_table(foofah, recordings, read_lines, name):
    others = 0
    for row in read_lines(recordings / f"qwen35_4b_{name}"):
        table = as_read(foofah, row["direct_raw"])
        if table != row["direct_table"]:
            others += 1
            first, end = json.JSONDecoder().raw_decode(row["direct_raw"], row["direct_raw"].index("["))
            assert table is None and first == row["direct_table"]
            assert set(row["direct_raw"][end:]) <= set("\n ]")
    assert others == FIRST_TABLE[name]


def programs(value):
    """Every recorded attempt at a program, however deep."""
    if isinstance(value, dict):
        if "code_raw" in value:
            yield value
        for inner in value.values():
            yield from programs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from programs(inner)


@pytest.mark.parametrize("name", (*FIRST_TO_LAST, *FIRST_TABLE))
def test_recorded_programs_are_read_as_they_were(foofah, recordings, read_lines, name):
    rows = [attempt for row in read_lines(recordings / f"qwen35_4b_{name}") for attempt in programs(row)]
    assert rows
    for row in rows:
        if row["code_found"]:
            assert foofah.read_program(row["code_raw"]) == row["code"]
        else:
            with pytest.raises(Unreadable):
                foofah.read_program(row["code_raw"])


def test_recorded_verdicts_follow_from_the_recorded_outputs(foofah, data, recordings, read_lines):
    cases = {case.id: case for case in foofah.cases(foofah.options(split="published"), data).cases}
    name = recordings / "qwen35_4b_foofah_selective_program_fallback/data/candidate_records.jsonl.gz"
    verdicts = 0
    for row in read_lines(name):
        case = cases[row["file"].removesuffix(".txt")]
        for attempt in row["rounds"]:
            for output, expected, verdict in (
                (attempt["visible_output"], case.examples[0].output, attempt["visible_pass"]),
                (attempt["hidden_output"], row["target_table"], attempt["hidden_exact"]),
            ):
                if output is not None:
                    assert foofah.equal(foofah.shape(output), expected) == verdict, row["file"]
                    verdicts += 1
    assert verdicts > 1000
