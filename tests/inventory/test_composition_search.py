"""The search over an inventory: what it finds, in which order, and that counted work bounds it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.core.candidate import Outcome
from checkable.search.enumerating import search
from checkable.search.inventory import Inapplicable, Inventory, NoInventory, Step
from checkable.search.programs import is_composition, observe, parse, render, run
from checkable.search.without import Without

MOVES = {"add-1": lambda x: x + 1, "double": lambda x: 2 * x, "square": lambda x: x * x, "negate": lambda x: -x}


class Arithmetic(Inventory):
    """Numbers up to a billion and four operators, each of which costs a bit."""

    name = "arithmetic"
    operators = tuple(MOVES)

    def read(self, data):
        return data

    def write(self, value):
        return value

    def apply(self, step, value):
        if step.operator not in MOVES or abs(MOVES[step.operator](value)) > 10**9:
            raise Inapplicable(step.operator)
        return MOVES[step.operator](value)

    def aim(self, inputs, outputs):
        return tuple(outputs)

    def proposals(self, values, aim):
        return [Step(name) for name in MOVES]

    def finishes(self, values, aim):
        return [()] if tuple(values) == aim else []


ARITHMETIC = Arithmetic()


def found(inputs, outputs, query, *, work=200_000, depth=3):
    return list(search(ARITHMETIC, inputs, outputs, [query], work=work, depth=depth))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(sorted(MOVES)), min_size=1, max_size=3), st.integers(-4, 4), st.integers(-4, 4))
def test_what_a_chain_does_is_found_with_no_more_steps_than_the_chain(chain, shown, query):
    def value(x):
        for name in chain:
            x = MOVES[name](x)
        return x

    results = found([shown, 2, 3], [value(shown), value(2), value(3)], query)
    assert results
    assert min(len(one.steps) for one in results) <= len(chain)


def test_every_program_found_reproduces_the_examples_and_predicts_its_output():
    results = found([2, 3], [9, 16], 5)
    assert results
    for one in results:
        assert [run(ARITHMETIC, one.steps, x) for x in (2, 3)] == [9, 16]
        assert run(ARITHMETIC, one.steps, 5) == one.outputs[0]


def test_the_first_program_found_is_as_short_as_any():
    shortest = next(size for size in range(4) for chain in product(MOVES, repeat=size)
                    if [run(ARITHMETIC, [Step(name) for name in chain], x) for x in (2, 3)] == [5, 7])
    assert len(found([2, 3], [5, 7], 1)[0].steps) == shortest == 2


def test_no_more_is_tried_than_the_work_allows():
    calls = []

    class Counting(Arithmetic):
        def apply(self, step, value):
            calls.append(step)
            return super().apply(step, value)

    list(search(Counting(), [2], [999], [3], work=4_100, depth=9))
    assert 50 < len(calls) <= 102  # 41 units of work a step and value


def test_the_same_search_gives_the_same_programs():
    assert found([2, 3], [9, 16], 5) == found([2, 3], [9, 16], 5)


def test_a_program_is_read_back_from_its_text():
    steps = (Step("split", (0, ", ")), Step("derive", ((("cell", 1), ("part", 0, "\n", -1)),)), Step("transpose"))
    text = render(ARITHMETIC, steps)
    assert [(step.operator, step.arguments) for step in parse(ARITHMETIC, text)] == [
        (step.operator, step.arguments) for step in steps]
    assert is_composition(text)


@pytest.mark.parametrize("source", ["composition of other things:\nadd-1", "composition of arithmetic:\nadd-1 [1",
                                    "composition of arithmetic:\nimport-os"])
def test_a_text_that_is_no_program_of_the_inventory_is_refused_or_fails(source):
    [seen] = observe(ARITHMETIC, source, [3])
    assert seen.outcome in (Outcome.REFUSED, Outcome.EXCEPTION)
    assert seen.value is None


def test_an_operator_that_is_left_out_is_in_no_program():
    less = Without.of(ARITHMETIC, ["square"])
    results = list(search(less, [2, 3], [4, 9], [4], work=100_000, depth=3))
    assert not any(step.operator == "square" for one in results for step in one.steps)
    assert Without.of(ARITHMETIC, []) is ARITHMETIC


def test_leaving_out_an_unknown_operator_names_the_nearest():
    with pytest.raises(NoInventory, match="square"):
        Without.of(ARITHMETIC, ["sqare"])
