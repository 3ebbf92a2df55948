"""Answers that are tests: who passes, who only seems to, and what numbers come of it."""

from __future__ import annotations

import pytest

from checkable.core.arm_run import ArmCase, ArmRun
from checkable.core.candidate import Candidate, Commit, Outcome
from checkable.core.case import Case
from checkable.core.execution import Limits
from checkable.experiment.checking import Checker
from checkable.measure.hidden import Bench, Grader, Verdicts, opened
from checkable.measure.scoring import score
from checkable.substrate.functions.base import STANDARD, FunctionSubstrate
from checkable.substrate.functions.hidden import HiddenTests, agrees

CASE = Case(id="1", family="f", examples=(), query=None, text="Add one.", entry_point="inc",
            tests=("assert inc(1) == 2",), unlabelled=("inc(5)", "inc(-2)"))
HIDDEN = HiddenTests(reference="def inc(x):\n    return x + 1\n", entry_point="inc",
                     tests=("assert inc(1) == 2", "assert inc(7) == 8"), calls=((40,), (0.5,)))
RIGHT = "def inc(x):\n    return x + 1.0\n"
LUCKY = "def inc(x):\n    return 2\n"
CHEATS = {
    "always equal": "class Any:\n    def __eq__(self, other): return True\n    def __hash__(self): return 0\n"
                    "def inc(x):\n    return Any()\n",
    "equal int": "class N(int):\n    def __eq__(self, other): return True\n    __hash__ = int.__hash__\n"
                 "def inc(x):\n    return N(0)\n",
    "exit": "import sys\ndef inc(x):\n    sys.exit(0)\n",
    "exit at once": "import os\nos._exit(0)\ndef inc(x):\n    return 0\n",
    "atexit": "import atexit, os\natexit.register(lambda: os._exit(0))\ndef inc(x):\n    return 0\n",
    "patched builtins": "import builtins\nbuiltins.AssertionError = type('E', (Exception,), {})\n"
                        "builtins.all = builtins.any = lambda *a: True\ndef inc(x):\n    return 0\n",
    "frames": "import sys\ndef inc(x):\n    frame = sys._getframe()\n    while frame:\n        for value in "
              "list(frame.f_locals.values()) + list(frame.f_globals.values()):\n            if isinstance(value, str) "
              "and f'inc({x}) == ' in value:\n                return int(value.split('== ')[1].split()[0])\n"
              "        frame = frame.f_back\n    return -1\n",
    "objects": "import sys\nclass H: pass\ndef inc(x):\n    import types\n    for each in list(sys.modules.values()):\n"
               "        text = getattr(each, 'tests', None)\n        if text: return 8\n    return None\n",
    "own assert": "def inc(x):\n    raise AssertionError\n",
}


class Functions(FunctionSubstrate):
    name = "functions"

    def cases(self, options, data):
        raise NotImplementedError


@pytest.fixture(scope="module")
def checker(sandbox):
    return Checker(Functions(), STANDARD, Limits(cpu_seconds=1), sandbox)


@pytest.fixture(scope="module")
def bench(sandbox):
    return Bench(sandbox=sandbox, namespace=STANDARD, reference=STANDARD, limits=Limits(cpu_seconds=1))


def made(source, sample=0):
    return Candidate(id=f"p/{sample}", channel="p", kind="program", source=source, sample=sample)


@pytest.mark.parametrize("name", CHEATS)
def test_a_program_that_only_deceives_is_judged_wrong(checker, bench, name):
    assert not checker.check(CASE, made(CHEATS[name])).passes
    assert not Grader("1", HIDDEN, bench).accepts(CHEATS[name])


def test_a_program_is_right_if_it_passes_every_hidden_test(bench):
    grader = Grader("1", HIDDEN, bench)
    assert grader.accepts(RIGHT)
    assert grader.accepts(HIDDEN.reference)
    assert not grader.accepts(LUCKY)
    assert not grader.accepts("def inc(x):\n    return x + 1 if x < 30 else 0\n")  # found by an input alone
    assert not grader.accepts("def other(x):\n    return x + 1\n")
    assert not grader.accepts("def inc(x:\n")


