"""Likeness of programs: names do not count, structure and constants do."""

import ast
import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_samples import GOOD, put, spoiled

from checkable.library import load, read
from checkable.library.similarity import NEAR_DUPLICATE, nearest_inside, nearest_references, reference_solutions
from checkable.library.trees import pieces

KADANE = '''
def best(xs):
    """The largest sum."""
    top = run = xs[0]
    for x in xs[1:]:
        run = max(x, run + x)
        top = max(top, run)
    return top
'''


def jaccard(left, right):
    one, two = pieces(left), pieces(right)
    return len(one & two) / len(one | two)


@given(st.permutations(["alpha", "beta", "gamma", "delta"]))
def test_renaming_changes_nothing(names):
    renamed = KADANE
    for old, new in zip(("best", "xs", "top", "run"), names, strict=True):
        renamed = renamed.replace(old, new)
    assert jaccard(KADANE, renamed) == 1


def test_docstrings_annotations_and_imports_do_not_count():
    dressed = KADANE.replace("(xs)", "(xs: list[int]) -> int").replace("largest", "best")
    assert jaccard(KADANE, "import math\n" + dressed) == 1


@pytest.mark.parametrize(("old", "new"), [("run + x", "run - x"), ("xs[0]", "xs[1]"), ("max(top", "min(top")])
def test_operators_constants_and_builtins_count(old, new):
    assert jaccard(KADANE, KADANE.replace(old, new)) < 1


def test_a_copy_with_a_line_added_is_still_a_near_duplicate():
    assert jaccard(KADANE, KADANE.replace("    return top", "    count = len(xs)\n    return top")) >= NEAR_DUPLICATE


def test_different_algorithms_are_not_alike():
    other = "def f(n):\n    found = []\n    while n:\n        n, d = divmod(n, 10)\n        found.append(d)\n"
    assert jaccard(KADANE, other) < 0.2


def test_a_planted_near_duplicate_is_the_nearest_pair(tmp_path):
    put(tmp_path, GOOD)
    put(tmp_path, GOOD.replace("common_factor", "shared_part").replace("_step", "_turn"), "shared_part")
    third = spoiled("a, b = _step(a, b)", "a, b = max(_step(a, b)), min(a, b) - 1")
    put(tmp_path, third.replace("common_factor", "third"), "third")
    pair = nearest_inside(load(tmp_path))[0]
    assert (pair.similarity, {pair.left, pair.right}) == (1.0, {"common_factor", "shared_part"})


def test_a_planted_reference_solution_is_recognised(tmp_path):
    algorithm = read(put(tmp_path, GOOD))
    disguised = ast.unparse(ast.parse(algorithm.source.replace("common_factor", "f").replace("_step", "g")))
    references = {"other": KADANE, "copied": disguised}
    [pair] = nearest_references([algorithm], references)
    assert (pair.similarity, pair.right) == (1.0, "copied")


def test_references_are_read_from_the_published_files(tmp_path):
    (tmp_path / "mbpp.jsonl").write_text(json.dumps({"task_id": 1, "code": "def a(): return 1"}) + "\n")
    (tmp_path / "sanitized-mbpp.json").write_text(json.dumps([{"task_id": 2, "code": "def b(): return 2"}]))
    row = {"task_id": "HumanEval/0", "prompt": "def c():\n", "canonical_solution": "    return 3\n"}
    with gzip.open(tmp_path / "HumanEval.jsonl.gz", "wt") as file:
        file.write(json.dumps(row))
    found = reference_solutions(tmp_path)
    assert set(found) == {"MBPP/1", "MBPP-sanitized/2", "HumanEval/0"}
    assert all(map(pieces, found.values()))
