"""A register executor: the soft machine is the exact one where pointers are hard, and its pointers can be learned."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from learn_values import RECIPE, root
from safetensors.torch import load_file
from substrates.modular_arithmetic.register_course import RegisterCourse
from torch.nn.functional import one_hot

from checkable.learn.artefacts import Shelf
from checkable.learn.dry_run import plan
from checkable.learn.predicting import predict
from checkable.learn.register_executor import Recurrent, RegisterExecutor
from checkable.learn.register_machine import RegisterMachine
from checkable.learn.session import Session
from checkable.learn.training import make, predictions

COURSE = RegisterCourse(5, 2)
MACHINE = RegisterMachine(COURSE)
OPERATIONS, ARGUMENTS = len(COURSE.operations), COURSE.arguments
GIVE = OPERATIONS - 1
PROGRAMS = st.lists(st.tuples(st.integers(0, GIVE), st.integers(0, ARGUMENTS - 1)), min_size=1, max_size=7)
pytestmark = pytest.mark.usefixtures("one_thread")


def recipe(**changes):
    base = replace(RECIPE, course=COURSE.version, options={"modulus": 5, "registers": 2, "length": 3},
                   readout="registers", slots=3, stages=(3,), programs=512, steps=100, checkpoints=4)
    return replace(base, **changes)


def quiet(step: int, loss: float) -> None:
    pass


def certain(slots):
    operations = one_hot(torch.tensor([[o for o, _ in slots]]), OPERATIONS).float()
    return torch.zeros(1, 1), operations, one_hot(torch.tensor([[a for _, a in slots]]), ARGUMENTS).float()


@settings(max_examples=80, deadline=None)
@given(PROGRAMS)
def test_a_certain_program_gives_what_the_exact_machine_gives(slots) -> None:
    given_out = MACHINE(*certain(slots), None)[0, -1]
    answer = COURSE.run(0, slots).answer
    expected = torch.zeros(5) if answer is None else one_hot(torch.tensor(answer), 5).float()
    assert torch.equal(given_out, expected)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**31))
def test_uncertain_programs_give_a_part_of_a_distribution_with_gradients_on_every_pointer(seed: int) -> None:
    random = torch.Generator().manual_seed(seed)
    parts = [torch.randn(2, 4, size, generator=random).requires_grad_() for size in (OPERATIONS, ARGUMENTS)]
    found = MACHINE(torch.zeros(2, 1), *(part.softmax(-1) for part in parts), torch.tensor([4, 4]))
    total = found[:, -1].sum(-1)
    assert bool((found >= 0).all() and (total <= 1 + 1e-5).all() and (total.diff(dim=0) != 0).any())
    found[:, -1, 0].sum().backward()
    assert all(part.grad is not None and bool((part.grad != 0).any(-1).all()) for part in parts)


def test_steps_behind_a_given_length_give_nothing() -> None:
    slots = [(1, 3), (GIVE, 5), (1, 4), (GIVE, 5)]
    found = MACHINE(*certain(slots), torch.tensor([1]))[0]
    assert not found.any() and int(MACHINE(*certain(slots), None)[0, -1].argmax()) == 3


def test_all_that_is_written_is_a_distribution_over_instructions() -> None:
    session = Session(recipe(), COURSE, "cpu")
    assert isinstance(session.compiler, RegisterExecutor)
    written = session.compiler.write(session.compiler.reader.ids([session.validation[0].text]), 3)
    for of_slots in (written.operations, written.arguments):
        assert torch.allclose(of_slots.exp().sum(-1), torch.ones(1, 3), atol=1e-5)
    assert written.operations.shape[-1] == OPERATIONS and written.arguments.shape[-1] == ARGUMENTS


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    shelf = Shelf(tmp_path_factory.mktemp("registers"))
    torch.set_num_threads(1)
    return shelf, make(recipe(), COURSE, shelf, "cpu", quiet)


def test_gold_pointers_are_learned(trained) -> None:
    shelf, made = trained
    assert made.losses[-1][1] < made.losses[0][1] / 4 and max(one.score for one in made.checkpoints) > 0.7
    (found,) = predictions(recipe(), COURSE, shelf, "cpu", ["registers a, b; put 3 in b; put b in a; give a; modulo 5"],
                           None)
    assert COURSE.pointers(found.slots) == [[None, 1], [1, 0], [0, None]]


def test_one_learned_step_is_taken_as_often_as_a_program_needs() -> None:
    compiler = Session(recipe(), COURSE, "cpu").compiler
    lesson = next(COURSE.lessons("validation", 0, [6]))
    ids = compiler.reader.ids([lesson.text])
    short, long = (compiler.write(ids, slots).operations for slots in (3, 6))
    assert compiler.queries.shape[0] == 1 and long.shape[1] == 6 and torch.allclose(long[:, :3], short, atol=1e-5)
    assert compiler.most(3, [2, 6]) == 6 and compiler.most(3, None) == 3


def test_a_training_that_was_stopped_resumes_to_the_same_weights(trained, tmp_path: Path) -> None:
    (shelf, made), stopped = trained, Shelf(tmp_path)

    def told(step: int, loss: float) -> None:
        if step == 57:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(recipe(), COURSE, stopped, "cpu", told)
    again = make(recipe(), COURSE, stopped, "cpu", quiet)
    assert again.resumed == 1 and (again.losses, again.checkpoints) == (made.losses, made.checkpoints)
    weights, whole = (load_file(s.of(made.key) / "weights.safetensors") for s in (stopped, shelf))
    assert weights.keys() == whole.keys() and all(torch.equal(weights[name], whole[name]) for name in whole)


def test_answers_alone_teach_to_put_and_to_give_through_the_machine() -> None:
    session = Session(recipe(supervision="answer", slots=2, stages=(2,), given=True, exact=True, rate=0.004), COURSE,
                      "cpu")
    losses = [session.advance() for _ in range(60)]
    assert losses[-1] < losses[0] / 4


def test_the_generic_network_says_the_answer_and_has_no_pointer() -> None:
    session = Session(recipe(output="answer", hidden=7), COURSE, "cpu")
    assert isinstance(session.compiler, Recurrent)
    session.advance()
    (found,) = predict(session.recipe, COURSE, session.compiler, [session.validation[0].text])
    assert found.answer in range(5) and found.slots == ()


def test_parameters_can_be_matched_and_a_plan_says_them() -> None:
    counts = {name: plan(recipe(batch=2, **changes), COURSE, root()).parameters for name, changes in {
        "registers": {}, "slots": {"readout": "slots"}, "recurrent": {"output": "answer", "hidden": 9}}.items()}
    assert max(counts.values()) < 1.05 * min(counts.values())
