"""Trainings on the page: curves with one line a seed, the step that was chosen, and numbers beside them."""

from __future__ import annotations

import re

from checkable.report import curves
from checkable.report.templating import environment

TRAINING = {"arm": "compiler", "seed": 0, "scored_at": "best on validation", "chosen": 20, "key": "ab" * 32,
            "losses": [[10, 2.5], [20, 0.1], [30, 0.02]], "scores": [[10, 0.2], [20, 0.9], [30, 0.8]], "accuracy": 0.85,
            "lessons": 64, "parameters": 1234, "seconds": 12.0, "device": "cpu"}
LENGTH = {"arm": "compiler", "length": 2, "cases": 4, "correct": 3, "traced": 4, "prefix": [4, 2]}


def section(trainings, lengths=()) -> str:
    class View:
        plain = {"trainings": list(trainings), "lengths": list(lengths)}

    class Entry:
        slug = "e"

    return environment().get_template("trainings.html").render(e=View, entry=Entry)


def test_an_experiment_without_trainings_or_lengths_has_no_such_section() -> None:
    assert section([]).strip() == ""


def test_every_seed_has_a_line_in_both_drawings_and_a_row_of_numbers() -> None:
    page = section([TRAINING, {**TRAINING, "seed": 1, "accuracy": 0.25}])
    assert page.count("<polyline") == 4 and page.count('class="chosen"') == 4
    assert re.findall(r'<td class="num">(\d+\.\d%)</td><td class="num">90\.0%', page) == ["85.0%", "25.0%"]


def test_every_round_has_a_row_with_its_keep_precision_and_false_keep_rate() -> None:
    of_one = {"step": 180, "prompts": 1024, "found": 500, "kept": 500, "right": 450, "tried": 8000, "wrong": 7200,
              "passed": 72}
    none = {**of_one, "step": 300, "kept": 0, "right": 0, "wrong": 0, "passed": 0}
    page = section([{**TRAINING, "rounds": [of_one, none]}])
    assert "90.0%" in page and "1.0%" in page and "none kept" in page and "none wrong" in page
    assert "Rounds of expert iteration" not in section([TRAINING])


def test_arms_are_drawn_apart_on_one_axis() -> None:
    other = {**TRAINING, "arm": "direct", "losses": [[10, 250.0]]}
    assert [arm for arm, _ in curves.arms_of([TRAINING, other])] == ["compiler", "direct"]
    alone, shared = curves.losses([TRAINING], [TRAINING]), curves.losses([TRAINING], [TRAINING, other])
    assert alone != shared and curves.bounds([TRAINING, other]) == "0.02 to 250"


def test_lines_stay_within_the_drawing_whatever_the_losses_are() -> None:
    wild = {**TRAINING, "losses": [[1, 0.0], [2, None], [3, 1e9]]}
    drawn = str(curves.losses([wild], [wild]))
    numbers = [float(n) for points in re.findall(r'points="([^"]*)"', drawn) for n in re.split("[ ,]", points)]
    assert numbers and all(0 <= n <= 100 for n in numbers)


def test_states_are_shown_by_how_many_programs_are_right_so_far() -> None:
    page = section([], [LENGTH, {**LENGTH, "arm": "direct", "traced": 0, "prefix": [0, 0]}])
    assert "3/4" in page and ">100</td>" in page and ">50</td>" in page
    assert page.count('class="heat"') == 4  # right and two states of the one, right of the other


def test_hostile_names_are_text() -> None:
    page = section([{**TRAINING, "arm": "<script>"}], [{**LENGTH, "arm": "<script>"}])
    assert "<script>" not in page