def test_what_a_program_did_on_visible_tests_and_unlabelled_calls_is_evidence(checker):
    right, lucky, wrong = (checker.check(CASE, made(s)) for s in (RIGHT, LUCKY, "def inc(x):\n    return x\n"))
    assert (right.passes, lucky.passes, wrong.passes) == (True, True, False)
    assert [seen.value for seen in right.on_unlabelled] == ["6", "-1"]
    assert right.on_query.value == ["2"] and right.on_query.canonical != wrong.on_query.canonical
    assert wrong.on_examples[0].ok and "AssertionError" in wrong.on_examples[0].error
    feedback = Functions().feedback(CASE, wrong.on_examples, None)
    assert "assert inc(1) == 2" in feedback and "returned 1" in feedback


def test_a_program_that_cannot_be_called_has_no_behaviour(checker):
    seen = checker.check(CASE, made("def inc(x):\n    raise KeyError(x)\n"))
    assert seen.on_query.outcome is Outcome.EXCEPTION and seen.passes is False
    assert "KeyError" in Functions().feedback(CASE, seen.on_examples, None)
    assert checker.check(CASE, made("x = (")).on_query.outcome is Outcome.REFUSED


def test_feedback_is_bounded_whatever_comes_out(checker):
    seen = checker.check(CASE, made("def inc(x):\n    return 'x' * 15000\n"))
    assert len(Functions().feedback(CASE, seen.on_examples, None)) < 1000


def test_a_case_without_visible_tests_cannot_be_checked_but_can_be_called(checker):
    blind = Case(id="2", family="f", examples=(), query=None, entry_point="inc", unlabelled=("inc(5)",))
    seen = checker.check(blind, made(RIGHT))
    assert seen.passes is None and seen.on_query.ok and seen.on_unlabelled[0].value == "6"


def test_tests_of_another_case_are_run_on_the_programs_own_function(checker):
    other = Case(id="3", family="g", examples=(), query=None, entry_point="twice", tests=("assert twice(1) == 2",))
    seen = checker.check(CASE, made(RIGHT))
    assert checker.recheck(seen, CASE, other).passes is True  # 1 + 1 is twice 1, by chance
    never = Case(id="4", family="g", examples=(), query=None, entry_point="twice", tests=("assert twice(3) == 6",))
    again = checker.recheck(seen, CASE, never)
    assert again.passes is False and again.on_query == seen.on_query


def test_calls_that_depend_on_what_a_program_returned_are_found(checker):
    chained = Case(id="5", family="f", examples=(), query=None, entry_point="inc", tests=("assert inc(inc(1)) == 3",))
    assert checker.check(chained, made(RIGHT)).passes is True
    assert checker.check(chained, made(LUCKY)).passes is False


def test_reach_and_commit_follow_from_verdicts(checker, bench):
    candidates = tuple(checker.check(CASE, made(source, i)) for i, source in enumerate((LUCKY, RIGHT)))
    commit = Commit(case="1", candidate=candidates[0], treated=False, reason="first")
    run = ArmRun(name="a", role="arm", cases=(ArmCase(case=CASE, candidates=candidates, commit=commit),))
    told = []
    answers = opened({"1": HIDDEN, "unused": HIDDEN}, [run], bench, lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]
    assert answers.keys() == {"1"} and isinstance(answers["1"], Verdicts)
    (scored,) = score(run, Functions(), answers).cases
    assert (scored.reached, scored.correct, scored.correct_candidates, scored.passing_samples) == (True, False, 1, 2)
    assert scored.output is not None


def test_tests_that_cannot_be_judged_from_outside_do_not_count_and_nothing_is_right_without_one(bench):
    objects = HiddenTests(reference="class Pair: pass\ndef inc(x):\n    return x + 1\n", entry_point="inc",
                          tests=("assert inc(Pair()) is None",))
    grader = Grader("1", objects, bench)
    assert grader.labels and "class of the program" in grader.labels[0]
    assert not grader.accepts(objects.reference)


@pytest.mark.parametrize(("output", "expected", "settings", "right"), [
    (1.0000001, 1.0, {}, True), (1.001, 1.0, {}, False), (1.001, 1.0, {"tolerance": 0.01}, True), (1, 1.0, {}, True),
    ([1.0, 2.0000001], [1.0, 2.0], {}, True), ((1.0,), [1.0], {}, False), (float("nan"), 1.0, {"tolerance": 1}, False),
    ((4, 5), (5, 4), {"agreement": "as sets"}, True), (3, (5, 4), {"agreement": "as sets"}, False),
    ("match", True, {"agreement": "whether there is one"}, True), 
    (None, True, {"agreement": "whether there is one"}, False),
])
def test_outputs_agree_as_evalplus_has_it(output, expected, settings, right):
    hidden = HiddenTests(reference="", entry_point="f", **settings)
    assert agrees(output, expected, hidden) is right
