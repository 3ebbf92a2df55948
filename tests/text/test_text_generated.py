"""Generated text cases: the same everywhere, sound, and with nothing of an answer in them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from substrates.text.answers import answers
from substrates.text.labels import labels
from substrates.text.made.compose import MOST_UNLABELLED, is_sound, problem, problems
from substrates.text.made.families import FAMILIES, OPERATORS
from substrates.text.made.operators import run
from substrates.text.options import TextOptions
from substrates.text.substrate import substrate

from checkable.core.candidate import Observation, Outcome

ROOT = Path(__file__).resolve().parents[2]
FROZEN = "generated-1-b1bb88f7668a574a"  # what the first 350 cases of seed 0 are, in every release
OPTIONS = st.builds(
    TextOptions, seed=st.integers(0, 10**6), examples=st.none() | st.integers(1, 5), unlabelled=st.integers(0, 16),
    difficulty=st.sampled_from(["easy", "medium", "hard", "mixed"]), count=st.integers(1, 40))


def test_the_first_350_cases_never_change():
    assert substrate.cases(TextOptions(), None).version == FROZEN


def test_cases_do_not_depend_on_the_hash_seed():
    script = "from substrates.text.substrate import substrate as s; print(s.cases(s.options(), None).version)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": f"{ROOT}:{ROOT / 'plugin'}"})
    assert done.stdout.strip() == FROZEN


def test_there_are_at_least_twenty_families_of_each_kind_of_reader_and_forty_operators():
    assert len(FAMILIES) == 70 and len({family.name for family in FAMILIES}) == 70
    assert len(OPERATORS) >= 40
    assert Counter(family.difficulty for family in FAMILIES) == {"easy": 41, "medium": 18, "hard": 11}


@given(OPTIONS)
@settings(max_examples=15, deadline=None)
def test_every_case_has_one_answer_and_a_label_for_each_unlabelled_input(options):
    cases = substrate.cases(options, None).cases
    assert list(answers(options, None)) == [case.id for case in cases]
    known = labels(options, None)
    for case in cases:
        assert len(case.unlabelled) == options.unlabelled == len(known[case.id])
        assert case.query not in case.unlabelled
        assert case.attributes.keys() == substrate.attributes(options)


@given(st.integers(0, 10**6), st.sampled_from(FAMILIES), st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_no_answer_is_in_a_case_and_every_step_counts(seed, family, examples):
    made = problem(family, seed=seed, examples=examples, turn=0)
    assert is_sound(made) and len(made.unlabelled) == MOST_UNLABELLED
    texts = (*made.shown, made.query, *made.unlabelled)
    assert len(set(texts)) == len(texts)


def test_the_same_problem_has_the_same_id_whatever_else_was_asked_for():
    few = {case.id: case for case in substrate.cases(TextOptions(unlabelled=2, difficulty="easy"), None).cases}
    many = {case.id: case for case in substrate.cases(TextOptions(unlabelled=9), None).cases}
    shared = few.keys() & many.keys()
    assert shared
    for name in shared:
        assert few[name].query == many[name].query and few[name].unlabelled == many[name].unlabelled[:2]


def test_no_case_has_a_field_that_holds_its_answer():
    options = TextOptions(count=70, examples=1)
    truth = answers(options, None)
    for case in substrate.cases(options, None).cases:
        held = asdict(case)
        assert truth[case.id] not in [held["query"], *held["unlabelled"], held["text"], *held["attributes"].values()]


def test_operators_do_what_their_names_say():
    assert run([("after", "@"), ("upper",)], "a.b@example.org") == "EXAMPLE.ORG"
    assert run([("date", "%Y-%m-%d", "%-d %B %Y")], "2021-03-04") == "4 March 2021"
    assert run([("clock",)], "12:05 am") == "00:05" and run([("clock",)], "12:05 pm") == "12:05"
    assert run([("mask", 4, "x")], "12 34 56") == "xx 34 56"
    assert run([("uncamel", "-")], "openReportTeal") == "open-report-teal"


@pytest.mark.parametrize(("options", "message"), [
    ({"operators": ("uper",)}, "did you mean 'upper'"),
    ({"operators": ("clock",), "difficulty": "hard"}, "no hard family"),
])
def test_options_that_name_nothing_are_refused(options, message):
    with pytest.raises(ValueError, match=message):
        TextOptions(**options)


def test_feedback_is_bounded_whatever_a_program_returns():
    case = substrate.cases(TextOptions(count=1, examples=2), None).cases[0]
    huge = Observation(outcome=Outcome.OK, value="x" * 10**6)
    crashed = Observation(outcome=Outcome.EXCEPTION, error="E" * 10**6)
    assert len(substrate.feedback(case, [huge, huge], None)) < 800
    assert len(substrate.feedback(case, [crashed, crashed], None)) < 800
    assert "transform(text)" in substrate.feedback(case, (), "no code")


def test_problems_come_family_by_family_with_one_to_five_examples():
    made = list(problems(FAMILIES, seed=3, count=350, examples=None))
    assert Counter(len(one.shown) for one in made) == dict.fromkeys(range(1, 6), 70)
