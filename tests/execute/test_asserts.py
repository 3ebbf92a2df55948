"""Assert-style tests, judged without an expected value ever being where the program runs."""

from __future__ import annotations

import pytest

from checkable.core.candidate import Outcome
from checkable.core.execution import Limits, Namespace, Program
from checkable.execute.asserts import Suite, judge, judge_many, record

PLAIN = Namespace(name="asserts", modules=("math", "time", "sys", "gc", "random", "collections", "itertools"))
LIMITS = Limits(cpu_seconds=1.0, wall_seconds=10.0, memory_mb=128)


def program(source: str, namespace: Namespace = PLAIN, limits: Limits = LIMITS) -> Program:
    return Program(source=source, entry_point="", namespace=namespace, limits=limits)


@pytest.fixture
def verdicts(sandbox):
    """What the tests say of a program, after they were recorded with a reference."""
    def verdicts(reference, candidate, *tests, setup=""):
        recording = record(sandbox, Suite(tests=tests, setup=setup), program(reference))
        assert recording.judgeable, recording.labels
        return judge(sandbox, recording, program(candidate))

    return verdicts


def passed(verdicts):
    return [v.passed for v in verdicts]


DOUBLE = "def f(x): return x * 2"


def test_each_test_is_judged_by_itself(verdicts):
    tests = ("assert f(1) == 2", "assert f(0) == 0", "assert f('a') == 'aa'")
    assert passed(verdicts(DOUBLE, "def f(x): return x + x if x else 1", *tests)) == [True, False, True]


def test_a_failed_test_says_what_it_said(verdicts):
    [seen] = verdicts(DOUBLE, "def f(x): return x", "assert f(1) == 2, 'one was given'")
    assert (seen.passed, seen.outcome, seen.reason) == (False, Outcome.OK, "AssertionError: one was given")


def test_types_are_kept(verdicts):
    tests = ("assert f(1) == (1, 2)", "assert f(2) == {2: {3}}")
    reference = "def f(x): return (1, 2) if x == 1 else {2: {3}}"
    assert passed(verdicts(reference, "def f(x): return [1, 2] if x == 1 else {2: [3]}", *tests)) == [False, False]


def test_tolerance_and_order_are_the_tests_own(verdicts):
    reference = "def f(x): return [0.1 * x, 0.2]"
    tests = ("import math\nassert math.isclose(f(3)[0], 0.3)", "assert set(map(type, f(1))) == {float}",
             "assert sorted(f(3)) == sorted([0.2, 0.30000000000000004])")
    assert passed(verdicts(reference, "def f(x): return [0.2, 0.3][::-1]", *tests)) == [True, True, False]


def test_arguments_by_name_and_several_functions(verdicts):
    reference = "def f(a, *, b=1): return a - b\ndef g(x): return x"
    tests = ("assert f(5, b=2) == 3 and f(b=3, a=2) == -1", "assert f(g(4)) == 3", "assert g([f(1), f(2)]) == [0, 1]")
    assert passed(verdicts(reference, reference, *tests)) == [True, True, True]
    assert passed(verdicts(reference, "def f(a, b): return a - b\ndef g(x): return x", *tests)) == [True, False, False]


def test_a_test_sees_what_the_program_did_to_its_argument(verdicts):
    reference = "def f(a): a.sort(); a[0].append(9)"
    test = "rows = [[2], [1]]\nf(rows)\nassert rows == [[1, 9], [2]]"
    keyed = "d = {'k': [1], 'j': {2}}\nassert g(d=d) is None and d == {'k': [1, 2]}"
    both = f"{reference}\ndef g(d): d['k'].append(2); del d['j']"
    assert passed(verdicts(both, both, test, keyed)) == [True, True]
    other = "def f(a): return None\ndef g(d): d['k'] += [3]; d.pop('j')"
    assert passed(verdicts(both, other, test, keyed)) == [False, False]


def test_an_argument_that_was_filled_with_what_cannot_leave_is_like_nothing_known(verdicts):
    reference = "def f(a): a.append(1); return 7"
    tests = ("a = []\nassert f(a) == 7", "a = []\nf(a)\nassert a == [1]", "a = []\nf(a)\nassert a != []")
    assert passed(verdicts(reference, "def f(a): a.append(print); return 7", *tests)) == [True, False, True]


