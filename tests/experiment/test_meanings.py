"""What code says, without how it is written, worked out once for each content."""

from __future__ import annotations

import json

import pytest

from checkable.experiment import meanings
from checkable.experiment.meanings import Meanings, meaning

ONE = b'"""Adds."""\nimport os\n\ndef add(a, b=1):\n    """Add."""\n    return a + b  # both\n'
SAME = b"import os\ndef add(a, b = 1):\n\n    return (a + b)\n"


def test_comments_docstrings_and_layout_are_no_part_of_it():
    assert meaning(ONE) == meaning(SAME)


@pytest.mark.parametrize("other", (ONE.replace(b"a + b", b"a - b"), ONE.replace(b"b=1", b"b=2"),
                                   ONE.replace(b"os", b"re"), ONE.replace(b"def add", b"async def add")))
def test_everything_else_is(other):
    assert meaning(other) != meaning(ONE)


def test_a_content_is_walked_once_for_all_processes(tmp_path, monkeypatch):
    first = Meanings(tmp_path)
    digest = first.of(ONE)
    first.keep()
    monkeypatch.setattr(meanings, "meaning", lambda content: pytest.fail("walked again"))
    assert Meanings(tmp_path).of(ONE) == digest == first.of(ONE)


def test_what_two_processes_learn_at_once_costs_at_most_a_walk(tmp_path):
    one, other = Meanings(tmp_path), Meanings(tmp_path)
    expected = [one.of(ONE), other.of(b"x = 1\n")]
    one.keep()
    other.keep()
    later = Meanings(tmp_path)
    assert [later.of(ONE), later.of(b"x = 1\n")] == expected


@pytest.mark.parametrize("damage", ("", "{", "[]", '{"a": 1}'))
def test_a_damaged_cache_is_made_anew(tmp_path, damage):
    first = Meanings(tmp_path)
    digest = first.of(ONE)
    first.keep()
    [kept] = tmp_path.iterdir()
    kept.write_text(damage)
    again = Meanings(tmp_path)
    assert again.of(ONE) == digest
    again.keep()
    assert json.loads(kept.read_text()) and Meanings(tmp_path).of(ONE) == digest


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "file").write_text("")
    nowhere = Meanings(tmp_path / "file" / "below")
    assert nowhere.of(ONE) == meaning(ONE)
    nowhere.keep()
