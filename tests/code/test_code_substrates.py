"""MBPP, HumanEval and QuixBugs as published: their solutions are right, a mutant of each is wrong, and nothing leaks.

A sample of tasks; ``benchmarks/code_references.py`` tries every one.
"""

from __future__ import annotations

import importlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.measure.hidden import Bench, Grader
from checkable.substrate import registry

ROOT = Path(__file__).parents[2]
SAMPLES = [
    ("mbpp", {"tasks": "11-12, 124, 160"}), ("mbpp", {"edition": "sanitized", "tasks": "16-17, 82-85"}),
    ("mbpp", {"edition": "plus", "tasks": "14, 106, 115, 124"}),
    ("mbpp", {"edition": "plus", "tasks": "140, 252"}),
    ("mbpp", {"edition": "plus", "split": "validation", "tasks": "558, 580-581"}),
    ("humaneval", {"tasks": "1, 32, 38, 51"}), ("humaneval", {"hidden": "plus-mini", "tasks": "2, 32"}),
    ("quixbugs", {}),
]
TAKEN = 4  # of each sample
SETTINGS = [("mbpp", {"split": split, "edition": edition}) for split in ("test", "train", "validation", "prompt")
            for edition in ("full", "sanitized", "plus")] + [("humaneval", {}), ("humaneval", {"hidden": "plus"}),
                                                             ("humaneval", {"visible": 0}), ("quixbugs", {})]


def opened(name, settings, data):
    substrate = registry.find(name, ROOT)
    options = substrate.options(**settings)
    answers = importlib.import_module(f"substrates.{name}.answers")
    return substrate, substrate.cases(options, data).cases, answers.answers(options, data), \
        answers.references(options, data)


def broken(reference, function):
    """The reference with what it returns hidden in a tuple, which no test accepts."""
    return (f"{reference}\n_right = {function}\ndef {function}(*given, **named):\n"
            "    return (_right(*given, **named), 1)\n")


@pytest.mark.parametrize(("name", "settings"), SAMPLES, ids=str)
def test_solutions_are_right_and_broken_ones_wrong(sandbox, data, name, settings):
    substrate, cases, answers, references = opened(name, settings, data)
    bench = Bench(sandbox=sandbox, namespace=substrate.namespaces["standard"], limits=substrate.limits,
                  reference=substrate.namespaces["standard"])
    assert cases
    for case in cases[:TAKEN]:
        grader = Grader(case.id, answers[case.id], bench)
        assert grader.labels == []
        assert grader.accepts(references[case.id]), case.id
        assert not grader.accepts(broken(references[case.id], case.entry_point)), case.id


def test_the_root_finder_of_the_stronger_edition_is_judged_by_all_of_its_inputs(sandbox, data):
    """HumanEval's own solution never ends on some of them, so EvalPlus's has to be what is recorded."""
    substrate, [case], answers, references = opened("humaneval", {"hidden": "plus", "tasks": "32"}, data)
    bench = Bench(sandbox=sandbox, namespace=substrate.namespaces["standard"], limits=substrate.limits,
                  reference=substrate.namespaces["standard"])
    grader = Grader(case.id, answers[case.id], bench)
    assert grader.labels == []
    assert len(answers[case.id].tests) == 889
    assert grader.accepts(answers[case.id].reference)
    assert not grader.accepts(references[case.id])


@pytest.mark.parametrize(("name", "settings"), SETTINGS, ids=str)
def test_every_case_has_an_answer_and_shows_none_of_it(data, name, settings):
    _, cases, answers, references = opened(name, settings, data)
    assert [case.id for case in cases] == list(answers) == list(references)
    for case in cases:
        seen = json.dumps([case.text, case.tests, case.unlabelled, dict(case.attributes), case.preamble])
        hidden = [test for test in answers[case.id].tests if test not in case.tests]
        assert all(json.dumps(test)[1:-1] not in seen for test in hidden)
        assert references[case.id].strip() not in case.text


def test_published_sizes(data):
    sizes = {(split, edition): len(opened("mbpp", {"split": split, "edition": edition}, data)[1])
             for split in ("test", "validation", "train", "prompt") for edition in ("full", "sanitized", "plus")}
    assert {split: sizes[split, "full"] for split in ("test", "validation", "train", "prompt")} == {
        "test": 500, "validation": 90, "train": 374, "prompt": 10}
    assert sum(size for (_, edition), size in sizes.items() if edition == "sanitized") == 427
    assert sum(size for (_, edition), size in sizes.items() if edition == "plus") == 378
    assert len(opened("humaneval", {}, data)[1]) == 164 and len(opened("quixbugs", {}, data)[1]) == 31


def test_the_function_is_found_where_words_would_mislead(data):
    assert "len_log" in opened_names(data) and "set_Bit_Number" in opened_names(data)


def opened_names(data):
    return {case.entry_point for split in ("test", "train", "validation") for case in
            opened("mbpp", {"split": split}, data)[1]}


def test_inputs_of_mbpp_plus_have_the_types_that_its_asserts_show(data):
    hidden = opened("mbpp", {"edition": "plus"}, data)[2]
    assert all(isinstance(each, tuple) for call in hidden["116"].calls for each in call)  # tuple_to_int
    assert all(isinstance(call[1], complex) for call in hidden["124"].calls)  # angle_complex
    assert all(type(call[0]) is list for call in hidden["11"].calls if not isinstance(call[0], str))
    assert all(type(each) is list for call in hidden["140"].calls for each in call[0])  # EvalPlus leaves them lists


def test_a_second_reading_of_a_sentence_is_right_where_evalplus_takes_it(sandbox, data):
    substrate, _, answers, _ = opened("mbpp", {"edition": "plus", "split": "validation", "tasks": "558"}, data)
    bench = Bench(sandbox=sandbox, namespace=substrate.namespaces["standard"], limits=substrate.limits,
                  reference=substrate.namespaces["standard"])
    padded = ("def digit_distance_nums(a, b):\n    return sum(abs(int(x) - int(y)) for x, y in "
              "zip(str(a).rjust(40, '0'), str(b).rjust(40, '0')))")
    grader = Grader("558", answers["558"], bench)
    assert grader.accepts(padded) and not grader.accepts(padded + " + 1")
    assert not Grader("558", replace(answers["558"], alternative=""), bench).accepts(padded)


def test_tasks_that_do_not_exist_are_refused():
    options = registry.find("mbpp", ROOT).options
    with pytest.raises(ValueError, match="none of the tasks 700 is in the split"):
        options(split="test", tasks="700")
    with pytest.raises(ValueError, match="ranges of numbers"):
        options(split="test", tasks="eleven")
    with pytest.raises(ValueError, match="one assert at most"):
        options(edition="plus", visible=2)
    with pytest.raises(ValueError, match="numbered from 0 to 163"):
        registry.find("humaneval", ROOT).options(tasks="200")


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 3), st.integers(0, 12))
def test_what_is_visible_is_a_prefix_and_unlabelled_calls_come_of_it_alone(shown, further):
    import os

    folder = os.environ.get("CHECKABLE_DATA")
    if not folder:
        pytest.skip("CHECKABLE_DATA does not name the folder of published data")
    substrate = registry.find("mbpp", ROOT)
    [full] = substrate.cases(substrate.options(tasks="11", visible=3, unlabelled=0), Path(folder)).cases
    [case] = substrate.cases(substrate.options(tasks="11", visible=shown, unlabelled=further), Path(folder)).cases
    assert case.tests == full.tests[:shown]
    assert len(case.unlabelled) <= further and (shown > 0 or case.unlabelled == ())
