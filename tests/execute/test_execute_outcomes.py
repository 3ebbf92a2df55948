"""Each way a program can end is an outcome of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkable.core.candidate import Outcome
from checkable.core.execution import Limits

SMALL = Limits(cpu_seconds=0.3, wall_seconds=2.0, memory_mb=64, output_bytes=10_000)


def test_values_come_back_with_their_exact_types(run):
    source = ("def f(x):\n"
              "    return [1, True, 2.5, None, 'é', (1, 2), {3}, frozenset('a'), b'b', 1j, {'k': {1: []}}, 2**80]")
    [seen] = run(source)
    wanted = [1, True, 2.5, None, "é", (1, 2), {3}, frozenset("a"), b"b", 1j, {"k": {1: []}}, 2**80]
    assert seen.outcome is Outcome.OK
    assert seen.value == wanted
    assert [type(v) for v in seen.value] == [type(v) for v in wanted]


def test_there_is_one_observation_per_input_in_order(run):
    assert [o.value for o in run("def f(x):\n    return x * 2", range(20))] == [x * 2 for x in range(20)]


def test_no_inputs_no_observations(run):
    assert run("def f(x):\n    return x", []) == []


def test_an_exception_on_one_input_leaves_the_others(run):
    seen = run("def f(x):\n    return 10 // x", [1, 0, 2])
    assert [o.outcome for o in seen] == [Outcome.OK, Outcome.EXCEPTION, Outcome.OK]
    assert seen[1].error == "ZeroDivisionError: integer division or modulo by zero"
    assert seen[1].value is None


def test_each_call_gets_a_copy_of_its_own(run):
    table = [["a"]]
    seen = run("def f(t):\n    t.append(1)\n    t[0].append(2)\n    return t", [table, table])
    assert [o.value for o in seen] == [[["a", 2], 1]] * 2
    assert table == [["a"]]


def test_a_source_that_does_not_compile_is_refused(run):
    [seen] = run("def f(x) return x")
    assert (seen.outcome, seen.error) == (Outcome.REFUSED, "SyntaxError: expected ':' (<unknown>, line 1)")


@pytest.mark.parametrize("source", ["\0", "\ud800", "x = 1", "f = 3", "(" * 500 + ")" * 500])
def test_what_is_no_program_is_refused(run, source):
    assert run(source)[0].outcome is Outcome.REFUSED


def test_a_missing_function_is_named(run):
    assert run("def g(x): return x")[0].error == "the program defines no function f"


def test_an_exception_while_loading_is_every_inputs_outcome(run):
    seen = run("def f(x): return x\nraise ValueError('early')", [1, 2])
    assert [(o.outcome, o.error) for o in seen] == [(Outcome.EXCEPTION, "ValueError: early")] * 2


def test_an_exception_without_a_message_is_its_type(run):
    assert run("def f(x):\n    raise KeyError")[0].error == "KeyError"


def test_what_is_not_plain_data_is_the_wrong_shape(run):
    sources = ["class A: pass\ndef f(x): return A()", "def f(x): return iter([1])", "def f(x): return f",
               "class L(list): pass\ndef f(x): return L([1])", "class S(str): pass\ndef f(x): return [S('a')]",
               "class I(int):\n    def __eq__(s, o): return True\n    __hash__ = int.__hash__\ndef f(x): return I(1)",
               "def f(x):\n    a = []\n    a.append(a)\n    return a", "def f(x): return '\\ud800'"]
    for source in sources:
        assert run(source)[0].outcome is Outcome.WRONG_SHAPE, source


def test_a_wrong_shape_says_what_was_returned(run):
    [seen] = run("class L(list): pass\ndef f(x): return L()")
    assert seen.error == "returned what cannot be an answer: a L, a subclass of list, is not plain data"


def test_the_dictionaries_of_collections_are_dictionaries(run):
    source = ("import collections as c\n"
              "def f(x): return [c.Counter('aab'), c.OrderedDict(a=1), c.defaultdict(list, b=[2])]")
    value = run(source)[0].value
    assert value == [{"a": 2, "b": 1}, {"a": 1}, {"b": [2]}]
    assert {type(v) for v in value} == {dict}


def test_a_busy_loop_times_out_by_its_cpu_time(run):
    [seen] = run("def f(x):\n    while True: pass", limits=SMALL)
    assert (seen.outcome, seen.error) == (Outcome.TIMEOUT, "more than 0.3 s of CPU time")
    assert seen.cpu_seconds >= 0.2


def test_a_sleeping_program_times_out_by_the_clock(run):
    [seen] = run("import time\ndef f(x): time.sleep(60)", limits=replace(SMALL, wall_seconds=0.3))
    assert (seen.outcome, seen.error) == (Outcome.TIMEOUT, "more than 0.3 s")


def test_what_was_returned_before_a_timeout_stands(run):
    seen = run("def f(x):\n    while x == 2: pass\n    return x", [0, 1, 2, 3], limits=SMALL)
    assert [o.outcome for o in seen] == [Outcome.OK, Outcome.OK, Outcome.TIMEOUT, Outcome.TIMEOUT]
    assert [o.value for o in seen] == [0, 1, None, None]


def test_too_much_memory_is_memory(run):
    seen = run("def f(x): return len(bytearray(x))", [200 << 20, 1000], limits=SMALL)
    assert [o.outcome for o in seen] == [Outcome.MEMORY, Outcome.OK]


def test_memory_taken_by_small_pieces_is_memory(run):
    seen = run("def f(x):\n    a = []\n    while x: a.append([0] * 1000)\n    return 1", [1, 0],
               limits=replace(SMALL, cpu_seconds=10.0, wall_seconds=40.0))
    assert [o.outcome for o in seen] == [Outcome.MEMORY, Outcome.OK]


def test_the_memory_limit_leaves_what_was_promised(run):
    assert run("def f(x): return len(bytearray(x))", [60 << 20], limits=SMALL)[0].ok


def test_too_much_output_is_output(run):
    seen = run("def f(x): return 'a' * x", [20_000, 1], limits=SMALL)
    assert [o.outcome for o in seen] == [Outcome.OUTPUT, Outcome.OUTPUT]


def test_output_counts_over_all_inputs(run):
    seen = run("def f(x): return 'a' * x", [6_000, 6_000], limits=SMALL)
    assert [o.outcome for o in seen] == [Outcome.OK, Outcome.OUTPUT]


@pytest.mark.parametrize("value", ["1 << 20_000", "[0] * 300_000", "'a' * 1_500_000"])
def test_values_beyond_what_may_cross_are_output(run, value):
    limits = Limits(cpu_seconds=60.0, wall_seconds=240.0)  # a slow machine writes 300,000 numbers for seconds
    assert run(f"def f(x): return {value}", limits=limits)[0].outcome is Outcome.OUTPUT


def test_a_segmentation_fault_is_killed(attack):
    [seen] = attack("import ctypes\ndef f(x): ctypes.string_at(0)")
    assert (seen.outcome, seen.error) == (Outcome.KILLED, "ended by SIGSEGV")


def test_leaving_early_is_killed(attack):
    seen = attack("import os\ndef f(x):\n    if x: os._exit(0)\n    return 5", [0, 1, 0])
    assert [o.outcome for o in seen] == [Outcome.OK, Outcome.KILLED, Outcome.KILLED]
    assert seen[1].error == "left before it returned (exit status 0)"


def test_errors_are_one_bounded_line_without_control_characters(run):
    [seen] = run("def f(x):\n    raise ValueError('\\x1b[2J\\n1 passed\\u202e\\ud800' + 'x' * 10_000)")
    assert seen.error.startswith(r"ValueError: \x1b[2J\n1 passed\u202e\ud800xxx")
    assert seen.error.isprintable()
    assert len(seen.error) < 1200


def test_limits_that_bound_nothing_are_refused_by_name(run):
    with pytest.raises(ValueError, match="limits: cpu_seconds is 0"):
        run("def f(x): return x", limits=Limits(cpu_seconds=0))


@pytest.mark.parametrize("thing", [object(), memoryview(b"a"), type("L", (list,), {})()])
def test_inputs_that_are_not_plain_data_are_refused(run, thing):
    with pytest.raises(ValueError, match="not plain data"):
        run("def f(x): return x", [thing])
