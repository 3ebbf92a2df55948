"""The published problems: expressions mean what the records say they do, and recorded repairs count as published."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest
from substrates.trace_repair.answers import answers
from substrates.trace_repair.expressions import NotAnExpression, python
from substrates.trace_repair.options import TraceRepairOptions
from substrates.trace_repair.published import published
from substrates.trace_repair.substrate import substrate

from checkable.pool.recording import load_recording
from checkable.substrate.contract import NoGivenProgram, Unreadable

PUBLISHED = TraceRepairOptions(split="published")
data = Path(os.environ["CHECKABLE_DATA"]) if "CHECKABLE_DATA" in os.environ else None
with_data = pytest.mark.skipif(data is None, reason="needs the published records: set CHECKABLE_DATA")


def outputs(text: str, inputs: list[object]) -> object:
    """What the program of a completion makes of inputs; the error where there is none or it fails."""
    scope: dict[str, object] = {}
    try:
        exec(substrate.read_program(text), scope)
        return scope["repaired"](inputs)  # type: ignore[operator]
    except (Unreadable, KeyError, IndexError, TypeError, AttributeError, ZeroDivisionError) as error:
        return error


@pytest.mark.parametrize(("text", "given", "output"), [
    ('(format "M{}" (mod (sum values) modulus))\nuser\nuser', {"values": [6, 0, 14, 11, 16], "modulus": 8}, "M7"),
    ('(if (and (contains text needle) (gt (len text) 3)) "LONG" "MISS")', {"text": "abcd", "needle": "bc"}, "LONG"),
    ("low_label", {"low_label": "COLD"}, "COLD"),
    ('"MISS"', {}, "MISS"),
])
def test_an_expression_says_what_it_says_and_what_follows_is_not_read(text: str, given: dict, output: str) -> None:
    assert outputs(text, [given]) == [output]


@pytest.mark.parametrize(("text", "says"), [
    ("(if (contains text needle) 1", "does not close"), ("(replace text 1)", "'replace' is no operator"),
    ("(len text text)", "takes 1 and gets 2"), ('("MISS")', "is no operator"), ("", "has an aggregate"),
    ("(len " * 5000, "too deep"),
])
def test_what_is_no_expression_cannot_be_read(text: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        substrate.read_program(text)


def test_a_text_in_an_expression_stays_a_text_in_python() -> None:
    assert outputs(json.dumps("'; import os #\n\\"), [{}]) == ["'; import os #\n\\"]
    with pytest.raises(NotAnExpression):
        python(")")


@with_data
def test_wrong_programs_make_what_was_recorded_of_the_visible_cases() -> None:
    for one in published(data):
        current = outputs(one.wrong, [given for given, _, _ in one.visible])
        assert current == [got for _, _, got in one.visible]


@with_data
@pytest.mark.parametrize(("recording", "right"), [
    ("qwen3.5-4b-trace", {"modulo_sum_label": 24, "tuple_branch_label": 23, "length_contains_code": 5}),
    ("qwen3.5-4b-no-trace", {"modulo_sum_label": 24}),
    ("qwen3.5-4b-shuffled", {"modulo_sum_label": 17, "tuple_branch_label": 5, "length_contains_code": 5}),
    ("qwen3.5-4b-before-bridge", {"modulo_sum_label": 24, "tuple_branch_label": 23}),
])
def test_recorded_greedy_repairs_are_as_often_right_as_published_family_by_family(recording: str, right: dict) -> None:
    found, sealed = Counter(), answers(PUBLISHED, data)
    recorded = load_recording(substrate.folder / f"recordings/{recording}.yaml", data=data)
    for case in substrate.cases(PUBLISHED, data).cases:
        (sample,) = recorded.samples(case.id, "program")
        found[case.family] += outputs(sample.attempts[0].text, case.query) == sealed[case.id]
    assert +found == right


@with_data
def test_published_programs_have_no_edits_to_enumerate() -> None:
    case = substrate.cases(PUBLISHED, data).cases[0]
    with pytest.raises(NoGivenProgram):
        next(iter(substrate.edits(case)))
