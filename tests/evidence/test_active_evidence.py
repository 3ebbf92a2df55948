"""Active evidence: labels are bought where they matter, counted, and never the answer."""

from __future__ import annotations

import ast
import math
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checkable
from checkable.control.context import BreakContext
from checkable.core.arm_run import ArmCase, ArmRun
from checkable.core.candidate import CheckedCase, Commit
from checkable.evidence import acquisition
from checkable.experiment.desk import Desk, NoLabels
from checkable.measure.scoring import score
from checkable.vocabulary import words
from tests.generate.scripted import TEXT, scripted

EVIDENCE, BREAKS, GENERATORS = words("evidence"), words("break"), words("generator")
OPTIONS = TEXT.options(operators=("initials",), difficulty="easy", examples=1, count=4)
OUTPUTS = st.lists(st.tuples(st.sampled_from("ab"), st.none() | st.sampled_from("xyz")), min_size=1, max_size=8)


def desk(options=OPTIONS):
    return Desk(TEXT, options, None)


@settings(deadline=None)
@given(OUTPUTS)
def test_a_label_never_lowers_the_expected_weight_of_the_best_commit(pairs):
    commits, outputs = [c for c, _ in pairs], [o for _, o in pairs]
    assert acquisition.decision(outputs, commits) >= -1e-12


@settings(deadline=None)
@given(OUTPUTS)
def test_inputs_on_which_all_agree_are_worth_nothing_by_any_rule(pairs):
    commits = [c for c, _ in pairs]
    for rule in acquisition.RULES.values():
        assert math.isclose(rule(["same"] * len(commits), commits), 0, abs_tol=1e-12)


def test_disagreement_that_does_not_touch_the_commit_is_worth_nothing_to_the_decision():
    commits, outputs = ["a", "a", "a", "a"], ["x", "y", "x", "y"]
    assert acquisition.entropy(outputs, commits) > 0 and acquisition.disagreement(outputs, commits) == 0.5
    assert acquisition.decision(outputs, commits) == 0


def test_an_input_that_separates_the_commits_is_worth_what_it_decides():
    assert acquisition.decision(["x", "x", "y"], ["a", "a", "b"]) == pytest.approx(1 / 3)


def cases_with_rivals(sandbox):
    """Cases about initials with two programs: one for the first letters of words, one for all capitals."""
    words_, capitals = (
        "def transform(text):\n    return SEP.join(w[0] for w in text.split()) + SEP",
        "def transform(text):\n    return SEP.join(c for c in text if c.isupper()) + SEP")
    made = []
    for case in TEXT.cases(OPTIONS, None).cases:
        separator = repr("." if "." in case.examples[0].output else "-" if "-" in case.examples[0].output else "")
        tools, _ = scripted(sandbox, [words_.replace("SEP", separator), capitals.replace("SEP", separator),
                                      "def transform(text):\n    return text"])
        tools = replace(tools, label=desk().label)
        word = GENERATORS["program"]
        candidates = word.function(case, word.options(samples=3), tools)
        made.append((case, tuple(tools.check(case, c) for c in candidates), tools))
    return made


def active(case, candidates, tools, **options):
    word = EVIDENCE["active"]
    return word.function(case, candidates, word.options(**options), tools)


@pytest.mark.parametrize("rule", ["entropy", "disagreement", "decision", "random", "next"])
def test_exactly_as_many_labels_are_bought_as_were_allowed(sandbox, rule):
    case, candidates, tools = cases_with_rivals(sandbox)[0]
    told = active(case, candidates, tools, queries=2, choose=rule)
    assert all(len(c.labelled) == 2 and sum(p.labels for p in c.paid) == 2 for c in told)
    assert {e.input for e in told[0].labelled} <= set(case.unlabelled)
    commit = Commit(case=case.id, candidate=told[0], treated=True, reason="")
    run = ArmRun(name="a", role="arm", cases=(ArmCase(case=case, candidates=told, commit=commit),))
    assert score(run, TEXT, {case.id: ""}).cases[0].labels == 2  # not two for each candidate


def test_a_program_passes_afterwards_only_if_it_reproduces_what_was_bought(sandbox):
    case, candidates, tools = cases_with_rivals(sandbox)[0]
    truth = {given: desk().label(case, at).output for at, given in enumerate(case.unlabelled)}
    told = active(case, candidates, tools, queries=len(case.unlabelled))
    for before, after in zip(candidates, told, strict=True):
        agrees = all(seen.ok and seen.value == truth[given]
                     for given, seen in zip(case.unlabelled, before.on_unlabelled, strict=True))
        assert after.passes == (before.passes and agrees)


def test_sparing_buys_nothing_where_no_label_can_change_the_commit(sandbox):
    case, candidates, tools = cases_with_rivals(sandbox)[0]
    agreed = (candidates[0],) * 3
    assert active(case, agreed, tools, queries=3, choose="decision", sparing=True)[0].labelled == ()


def test_the_next_in_order_are_the_first(sandbox):
    case, candidates, tools = cases_with_rivals(sandbox)[0]
    told = active(case, candidates, tools, queries=2, choose="next")
    assert tuple(e.input for e in told[0].labelled) == case.unlabelled[:2]


def test_mixed_up_labels_are_those_of_other_inputs_and_the_same_in_all(sandbox):
    arm = [CheckedCase(case=case, candidates=active(case, candidates, tools, queries=2))
           for case, candidates, tools in cases_with_rivals(sandbox)]
    word = BREAKS["paid-label"]

    def recheck(checked, case, shown):
        return replace(checked, passes=len(shown.examples) == 3)

    context = BreakContext(fallback="program", random=Random(1), recheck=recheck)
    mixed = word.function(arm, word.options(), context)
    outputs = lambda cases: Counter(e.output for c in cases for e in c.candidates[0].labelled)  # noqa: E731
    assert outputs(mixed) == outputs(arm)
    assert [c.candidates[0].labelled for c in mixed] != [c.candidates[0].labelled for c in arm]
    assert all(checked.passes for c in mixed for checked in c.candidates)  # rechecked with the example and both labels


def test_the_desk_sells_what_the_rule_of_the_case_gives(sandbox):
    case = TEXT.cases(OPTIONS, None).cases[0]
    sold = desk().label(case, 1)
    assert sold.input == case.unlabelled[1] and isinstance(sold.output, str)


def test_the_desk_never_sells_the_answer():
    case = TEXT.cases(OPTIONS, None).cases[0]
    asking = replace(case, unlabelled=(case.query, *case.unlabelled[1:]))
    with pytest.raises(NoLabels, match="held-out"):
        desk().label(asking, 0)


def test_who_has_no_label_says_so():
    case = replace(TEXT.cases(OPTIONS, None).cases[0], id="unknown")
    with pytest.raises(NoLabels, match="unknown"):
        desk().label(case, 0)


def test_only_the_desk_opens_labels_and_it_opens_no_answers():
    package = Path(checkable.__file__).parent
    openers = [path.relative_to(package).as_posix() for path in package.rglob("*.py")
               for node in ast.walk(ast.parse(path.read_text()))
               if isinstance(node, ast.JoinedStr) and ".labels" in ast.unparse(node)]
    assert set(openers) == {"experiment/desk.py"}
    assert "import answers" not in (package / "experiment" / "desk.py").read_text()


