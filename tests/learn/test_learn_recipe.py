"""The key of a training: everything that decides its weights, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from learn_values import RECIPE, TINY, recipe

from checkable.learn.recipe import plain, read

CHANGES = {"seed": 1, "steps": 61, "labels": "shuffled", "growth": "random", "schedule": "mixed", "slots": 3,
           "course": "modular-2-5", "backbone": replace(TINY, revision="another"), "device": "cuda", "programs": 65}


@pytest.mark.parametrize("changed", CHANGES)
def test_whatever_decides_the_weights_changes_the_key(changed: str) -> None:
    assert recipe(**{changed: CHANGES[changed]}).key != RECIPE.key


def test_where_weights_lie_and_which_cases_are_evaluated_do_not_change_it() -> None:
    moved = recipe(backbone=replace(TINY, load="/elsewhere"), options={"modulus": 5, "count": 7})
    assert moved.key == RECIPE.key


def test_a_recipe_survives_the_way_to_another_process() -> None:
    assert read(json.loads(json.dumps(plain(RECIPE)))) == RECIPE
