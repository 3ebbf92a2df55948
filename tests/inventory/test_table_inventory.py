"""The inventory of table operators: what each does, and what compositions of them reach on tables of our own."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from substrates.foofah.inventory import profile
from substrates.foofah.inventory.goals import goal
from substrates.foofah.inventory.operator import OPERATORS
from substrates.foofah.inventory.tables import inventory

from checkable.core.case import Case, Example
from checkable.search.enumerating import search
from checkable.search.inventory import Inapplicable, Step
from checkable.search.programs import parse, render


def applied(name, rows, *arguments):
    return [list(row) for row in inventory.apply(Step(name, arguments), inventory.read(rows))]


def solved(before, after, query):
    """The outputs that compositions give for the query, the first found first."""
    found = search(inventory, [inventory.read(before)], [after], [inventory.read(query)], work=300_000, depth=4)
    return [inventory.write(one.outputs[0]) for one in found]


def test_the_inventory_has_what_it_was_asked_to_have():
    assert len(OPERATORS) >= 40
    assert all(known.summary.endswith(".") and known.bits > 0 for known in OPERATORS.values())


@pytest.mark.parametrize(("name", "arguments", "before", "after"), [
    ("fold", (1,), [["", "Mon", "Tue"], ["a", "1", "2"]], [["a", "Mon", "1"], ["a", "Tue", "2"]]),
    ("unfold", (1, 2), [["a", "x", "1"], ["a", "y", "2"], ["b", "y", "3"]],
     [["", "x", "y"], ["a", "1", "2"], ["b", "", "3"]]),
    ("fill-down", (0,), [["a", "1"], ["", "2"]], [["a", "1"], ["a", "2"]]),
    ("split", (0, "-"), [["a-b"], ["c"]], [["a", "b"], ["c", ""]]),
    ("divide", (0, "kind", "number"), [["12"], ["ab"]], [["12", ""], ["", "ab"]]),
    ("titles-to-column", (), [["T", ""], ["a", "1"], ["U", ""], ["b", "2"]], [["T", "a", "1"], ["U", "b", "2"]]),
    ("lift-keys", (": ",), [["A: 1"], ["B: 2"], ["A: 3"], ["B: 4"]], [["A", "B"], ["1", "2"], ["3", "4"]]),
    ("wrap-blocks", (), [["a"], ["b"], [""], ["c"]], [["a", "b"], ["c", ""]]),
    ("wrap-by-key", (0,), [["k", "1"], ["k", "2"], ["l", "3"]], [["k", "1", "2"], ["l", "3", ""]]),
    ("last-of-group", (0,), [["k", "1"], ["k", "2"], ["l", "3"]], [["k", "2"], ["l", "3"]]),
    ("coalesce", (0, 1), [["a", "", "x"], ["", "b", "y"]], [["a", "x"], ["b", "y"]]),
    ("derive", ((("part", 0, ", ", 1), ("match", 1, "digits", 0)),), [["Doe, Jo", "no 12"]], [["Jo", "12"]]),
    ("derive-below", ((("cell", 0), ("text", "Unit")), (("part", 0, " ", 0), ("part", 0, " ", 1))),
     [["Mass"], ["5 kg"], ["7 g"]], [["Mass", "Unit"], ["5", "kg"], ["7", "g"]]),
    ("put-header", (("A", "B"),), [["1", "2"]], [["A", "B"], ["1", "2"]]),
    ("rename-columns", (((0, "id"),),), [["", "x"], ["k", "1"]], [["id", "x"], ["k", "1"]]),
    ("join-headers", (" ",), [["", "2019", ""], ["City", "in", "out"], ["Ulm", "1", "2"]],
     [["City", "2019 in", "2019 out"], ["Ulm", "1", "2"]]),
    ("wide-to-long", (1, "_", True), [["id", "in_1", "in_2", "out_1", "out_2"], ["k", "a", "b", "c", "d"]],
     [["id", "", "1", "2"], ["k", "in", "a", "b"], ["k", "out", "c", "d"]]),
    ("titles-where", (0, "ends", ":"), [["A:"], ["x"], ["B:"], ["y"]], [["A:", "x"], ["B:", "y"]]),
    ("join-continued", (0, " "), [["1", "so"], ["", "on"], ["2", "end"]], [["1", "so on"], ["2", "end"]]),
    ("pairs-to-columns", (1, "; ", "="), [["k", "a=1; b=2"], ["l", "b=3"]],
     [["", "a", "b"], ["k", "1", "2"], ["l", "", "3"]]),
    ("lift-label-pairs", (), [["a", "1", "b", "2"], ["a", "3", "b", "4"]], [["a", "b"], ["1", "2"], ["3", "4"]]),
    ("explode-together", (";",), [["k", "1;2", "a;b"]], [["k", "1", "a"], ["k", "2", "b"]]),
    ("fold-blocks", (), [["X", "a", "b"], ["r", "1", "2"], ["", "", ""], ["Y", "a", "b"], ["s", "3", "4"]],
     [["X", "r", "a", "1"], ["X", "r", "b", "2"], ["Y", "s", "a", "3"], ["Y", "s", "b", "4"]]),
])
def test_an_operator_does_what_its_name_says(name, arguments, before, after):
    assert applied(name, before, *arguments) == after


CELLS = st.sampled_from(["", "a", "b-1", "12", "x: y", "Jo, Al"])
TABLES = st.integers(1, 4).flatmap(
    lambda wide: st.lists(st.lists(CELLS, min_size=wide, max_size=wide), min_size=1, max_size=5))


@settings(max_examples=40, deadline=None)
@given(TABLES, TABLES)
def test_whatever_is_proposed_gives_a_rectangle_or_does_not_apply(before, wanted):
    table = inventory.read(before)
    aim = inventory.aim([table], [wanted])
    for step in inventory.proposals([table], aim):
        try:
            made = inventory.apply(step, table)
        except Inapplicable:
            continue
        assert len({len(row) for row in made}) == 1
        assert all(isinstance(cell, str) for row in made for cell in row)
        [again] = parse(inventory, render(inventory, [step]))
        assert inventory.apply(again, table) == made


@settings(max_examples=40, deadline=None)
@given(TABLES)
def test_a_table_is_at_no_distance_from_itself(rows):
    table = inventory.read(rows)
    assert inventory.distance([table], inventory.aim([table], [inventory.write(table)])) == pytest.approx(0)
    assert inventory.hopeful([table], inventory.aim([table], [rows]))


def test_a_branch_that_lost_what_the_goal_needs_is_cut():
    aim = inventory.aim([inventory.read([["a", "b"]])], [[["b"]]])
    assert inventory.hopeful([inventory.read([["b"]])], aim)
    assert not inventory.hopeful([inventory.read([["a"]])], aim)


def test_a_grid_is_folded_and_its_holes_dropped():
    before = [["", "Mon", "Tue"], ["Ann", "1", ""], ["Bob", "2", "3"]]
    after = [["Ann", "Mon", "1"], ["Bob", "Mon", "2"], ["Bob", "Tue", "3"]]
    query = [["", "Wed", "Thu"], ["Cy", "", "7"], ["Di", "8", "9"]]
    assert solved(before, after, query)[0] == [["Cy", "Thu", "7"], ["Di", "Wed", "8"], ["Di", "Thu", "9"]]


def test_columns_are_written_anew_in_one_step():
    before, after = [["Doe, Jo", "x", "9-10"], ["Roe, Al", "y", "7-8"]], [["Jo", "9", "x"], ["Al", "7", "y"]]
    assert solved(before, after, [["Poe, Di", "z", "1-2"]])[0] == [["Di", "1", "z"]]


def test_an_output_without_its_empty_ends_is_matched_exactly():
    before, after = [["k", "1"], ["k", "2"], ["l", "3"]], [["k", "1", "2"], ["l", "3"]]
    assert solved(before, after, [["m", "4"], ["n", "5"], ["n", "6"]])[0] == [["m", "4"], ["n", "5", "6"]]


def case(before, after, query):
    return Case(id="c", family="f", query=query, examples=(Example(input=before, output=after),))


def test_an_output_like_the_visible_one_is_more_plausible():
    shown = case([["a", "1"], ["b", "2"]], [["1", "a"], ["2", "b"]], [["c", "3"], ["d", "4"]])
    assert profile.implausibility(shown, [["3", "c"], ["4", "d"]]) == 0
    assert profile.implausibility(shown, [["c", "3"], ["d", "4"]]) > 0
    assert profile.implausibility(shown, [["3", "c", "", ""]]) > 0


def test_goals_may_be_ragged():
    assert goal((("a",),), (("a", "b"), ("c",))).columns == (("a", "c"), ("b", ""))
    assert json.dumps(inventory.write(inventory.read([["a"], ["b", "c"]]))) == '[["a", ""], ["b", "c"]]'


def test_a_header_that_the_input_lacks_is_part_of_the_program():
    before = [["k", "age", "1"], ["k", "city", "Ulm"], ["j", "age", "7"], ["j", "city", "Oslo"]]
    after = [["id", "age", "city"], ["k", "1", "Ulm"], ["j", "7", "Oslo"]]
    query = [["l", "age", "2"], ["l", "city", "Bern"], ["m", "age", "3"], ["m", "city", "Graz"]]
    assert [["id", "age", "city"], ["l", "2", "Bern"], ["m", "3", "Graz"]] in solved(before, after, query)


def test_a_cell_is_written_of_several_pieces():
    before = [["03/14/2020", "Jo", "Doe"], ["12/01/1999", "Al", "Roe"]]
    after = [["2020-03-14", "jo.doe@x.org"], ["1999-12-01", "al.roe@x.org"]]
    assert solved(before, after, [["07/09/2011", "Di", "Poe"]])[0] == [["2011-07-09", "di.poe@x.org"]]


def test_a_sign_next_to_a_piece_that_is_empty_goes():
    whole = ("concat", 0, (("cell", 0), ("text", " ("), ("cell", 1), ("text", ")")))
    assert applied("derive", [["a", "b"], ["a", ""]], (whole,)) == [["a (b)"], ["a"]]


def test_a_step_that_changes_nothing_of_the_held_out_table_is_less_plausible():
    shown = case([["a", "1"], ["b", "-"]], [["a", "1"]], [["c", "-"], ["d", "2"]])
    kept = inventory.implausibility(shown, [["d", "2"]], [Step("drop-starting", (1, "-"))])
    assert inventory.implausibility(shown, [["c", "-"], ["d", "2"]], [Step("drop-starting", (0, "b"))]) > kept