def test_each_call_gets_the_arguments_of_the_test_not_those_of_the_call_before(verdicts):
    reference = "def f(a): a.append(1); return len(a)"
    assert passed(verdicts(reference, reference, "a = []\nassert [f(a), f(a), f([])] == [1, 2, 1]")) == [True]


def test_iterators_and_ranges_are_handed_out_as_what_they_are(verdicts):
    reference = "def f(n): return list(range(n))"
    tests = ("assert list(f(3)) == [0, 1, 2]", "assert f(3) == [0, 1, 2]", "assert len(f(2)) == 2")
    assert passed(verdicts(reference, "def f(n): return (i for i in range(n))", *tests)) == [True, False, False]
    assert passed(verdicts(reference, "def f(n): return range(n)", *tests)) == [True, False, True]


def test_what_is_no_plain_data_fails_and_says_so(verdicts):
    always = "class A:\n    def __eq__(self, other): return True\ndef f(x): return A()"
    [seen] = verdicts(DOUBLE, always, "assert f(1) == 2")
    assert (seen.passed, seen.outcome) == (False, Outcome.WRONG_SHAPE)
    assert "a A is not plain data" in seen.reason


def test_an_expected_exception_is_one_of_its_type(verdicts):
    reference = "def f(x):\n    if x < 0: raise ValueError('below')\n    return x"
    test = "try:\n    f(-1)\n    raise SystemError\nexcept ValueError as error:\n    assert str(error) == 'below'"
    assert passed(verdicts(reference, reference, test)) == [True]
    assert passed(verdicts(reference, "def f(x): raise KeyError(x)", test)) == [False]
    assert passed(verdicts(reference, "class E(Exception): pass\ndef f(x): raise E('below')", test)) == [False]


@pytest.mark.parametrize(("source", "outcome"), [
    ("def f(x):\n    while True: pass", Outcome.TIMEOUT),
    ("def f(x): return bytearray(1 << 30)", Outcome.MEMORY),
    ("import sys\ndef f(x): sys.exit()", Outcome.EXCEPTION),
    ("def g(x): return 2", Outcome.REFUSED),
    ("def f(x) return 2", Outcome.REFUSED),
    ("raise ValueError", Outcome.EXCEPTION),
    ("def f(x): return ['x' * 100] * 10 ** 5", Outcome.OUTPUT),
])
def test_how_a_call_ended_is_told_even_to_tests_that_catch_everything(verdicts, source, outcome):
    test = "try:\n    ok = f(1) == 2\nexcept AttributeError:\n    ok = True\nassert ok"
    [seen] = verdicts(DOUBLE, source, test)
    assert (seen.passed, seen.outcome) == (False, outcome)


def test_no_test_can_catch_a_call_that_did_not_end(verdicts):
    test = "try:\n    f(1)\nexcept BaseException:\n    pass"
    [seen] = verdicts(DOUBLE, "def f(x):\n    while True: pass", test)
    assert (seen.passed, seen.outcome) == (False, Outcome.TIMEOUT)


def test_calls_that_depend_on_what_the_program_returned_are_found(verdicts):
    reference = "def e(x): return x + 1\ndef d(x): return x - 1"
    tests = ("assert d(e(3)) == 3", "x = 1\nfor _ in range(3): x = e(x)\nassert x > 3")
    assert passed(verdicts(reference, "def e(x): return x * 10\ndef d(x): return x // 10", *tests)) == [True, True]
    assert passed(verdicts(reference, "def e(x): return x * 10\ndef d(x): return x", *tests)) == [False, True]


def test_calls_without_end_are_not_judged(verdicts):
    reference = "def f(x): return 0"
    [seen] = verdicts(reference, "def f(x): return x + 1", "x = 5\nwhile x: x = f(x)")
    assert seen.passed is None
    assert "went on changing" in seen.reason


def test_what_the_tests_draw_is_the_same_every_time(verdicts):
    tests = ("import random\nfor _ in range(5):\n    n = random.randint(0, 10 ** 9)\n    assert f(n) == 2 * n",)
    drawing = "import random\ndef f(x):\n    random.random()\n    return 2 * x"
    assert passed(verdicts(drawing, "def f(x): return x + x", *tests)) == [True]


