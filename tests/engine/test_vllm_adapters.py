"""Adapters beside their base in one real vLLM server: who is asked answers, also where all are asked at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from engine_values import text
from test_vllm import REPOSITORY, _missing

from checkable.engine.broker import Broker
from checkable.engine.client import Client
from checkable.engine.endpoint import EngineError
from checkable.engine.identity import identity
from checkable.engine.models import resolve
from checkable.engine.vllm import find_vllm

pytestmark = [pytest.mark.vllm, pytest.mark.skipif(bool(_missing()), reason=_missing() or "vLLM is here")]
NAMES = ("tiny", "tuned", "other")
PROMPTS = [f"number {i} of" for i in range(6)]


@pytest.fixture(scope="module")
def workspace(tiny_model, tmp_path_factory) -> Path:
    """A base, two adapters that change it, and one that peft just made, which changes nothing."""
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    root = tmp_path_factory.mktemp("workspace")
    for seed, (name, rank, blank) in enumerate((("tuned", 4, False), ("other", 12, False), ("blank", 4, True))):
        torch.manual_seed(seed)
        base = AutoModelForCausalLM.from_pretrained(tiny_model)
        config = LoraConfig(r=rank, target_modules="all-linear", init_lora_weights=blank, task_type="CAUSAL_LM")
        get_peft_model(base, config).save_pretrained(root / name)
    (root / "models.yaml").write_text(f"""
tiny: {{weights: {{folder: {tiny_model}}}, engine: vllm, dtype: float32, context: 256, concurrency: 8,
        flags: [--enforce-eager, --max-num-seqs, "18"]}}
tuned: {{weights: {{adapter: tuned, base: tiny}}}}
other: {{weights: {{adapter: other, base: tiny}}}}
blank: {{weights: {{adapter: blank, base: tiny}}}}
gone: {{weights: {{adapter: nowhere, base: tiny}}}}
""")
    return root


@pytest.fixture(scope="module")
def settings():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKABLE_VLLM_PYTHON", str(find_vllm(REPOSITORY).python))
        patch.setenv("VLLM_CPU_KVCACHE_SPACE", "1")
        yield


def alone(workspace: Path, tiny_model: Path, name: str) -> list[str]:
    """What transformers makes of the prompts, with the adapter merged into the weights."""
    import torch
    from peft import PeftModel
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(tiny_model)
    model = AutoModelForCausalLM.from_pretrained(tiny_model, dtype=torch.float32).eval()
    if name != "tiny":
        model = PeftModel.from_pretrained(model, workspace / name).merge_and_unload().eval()
    written = []
    for prompt in PROMPTS:
        asked = tokenizer(prompt, return_tensors="pt")
        with torch.inference_mode():
            row = model.generate(**asked, max_new_tokens=10, do_sample=False)[0, asked["input_ids"].shape[1]:]
        written.append(whole(tokenizer.decode(row, skip_special_tokens=True)))
    return written


def whole(said: str) -> str:
    """Without the half of a character at its end, which vLLM leaves out and transformers shows as a sign."""
    return said.rstrip("\N{REPLACEMENT CHARACTER}")


def test_one_server_answers_for_the_base_and_each_adapter_also_in_one_batch(workspace, tiny_model, settings):
    expected = {name: alone(workspace, tiny_model, name) for name in NAMES}
    assert len({tuple(texts) for texts in expected.values()}) == 3
    with Broker(root=workspace) as broker:
        broker.expect([*NAMES, "gone"])
        endpoints = {name: broker.endpoint(name) for name in NAMES}
        assert len({endpoint.url for endpoint in endpoints.values()}) == 1
        clients = {name: Client(endpoint) for name, endpoint in endpoints.items()}
        asked = [(name, prompt) for prompt in PROMPTS for name in NAMES]
        with ThreadPoolExecutor(len(asked)) as threads:
            said = list(threads.map(lambda one: clients[one[0]].complete(text(one[1], max_tokens=10)).text, asked))
        for client in clients.values():
            client.close()
        with pytest.raises(EngineError, match="started without its adapter blank"):
            broker.endpoint("blank")
    answered = {name: [whole(words) for (who, _), words in zip(asked, said, strict=True) if who == name]
                for name in NAMES}
    assert answered == expected


def test_an_adapter_that_changes_nothing_never_becomes_ready(workspace, settings):
    with Broker(root=workspace) as broker, pytest.raises(EngineError, match="blank changes nothing of tiny"):
        broker.endpoint("blank")


def test_its_identity_says_that_it_is_not_merged(workspace, settings):
    assert " lora " in f"{identity(resolve('tuned', workspace)).engine} "
    assert " lora " not in f"{identity(resolve('tiny', workspace)).engine} "
