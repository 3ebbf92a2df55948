"""The library as it is: every algorithm holds, none is there twice, the index lists them all."""

import os
from pathlib import Path

import pytest

from checkable.library import INDEX_NAME, index_text, load, verify
from checkable.library.similarity import (
    NEAR_DUPLICATE,
    REPRODUCTION,
    nearest_inside,
    nearest_references,
    reference_solutions,
)

ROOT = Path(__file__).resolve().parents[2] / "library"
TOPICS = sorted({path.parent.name for path in ROOT.glob("*/*.py")})


@pytest.mark.parametrize("topic", TOPICS)
def test_every_algorithm_of_a_topic_holds(topic, jail):
    verdicts = verify([a for a in load(ROOT) if a.topic == topic], jail)
    assert [(v.algorithm.file, v.complaints) for v in verdicts if not v.holds] == []


def test_no_algorithm_is_there_twice():
    assert [str(pair) for pair in nearest_inside(load(ROOT)) if pair.similarity >= NEAR_DUPLICATE] == []


def test_the_index_is_up_to_date():
    assert (ROOT / INDEX_NAME).read_text(encoding="utf-8") == index_text(load(ROOT)), \
        "renew it: python -m checkable library verify"


def test_no_algorithm_reproduces_a_reference_solution():
    folder = os.environ.get("CHECKABLE_DATA")
    if not folder:
        pytest.skip("NOT compared with MBPP and HumanEval: CHECKABLE_DATA names no folder")
    pairs = nearest_references(load(ROOT), reference_solutions(Path(folder)))
    assert [str(pair) for pair in pairs if pair.similarity >= REPRODUCTION] == []
