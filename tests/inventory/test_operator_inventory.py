"""The operator inventory: targets, what is within reach of which vocabulary, and what queries cost."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from substrates.operator_inventory.answers import answers
from substrates.operator_inventory.labels import labels
from substrates.operator_inventory.operators import HELD_OUT, NAMES, apply
from substrates.operator_inventory.options import HIDDEN, POOL, SHOWN, InventoryOptions
from substrates.operator_inventory.substrate import substrate

from checkable.evidence.acquisition import max_split
from checkable.search.enumerating import search
from checkable.search.inventory import Step
from checkable.search.without import Without

FEW = InventoryOptions(count=24)


def outputs(case, inventory):
    return [inventory.write(found.outputs[0]) for found in search(
        inventory, [inventory.read(example.input) for example in case.examples],
        [example.output for example in case.examples], [inventory.read(case.query)], work=500_000, depth=3)]


@pytest.fixture(scope="module")
def cases():
    return substrate.cases(FEW, None).cases


def test_a_case_shows_what_the_protocol_says_and_no_answer(cases):
    for case in cases:
        assert (len(case.examples), len(case.query), len(case.unlabelled)) == (SHOWN, HIDDEN, POOL)
        inputs = [*(e.input[0] for e in case.examples), *case.query, *(batch[0] for batch in case.unlabelled)]
        assert len({json.dumps(one, sort_keys=True) for one in inputs}) == SHOWN + HIDDEN + POOL


def test_the_same_options_give_the_same_cases_and_answers_for_each():
    again = substrate.cases(FEW, None)
    assert again == substrate.cases(FEW, None)
    assert answers(FEW, None).keys() == {case.id for case in again.cases} == labels(FEW, None).keys()


def test_every_held_out_target_is_within_reach_of_the_inventory_and_of_no_closed_vocabulary(cases):
    known = answers(FEW, None)
    for case in cases:
        whole = substrate.inventory_for(case)
        assert known[case.id] in outputs(case, whole)
        assert known[case.id] not in outputs(case, Without.of(whole, HELD_OUT))


def test_two_operators_are_composed_where_targets_have_two():
    options = InventoryOptions(split="scaling", library=8, operators=2, count=4)
    known = answers(options, None)
    for case in substrate.cases(options, None).cases:
        assert known[case.id] in outputs(case, substrate.inventory_for(case))


def test_a_larger_inventory_begins_with_a_smaller_one():
    small = substrate.cases(InventoryOptions(split="scaling", library=8, count=1), None).cases[0]
    large = substrate.cases(InventoryOptions(split="scaling", library=512, count=1), None).cases[0]
    few, many = substrate.inventory_for(small).operators, substrate.inventory_for(large).operators
    assert (few[:8], len(NAMES), len(set(NAMES))) == (many[:8], 512, 512)


def test_options_of_another_split_are_refused():
    with pytest.raises(ValueError, match="scaling"):
        InventoryOptions(split="held-out", library=64)


@given(st.lists(st.integers(1, 9), min_size=3, max_size=5), st.sampled_from(NAMES))
def test_every_operator_says_a_number_of_every_list(xs, name):
    assert isinstance(apply(name, tuple(xs)), int)


def test_the_even_split_is_expected_to_rule_out_most():
    commits = ["x"] * 4
    even, uneven, none = ["a", "a", "b", "b"], ["a", "a", "a", "b"], ["a"] * 4
    assert max_split(even, commits) > max_split(uneven, commits) > max_split(none, commits)
    assert max_split(["a", "b", "c", "d"], commits) == pytest.approx(0.75)


@pytest.mark.parametrize("library", [8, 64])
def test_behind_a_first_operator_only_those_are_tried_with_which_a_finish_fits_and_none_is_lost(library: int):
    whole = InventoryOptions(split="scaling", library=library, operators=2, count=4)
    for case in substrate.cases(whole, None).cases:
        inventory = substrate.inventory_for(case)
        values = tuple(inventory.read(example.input) for example in case.examples)
        aim = inventory.aim(values, [example.output for example in case.examples])
        for first in inventory.operators[:library:7]:
            said = tuple(inventory.apply(Step(first), value) for value in values)
            tried = [step.operator for step in inventory.proposals(said, aim)]
            fitting = [second for second in inventory.operators[:library] if any(inventory.finishes(
                tuple(inventory.apply(Step(second), value) for value in said), aim))]
            assert tried == fitting


def test_operators_that_say_the_same_of_all_examples_are_all_followed_up():
    """More than four of 64 are alike on one short list; each differs from the others on some other list."""
    options = InventoryOptions(split="scaling", library=64, operators=2, count=1, examples=1)
    case = substrate.cases(options, None).cases[0]
    inventory = substrate.inventory_for(case)
    found = search(inventory, [inventory.read(e.input) for e in case.examples], [e.output for e in case.examples],
                   [inventory.read(case.query)], work=50_000_000, depth=3)
    first = {composition.steps[0].operator for composition in found if len(composition.steps) == 3}
    said = Counter(apply(name, tuple(case.examples[0].input[0]["xs"])) for name in first)
    assert max(said.values()) > 4
