"""Asserts of the plain form say without a child what they say when they are run in one."""

from __future__ import annotations

import pytest

from checkable.core.candidate import Outcome
from checkable.core.execution import Call, Limits, Namespace, Program
from checkable.execute.asserts import Suite, explore, judging, record
from checkable.execute.asserts.comparing import comparisons

PLAIN = Namespace(name="compared", modules=("sys",))
LIMITS = Limits(cpu_seconds=1.0, wall_seconds=10.0, memory_mb=128)
TESTS = (
    "assert f(1) == 2", "assert f([1, 2], by=1) == [1, 2, 1]", "assert f('a') == 'aa', 'twice'",
    "assert f(0) == False", "assert f(-1.5) == -3.0", "assert f((1,)) == (1, 1), ''",
)
REFERENCE = "def f(x, by=None): return x * 2 if by is None else x + [by]"
PROGRAMS = {
    "right": REFERENCE,
    "wrong": "def f(x, by=None): return x",
    "another type": "def f(x, by=None): return list(x) * 2 if isinstance(x, tuple) else x * 2",
    "equal of another type": "def f(x, by=None): return 0.0 if x == 0 else x + x if by is None else [*x, by]",
    "raises": "def f(x, by=None): raise ValueError('never') if x == 1 else KeyError(x)",
    "raises its own": "class Mine(Exception): pass\ndef f(x, by=None): raise Mine('by me')",
    "raises without a word": "def f(x, by=None): assert not x",
    "no such function": "def g(x): return x",
    "no program": "def f(x) return x",
    "exits": "import sys\ndef f(x, by=None): sys.exit(0)",
    "endless": "def f(x, by=None):\n    while x == 1: pass\n    return x * 2",
    "equal to everything": "class A:\n    def __eq__(self, other): return True\ndef f(x, by=None): return A()",
    "changes its argument": "def f(x, by=None):\n    if by: x.append(by)\n    return x if by else x * 2",
    "nan": "def f(x, by=None): return float('nan')",
    "deep": "def f(x, by=None):\n    y = []\n    for _ in range(150): y = [y]\n    return y",
}


@pytest.mark.parametrize("source", PROGRAMS.values(), ids=PROGRAMS)
def test_what_is_compared_here_is_what_the_replayed_tests_say(sandbox, source, monkeypatch):
    recording = record(sandbox, Suite(tests=TESTS), program(REFERENCE))
    assert recording.judgeable
    seen = judging.run(sandbox, recording, program(source))
    compared = judging._compared(recording, seen)
    assert compared is not None
    monkeypatch.setattr(judging, "_compared", lambda *_: None)
    assert judging.replay(sandbox, recording, seen, PLAIN) == compared


@pytest.mark.parametrize("returned", ("iter([1, 1])", "range(1, 3)"))
def test_what_came_in_another_guise_is_left_to_the_tests(sandbox, returned):
    recording = record(sandbox, Suite(tests=("assert f(1) == [1, 1]",)), program("def f(x): return [x, x]"))
    seen = judging.run(sandbox, recording, program(f"def f(x): return {returned}"))
    assert judging._compared(recording, seen) is None
    assert [v.passed for v in judging.replay(sandbox, recording, seen, PLAIN)] == [False]


@pytest.mark.parametrize("test", (
    "assert f(x) == 1", "assert f(1) == one", "assert f(1) == [f(2)]", "assert 1 == f(1)", "assert f(1) != 2",
    "assert f(1) == 1 == 1", "assert f(1)", "x = 1\nassert f(1) == 1", "assert g(1) == 1", "assert f.g(1) == 1",
    "assert f(*[1]) == 1", "assert f(**{'a': 1}) == 1", "assert f(1) == 1, f(2)", "assert f(1) ==", "",
    "assert f(1) == {[]}", "assert f(1) == '" + "a" * 20_000 + "'",
))
def test_other_forms_are_not_read(test):
    assert comparisons(Suite(tests=("assert f(1) == 1", test)), ("f",)) is None


def test_nor_is_anything_that_was_set_up():
    tests = ("assert f(1) == 1",)
    assert comparisons(Suite(tests=tests), ("f",)) is not None
    assert comparisons(Suite(tests=tests, setup="f = abs"), ("f",)) is None


def test_calls_of_plain_tests_are_known_without_running_them(sandbox):
    found = explore(sandbox, Suite(tests=("assert f(1, by=[2]) == 2",)), "f", PLAIN)
    assert found.calls == ((Call(function="f", arguments=(1,), keywords={"by": [2]}),),)


def test_a_recorded_call_that_is_not_the_tests_own_is_left_to_the_test(sandbox):
    recording = record(sandbox, Suite(tests=("assert f(1) == 2",)), program("def f(x): return 2"))
    other = judging.replace(recording, calls=((Call(function="f", arguments=(True,)),),))
    seen = judging.run(sandbox, other, program("def f(x): return 2"))
    assert judging._compared(other, seen) is None


def test_infrastructure_says_nothing_of_a_program(sandbox):
    recording = record(sandbox, Suite(tests=("assert f(1) == 2",)), program("def f(x): return 2"))
    broken = judging.Observation(outcome=Outcome.INFRASTRUCTURE, error="ours")
    [judged] = judging.replay(sandbox, recording, ((broken,),), PLAIN)
    assert (judged.passed, judged.outcome, judged.reason) == (None, Outcome.INFRASTRUCTURE, "ours")


def program(source: str) -> Program:
    return Program(source=source, entry_point="", namespace=PLAIN, limits=LIMITS)
