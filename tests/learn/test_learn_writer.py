"""Fine-tuning to write programs as text: learned from what is written, read back strictly, adapters and all."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from learn_values import COURSE, TINY, recipe, root
from substrates.bytecode.course import BytecodeCourse

from checkable.learn import session as sessions
from checkable.learn.artefacts import Shelf
from checkable.learn.dry_run import plan
from checkable.learn.failures import TrainingFailed
from checkable.learn.predicting import predict
from checkable.learn.recipe import Backbone
from checkable.learn.session import Session
from checkable.learn.training import make, predictions, restored
from checkable.learn.writer import Writer

pytestmark = pytest.mark.usefixtures("one_thread")
TEXT = {"readout": "text", "stages": (2,), "layers": 0, "replay": 0.0}
TWO_LAYERS = replace(TINY, sizes={"width": 48, "layers": 2, "heads": 4})  # one copies nothing
WRITING = recipe(**TEXT, steps=200, checkpoints=2, rate=0.008, programs=600, backbone=TWO_LAYERS)


def quiet(step: int, loss: float) -> None:
    pass


@pytest.mark.parametrize("course", [COURSE, BytecodeCourse(), BytecodeCourse(3)])
def test_what_is_listed_is_read_back(course) -> None:
    for lesson in islice(course.lessons("training", 0, [2] if course is COURSE else [16]), 60):
        start = lesson.start if course.starts else 0
        for separated in ("\n", " ; ", ";"):
            assert course.read(separated.join(course.listing(start, lesson.slots).split("\n"))) == (start, lesson.slots)


@pytest.mark.parametrize("text", ["", "push", "add 3 add 4", "start 3 ; jump 4", "start 3 ; end", "start 9 ; add 1",
                                  "start 3 ; add 5", "start 3 ;", "add 1 ; start 3", "start 3 ; add 1 ; ?"])
def test_a_text_that_is_no_program_is_none(text: str) -> None:
    assert COURSE.read(text) is None


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = COURSE.read(text)
    assert found is None or COURSE.run(*found).answer is not None


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    torch.set_num_threads(1)
    shelf = Shelf(tmp_path_factory.mktemp("written"))
    return shelf, make(WRITING, COURSE, shelf, "cpu", quiet)


def test_gold_programs_teach_to_write_programs_that_no_lesson_holds(trained) -> None:
    shelf, made = trained
    assert max(one.score for one in made.checkpoints) > 0.9
    (found,) = predictions(WRITING, COURSE, shelf, "cpu", ["start with 3; add 4; multiply by 2; modulo 5"], None)
    assert (found.problem, found.start, found.slots) == ("", 3, ((1, 4), (3, 2))) and found.written == 9


def test_what_is_written_does_not_depend_on_what_stands_beside_it(trained) -> None:
    shelf, _ = trained
    writer = restored(WRITING, COURSE, shelf, "cpu")
    texts = ["start with 3; add 4; modulo 5", "start with 1; multiply by 2; subtract 3; modulo 5"]
    assert writer.write(texts) == [writer.write([text])[0] for text in texts]


def test_writing_with_kept_states_is_writing_the_best_next_token_of_the_whole_text(trained) -> None:
    shelf, _ = trained
    writer = restored(WRITING, COURSE, shelf, "cpu")
    text = "start with 2; subtract 3; modulo 5"
    row = writer._prompt(text)
    while row[-1] != writer.reader.tokens.end:
        with torch.no_grad():
            row.append(int(writer.scores(torch.tensor([row]))[0, -1].argmax()))
    said, _ = writer.write([text])[0]
    assert writer.reader.tokens.text(row[len(writer._prompt(text)):-1]) == said


def test_an_untrained_writer_stops_at_its_most_and_what_it_wrote_is_a_problem_not_a_program() -> None:
    session = Session(WRITING, COURSE, "cpu")
    assert isinstance(session.compiler, Writer)
    (found,) = predict(WRITING, COURSE, session.compiler, ["start with 3; add 4; modulo 5"])
    assert found.written <= session.compiler.most and found.slots == () and "no program was written" in found.problem


def test_the_loss_is_that_of_the_target_alone() -> None:
    session = Session(WRITING, COURSE, "cpu")
    lessons = session.sets[0][:4]
    seen: list[torch.Tensor] = []
    session.compiler.scores = lambda ids: seen.append(ids) or torch.zeros(*ids.shape, 50, requires_grad=True)
    loss = session.compiler.loss(lessons)
    assert float(loss) == pytest.approx(torch.tensor(50.0).log().item())
    loss.backward()
    targets = sum(len(session.compiler.reader.tokens(session.compiler.target(one))) + 1 for one in lessons)
    assert targets < int((seen[0] >= 0).sum())  # the prompt is read and not learned


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Backbone:
    import sys

    sys.path.insert(0, str(root() / "tests" / "engine"))
    from tiny_model import write_tiny_model

    folder = write_tiny_model(tmp_path_factory.mktemp("published") / "model")
    return Backbone(name="published", revision="none", load=str(folder))


def test_adapters_are_trained_kept_and_change_what_is_written(published: Backbone, tmp_path: Path, monkeypatch) -> None:
    pytest.importorskip("peft")
    monkeypatch.setattr(sessions, "VALIDATED", 2)
    of = recipe(**{**TEXT, "stages": (1,)}, slots=1, backbone=published, tuning="lora", rank=2, steps=4, batch=2,
                programs=8, checkpoints=2)
    shelf = Shelf(tmp_path)
    make(of, COURSE, shelf, "cpu", quiet)
    writer = restored(of, COURSE, shelf, "cpu")
    assert any(p.any() for n, p in writer.named_parameters() if "lora_B" in n)  # they begin as 0: a gradient moved them
    ids = writer.reader.ids(["start with 3; add 2; modulo 5"])
    with torch.no_grad():
        on = writer.scores(ids)
        with writer.reader.model.disable_adapter():
            off = writer.scores(ids)
        again = restored(of, COURSE, shelf, "cpu").scores(ids)
    assert not torch.allclose(on, off) and torch.equal(on, again)


def test_a_model_whose_output_layer_is_its_own_is_refused(published: Backbone, tmp_path: Path) -> None:
    folder = shutil.copytree(published.load, tmp_path / "untied")
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"tie_word_embeddings": False}))
    with pytest.raises(TrainingFailed, match="tied"):
        Session(recipe(**TEXT, backbone=replace(published, load=str(folder))), COURSE, "cpu")


def test_a_plan_counts_text_and_target_and_no_heads() -> None:
    found = plan(WRITING, COURSE, root())
    assert found.parameters == sum(p.numel() for p in Session(WRITING, COURSE, "cpu").trained.values())
    assert found.shapes["tokens"][0] == 32
    embedded = plan(recipe(**TEXT, batch=2, backbone=Backbone(name="embedded", revision="none"), tuning="lora", rank=8),
                    COURSE, root())
    batch, tokens, vocabulary = embedded.shapes["tokens"]
    assert batch == 2 and vocabulary == 49152 and embedded.activation_bytes > 8 * batch * tokens * vocabulary
    assert 134e6 < embedded.parameters < 137e6 and embedded.trained < 0.03 * embedded.parameters
