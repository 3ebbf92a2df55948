"""Trained adapters stand in their artefacts as peft keeps them, and do with peft what they did in training."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
import yaml
from learn_values import COURSE, recipe, root

from checkable.engine.models import resolve
from checkable.engine.weights import Making, prepare
from checkable.learn import session as sessions
from checkable.learn.artefacts import Shelf
from checkable.learn.recipe import Backbone
from checkable.learn.training import make, restored

pytestmark = pytest.mark.usefixtures("one_thread")
peft = pytest.importorskip("peft")
ASKED = "start with 3; add 2; modulo 5"


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Path:
    """A random model on disk, as published weights are."""
    import sys

    sys.path.insert(0, str(root() / "tests" / "engine"))
    from tiny_model import write_tiny_model

    return write_tiny_model(tmp_path_factory.mktemp("published") / "model")


def adapting(base: Path, **changes):
    backbone = Backbone(name="published", revision="somebody/published sha256:0", load=str(base))
    return recipe(backbone=backbone, tuning="lora", rank=2, slots=1, stages=(1,), steps=4, batch=2, programs=8,
                  checkpoints=2, rate=0.02, **changes)


@pytest.fixture(scope="module")
def written(base: Path, tmp_path_factory):
    """A writer's training with adapters, on its shelf."""
    torch.set_num_threads(1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sessions, "VALIDATED", 2)
        of, shelf = adapting(base, readout="text", layers=0, replay=0.0), Shelf(tmp_path_factory.mktemp("shelf"))
        make(of, COURSE, shelf, "cpu", lambda step, loss: None)
    return of, shelf, shelf.of(of.key) / "adapter"


def scores(model, ids) -> torch.Tensor:
    with torch.no_grad():
        return model(input_ids=ids).logits


def test_a_writers_adapter_is_read_by_peft_and_gives_the_scores_of_the_training(base: Path, written) -> None:
    from transformers import AutoModelForCausalLM

    of, shelf, folder = written
    assert {path.name for path in folder.iterdir()} == {"adapter_config.json", "adapter_model.safetensors"}
    writer = restored(of, COURSE, shelf, "cpu")
    ids = writer.reader.ids([ASKED])
    plain = AutoModelForCausalLM.from_pretrained(base)
    without = scores(plain, ids)
    adapted = peft.PeftModel.from_pretrained(plain, folder)
    with torch.no_grad():
        trained = writer.scores(ids)
    assert torch.allclose(scores(adapted, ids), trained, atol=1e-4)
    assert not torch.allclose(without, trained, atol=1e-2)


def test_an_adapter_says_what_it_stands_on_and_no_folder_of_this_machine(base: Path, written) -> None:
    said = json.loads((written[2] / "adapter_config.json").read_text())
    assert (said["base_model_name_or_path"], said["revision"], said["task_type"], said["r"]) == \
        ("somebody/published", None, "CAUSAL_LM", 2)
    assert str(base) not in json.dumps(said)


def test_a_writers_adapter_is_a_model_of_models_yaml(base: Path, written, tmp_path: Path, monkeypatch) -> None:
    from transformers import AutoModelForCausalLM

    monkeypatch.setenv("CHECKABLE_CACHE", str(tmp_path / "cache"))
    entry = {"engine": "transformers", "dtype": "float32", "context": 512}
    (tmp_path / "models.yaml").write_text(yaml.safe_dump({
        "published": {**entry, "weights": {"folder": str(base)}},
        "tuned": {**entry, "weights": {"adapter": str(written[2]), "base": "published"}}}))

    def here(making: Making, folder: Path) -> None:
        from importlib import import_module

        import_module(making.module).make(*making.arguments, folder)

    merged, _ = prepare(resolve("tuned", tmp_path), here)
    of, shelf, _ = written
    writer = restored(of, COURSE, shelf, "cpu")
    ids = writer.reader.ids([ASKED])
    with torch.no_grad():
        trained = writer.scores(ids)
    assert torch.allclose(scores(AutoModelForCausalLM.from_pretrained(merged), ids), trained, atol=1e-3)


def test_a_compilers_adapter_is_one_of_the_bare_backbone(base: Path, tmp_path: Path, monkeypatch) -> None:
    from transformers import AutoModel

    monkeypatch.setattr(sessions, "VALIDATED", 2)
    of, shelf = adapting(base), Shelf(tmp_path)
    make(of, COURSE, shelf, "cpu", lambda step, loss: None)
    compiler = restored(of, COURSE, shelf, "cpu")
    ids = compiler.reader.ids([ASKED])
    with torch.no_grad():
        trained = compiler.features(ids)
        plain = AutoModel.from_pretrained(base)
        adapted = peft.PeftModel.from_pretrained(plain, shelf.of(of.key) / "adapter")
        assert torch.allclose(adapted(input_ids=ids).last_hidden_state, trained, atol=1e-4)
        with adapted.disable_adapter():
            assert not torch.allclose(adapted(input_ids=ids).last_hidden_state, trained, atol=1e-2)


def test_the_adapter_is_that_of_the_step_which_validation_chose(base: Path, tmp_path: Path, monkeypatch) -> None:
    """With scores that fall, the first checkpoint is kept: the adapter must not be that of the last step."""
    falling = iter((0.9, 0.1))
    monkeypatch.setattr(sessions.Session, "score", lambda self: next(falling))
    of, shelf = adapting(base, readout="text", layers=0, replay=0.0), Shelf(tmp_path)
    assert make(of, COURSE, shelf, "cpu", lambda step, loss: None).chosen == 2
    from safetensors.torch import load_file

    kept = load_file(shelf.of(of.key) / "weights.safetensors")
    found = load_file(shelf.of(of.key) / "adapter" / "adapter_model.safetensors")
    one = next(name for name in found if "lora_B" in name)
    inside = next(n for n in kept if n.endswith(one.removeprefix("base_model.model.model.").replace(
        "lora_B.weight", "lora_B.default.weight")))
    assert torch.equal(found[one], kept[inside])
