"""What stands in for a program while its tests are replayed: arguments changed in place, exceptions of their type."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.execute.inside import driver

KEYS = st.one_of(st.integers(), st.text(max_size=3), st.booleans())
PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.frozensets(st.integers(), max_size=3)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4),
                            st.sets(KEYS, max_size=4), st.tuples(inner, inner)), max_leaves=12)
CHANGEABLE = st.one_of(st.lists(PLAIN, max_size=5), st.dictionaries(KEYS, PLAIN, max_size=5), st.sets(KEYS, max_size=5))


@given(CHANGEABLE, CHANGEABLE)
def test_an_argument_becomes_what_the_program_made_of_it_in_place(old, new):
    holder = [old]
    if type(old) is not type(new):
        before = copy.deepcopy(old)
        assert not driver._overwrite(old, new)
        assert old == before
        return
    assert driver._overwrite(old, copy.deepcopy(new))
    assert holder[0] is old
    assert repr(old) == repr(new) or old == new


@given(st.lists(CHANGEABLE, min_size=1, max_size=4))
def test_whoever_holds_a_part_of_an_argument_sees_it_change(rows):
    held = list(rows)
    driver._overwrite(rows, [type(row)() for row in rows])
    assert held == [type(row)() for row in held]
    assert all(a is b for a, b in zip(held, rows, strict=True))


@given(CHANGEABLE, PLAIN)
def test_a_lost_argument_is_equal_to_nothing_that_a_test_can_name(argument, anything):
    before = copy.deepcopy(argument)
    driver._put([(argument,), {}], "lost")
    assert argument != before
    assert argument != anything


@pytest.mark.parametrize(("said", "kind", "message"), [
    ("ValueError: below", ValueError, "below"), ("KeyError", KeyError, "''"), ("SystemExit: 0", SystemExit, "0"),
    ("Odd: thing", Exception, "thing"), ("UnicodeDecodeError: 'ascii'", Exception, "UnicodeDecodeError: 'ascii'"),
    ("print: x", Exception, "x"),
])
def test_an_exception_is_of_the_built_in_type_that_was_named(said, kind, message):
    made = driver.exception(said)
    assert (type(made), str(made)) == (kind, message)
