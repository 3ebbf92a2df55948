"""Arms on different models: each is replayed or asked for itself, and every report says which it was."""

import gzip
import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from shutil import copytree, ignore_patterns

import pytest

from checkable.core.completion import Completion, CompletionRequest, Provenance, Sampling
from checkable.pool.recorded import RecordingNote
from checkable.pool.store import Pool
from checkable.substrate import prompts, registry
from tests.engine.tiny_model import write_tiny_model
from tests.plugin.conftest import MODEL, RIGHT, ROOT, spec

OTHER = replace(MODEL, name="made-up + tuned")
REPLAYED = """
title: Two models, made up
substrate: {name: foofah, split: generated, count: 12, difficulty: easy, operators: [transpose]}
pool: pool.jsonl.gz
pools: {embedded: tuned.jsonl.gz}
arms:
  own: {generator: program, selector: visible-pass}
  tuned: {generator: {program: {model: embedded}}, selector: visible-pass}
  both:
    generator: {portfolio: {budget: 2, policies: [{name: own}, {name: tuned, model: embedded}]}}
    selector: first-visible
criteria: [tuned.correct > own.correct, both.coverage >= tuned.coverage]
tiers:
  smoke: {cases: all}
"""
LIVE = """
title: A tiny model beside an adapter of it
substrate: {name: text, split: generated, seed: 0, examples: 1, count: 40}
sampling: {max_tokens: 8}
model: tiny
arms:
  own: {generator: {program: {prompt: "{{ case.query }}"}}}
  both:
    generator:
      portfolio:
        budget: 2
        policies: [{name: own, prompt: "{{ case.query }}"}, {name: tuned, prompt: "{{ case.query }}", model: tuned}]
    selector: first-visible
justifications: {models: The adapter is what the second arm adds.}
tiers:
  smoke: {model: tiny, cases: 3}
"""
MODELS = """
tiny: {weights: {folder: tiny}, engine: transformers, dtype: float32, context: 512}
tuned: {weights: {adapter: tuned, base: tiny}}
"""


def results(workspace) -> list[dict]:
    return [json.loads(gzip.decompress(path.read_bytes()))
            for path in (workspace.path / "reports" / "results").glob("**/*.json.gz")]


def properties(workspace) -> dict[str, str]:
    tree = ElementTree.parse(workspace.path / "junit.xml")
    return {p.get("name").rpartition("::")[2]: p.get("value") for p in tree.iter("property")}


def test_recorded_pools_answer_each_for_its_own_model(workspace):
    substrate = registry.find("foofah", ROOT)
    options = substrate.options(split="generated", count=12, difficulty="easy", operators=("transpose",))
    with Pool(workspace.path / "tuned.sqlite") as pool:
        for case in substrate.cases(options, None).cases:
            prompt = prompts.render(prompts.load(substrate.folder / "prompts", "program"), case=case)
            request = CompletionRequest(model=OTHER, prompt=prompt, sampling=Sampling())
            pool.put(request, Completion(
                key=request.key, text=RIGHT, finish_reason="stop", prompt_tokens=10, completion_tokens=5, seconds=0.1,
                provenance=Provenance(kind="live", source="a test", made_at="2026-01-01T00:00:00Z")))
        pool.export(workspace.path / "tuned.jsonl.gz", model=OTHER, note=RecordingNote(
            made_by="a test", made_at="2026-01-01", hardware="none", licence="none"))
    spec(workspace, "transpose", REPLAYED)
    ran = workspace.runpytest_subprocess("specs", "--junitxml", "junit.xml")
    ran.assert_outcomes(passed=1)
    ran.stdout.fnmatch_lines(["recorded: tuned.jsonl.gz, no engine"])
    (found,) = results(workspace)
    assert {arm["name"]: arm["models"] for arm in found["arms"]} == {
        "own": ["pool pool.jsonl.gz"], "tuned": ["embedded"], "both": ["pool pool.jsonl.gz", "embedded"]}
    assert found["provenance"]["models"]["embedded"]["name"] == "made-up + tuned"
    assert properties(workspace)["smoke.arm.both.models"] == "pool pool.jsonl.gz, embedded"
    (audit,) = (one for one in found["audits"] if one["name"] == "models")
    assert audit["level"] == "warning" and "tuned (embedded)" in audit["text"]
    page = (workspace.path / "reports" / "report.html").read_text()
    assert "asks pool pool.jsonl.gz, embedded" in page


@pytest.fixture
def tiny_workspace(pytester, monkeypatch):
    """A tiny random model and an adapter that changes it."""
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    monkeypatch.setenv("CHECKABLE_CACHE", str(pytester.path / "cache"))
    copytree(ROOT / "substrates", pytester.path / "substrates", ignore=ignore_patterns("__pycache__", "pools"))
    write_tiny_model(pytester.path / "tiny")
    torch.manual_seed(7)
    base = AutoModelForCausalLM.from_pretrained(pytester.path / "tiny")
    config = LoraConfig(r=4, target_modules="all-linear", init_lora_weights=False, task_type="CAUSAL_LM")
    get_peft_model(base, config).save_pretrained(pytester.path / "tuned")
    (pytester.path / "models.yaml").write_text(MODELS)
    pytester.makeini("[pytest]\n")
    spec(pytester, "both", LIVE)
    return pytester


def test_an_adapter_is_served_beside_its_base_and_pooled_under_its_own_identity(tiny_workspace):
    ran = tiny_workspace.runpytest_subprocess("specs")
    ran.assert_outcomes(passed=1)
    ran.stdout.fnmatch_lines(["engine: tiny = tiny on *", "engine: tuned = tiny + tuned on *"])
    with Pool(tiny_workspace.path / "reports" / "pool.sqlite") as pool:
        texts = {model.name: {entry.prompt_digest: entry.completion.text for entry in pool.entries(model)}
                 for model in pool.models()}
    assert texts.keys() == {"tiny", "tiny + tuned"} and all(len(of_one) == 3 for of_one in texts.values())
    assert texts["tiny"] != texts["tiny + tuned"]
    (found,) = results(tiny_workspace)
    (audit,) = (one for one in found["audits"] if one["name"] == "models")
    assert (audit["level"], audit["justification"]) == ("warning", "The adapter is what the second arm adds.")
