"""Training learns, chooses its step by validation, survives being killed, and says what went wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from learn_values import COURSE, recipe, root
from safetensors.torch import load_file

from checkable.learn import session as sessions
from checkable.learn.artefacts import Shelf
from checkable.learn.failures import LossIsNaN, MissingGradients, OutOfMemory, TrainingFailed
from checkable.learn.recipe import plain
from checkable.learn.session import Session
from checkable.learn.trainer import Trainer
from checkable.learn.training import make, predictions

pytestmark = pytest.mark.usefixtures("one_thread")
LONG = recipe(steps=90, checkpoints=9)


def quiet(step: int, loss: float) -> None:
    pass


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """One finished training with its shelf."""
    shelf = Shelf(tmp_path_factory.mktemp("trained"))
    torch.set_num_threads(1)
    return shelf, make(LONG, COURSE, shelf, "cpu", quiet)


def test_gold_traces_teach_programs_that_no_lesson_holds(trained) -> None:
    shelf, made = trained
    assert max(one.score for one in made.checkpoints) > 0.9
    assert made.losses[-1][1] < made.losses[0][1] / 4
    (found,) = predictions(LONG, COURSE, shelf, "cpu", ["start with 3; add 4; multiply by 2; modulo 5"], None)
    assert (found.start, found.slots) == (3, ((1, 4), (3, 2)))


def test_the_kept_step_is_the_best_on_validation_not_the_last(trained) -> None:
    _, made = trained
    best = max(one.score for one in made.checkpoints)
    assert made.chosen == next(one.step for one in made.checkpoints if one.score == best)
    assert [one.step for one in made.checkpoints] == list(range(10, 91, 10))


def test_shuffled_labels_teach_nothing(tmp_path: Path) -> None:
    made = make(recipe(labels="shuffled"), COURSE, Shelf(tmp_path), "cpu", quiet)
    assert max(one.score for one in made.checkpoints) < 0.5  # five values: one in five by chance


def test_answers_alone_teach_through_the_exact_machine(tmp_path: Path) -> None:
    from_answers = recipe(supervision="answer", stages=(0, 1), slots=1, given=True, exact=True, steps=120,
                          checkpoints=2, rate=0.004, replay=0.0)
    losses = dict(make(from_answers, COURSE, Shelf(tmp_path), "cpu", quiet).losses)
    assert losses[60] < 0.1 * losses[1]  # the start is read, and a program of no steps ends where it starts
    assert losses[120] < 0.75 * losses[61]  # operations and arguments, which no label names, are being found


def running(folder: Path, of=LONG) -> subprocess.Popen[str]:
    paths = [str(Path(__file__).parent), str(root()), str(root() / "plugin")]
    return subprocess.Popen([sys.executable, Path(__file__).with_name("train_one.py"), folder, json.dumps(plain(of))],
                            stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)})


def test_a_killed_training_resumes_to_the_same_weights(trained, tmp_path: Path) -> None:
    shelf, made = trained
    first = running(tmp_path)
    for line in first.stdout:
        if line == "step 47\n":
            first.send_signal(signal.SIGKILL)
            break
    first.communicate()
    second = running(tmp_path)
    output, _ = second.communicate()
    assert first.returncode == -signal.SIGKILL and second.returncode == 0
    assert output.splitlines()[0] == "step 41" and output.endswith("resumed 1\n")
    again = Shelf(tmp_path).made(LONG.key)
    assert (again.losses, again.checkpoints, again.chosen) == (made.losses, made.checkpoints, made.chosen)
    weights, whole = (load_file(s.of(LONG.key) / "weights.safetensors") for s in (Shelf(tmp_path), shelf))
    assert weights.keys() == whole.keys() and all(torch.equal(weights[name], whole[name]) for name in whole)


def test_two_processes_that_want_the_same_training_make_it_once(tmp_path: Path) -> None:
    short = recipe(steps=20, checkpoints=2)
    outputs = [process.communicate()[0] for process in [running(tmp_path, short), running(tmp_path, short)]]
    assert sorted(output.count("step") for output in outputs) == [0, 20]


def test_an_artefact_that_is_not_declared_complete_is_none(trained, tmp_path: Path) -> None:
    shelf, made = trained
    assert shelf.made(LONG.key) == made and Shelf(tmp_path).made(LONG.key) is None
    assert not (shelf.of(LONG.key) / "checkpoint.pt").exists()


def test_a_loss_that_is_no_number_is_an_error_that_says_the_step() -> None:
    session = Session(recipe(), COURSE, "cpu")
    with torch.no_grad():
        session.compiler.queries[:] = float("nan")
    with pytest.raises(LossIsNaN, match="at step 0"):
        session.advance()


def test_a_part_without_a_gradient_is_an_error_that_names_it(monkeypatch) -> None:
    session = Session(recipe(), COURSE, "cpu")
    monkeypatch.setattr(session, "_write", lambda lessons, slots: session.compiler.heads(
        torch.zeros(len(lessons), 1 + slots, 32)))
    with pytest.raises(MissingGradients, match="queries"):
        session.advance()


def test_an_untrained_compiler_is_scored_as_it_begins(tmp_path: Path) -> None:
    made = make(recipe(steps=0), COURSE, Shelf(tmp_path), "cpu", quiet)
    assert [one.step for one in made.checkpoints] == [0] and made.losses == ()


@pytest.mark.parametrize("growth", ["copy", "random"])
def test_new_slots_begin_as_copies_of_the_last_learned_one_or_at_random(growth: str) -> None:
    session = Session(recipe(growth=growth, slots=4, stages=(2, 4)), COURSE, "cpu")
    with torch.no_grad():
        session.compiler.queries[2] = 7.0
    session.compiler.grow(2, 4, growth, torch.Generator().manual_seed(0))
    copied = bool((session.compiler.queries[3:] == 7.0).all())
    assert copied == (growth == "copy")
    assert bool((session.compiler.queries[3] != session.compiler.queries[4]).any()) == (growth == "random")


def test_validation_is_on_the_last_stage(monkeypatch) -> None:
    monkeypatch.setattr(sessions, "VALIDATED", 4)
    session = Session(recipe(exact=True), COURSE, "cpu")
    assert {len(lesson.slots) for lesson in session.validation} == {2}


def test_too_little_memory_is_an_error_that_says_the_batch(tmp_path: Path, monkeypatch) -> None:
    def full(self) -> float:
        raise MemoryError

    monkeypatch.setattr(Session, "advance", full)
    with pytest.raises(OutOfMemory, match="batches of 32"):
        make(recipe(), COURSE, Shelf(tmp_path), "cpu", quiet)


def test_what_the_training_process_says_is_wrong_is_raised_where_it_was_asked(tmp_path: Path) -> None:
    trainer = Trainer(tmp_path, root())
    with pytest.raises(TrainingFailed, match="the lessons are modular-1-5, the recipe asks for others"):
        trainer.learn(recipe(course="others"), ["start with 1; modulo 5"], None, quiet)
    trainer.close()
