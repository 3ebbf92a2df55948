"""A LoRA adapter is a model of its own: its base, merged once, known by both, and never its base under another name."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from tiny_model import write_tiny_model

from checkable.engine import fitting
from checkable.engine.endpoint import EngineError
from checkable.engine.identity import identity
from checkable.engine.lora import loras
from checkable.engine.models import ModelError, model_names, resolve
from checkable.engine.vllm import Vllm
from checkable.engine.weights import WeightsUnavailable, prepare

MODELS = """
base: {summary: ours, weights: {folder: base}, engine: transformers, dtype: float32, context: 300,
       chat: {thinking: false}}
tuned: {summary: ours with an adapter, weights: {adapter: tuned, base: base}}
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Path:
    """A base, an adapter that changes it, and one that peft just made, which changes nothing."""
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    root = tmp_path_factory.mktemp("workspace")
    write_tiny_model(root / "base")
    for name, blank in (("tuned", False), ("blank", True)):
        torch.manual_seed(7)
        base = AutoModelForCausalLM.from_pretrained(root / "base")
        config = LoraConfig(r=4, target_modules="all-linear", init_lora_weights=blank, task_type="CAUSAL_LM")
        get_peft_model(base, config).save_pretrained(root / name)
    (root / "models.yaml").write_text(MODELS + "blank: {weights: {adapter: blank, base: base}}\n")
    return root


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("CHECKABLE_CACHE", str(tmp_path / "cache"))


def make(making, folder):
    importlib.import_module(making.module).make(*making.arguments, folder)


def test_what_an_entry_does_not_say_is_its_bases(workspace):
    assert {"base", "tuned"} <= set(model_names(workspace))
    base, tuned = resolve("base", workspace), resolve("tuned", workspace)
    assert (tuned.engine, tuned.dtype, tuned.context, tuned.chat) == ("transformers", "float32", 300, base.chat)
    assert tuned.summary == "ours with an adapter"


def test_its_identity_is_that_of_both(workspace):
    base, tuned, blank = (identity(resolve(name, workspace)) for name in ("base", "tuned", "blank"))
    assert tuned.name == "base + tuned" and tuned.engine == base.engine
    assert tuned.revision.startswith(f"{base.revision} + adapter sha256:") and tuned.revision != blank.revision


def test_merged_weights_say_what_peft_says_and_not_what_the_base_says(workspace):
    import torch
    from peft import PeftModel
    from transformers import AutoModelForCausalLM, AutoTokenizer

    folder, revision = prepare(resolve("tuned", workspace), make)
    assert revision is None
    asked = AutoTokenizer.from_pretrained(folder)("a few words", return_tensors="pt")
    load = AutoModelForCausalLM.from_pretrained
    with torch.inference_mode():
        base = load(workspace / "base").eval()(**asked).logits
        wrapped = PeftModel.from_pretrained(load(workspace / "base"), workspace / "tuned").eval()(**asked).logits
        merged = load(folder).eval()(**asked).logits
    torch.testing.assert_close(merged, wrapped, rtol=1e-4, atol=1e-4)
    assert (merged - base).abs().max() > 0.1


def test_it_is_merged_once(workspace):
    made = []

    def once(making, folder):
        made.append(making.said)
        make(making, folder)

    first = prepare(resolve("tuned", workspace), once)
    assert prepare(resolve("tuned", workspace), once) == first and made == ["merging an adapter into base"]


def test_an_adapter_that_changes_nothing_is_refused_and_leaves_no_weights(workspace, tmp_path):
    with pytest.raises(ValueError, match="blank changes nothing of .*base: it is all zeros, or its names match none"):
        prepare(resolve("blank", workspace), make)
    assert not [path for path in (tmp_path / "cache" / "weights").iterdir() if path.is_dir()]


