"""Adapters: what each rung makes of an algorithm, executed in the sandbox; and what of a case is visible."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.adapt import Bounds, adapt, visible_calls
from checkable.adapt.arguments import constants_in, ways
from checkable.adapt.signatures import fits
from checkable.core.case import Case
from checkable.core.execution import Limits
from checkable.execute import Sandbox
from checkable.experiment.checking import Checker
from checkable.generate.retrieve_wrap import _run
from checkable.library import Algorithm
from checkable.substrate import registry

ROOT = Path(__file__).resolve().parents[2]
MBPP = registry.find("mbpp", ROOT)


def algorithm(source: str, signature: str) -> Algorithm:
    name = signature.partition("(")[0]
    return Algorithm(name=name, topic="t", file=f"t/{name}.py", signature=signature, summary="", prose="", use_when="",
                     complexity="", origin="", source=source, text=source, examples=(), refused=(), has_oracle=False,
                     properties=())


CHUNKS = algorithm("def chunks(values: list[int], size: int) -> list[list[int]]:\n"
                   "    return [values[at:at + size] for at in range(0, len(values), size)]\n",
                   "chunks(values: list[int], size: int) -> list[list[int]]")
TOTAL = algorithm("def _helper(x):\n    return x\n\n\ndef total(values: list[int]) -> int:\n"
                  "    return sum(_helper(v) for v in values)\n", "total(values: list[int]) -> int")
DIGITS = algorithm("def _helper(x):\n    return int(x)\n\n\ndef digits(number: int) -> list[int]:\n"
                   "    return [_helper(d) for d in str(number)]\n", "digits(number: int) -> list[int]")
ENDLESS = algorithm("def endless(number: int) -> int:\n    while True:\n        number += 1\n",
                    "endless(number: int) -> int")
NEEDS = algorithm("import zlib\n\n\ndef needs(number: int) -> int:\n    return zlib.crc32(b'')\n",
                  "needs(number: int) -> int")


@pytest.fixture(scope="module")
def climb():
    with Sandbox(workers=1, minimum_level=0) as sandbox:
        checker = Checker(MBPP, MBPP.namespaces["standard"], Limits(), sandbox)

        class OnlyRuns:
            run = staticmethod(checker.run)

        def climbed(test: str, *algorithms: Algorithm, rung: int, words: str = ""):
            case = Case(id="c", family="f", examples=(), query=None, text=words, tests=(test,), entry_point="f")
            found = adapt(algorithms, visible_calls(case), words=words, entry_point="f",
                          run=lambda source, calls: _run(case, source, calls, OnlyRuns), bounds=Bounds(rung=rung))
            return [(made.rung, made.expression) for made in found.programs], found.programs, case, checker

        yield climbed


LADDER = [
    (0, "assert f([1, 2, 3], 2) == [[1, 2], [3]]", CHUNKS, "", "chunks(a0, a1)"),
    (1, "assert f(2, [1, 2, 3]) == [[1, 2], [3]]", CHUNKS, "", "chunks(a1, a0)"),
    (2, "assert f((1, 2, 3), 2) == [[1, 2], [3]]", CHUNKS, "", "chunks(list(a0), a1)"),
    (2, "assert f([1, 2, 3], 2) == 2", CHUNKS, "", "len(chunks(a0, a1))"),
    (3, "assert f([1, 2, 3, 4]) == [[1, 2, 3], [4]]", CHUNKS, "Split into pieces of 3.", "chunks(a0, 3)"),
]


@pytest.mark.parametrize(("rung", "test", "from_", "words", "expression"), LADDER)
def test_a_rung_reaches_what_the_one_below_does_not(climb, rung, test, from_, words, expression):
    found, programs, case, checker = climb(test, from_, rung=rung, words=words)
    assert (rung, expression) in found
    if rung:
        assert climb(test, from_, rung=rung - 1, words=words)[0] == []
    made = programs[found.index((rung, expression))]
    assert checker.run(case, made.source, [visible_calls(case)[0].text])[0].ok


def test_two_algorithms_are_called_one_on_the_other_also_where_their_helpers_share_a_name(climb):
    found, programs, case, checker = climb("assert f(123) == 6", TOTAL, DIGITS, rung=4)
    made = next(made for made in programs if made.expression == "total(digits(a0))")
    assert made.algorithms == ("total", "digits")
    assert checker.run(case, made.source, ["f(4567)"])[0].value == "22"


def test_an_algorithm_that_runs_on_or_cannot_be_imported_here_takes_no_other_with_it(climb):
    found, *_ = climb("assert f(123) == [1, 2, 3]", ENDLESS, NEEDS, DIGITS, rung=0)
    assert found == [(0, "digits(a0)")]


def test_an_algorithm_with_the_tasks_own_name_is_a_copy(climb):
    own = algorithm("def f(x: int) -> int:\n    return x + 1\n", "f(x: int) -> int")
    _, programs, *_ = climb("assert f(1) == 2", own, rung=0)
    assert [made.source for made in programs] == [own.source]


def test_what_cannot_be_read_as_a_call_and_a_value_is_no_visible_call():
    tests = ("assert f(1) == 2", "assert 3 == f(2)", "assert f(x) == 2", "assert math.isclose(f(1), 2)", "not python (",
             "assert g(1) == 2")
    case = Case(id="c", family="f", examples=(), query=None, tests=tests, entry_point="f")
    assert [(call.arguments, call.expected) for call in visible_calls(case)] == [((1,), 2), ((2,), 3)]


@pytest.mark.parametrize(("annotation", "value", "fitting"), [
    ("int", True, False), ("float", 3, True), ("list[int]", [1, "a"], False),
    ("list[tuple[int, str]]", [(1, "a")], True),
    ("dict[str, list[int]]", {"a": [1]}, True), ("tuple[int, ...]", (1, 2, 3), True), ("int | None", None, True),
    ("tuple[int, int]", (1, 2, 3), False), ("object", {1}, True), ("str", b"a", False),
])
def test_a_value_is_of_the_annotated_type_or_not(annotation, value, fitting):
    assert fits(annotation, value) is fitting


PLAIN = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=3),
                     lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner), max_leaves=6)


@given(st.lists(PLAIN, min_size=1, max_size=3), st.integers(0, 3))
def test_ways_are_bounded_within_their_rung_and_take_an_argument(given_, rung):
    found = ways(CHUNKS, given_, constants_in("pieces of 3"), rung=rung, most=9)
    assert len(found) <= 9 and all(way.rung <= rung for way in found) and found == sorted(found)
    assert all("a" in way.text.partition("(")[2] for way in found)


def test_constants_are_taken_from_the_tasks_words_before_plain_ones():
    assert constants_in("Replace 'x' by 42, not v2.")[:2] == [42, "x"]
