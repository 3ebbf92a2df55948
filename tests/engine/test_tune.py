"""`checkable tune`: an adapter is trained on programs that fit examples, and is a model from then on."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from engine_values import python_path

from checkable.engine.models import resolve
from checkable.engine.weights import prepare
from checkable.substrate import registry
from checkable.tune.lessons import NothingToTeach, lessons
from checkable.tune.training import Job, train

ROOT = Path(__file__).resolve().parents[2]
TEXT = registry.find("text", ROOT)


def test_a_lesson_is_a_prompt_with_a_program_that_fits_its_examples():
    found = lessons(TEXT, TEXT.options(seed=1000, count=20), None, template="program", count=5, longest=400)
    assert len(found) == 5
    for lesson in found:
        assert "def transform(text)" in lesson.program and len(lesson.program) <= 400
        assert "Write a Python function transform(text)" in lesson.messages[-1].content


def test_a_substrate_without_programs_teaches_nothing():
    substrate = registry.find("modular-arithmetic", ROOT)
    with pytest.raises(NothingToTeach, match="enumerates no program"):
        lessons(substrate, substrate.options(), None, template="program", count=5, longest=400)


def test_a_trained_adapter_is_merged_as_one_that_changes_its_base(tiny_model, tmp_path, monkeypatch):
    monkeypatch.setenv("CHECKABLE_CACHE", str(tmp_path / "cache"))
    copytree(ROOT / "substrates" / "text", tmp_path / "substrates" / "text", ignore=ignore_patterns("__pycache__"))
    (tmp_path / "models.yaml").write_text(
        f"tiny: {{weights: {{folder: {tiny_model}}}, engine: transformers, dtype: float32, context: 256}}\n"
        "tuned: {weights: {adapter: adapter, base: tiny}}\n")
    command = [sys.executable, "-m", "checkable", "tune", str(tmp_path / "adapter"), "--model", "tiny", "--root",
               str(tmp_path), "--cases", "30", "--longest", "300", "--steps", "3", "--batch", "1", "--rank", "4"]
    done = subprocess.run(command, capture_output=True, text=True, env=python_path(), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "base: tiny" in done.stdout
    losses = json.loads((tmp_path / "adapter" / "training.json").read_text())["losses"]
    assert len(losses) == 3 and all(loss > 0 for loss in losses)
    folder, _ = prepare(resolve("tuned", tmp_path), lambda making, to: importlib.import_module(making.module).make(
        *making.arguments, to))
    assert (Path(folder) / "config.json").is_file()
    again = subprocess.run(command, capture_output=True, text=True, env=python_path(), cwd=tmp_path)
    assert again.returncode == 1 and "is there already" in again.stdout


def test_a_loss_that_is_no_number_ends_a_training_and_leaves_nothing(tiny_model, tmp_path):
    lesson = ([{"role": "user", "content": "say a"}], "a")
    job = Job(model=str(tiny_model), revision=None, dtype="float32", chat={}, lessons=[lesson], steps=4, batch=1,
              rate=1e30, rank=2, seed=0)
    with pytest.raises(SystemExit, match="no number at step .* a lower --rate may help"):
        train(job, tmp_path / "adapter")
    assert not (tmp_path / "adapter").exists()
