"""Traces: what a run's variables held, line by line, as plain data and within caps."""

from __future__ import annotations

import pytest
from execute_helpers import BRIEF, PLAIN, REACHING

from checkable.core.candidate import Outcome
from checkable.core.execution import Limits, Program, TraceCaps

ORDINARY = Limits()


@pytest.fixture
def trace(sandbox):
    def trace(source, value=1, *, caps=None, limits=ORDINARY, namespace=PLAIN):
        program = Program(source=source, entry_point="f", namespace=namespace, limits=limits)
        return sandbox.trace(program, value, caps)

    return trace


SUM = """\
def f(x):
    total = 0
    for n in x:
        total += n
    return total
"""


def test_each_step_has_the_line_and_the_variables_before_it(trace):
    seen = trace(SUM, [3, 4])
    assert [(s.event, s.line, s.variables.get("total"), s.variables.get("n")) for s in seen.steps] == [
        ("line", 2, None, None), ("line", 3, 0, None), ("line", 4, 0, 3), ("line", 3, 3, 3), ("line", 4, 3, 4),
        ("line", 3, 7, 4), ("line", 5, 7, 4), ("return", 5, 7, 4)]
    assert seen.steps[-1].value == 7
    assert (seen.ended.value, seen.truncated) == (7, False)


def test_later_changes_do_not_reach_back(trace):
    seen = trace("def f(x):\n    x.append(1)\n    x.append(2)\n    return x", [])
    assert [s.variables["x"] for s in seen.steps if s.event == "line"] == [[], [1], [1, 2]]


def test_calls_within_the_program_are_followed_with_their_depth(trace):
    seen = trace("def g(n):\n    return n if n == 0 else g(n - 1)\ndef f(x):\n    return g(x)", 2)
    assert [(s.function, s.depth) for s in seen.steps if s.event == "line"] == [("f", 0), ("g", 1), ("g", 2), ("g", 3)]


def test_code_of_others_is_not_followed(trace):
    seen = trace("import collections\ndef f(x):\n    return collections.Counter(x).most_common(1)", "aab")
    assert {s.function for s in seen.steps} == {"f"}


def test_what_is_not_plain_or_too_large_is_named_by_its_type(trace):
    source = ("class A: pass\ndef f(x):\n"
              "    a, b, c, d = A(), list(range(10 ** 5)), 'a' * 10 ** 5, [[1] * 50] * 50\n    return 1")
    last = trace(source).steps[-1]
    assert last.others == {"a": "A", "b": "list", "c": "str", "d": "list"}
    assert last.variables == {"x": 1}


def test_values_keep_their_types(trace):
    last = trace("def f(x):\n    a, b, c = (1, 2), {3}, {4: b'5'}\n    return 1").steps[-1]
    assert (last.variables["a"], last.variables["b"], last.variables["c"]) == ((1, 2), {3}, {4: b"5"})


def test_an_exception_is_a_step_and_the_end(trace):
    seen = trace("def f(x):\n    y = 2\n    return 1 // 0")
    assert [(s.event, s.line, s.value) for s in seen.steps] == [
        ("line", 2, None), ("line", 3, None), ("raise", 3, "ZeroDivisionError"), ("return", 3, None)]
    assert seen.ended.error == "ZeroDivisionError: integer division or modulo by zero"


@pytest.mark.parametrize("caps", [TraceCaps(steps=40), TraceCaps(bytes=8000)])
def test_beyond_a_cap_the_program_runs_on_unseen(trace, caps):
    seen = trace(SUM, list(range(100)), caps=caps)
    assert seen.truncated
    assert 10 < len(seen.steps) <= 40
    assert seen.ended.value == 4950


def test_what_runs_without_end_has_a_trace_up_to_the_cap(trace):
    seen = trace("def f(x):\n    while True: x += 1", limits=BRIEF)
    assert (len(seen.steps), seen.truncated, seen.ended.outcome) == (500, True, Outcome.TIMEOUT)


def test_what_is_ended_before_the_cap_has_none(trace):
    seen = trace("def f(x): return 9 ** 9 ** 9 % 7", limits=BRIEF)
    assert (seen.steps, seen.truncated, seen.ended.outcome) == ((), True, Outcome.TIMEOUT)


@pytest.mark.parametrize(("source", "outcome"), [
    ("def f(x) return x", Outcome.REFUSED), ("def g(x): return x", Outcome.REFUSED), ("1 / 0", Outcome.EXCEPTION)])
def test_what_was_never_called_has_no_steps_and_says_why(trace, source, outcome):
    seen = trace(source)
    assert (seen.steps, seen.truncated, seen.ended.outcome) == ((), False, outcome)


@pytest.mark.parametrize("forged", ["7", '{"t":[[7],false]}', '{"t":[[{"t":["line",1]}],false]}'])
def test_a_forged_trace_is_none(trace, forged):
    source = (f"import os\ndef f(x):\n    line = b'[\"ok\",' + {forged.encode()!r} + b',0]\\n'\n"
              "    for d in range(3, 24):\n        try: os.pwrite(d, line + b'[\"ok\",1,0]\\n', 0)\n"
              "        except OSError: pass\n    os._exit(0)")
    seen = trace(source, namespace=REACHING)
    assert seen.steps == ()
    assert (seen.ended.outcome, seen.ended.error) == (
        Outcome.WRONG_SHAPE, "the program wrote into its own result: not a trace")


def test_a_program_can_switch_its_trace_off_and_is_no_other_for_it(trace):
    seen = trace("import sys\ndef f(x):\n    sys.settrace(None)\n    return x", namespace=REACHING)
    assert seen.ended.value == 1


@pytest.mark.parametrize("caps", [TraceCaps(steps=0), TraceCaps(bytes=0), TraceCaps(bytes=10 ** 6)])
def test_caps_that_bound_nothing_are_refused(trace, caps):
    with pytest.raises(ValueError, match="was expected"):
        trace(SUM, [1], caps=caps)
