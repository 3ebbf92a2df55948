"""The strict YAML loader: YAML 1.2's scalars, a place for everything, no surprises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.spec.errors import SpecErrors
from checkable.spec.yaml_lines import parse_yaml, read_yaml

PATH = Path("some.yaml")


def parse(text: str):
    return parse_yaml(text, PATH)[1]


@pytest.mark.parametrize(("text", "value"), [
    ("true", True), ("False", False), ("yes", "yes"), ("off", "off"), ("NO", "NO"), ("null", None), ("~", None),
    ("", None),
    ("12", 12), ("-3", -3), ("+4", 4), ("010", 10), ("0o10", 8), ("0x1F", 31), ("1_000", "1_000"), ("12:30", "12:30"),
    ("1.5", 1.5), ("1e3", 1000.0), (".5", 0.5), ("-.inf", float("-inf")), ("1.5.1", "1.5.1"),
    ("2024-01-31", "2024-01-31"),
    ("'12'", "12"), ('"true"', "true"), ("a b", "a b"), ("138/250", "138/250"),
])
def test_scalars_are_those_of_the_core_schema_of_yaml_1_2(text, value):
    read = parse(f"x: {text}\n")["x"]
    assert read == value and type(read) is type(value)


def test_every_key_and_value_and_element_knows_its_line_and_column():
    document = parse("a: 1\nbé:\n  - x\n  -   [y, z]\n")
    key, value, element = document.key_spot("bé"), document.value_spot("bé"), document["bé"].value_spot(1)
    assert (key.mark.line, key.mark.column) == (1, 0)
    assert (value.mark.line, value.mark.column) == (2, 2)
    assert (element.mark.line, element.mark.column) == (3, 6)
    assert document["bé"][1].value_spot(1).mark.column == 10


def test_all_mistakes_of_form_are_found_at_once():
    with pytest.raises(SpecErrors) as caught:
        parse("a: &x 1\nb: *x\na: 2\n1: 3\n")
    assert [error.line for error in caught.value.errors] == [1, 2, 3, 4]


def test_mistakes_before_a_syntax_error_are_told_with_it():
    with pytest.raises(SpecErrors) as caught:
        parse("a: 1\na: 2\nb: [\n")
    assert [error.line for error in caught.value.errors][0] == 2 and len(caught.value.errors) == 2


def test_a_byte_that_is_not_utf_8_is_found_in_its_place(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes("title: é\nother: \xff\n".encode("latin-1"))
    with pytest.raises(SpecErrors) as caught:
        read_yaml(path)
    assert [(e.line, e.column) for e in caught.value.errors] == [(1, 8)]


def test_a_character_that_yaml_forbids_is_found_in_its_place():
    with pytest.raises(SpecErrors, match=r"some.yaml:2:\d+: not YAML"):
        parse("title: a\nother: \x07\n")


def test_a_byte_order_mark_shifts_nothing(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\nb: 2\n")
    spot = read_yaml(path)[1].key_spot("b")
    assert (spot.mark.line, spot.mark.column) == (1, 0) and spot.source.text[spot.mark.index] == "b"


def test_depth_is_bounded():
    with pytest.raises(SpecErrors, match="nested deeper"):
        parse("x: " + "[" * 5000 + "]" * 5000)


def test_an_empty_file_is_an_empty_mapping():
    assert parse("# nothing\n") == {}


words = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"))).filter(lambda text: text != "<<")
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-10**9, 10**9) | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=10,
)


@settings(deadline=None)
@given(st.dictionaries(words, plain, max_size=4))
def test_json_is_read_as_what_it_says(value):
    assert parse(json.dumps(value, ensure_ascii=False)) == value


@settings(deadline=None)
@given(st.text())
def test_no_text_whatever_raises_anything_but_spec_errors(text):
    try:
        parse(text)
    except SpecErrors as errors:
        assert all(error.line >= 1 and error.column >= 1 for error in errors.errors)
