"""The differentiable machine is the exact one wherever a program is certain."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from learn_values import COURSE
from substrates.bytecode.course import BytecodeCourse
from torch.nn.functional import one_hot

from checkable.learn.executor import Executor
from checkable.learn.failures import TrainingFailed

EXECUTOR = Executor(COURSE)
PROGRAMS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), min_size=1, max_size=6)


def certain(start: int, slots: list[tuple[int, int]]):
    operations = one_hot(torch.tensor([[o for o, _ in slots]]), 4).float()
    arguments = one_hot(torch.tensor([[a for _, a in slots]]), 5).float()
    return one_hot(torch.tensor([start]), 5).float(), operations, arguments


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 4), PROGRAMS)
def test_a_certain_program_ends_where_the_exact_machine_does(start: int, slots: list[tuple[int, int]]) -> None:
    states = EXECUTOR(*certain(start, slots), None)[0]
    expected = start
    for (operation, argument), state in zip(slots, states[1:], strict=True):
        expected = COURSE.transition(operation, argument, expected)
        assert int(state.argmax()) == expected and float(state.max()) == 1.0


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**31))
def test_uncertain_programs_leave_a_distribution_with_gradients(seed: int) -> None:
    random = torch.Generator().manual_seed(seed)
    parts = [torch.randn(2, *shape, generator=random).requires_grad_() for shape in ((5,), (3, 4), (3, 5))]
    states = EXECUTOR(*(part.softmax(-1) for part in parts), None)
    assert torch.allclose(states.sum(-1), torch.ones(2, 4), atol=1e-5)
    states[:, -1, 0].sum().backward()
    assert all(part.grad is not None and part.grad.any() for part in parts)


def test_slots_behind_a_given_length_change_nothing() -> None:
    states = EXECUTOR(*certain(1, [(1, 2), (3, 0)]), torch.tensor([1]))[0]
    assert [int(state.argmax()) for state in states] == [1, 3, 3]


def test_a_machine_of_many_states_cannot_be_supervised_by_answers() -> None:
    with pytest.raises(TrainingFailed, match="supervision: trace"):
        Executor(BytecodeCourse())
