"""The published figures of adapter inventories and skill memory, counted again from the records."""

import importlib.util
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def published():
    if not (Path(os.environ.get("CHECKABLE_DATA", "/nowhere")) / "records").is_dir():
        pytest.skip("CHECKABLE_DATA names no folder with the published records")
    spec = importlib.util.spec_from_file_location("published_memory", ROOT / "benchmarks" / "published_memory.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_extended_inventory_reaches_134_of_which_128_can_be_seen_in_what_was_stored(published):
    assert published.ladder(published._LADDER / "abi_coverage_records_final.jsonl.gz") == (160, 134, 128, 95)


def test_the_inventory_reached_20_before_it_was_extended_and_23_of_others_where_it_was_frozen(published):
    assert published.ladder(published._LADDER / "abi_coverage_records_initial.jsonl.gz")[1] == 20
    assert published.ladder(published._GATE / "heldout_records.jsonl.gz")[1] == 23


def test_the_right_skill_was_retrieved_for_31_of_40_and_helped_none(published):
    assert published.skills() == (31, 40, 0, 1)


def test_retrieval_cost_what_was_published(published):
    assert published.tokens("semantic") == 24_352
