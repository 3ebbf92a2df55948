"""The kernel's account of a child outweighs what the child wrote."""

from __future__ import annotations

import signal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.core.candidate import Outcome
from checkable.core.execution import Limits, Namespace, Program
from checkable.execute import requests, verdict
from checkable.execute.supervisor import Ended

LIMITS = Limits(cpu_seconds=1.0, wall_seconds=2.0)
REQUEST = requests.for_values(Program(source="", entry_point="f", namespace=Namespace(name="n"), limits=LIMITS), [1, 2])
BOTH = b'["ok",1,0.1]\n["ok",2,0.1]\n'
ONE = b'["ok",1,0.1]\n'


def judged(result: bytes, *, status: int = 0, cpu: float = 0.5, overdue: bool = False) -> list[tuple[Outcome, object]]:
    ended = Ended(status=status, cpu_seconds=cpu, started=True, overdue=overdue, result=result)
    return [(o.outcome, o.value) for o in verdict.observations(REQUEST, ended)]


def test_complete_records_count_however_the_child_left():
    assert judged(BOTH, status=-signal.SIGSEGV) == [(Outcome.OK, 1), (Outcome.OK, 2)]


@pytest.mark.parametrize(("status", "cpu", "overdue", "outcome"), [
    (0, 0.1, False, Outcome.KILLED),
    (3, 0.1, False, Outcome.KILLED),
    (-signal.SIGSEGV, 0.1, False, Outcome.KILLED),
    (-signal.SIGKILL, 0.1, False, Outcome.KILLED),
    (-signal.SIGKILL, 1.0, False, Outcome.TIMEOUT),
    (-signal.SIGKILL, 0.1, True, Outcome.TIMEOUT),
    (-signal.SIGPROF, 1.0, False, Outcome.TIMEOUT),
    (-signal.SIGXFSZ, 0.1, False, Outcome.OUTPUT),
])
def test_what_is_missing_is_explained_by_how_the_child_ended(status, cpu, overdue, outcome):
    assert judged(ONE, status=status, cpu=cpu, overdue=overdue) == [(Outcome.OK, 1), (outcome, None)]


def test_a_program_that_hides_its_time_has_no_result():
    assert judged(BOTH, cpu=1.5) == [(Outcome.TIMEOUT, None)] * 2


def test_what_was_finished_in_time_stands_and_what_came_late_does_not():
    late = b'["ok",1,0.9]\n["exception","E",0.2]\n'
    assert judged(late, cpu=1.1) == [(Outcome.OK, 1), (Outcome.TIMEOUT, None)]


def test_time_spent_before_the_program_is_not_its_own():
    assert judged(b'["ok",1,0.5]\n["ok",2,0.4]\n', cpu=0.99) == [(Outcome.OK, 1), (Outcome.OK, 2)]


def test_a_record_cut_off_midway_is_none():
    assert judged(ONE + b'["ok",2,0.', status=-signal.SIGKILL) == [(Outcome.OK, 1), (Outcome.KILLED, None)]


@pytest.mark.parametrize("line", [
    b"1", b"[]", b'["ok",1]', b'["ok",1,"0"]', b'["ok",1,-1]', b'["ok",1,1e999]', b'["infrastructure","",0]',
    b'["timeout","",0]',
    b'["exception",[],0]', b'["ok",{"x":1},0]', b"\xff\xfe", b"\0\0\0", b'[["ok"],1,0]', b"[" * 50_000,
])
def test_a_line_that_is_no_record_is_the_programs_doing(line):
    assert judged(ONE + line + b"\n") == [(Outcome.OK, 1), (Outcome.WRONG_SHAPE, None)]


def test_more_records_than_inputs_are_worth_nothing():
    assert judged(BOTH + ONE) == [(Outcome.WRONG_SHAPE, None)] * 2


@given(st.binary(max_size=200))
def test_any_bytes_give_one_observation_per_input_and_never_blame_us(result):
    outcomes = [outcome for outcome, _ in judged(result)]
    assert len(outcomes) == 2
    assert not {Outcome.INFRASTRUCTURE, Outcome.TIMEOUT} & set(outcomes)


def test_a_program_cannot_claim_more_time_than_it_took():
    [first, _] = verdict.observations(REQUEST, Ended(0, 0.5, True, False, b'["ok",1,99]\n["ok",1,0]\n'))
    assert first.cpu_seconds == 0.5


@given(st.text(st.characters(exclude_categories=()), max_size=700))
def test_a_cleaned_text_can_be_printed_anywhere(text):
    cleaned = verdict.clean(text)
    assert cleaned.isprintable()
    cleaned.encode()
