"""Generated cases: the same everywhere, sound, and never more than a small model can read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from substrates.foofah.generated.compose import ANSWER_SIZE, SIZES, is_sound, problem, problems
from substrates.foofah.generated.families import ALL_LAYOUTS, FAMILIES, OPERATORS, select
from substrates.foofah.generated.finish import FINISHERS, NOISES
from substrates.foofah.generated.operators import run
from substrates.foofah.options import FoofahOptions

from checkable.substrate.draw import Draw

FROZEN = "generated-1-aabf47ebd6dca825"  # what the first 250 cases of seed 0 are, in every release
ROOT = Path(__file__).resolve().parents[2]
OPTIONS = st.builds(
    FoofahOptions, seed=st.integers(0, 10**6), examples=st.none() | st.integers(1, 5),
    difficulty=st.sampled_from(["easy", "medium", "hard", "mixed"]), count=st.integers(1, 60),
)


def some(count: int, seed: int):
    return list(problems(FAMILIES, seed=seed, count=count, records=None))


@pytest.fixture(scope="module")
def many():
    """2,000 problems over eight seeds."""
    return [made for seed in range(8) for made in some(250, seed)]


def test_the_first_250_cases_never_change(foofah):
    assert foofah.cases(FoofahOptions(), None).version == FROZEN


def test_cases_have_the_attributes_that_the_substrate_declares(foofah):
    options = FoofahOptions(count=10)
    for case in foofah.cases(options, None).cases:
        assert case.attributes.keys() == foofah.attributes(options)


def test_cases_do_not_depend_on_the_hash_seed():
    script = (
        "from substrates.foofah.substrate import substrate as s;"
        "print(s.cases(s.options(), None).version)"
    )
    for hash_seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": f"{ROOT}:{ROOT / 'plugin'}"},
        )
        assert done.stdout.strip() == FROZEN


def test_250_cases_are_50_families_with_one_to_five_records_each(foofah):
    cases = foofah.cases(FoofahOptions(), None).cases
    found = Counter((case.family, case.attributes["examples"]) for case in cases)
    assert len(found) == 250 and len({case.family for case in cases}) == 50
    assert {records for _, records in found} == {1, 2, 3, 4, 5}


def test_every_problem_has_a_rectangular_table_of_strings_at_every_place(many):
    for made in many:
        for table in (made.example, made.query, run(made.steps, made.example), run(made.steps, made.query)):
            assert table and len({len(row) for row in table}) == 1 and table[0]
            assert all(isinstance(cell, str) for row in table for cell in row)


def test_example_and_query_differ_and_both_are_changed(many):
    for made in many:
        assert made.example != made.query
        assert run(made.steps, made.example) != made.example
        assert run(made.steps, made.query) != made.query


def test_the_answer_cannot_be_read_off_the_example(many):
    for made in many:
        answer = run(made.steps, made.query)
        assert answer != run(made.steps, made.example)
        shown = {cell for row in made.example for cell in row}
        assert any(cell not in shown for row in answer for cell in row)


def test_prompts_and_answers_fit_a_small_model(many):
    for made in many:
        shown = sum(len(json.dumps(t)) for t in (made.example, run(made.steps, made.example), made.query))
        assert shown <= SIZES[made.family.difficulty] <= 2600
        assert len(json.dumps(run(made.steps, made.query))) <= ANSWER_SIZE


def test_a_problem_that_is_too_long_or_shows_nothing_is_not_sound(many):
    made = next(made for made in many if made.family.name == "fill-down")
    far_too_long = [[row[0] and f"{row[0]}{at}", *row[1:]] for at in range(40) for row in made.query]
    assert is_sound(made)
    assert not is_sound(replace(made, query=far_too_long))
    assert not is_sound(replace(made, query=made.example))
    assert not is_sound(replace(made, query=run(made.steps, made.query)))
    assert not is_sound(replace(made, example=run(made.steps, made.example)))


def test_every_operator_of_a_family_is_needed_by_its_example(many):
    for made in many:
        whole = run(made.steps, made.example)
        for at in range(len(made.steps)):
            with suppress(IndexError, ValueError):  # without that step the others cannot even run
                assert run(made.steps[:at] + made.steps[at + 1 :], made.example) != whole, made.id


def test_a_family_is_named_after_the_steps_that_solve_it(many):
    for made in many:
        assert "+".join(step.name for step in made.steps) == made.family.name


def test_steps_leave_the_table_they_are_given_alone(many):
    for made in many[:250]:
        before = json.dumps(made.query)
        run(made.steps, made.query)
        assert json.dumps(made.query) == before


def test_there_are_easy_medium_and_hard_families_of_more_than_20_operators():
    assert Counter(family.difficulty for family in FAMILIES) == {"easy": 24, "medium": 16, "hard": 10}
    assert len(OPERATORS) >= 20
    assert len({family.name for family in FAMILIES}) == 50


def test_every_layout_noise_and_finisher_is_used_by_a_family():
    assert {family.layout for family in FAMILIES} == set(ALL_LAYOUTS)
    assert {name for family in FAMILIES for name in family.noises} == set(NOISES)
    assert {name for family in FAMILIES for name in family.finishers} == set(FINISHERS)


@settings(max_examples=25, deadline=None)
@given(options=OPTIONS)
def test_the_same_options_give_the_same_cases(foofah, options):
    first, again = foofah.cases(options, None), foofah.cases(options, None)
    assert first == again and len(first.cases) == options.count
    assert len({case.id for case in first.cases}) == options.count


@settings(max_examples=20, deadline=None)
@given(
    seed=st.integers(0, 10**9), turn=st.integers(0, 1000), records=st.integers(1, 5), family=st.sampled_from(FAMILIES)
)
def test_every_family_has_a_sound_problem_for_any_seed_turn_and_number_of_records(seed, turn, records, family):
    made = problem(family, seed=seed, records=records, turn=turn)
    assert is_sound(made) and made.records == records


def test_an_id_names_one_problem_whatever_else_was_asked_for(foofah):
    everything = {case.id: case for case in foofah.cases(FoofahOptions(), None).cases}
    hard = foofah.cases(FoofahOptions(difficulty="hard", count=50), None).cases
    assert all(everything[case.id] == case for case in hard)
    third = foofah.cases(FoofahOptions(examples=3, count=50), None).cases
    assert all(everything[case.id] == case for case in third)


def test_another_seed_gives_other_content():
    assert not {json.dumps(m.example) for m in some(250, 0)} & {json.dumps(m.example) for m in some(250, 1)}


def test_naming_operators_restricts_the_families(foofah):
    cases = foofah.cases(FoofahOptions(operators=("unfold", "split"), count=40), None).cases
    assert all({"unfold", "split"} & set(case.family.split("+")) for case in cases)
    assert {case.family for case in cases} == {family.name for family in select("mixed", ("unfold", "split"))}


def test_no_generated_case_is_a_published_one(foofah, data, many):
    published = foofah.cases(FoofahOptions(split="published"), data).cases
    known = {json.dumps(t) for case in published for t in (case.query, case.examples[0].input)}
    assert not known & {json.dumps(t) for made in many for t in (made.query, made.example)}


@given(parts=st.lists(st.text() | st.integers(), min_size=1, max_size=4), count=st.integers(0, 8))
def test_a_draw_is_a_permutation_and_depends_on_its_name_alone(parts, count):
    items = list("abcdefgh")
    assert sorted(Draw(*parts).shuffled(items)) == items
    assert Draw(*parts).distinct(items, count) == Draw(*parts).distinct(items, count)
    assert len(set(Draw(*parts).distinct(items, count))) == count


def test_a_draw_is_the_same_in_every_python():
    draw = Draw("checkable", 1)
    assert [draw.integer(0, 999) for _ in range(6)] == [635, 895, 548, 462, 457, 792]
