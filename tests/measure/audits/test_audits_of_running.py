"""Audits of repetition, reading, failures and cut-off completions."""

from __future__ import annotations

from checkable.core.candidate import Outcome
from checkable.measure.audits import Repeats, running

from .build import candidate, run


def test_programs_that_depend_on_the_order_of_a_set_are_named() -> None:
    assert running.determinism(None).level == "note"
    assert running.determinism(Repeats(tried=12, different=0)).level == "ok"
    found = running.determinism(Repeats(tried=12, different=2, named=("b", "a")))
    assert found.level == "warning" and found.text.startswith("2 of 12 programs") and "a, b" in found.text


def test_stored_executions_that_came_out_differently_are_named_and_those_that_agree_are_not_counted() -> None:
    steady = Repeats(tried=12, different=0)
    agreed = running.determinism(steady, Repeats(tried=3, different=0))
    assert (agreed.level, agreed.text) == ("ok", "12 programs give the same output under another hash seed")
    found = running.determinism(steady, Repeats(tried=3, different=1, named=("exp0_33_3: ok, then timeout",)))
    assert found.level == "warning" and "1 of 3 stored executions came out differently: exp0_33_3" in found.text


def test_the_rate_of_completions_that_come_out_otherwise_is_told() -> None:
    assert running.repeatability(None).level == "note"
    assert running.repeatability(Repeats(tried=8, different=0)).level == "ok"
    found = running.repeatability(Repeats(tried=8, different=2))
    assert found.level == "warning" and found.text.startswith("2 of 8 greedy") and found.text.endswith("(25%)")
    broken = running.repeatability(Repeats(tried=0, different=0, problem="the engine is gone"))
    assert broken.level == "note" and broken.text.endswith("the engine is gone")


def test_completions_of_others_are_named() -> None:
    assert running.completions("").level == "ok"
    assert running.completions("qwen").text == "recorded completions of qwen, not made by this run"


def test_what_could_not_be_read_is_counted() -> None:
    found = running.parsing([run(candidate(parse_error="no program"), candidate(id="p/1"))])
    assert found.level == "note" and found.text.endswith("gate 1 of 2")
    assert running.parsing([run(candidate())]).level == "ok"


def test_a_failure_of_ours_is_a_warning_and_one_of_the_program_is_not() -> None:
    found = running.infrastructure([run(candidate(Outcome.INFRASTRUCTURE))])
    assert found.level == "warning" and "gate: case-0 p/0" in found.text
    assert running.infrastructure([run(candidate(Outcome.TIMEOUT))]).level == "ok"


def test_completions_that_were_cut_off_are_counted() -> None:
    assert running.length(0, 10).level == "ok"
    cut_off = running.length(3, 10)
    assert (cut_off.level, cut_off.text) == ("warning", "3 of 10 completions were cut off by max_tokens")
    assert running.length(0, 0).level == "note"
