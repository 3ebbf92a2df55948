"""The pool of a 0.5B model that ships with the text substrate answers every request of the specs that name it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkable.experiment.run import run
from checkable.experiment.workshop import Workshop
from checkable.spec.loader import load_items

ROOT = Path(__file__).resolve().parents[2]


def no_engine() -> str:
    raise AssertionError("a replay asked for an engine")


@pytest.fixture(scope="module")
def replayed(tmp_path_factory):
    """Results of the smoke tiers of the specs, by name."""
    shop = Workshop(root=ROOT, data=None, pool=tmp_path_factory.mktemp("kept") / "pool.sqlite", broker=no_engine,
                    minimum_level=0)
    last = {name: load_items(ROOT / "specs" / "selection" / f"{name}.yaml", root=ROOT, tier="smoke")[-1]
            for name in ("selectors", "budgets")}  # of budgets the greatest
    results = {name: run(spec, shop.services(lambda progress: None)) for name, spec in last.items()}
    shop.close()
    return results


def metrics(result):
    return {arm.name: arm.metrics["all"] for arm in result.arms}


def test_the_specs_replay_without_a_model_and_are_not_judged(replayed):
    for result in replayed.values():
        assert set(result.provenance["completions"]) == {"recorded"} and result.verdict == "not judged"
        assert len(result.cases) == result.populations["all"] > 0


def test_evidence_that_was_asked_for_is_paid_for_and_nothing_else_is(replayed):
    seen = metrics(replayed["selectors"])
    base = seen["first-visible"]["tokens"].value
    assert seen["clusters"]["tokens"].value == seen["mean-logprob"]["tokens"].value == base
    assert seen["codet"]["tokens"].value == seen["b4"]["tokens"].value > base
    assert seen["visible-p-true"]["tokens"].value > base


def test_the_gate_commits_what_the_whole_budget_would_for_fewer_tokens(replayed):
    seen = metrics(replayed["budgets"])
    assert seen["sequential"]["correct"].value == seen["sampled"]["correct"].value
    assert seen["sequential"]["tokens"].value <= seen["sampled"]["tokens"].value