@pytest.mark.parametrize(("entry", "message"), [
    ("{weights: {adapter: tuned, base: qwen3-4}}", "no model 'qwen3-4' to put an adapter on; did you mean 'qwen3-4b'"),
    ("{weights: {adapter: tuned, base: tiny-qwen3}}", "no adapter can be put on 'tiny-qwen3', since its weights are "
                                                      "{untrained"),
    ("{weights: {adapter: tuned, base: minilm}}", "no adapter can be put on 'minilm', since it embeds texts"),
    ("{weights: {adapter: tuned, base: a}}", "no adapter can be put on 'a', since its weights are {adapter"),
    ("{weights: {adapter: tuned}}", "lacks engine|weights of model 'a' in models.yaml lacks base"),
    ("{weights: {adapter: tuned, base: base, served: besides}}", "served is 'besides'; expected one of beside, merged; "
                                                                 "did you mean 'beside'"),
    ("{weights: {adapter: tuned, base: base, served: beside}}", "only vLLM serves an adapter beside its base, and its "
                                                                "engine is transformers; expected served: merged"),
    ("{weights: {adapter: tuned, base: base, scale: 2}}", "weights of model 'a' in models.yaml has no key 'scale'"),
])
def test_a_wrong_entry_is_told_where_and_what_was_expected(tmp_path, entry, message):
    (tmp_path / "models.yaml").write_text(f"{MODELS}a: {entry}\n")
    with pytest.raises(ModelError, match=message):
        resolve("a", tmp_path)


def test_an_adapter_that_is_not_there_is_told_with_what_was_expected(tmp_path):
    write_tiny_model(tmp_path / "base")
    (tmp_path / "models.yaml").write_text(MODELS)
    with pytest.raises(WeightsUnavailable, match="no adapter of tuned at .*expected a folder with adapter_config.json"):
        identity(resolve("tuned", tmp_path))


def test_vllm_serves_an_adapter_beside_its_base_unless_it_is_to_be_merged(tmp_path):
    (tmp_path / "models.yaml").write_text("""
tuned: {weights: {adapter: tuned, base: qwen3-4b}}
merged: {weights: {adapter: tuned, base: qwen3-4b, served: merged}}
""")
    assert resolve("tuned", tmp_path).beside == "qwen3-4b"
    assert resolve("merged", tmp_path).beside is None and resolve("qwen3-4b", tmp_path).beside is None


def test_a_base_is_asked_through_a_blank_adapter_and_ranks_are_rounded_up(workspace):
    import torch
    from safetensors.torch import load_file

    base, tuned = resolve("base", workspace), resolve("tuned", workspace)
    found = loras(base, [tuned], make)
    assert found.folders.keys() == {"base", "tuned"} and found.rank == 8
    weights = load_file(found.folders["base"] / "adapter_model.safetensors")
    assert weights.keys() == load_file(workspace / "tuned" / "adapter_model.safetensors").keys()
    assert not any(torch.count_nonzero(tensor) for tensor in weights.values())
    assert loras(base, [], make).flags == ()


def test_a_second_server_is_refused_where_shares_are_more_than_the_gpu(tmp_path, monkeypatch):
    monkeypatch.setattr(fitting, "find_vllm", lambda root: Vllm(python=Path("python"), version="0", on_cpu=False))
    (tmp_path / "models.yaml").write_text("""
half: {weights: {folder: a}, engine: vllm, flags: [--gpu-memory-utilization, "0.5"]}
other: {weights: {folder: b}, engine: vllm, flags: [--gpu-memory-utilization=0.5]}
""")
    half, other, whole = (resolve(name, tmp_path) for name in ("half", "other", "qwen3-4b"))
    fitting.check_fits(half, [])
    fitting.check_fits(other, [half])
    fitting.check_fits(resolve("base", workspace_of(tmp_path)), [whole])
    with pytest.raises(EngineError, match="half 0.5 and qwen3-4b 0.92 are more than the GPU's memory"):
        fitting.check_fits(whole, [half])


def workspace_of(tmp_path: Path) -> Path:
    """One whose base is served by the transformers engine, which takes no share."""
    root = tmp_path / "small"
    root.mkdir()
    (root / "models.yaml").write_text(MODELS)
    return root
