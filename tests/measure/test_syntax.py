"""Two programs are the same whatever their names, and stay apart where they differ in what they say."""

from __future__ import annotations

import builtins
import keyword
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.measure.syntax import NEAR, near, normal_form, similarity

PROGRAM = '''
import re
from typing import List

def clean(rows: List[str], least: int = 2) -> List[str]:
    """Keep the long ones."""
    kept = []
    for row in rows:
        if len(row) > least:
            kept.append(re.sub("x", "y", row))  # a comment
    return kept
'''
SPOKEN = {*keyword.kwlist, *dir(builtins), "clean", "rows", "least", "kept", "row", "append", "sub"}
NAME = st.from_regex(r"[a-z]{3,8}", fullmatch=True).filter(lambda name: name not in SPOKEN)


def form(source: str) -> tuple[str, ...]:
    found = normal_form(source)
    assert found is not None
    return found


@given(st.lists(NAME, min_size=4, max_size=4, unique=True))
def test_other_names_make_no_other_program(names: list[str]) -> None:
    renamed = PROGRAM
    for old, new in zip(("clean", "rows", "least", "kept"), names, strict=True):
        renamed = re.sub(rf"\b{old}\b", new, renamed)
    assert form(renamed) == form(PROGRAM)


def test_docstrings_annotations_comments_and_imports_make_no_other_program() -> None:
    bare = '''
def clean(rows, least=2):
    kept = []
    for row in rows:
        if len(row) > least: kept.append(re.sub("x", "y", row))
    return kept
'''
    assert form(bare) == form(PROGRAM)


@pytest.mark.parametrize(("old", "new"), [('> least', '>= least'), ("= 2", "= 3"), ('"x", "y"', '"y", "x"'),
                                          ("return kept", "return rows"), ("len(row)", "sum(row)")])
def test_a_mutant_is_near_and_not_the_same(old: str, new: str) -> None:
    mutant = PROGRAM.replace(old, new)
    assert mutant != PROGRAM
    assert NEAR <= similarity(form(mutant), form(PROGRAM)) < 1


def test_another_way_to_the_same_result_is_far() -> None:
    other = 'def clean(rows, least=2):\n    return [re.sub("x", "y", row) for row in rows if len(row) > least]\n'
    assert similarity(form(other), form(PROGRAM)) < 0.8 < NEAR


def test_similarity_is_one_for_the_same_alone() -> None:
    a, b = form("def f(x): return x + 1"), form("def f(x): return 1 + x")
    assert 0 < similarity(a, b) < 1
    assert similarity(a, a) == 1


@given(st.lists(st.sampled_from("abcdef"), max_size=60).map(tuple), st.data())
def test_near_says_what_similarity_says(tokens: tuple[str, ...], data: st.DataObject) -> None:
    """Most pairs differ in a few places: those are where it is decided."""
    changed = list(tokens)
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(changed)))
        changed[at:at + data.draw(st.integers(0, 1))] = data.draw(st.sampled_from([[], ["z"], ["a"]]))
    other = tuple(changed)
    assert near(tokens, other) == (similarity(tokens, other) >= NEAR)


@pytest.mark.parametrize("text", ["def f(:", "\0", "(" * 10_000 + ")" * 10_000, ""])
def test_any_text_has_an_answer(text: str) -> None:
    assert normal_form(text) is None or isinstance(normal_form(text), tuple)


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    normal_form(text)
