"""A generator, a policy or an evidence word may name another model than the experiment's, and ``pools`` replay it."""

from __future__ import annotations

import pytest

from checkable.spec.errors import SpecErrors
from checkable.spec.loader import outlines, read

TWO = """\
title: A gate
substrate: ledgers
model: qwen3.5-4b
arms:
  own: {generator: program}
  other: {generator: {program: {model: qwen3-4b}}}
  both: {generator: {portfolio: {policies: [{name: a}, {name: b, model: qwen3-4b}]}}, selector: majority}
"""


def test_every_arm_says_which_models_it_asks(load):
    (spec,) = load(body=TWO)
    assert {arm.name: arm.models for arm in spec.arms} == {
        "own": (None,), "other": ("qwen3-4b",), "both": (None, "qwen3-4b")}
    assert spec.models == ("qwen3-4b",)


def test_the_command_line_replaces_the_experiments_own_model_alone(load):
    (spec,) = load(body=TWO, model="embedded")
    assert (spec.model, spec.models) == ("embedded", ("qwen3-4b",))


def test_an_experiment_needs_no_model_of_its_own_where_every_arm_names_one(load):
    body = TWO.replace("model: qwen3.5-4b\n", "")
    with pytest.raises(SpecErrors, match="neither a model nor a pool"):
        load(body=body)
    lines = [line for line in body.splitlines(keepends=True) if "own:" not in line and "both:" not in line]
    (spec,) = load(body="".join(lines))
    assert (spec.model, spec.models) == (None, ("qwen3-4b",))


def test_collection_knows_all_engines_but_those_that_are_replayed(load, root, tmp_path):
    load(body=TWO)
    path = root / "specs" / tmp_path.name / "gate.yaml"
    (outline,) = outlines(read(path, root), tier="full")
    assert outline.models == ("qwen3.5-4b", "qwen3-4b") and outline.pools == ()
    replayed = "pool: pools/small.jsonl.gz\npools: {qwen3-4b: pools/small.jsonl.gz}"
    path.write_text(TWO.replace("model: qwen3.5-4b", replayed))
    (outline,) = outlines(read(path, root), tier="full")
    assert outline.models == () and outline.pools == ("small.jsonl.gz", "small.jsonl.gz")


def test_what_a_smoke_tier_runs_on_is_not_what_an_arm_names(load):
    (spec,) = load(body=TWO, tier="smoke")
    assert (spec.model, spec.models) == ("embedded", ("qwen3-4b",))
