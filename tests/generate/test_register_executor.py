"""What a register executor's pointers become: a program that the exact machine runs, and one whose reads are moved."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from substrates.modular_arithmetic.course import course
from substrates.modular_arithmetic.options import ModularOptions

from checkable.control.permuted_pointers import pointing_elsewhere
from checkable.core.case import Case
from checkable.generate.compiling import CompilerOptions
from checkable.generate.register_executor import RegisterOptions, register_executor
from checkable.learn.course import NothingToLearn
from checkable.vocabulary import NoOptions

COURSE = course(ModularOptions(registers=3, modulus=17))
CASE = Case(id="c", family="c", examples=(), query=None, text="", attributes={})


@dataclass(frozen=True)
class Learned:
    slots: Any

    def learned(self, options: Any) -> Any:
        made = {"start": 0, "slots": self.slots, "answer": None, "tokens": 9}
        return SimpleNamespace(course=COURSE, predictions=lambda case: [made])


def made(program: str, **changes):
    (candidate,) = register_executor(CASE, RegisterOptions(**changes), Learned(COURSE.read(program)[1]))
    return candidate


def test_pointers_are_run_and_kept_beside_the_states_of_all_registers() -> None:
    found = made("put b 5; put a b; add a 2; give a")
    assert found.value == 7 and found.text == "put b 5\nput a b\nadd a 2\ngive a"
    assert found.structure["pointers"] == [[None, 1], [1, 0], [None, 0], [0, None]]
    assert found.structure["states"] == [[0, 5, 0], [5, 5, 0], [7, 5, 0], [7, 5, 0]]


def test_a_program_that_gives_nothing_has_no_value() -> None:
    assert made("put b 5").parse_error == "the program leaves no answer"


@given(st.sampled_from("abc"), st.sampled_from("abc"), st.integers(1, 16))
def test_permuted_pointers_read_another_register_and_write_as_before(to: str, given_out: str, x: int) -> None:
    program = f"put {to} {x}; add {to} {given_out}; give {given_out}"
    written, moved = made(program).structure["pointers"], made(program, pointers="permuted").structure["pointers"]
    assert [one[1] for one in moved] == [one[1] for one in written]
    assert moved[0] == written[0] and moved[1][0] == moved[2][0] != written[1][0]


def test_the_break_moves_the_pointers_of_executors_alone() -> None:
    assert pointing_elsewhere(RegisterOptions(), NoOptions()) == RegisterOptions(pointers="permuted")
    with pytest.raises(NothingToLearn, match="register-executor"):
        pointing_elsewhere(CompilerOptions(), NoOptions())


def test_there_are_no_pointers_to_permute_where_the_output_is_the_answer() -> None:
    with pytest.raises(ValueError, match="no pointers to permute"):
        RegisterOptions(output="answer", pointers="permuted")
