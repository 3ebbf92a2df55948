"""Adapters on published weights: real gradients on a CPU, in 16 or 4 bits, kept, loaded again and felt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from learn_values import COURSE, recipe, root
from substrates.bytecode.course import BytecodeCourse

from checkable.learn import session as sessions
from checkable.learn.artefacts import Shelf
from checkable.learn.failures import MissingGradients
from checkable.learn.iteration import IteratedSession
from checkable.learn.recipe import Backbone, Iteration
from checkable.learn.session import Session
from checkable.learn.training import make, restored

pytestmark = pytest.mark.usefixtures("one_thread")
pytest.importorskip("peft")
TEXT = "start with 3; add 2; modulo 5"


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Backbone:
    """A random model on disk, as published weights are."""
    import sys

    sys.path.insert(0, str(root() / "tests" / "engine"))
    from tiny_model import write_tiny_model

    folder = write_tiny_model(tmp_path_factory.mktemp("published") / "model")
    return Backbone(name="published", revision="none", load=str(folder))


def adapting(published: Backbone, tuning: str, **changes):
    return recipe(backbone=published, tuning=tuning, rank=2, slots=1, stages=(1,), steps=4, batch=2, programs=8,
                  checkpoints=2, **changes)


@pytest.mark.parametrize("tuning", ["lora", "qlora"])
def test_adapters_get_gradients_are_kept_and_change_what_comes_out(
        tuning: str, published: Backbone, tmp_path: Path, monkeypatch) -> None:
    if tuning == "qlora":
        pytest.importorskip("bitsandbytes")
    monkeypatch.setattr(sessions, "VALIDATED", 2)
    of, shelf = adapting(published, tuning), Shelf(tmp_path)
    made = make(of, COURSE, shelf, "cpu", lambda step, loss: None)
    compiler = restored(of, COURSE, shelf, "cpu")
    adapters = {n: p for n, p in compiler.reader.named_parameters() if "lora_" in n}
    assert adapters and all(p.requires_grad for p in adapters.values())
    assert any(p.any() for n, p in adapters.items() if "lora_B" in n)  # they begin as 0: a gradient moved them
    assert made.chosen in (2, 4)
    with torch.no_grad():
        ids = compiler.reader.ids([TEXT])
        on = compiler.write(ids, 1).operations
        with compiler.reader.model.disable_adapter():
            off = compiler.write(ids, 1).operations
        again = restored(of, COURSE, shelf, "cpu").write(ids, 1).operations
    assert not torch.allclose(on, off) and torch.equal(on, again)


def test_weights_below_adapters_are_in_four_bits_and_stay_as_they_are(published: Backbone) -> None:
    bitsandbytes = pytest.importorskip("bitsandbytes")
    session = Session(adapting(published, "qlora"), COURSE, "cpu")
    inner = [m for m in session.compiler.modules() if isinstance(m, bitsandbytes.nn.Linear4bit)]
    before = [m.weight.clone() for m in inner]
    session.advance()
    session.score()
    session.advance()  # a score between two steps must not cost the gradients
    assert inner and all(torch.equal(m.weight, b) for m, b in zip(inner, before, strict=True))


def test_a_four_bit_model_that_was_evaluated_is_an_error_where_it_loses_its_gradients(published: Backbone) -> None:
    session = Session(adapting(published, "lora"), COURSE, "cpu")
    for parameter in session.trained.values():
        parameter.requires_grad_(False)
    session.compiler.queries.requires_grad_(True)
    with pytest.raises(MissingGradients, match="4-bit"):
        session.advance()


def test_a_frozen_backbone_is_run_once_for_each_text(published: Backbone, monkeypatch) -> None:
    monkeypatch.setattr(sessions, "VALIDATED", 2)
    session = Session(adapting(published, "frozen", readout="decoder"), COURSE, "cpu")
    assert not any(name.startswith("reader.") for name in session.trained)
    run: list[int] = []
    features = session.compiler.features
    monkeypatch.setattr(session.compiler, "features", lambda ids: run.append(len(ids)) or features(ids))
    for _ in range(12):
        session.advance()
    assert len(run) <= 8  # distinct lessons


def test_rounds_of_expert_iteration_read_each_text_once_below_a_frozen_backbone(
        published: Backbone, monkeypatch) -> None:
    monkeypatch.setattr(sessions, "VALIDATED", 2)
    how = Iteration(warm=2, rounds=2, round_steps=1, prompts=6, samples=2, temperature=1.0, keep="verified",
                    answers="gold")
    course = BytecodeCourse(3)
    of = adapting(published, "frozen", readout="decoder", course=course.version, iteration=how)
    session = IteratedSession(replace(of, slots=16, stages=(16,)), course, "cpu")
    run: list[int] = []
    features = session.compiler.features
    monkeypatch.setattr(session.compiler, "features", lambda ids: run.append(len(ids)) or features(ids))
    for _ in range(4):
        session.advance()
    assert [one.step for one in session.rounds] == [2, 3] and len(run) <= 8 + 6
    assert not any(name.startswith("reader.") for name in session.trained)
