"""What a training would take is known without a weight, and what does not fit together fails before one is loaded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from learn_values import COURSE, recipe, root

from checkable.learn.dry_run import plan
from checkable.learn.failures import TrainingFailed
from checkable.learn.recipe import Backbone
from checkable.learn.session import Session

EMBEDDED = Backbone(name="embedded", revision="none")


def planned(**changes):
    return plan(recipe(**{"batch": 2, **changes}), COURSE, root())


def test_a_plan_counts_what_a_training_has() -> None:
    session = Session(recipe(), COURSE, "cpu")
    found = planned()
    assert found.parameters == found.trained == sum(p.numel() for p in session.trained.values())
    assert found.shapes["operations"] == (2, 2, 4) and found.shapes["start"] == (2, 5)


def test_the_other_architecture_is_planned_too() -> None:
    other = replace(recipe().backbone, architecture="qwen3.5", sizes={"width": 32, "layers": 4, "heads": 4})
    assert planned(backbone=other).shapes["operations"] == (2, 2, 4)


def test_published_weights_are_planned_from_their_shape_alone() -> None:
    whole = planned(backbone=EMBEDDED)
    assert 134e6 < whole.parameters < 136e6 and whole.trained == whole.parameters
    lora = planned(backbone=EMBEDDED, tuning="lora", rank=8)
    assert lora.trained < 0.03 * whole.trained and lora.training_bytes < 0.03 * whole.training_bytes
    assert lora.operations < whole.operations


def test_four_bits_take_an_eighth_of_float32_in_linear_layers() -> None:
    sixteen = planned(backbone=replace(EMBEDDED, dtype="bfloat16"), tuning="lora", rank=8)
    four = planned(backbone=EMBEDDED, tuning="qlora", rank=8)
    embedding, linear = 49152 * 576, 106_168_320  # of SmolLM2-135M: 30 layers of 3,538,944
    assert sixteen.weight_bytes - four.weight_bytes == pytest.approx(linear * (2 - 0.516), rel=0.01)
    assert four.weight_bytes > 2 * embedding


def test_more_steps_take_more_arithmetic_and_no_more_memory() -> None:
    once, twice = planned(steps=100), planned(steps=200)
    assert twice.operations == 2 * once.operations and twice.activation_bytes == once.activation_bytes


def test_an_untrained_one_has_no_gradients_and_remembers_one_layer() -> None:
    untrained, trained = planned(backbone=EMBEDDED, steps=0), planned(backbone=EMBEDDED)
    assert (untrained.trained, untrained.training_bytes, untrained.operations) == (0, 0, 0)
    assert untrained.weight_bytes == 4 * untrained.parameters and trained.weight_bytes == 0
    assert untrained.activation_bytes < 0.1 * trained.activation_bytes


def test_a_model_without_a_shape_is_an_error_that_says_what_to_write() -> None:
    with pytest.raises(TrainingFailed, match="needs shape"):
        planned(backbone=Backbone(name="qwen2.5-coder-3b", revision="none"))