def test_helpers_of_the_setup_are_the_tests_own(verdicts):
    reference = "def poly(x): return x * x\ndef f(y): return y ** 0.5"
    setup = "def poly(x): return x * x"
    seen = verdicts(reference, "def poly(x): return 4\ndef f(y): return 3", "assert poly(f(4)) == 4", setup=setup)
    assert passed(seen) == [False]


@pytest.mark.parametrize(("reference", "test", "why"), [
    ("class N:\n    v = 1\ndef f(n): return n.v", "assert f(N()) == 1", "a class of the program: N"),
    (DOUBLE, "assert f(int) == 2", "does not pass: TypeError"),
    ("def f(x): return str(x)", "assert f(int) == \"<class 'int'>\"", "a type is not plain data"),
    (DOUBLE, "assert f(1) == 3", "the reference does not pass: AssertionError"),
    (DOUBLE, "assert f(1) ==", "SyntaxError"),
    (DOUBLE, "assert 1 + 1 == 2", "calls no function of the program"),
    ("import math\ndef f(x): return x", "assert math.floor(f(1)) == 1", "name 'math' is not defined"),
    ("class N: pass\ndef g(): return 1\ndef f(x): return N()", "assert f(1).__class__.__name__ == 'N'",
     "not even the reference passes from outside: returned what cannot be an answer: a N"),
])
def test_tests_that_cannot_be_judged_from_outside_are_labelled_and_never_judged(sandbox, reference, test, why):
    recording = record(sandbox, Suite(tests=(test,)), program(reference))
    [label] = recording.labels
    assert why in label
    [seen] = judge(sandbox, recording, program(reference))
    assert (seen.passed, seen.reason) == (None, label)


def test_a_label_concerns_one_test_alone(sandbox):
    recording = record(sandbox, Suite(tests=("assert f(1) == 3", "assert f(1) == 2")), program(DOUBLE))
    assert [label is None for label in recording.labels] == [False, True]
    assert passed(judge(sandbox, recording, program(DOUBLE))) == [None, True]


def test_a_program_finds_no_expected_value_in_its_process(verdicts):
    searching = (
        "import gc, sys\n"
        "def f(x):\n"
        "    frames, frame = [], sys._getframe()\n"
        "    while frame: frames.append(dict(frame.f_locals)); frame = frame.f_back\n"
        "    texts = [o for o in gc.get_objects() if type(o) in (dict, list, tuple)] + frames\n"
        "    found = [v for o in texts for v in (o.values() if type(o) is dict else o)\n"
        "             if type(v) is str and v.startswith('the answer' + ' is')]\n"
        "    return found[0] if found else None\n")
    [seen] = verdicts("def f(x): return 'the answer is 42'", searching, "assert f(1) == 'the answer is 42'")
    assert (seen.passed, seen.outcome) == (False, Outcome.OK)


def test_a_program_gets_time_by_what_the_reference_took(sandbox):
    busy = ("import time\ndef f(x):\n    start = time.process_time()\n"
            "    while time.process_time() - start < {}: pass\n    return x")
    brief = Limits(cpu_seconds=0.2, wall_seconds=10.0)
    recording = record(sandbox, Suite(tests=("assert f(1) == 1",)), program(busy.format(0.3), limits=brief))
    assert recording.judgeable
    assert recording.cpu_seconds >= 0.3
    assert passed(judge(sandbox, recording, program(busy.format(0.6), limits=brief))) == [True]
    assert passed(judge(sandbox, recording, program(busy.format(9.0), limits=brief))) == [False]


def test_names_that_a_namespace_preloads_are_there_for_program_and_tests(sandbox):
    namespace = Namespace(name="preloaded", preload={"Counter": "collections:Counter"}, builtins="restricted")
    suite = Suite(tests=("assert f('aab') == Counter('aba')",))
    reference = program("def f(x): return Counter(x)", namespace)
    recording = record(sandbox, suite, reference)
    assert passed(judge(sandbox, recording, reference)) == [True]


def test_many_are_judged_in_order(sandbox):
    recording = record(sandbox, Suite(tests=("assert f(3) == 6",)), program(DOUBLE))
    work = [(recording, program(f"def f(x): return x * {n}")) for n in (1, 2, 3, 2)]
    assert [passed(v) for v in judge_many(sandbox, work)] == [[False], [True], [False], [True]]
