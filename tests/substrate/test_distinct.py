"""Different problems are drawn until there are enough, and a space that has no more of them is told, not waited for."""

from __future__ import annotations

from itertools import count, cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from substrates.bytecode import questions as bytecode
from substrates.bytecode.made import problems
from substrates.bytecode.options import BytecodeOptions
from substrates.factor_recombination import made as factors
from substrates.factor_recombination.options import FactorOptions
from substrates.trace_repair import evaluated as repairs
from substrates.trace_repair.options import TraceRepairOptions

from checkable.substrate.contract import TooFewCases
from checkable.substrate.distinct import distinct


def names(drawn, wanted: int):
    return distinct(drawn, wanted, name=str, kind=lambda one: "even" if one % 2 == 0 else "odd", what="numbers")


@settings(deadline=None)
@given(st.lists(st.integers(0, 20), min_size=1), st.data())
def test_each_is_drawn_once_in_the_order_of_the_stream(pool: list[int], data) -> None:
    there = list(dict.fromkeys(pool))
    wanted = data.draw(st.integers(0, len(there)))
    assert list(names(cycle(pool), wanted)) == there[:wanted]


@settings(deadline=None)
@given(st.lists(st.integers(0, 20), min_size=1, max_size=30))
def test_what_is_exhausted_is_an_error_with_what_there_is_by_kind(pool: list[int]) -> None:
    there = set(pool)
    for drawn in (cycle(pool), pool):  # with and without an end
        with pytest.raises(TooFewCases, match=f"there are {len(there)} ") as told:
            list(names(drawn, len(there) + 1))
        assert f"{len(there) + 1} different numbers" in str(told.value)
        assert all(f"{kind} {sum(one % 2 == rest for one in there)}" in str(told.value)
                   for rest, kind in enumerate(("even", "odd")) if any(one % 2 == rest for one in there))


def test_no_more_is_drawn_than_is_wanted() -> None:
    stream = count()
    assert list(names(stream, 3)) == [0, 1, 2] and next(stream) <= 4


def test_bytecode_questions_that_run_out_are_told_by_domain(monkeypatch) -> None:
    few = {"table": lambda random, longer: ({"entries": "entry 1 of table a", "factor": 1 + int(random.random() * 40)},
                                            (("push", 1), ("lookup-a", 0)))}
    monkeypatch.setattr(bytecode, "MAKERS", few)
    with pytest.raises(TooFewCases, match=r"100 different questions were asked for, and there are \d \(table \d\)"):
        list(problems(BytecodeOptions(count=100)))


def test_questions_of_two_factors_that_run_out_are_told_by_rung(monkeypatch) -> None:
    drawn = list(factors.problems(FactorOptions(count=4)))
    again = cycle([(one.question, None) for one in drawn])
    monkeypatch.setattr(factors, "questions", lambda *args, **kwargs: again)
    with pytest.raises(TooFewCases, match="there are 4 .*seen-pair 1"):
        list(factors.problems(FactorOptions(count=5)))


def test_repairs_that_run_out_are_told_by_family(monkeypatch) -> None:
    one = next(repairs.evaluated(TraceRepairOptions(count=1))).problem
    monkeypatch.setattr(repairs, "problems", lambda *args, **kwargs: cycle([one]))
    with pytest.raises(TooFewCases, match=f"there are 1 .*{one.family} 1"):
        list(repairs.evaluated(TraceRepairOptions(count=2)))
