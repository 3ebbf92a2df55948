"""The echo is a second task beside the program: its labels are the machine's, and decoding does not look at it."""

from __future__ import annotations

import pytest
import torch
from learn_values import COURSE, recipe

from checkable.learn.echo import echo_loss
from checkable.learn.lessons import sets_of
from checkable.learn.recipe import Echo
from checkable.learn.session import Session

pytestmark = pytest.mark.usefixtures("one_thread")
STATES = Echo(of="states", weight=0.5, labels="gold")


def perfect(lessons, slots: int):
    """Scores that are certain of every state of every lesson."""
    scores = torch.zeros(len(lessons), slots, 5)
    for row, lesson in enumerate(lessons):
        for at, (state,) in enumerate(lesson.echo):
            scores[row, at, state] = 50.0
    return type("Heads", (), {"echo": {"state": scores}})


@pytest.fixture
def lessons():
    return sets_of(recipe(), COURSE, "training", 20)[-1]


def test_a_lesson_echoes_the_states_of_its_own_program(lessons) -> None:
    assert all(lesson.echo == tuple((state,) for state in lesson.states) for lesson in lessons)
    assert float(echo_loss(STATES, perfect(lessons, 2), lessons)) < 1e-6


def test_the_answers_echo_looks_at_the_last_slot_alone(lessons) -> None:
    heads = perfect(lessons, 2)
    for row, lesson in enumerate(lessons):
        heads.echo["state"][row, :len(lesson.slots) - 1] = 0.0
    answer = Echo(of="answer", weight=0.5, labels="gold")
    assert float(echo_loss(answer, heads, lessons)) < 1e-6 < float(echo_loss(STATES, heads, lessons))


def test_the_weight_scales_the_loss(lessons) -> None:
    heads = type("Heads", (), {"echo": {"state": torch.zeros(len(lessons), 2, 5)}})
    double = Echo(of="states", weight=1.0, labels="gold")
    assert float(echo_loss(double, heads, lessons)) == pytest.approx(2 * float(echo_loss(STATES, heads, lessons)))


def test_shuffled_states_are_those_of_other_programs_beside_the_gold_one(lessons) -> None:
    broken = sets_of(recipe(echo=Echo(of="states", weight=0.5, labels="shuffled")), COURSE, "training", 20)[-1]
    assert [(one.text, one.slots, one.answer) for one in broken] == [(o.text, o.slots, o.answer) for o in lessons]
    assert sorted(one.echo for one in broken) == sorted(one.echo for one in lessons)
    assert [one.echo for one in broken] != [one.echo for one in lessons]


def test_an_echo_trains_its_heads_and_leaves_the_first_weights_of_everything_else_as_they_are() -> None:
    plain, echoing = Session(recipe(), COURSE, "cpu"), Session(recipe(echo=STATES), COURSE, "cpu")
    heads = {name for name in echoing.trained if name.startswith("echo.")}
    assert heads == {"echo.state.weight", "echo.state.bias"} == set(echoing.trained) - set(plain.trained)
    assert all(torch.equal(value, echoing.weights()[name]) for name, value in plain.weights().items())
    before = echoing.weights()["echo.state.weight"]
    assert echoing.advance() > plain.advance()
    assert not torch.equal(before, echoing.weights()["echo.state.weight"])
