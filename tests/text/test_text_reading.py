"""Completions about text are read by one rule, whatever stands around."""

import pytest
from substrates.text.substrate import substrate

from checkable.substrate.contract import Unreadable, WrongShape


@pytest.mark.parametrize(("text", "read"), [
    ('"A. Rossi"', "A. Rossi"), ("A. Rossi\n", "A. Rossi"), ('\n\n  "  0042"\nbecause', "  0042"), ("42", "42"),
    ('"open', '"open'), ("[1, 2]", "[1, 2]"),
])
def test_an_answer_is_the_first_line_with_its_quotes_taken_off(text, read):
    assert substrate.read_answer(text) == read


def test_an_empty_completion_is_no_answer():
    with pytest.raises(Unreadable):
        substrate.read_answer(" \n ")


def test_a_program_is_what_the_fence_holds_or_the_whole():
    fenced = "Sure!\n```python\ndef transform(text):\n    return text\n```\nDone."
    assert substrate.read_program(fenced) == "def transform(text):\n    return text"
    assert substrate.read_program("def transform(text): return text") == "def transform(text): return text"
    with pytest.raises(Unreadable, match="transform"):
        substrate.read_program("print(1)")


def test_only_text_is_an_output():
    assert substrate.shape("x") == "x"
    with pytest.raises(WrongShape, match="int"):
        substrate.shape(3)
