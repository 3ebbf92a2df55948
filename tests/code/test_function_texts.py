"""Programs in what a model wrote, calls and values as text, and variations of visible arguments."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.core.execution import Call
from checkable.substrate.contract import Unreadable, WrongShape
from checkable.substrate.functions.calls import NotACall, read_call, write_call
from checkable.substrate.functions.programs import read_program, with_preamble
from checkable.substrate.functions.ranges import read_ranges, within
from checkable.substrate.functions.tests import calls, defined, entry_point
from checkable.substrate.functions.values import as_text
from checkable.substrate.functions.variations import variations

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=3), inner,
                                                                                          max_size=3), max_leaves=8)


@pytest.mark.parametrize(("text", "source"), [
    ("Sure!\n```python\ndef f(x):\n    return x\n```\nDone.", "def f(x):\n    return x"),
    ("```\nnothing here\n```\n```py\nf = lambda x: x\n```", "f = lambda x: x"),
    ("def f(x):\n    return x\n", "def f(x):\n    return x"),
    ("```python\r\ndef f(x):\r\n    return x\r\n```", "def f(x):\n    return x"),
    ("```python\ndef f(x):\n    return x + ", "def f(x):\n    return x + "),  # cut off: kept as it is, and fails
    ("```bash\nls\n```\n```python\ndef f(): ...\n```", "def f(): ..."),
    ("def f(): ...\n```", "def f(): ..."),  # the prompt ended with the opening fence
    ("def f(): ...\n```\nIt does nothing:\n```python\nf()\n```", "def f(): ..."),
    ("Define def f() so:\n```python\ndef f(): ...\n```", "def f(): ..."),
    ("x = 1\n```python\ndef f(): ...\n```", "def f(): ..."),
])
def test_the_first_block_that_defines_a_function_is_the_program(text, source):
    assert read_program(text) == source


@pytest.mark.parametrize(("text", "why"), [
    ("", "empty"), ("I cannot do that.", "no fenced block"),
    ("```python\nprint(1)\n```", "none of the 1 fenced blocks"),
])
def test_a_completion_without_a_function_says_what_is_missing(text, why):
    with pytest.raises(Unreadable, match=why):
        read_program(text)


def test_a_preamble_stands_before_a_program_but_behind_its_future_imports():
    whole = with_preamble("import math", "from __future__ import annotations\ndef f(x: List) -> int: return math.pi")
    assert whole.splitlines()[:2] == ["from __future__ import annotations", "import math"]
    scope = {}
    exec(compile(whole, "", "exec", dont_inherit=True), scope)
    assert scope["f"](None) == math.pi
    assert with_preamble("", "def f(): ...") == "def f(): ..."


@given(st.lists(PLAIN, max_size=3))
def test_a_call_that_is_written_reads_the_same(arguments):
    read = read_call(write_call("f", arguments))
    assert (read.function, list(read.arguments)) == ("f", arguments)


@pytest.mark.parametrize("text", ["f(x)", "f(1).g", "f(*[1])", "1", "f(1); f(2)", "x = f(1)", "f(**{})", "f("])
def test_what_is_no_call_of_plain_values_is_refused(text):
    with pytest.raises(NotACall):
        read_call(text)


def test_special_values_are_plain_too():
    assert read_call("f(set(), float('inf'))").arguments == (set(), math.inf)


@given(PLAIN)
def test_a_value_reads_like_its_copies(value):
    assert as_text(value) == as_text(eval(repr(value)))


@pytest.mark.parametrize(("left", "right"), [
    (2, 2.0), (True, 1), ({1, 2, 3}, {3, 2, 1}), ({"a": 1, "b": 2}, {"b": 2, "a": 1}), (0.1 + 0.2, 0.3),
    (set(), set())])
def test_values_that_an_assert_calls_equal_read_the_same(left, right):
    assert as_text(left) == as_text(right)


@pytest.mark.parametrize(("left", "right"), [([1], (1,)), ("1", 1), ((1,), 1), ({}, set()), (None, 0), ("a", b"a")])
def test_values_that_an_assert_tells_apart_do_not_read_the_same(left, right):
    assert as_text(left) != as_text(right)


def test_a_value_that_is_too_long_to_compare_is_refused():
    with pytest.raises(WrongShape, match="characters"):
        as_text("x" * 30_000)


def test_the_function_is_read_from_tests_and_definitions():
    tests = ("assert set(shared((1, 2), (2,))) == set(helper(2))", "assert shared((1,), ()) == ()")
    source = "def helper(x): ...\ndef shared(a, b): ...\nclass Node: ...\n"
    assert entry_point(tests, defined(source)) == "shared"
    assert [call.arguments for call in calls(tests, "shared")] == [((1, 2), (2,)), ((1,), ())]
    with pytest.raises(ValueError, match="no test calls"):
        entry_point(tests, frozenset(("other",)))


@given(st.lists(st.integers() | st.text(max_size=6) | st.lists(st.integers(), max_size=5) | st.booleans(), min_size=1,
                max_size=3), st.text(max_size=4))
def test_variations_are_distinct_calls_that_are_not_shown_and_keep_the_types(arguments, key):
    shown = [Call(function="f", arguments=tuple(arguments))]
    made = variations(shown, 6, key)
    assert made == variations(shown, 6, key)
    assert len(set(made)) == len(made) <= 6
    assert write_call("f", arguments) not in made
    for text in made:
        assert [type(a) for a in read_call(text).arguments] == [type(a) for a in arguments]


def test_a_variation_that_has_no_literal_is_left_out():
    assert all("inf" not in text for text in variations([Call(function="f", arguments=(1.7e308,))], 6, "key"))


def test_nothing_visible_has_no_variations():
    assert variations([], 5, "key") == ()


def test_task_numbers_are_in_ranges():
    assert [task for task in range(20) if within(task, "3-5, 9")] == [3, 4, 5, 9]
    assert within(7, None)
    with pytest.raises(ValueError, match="ranges of numbers"):
        read_ranges("3..5")
