"""Each break changes exactly one thing about an arm."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.control.context import BreakContext
from checkable.control.visible_example import derange
from checkable.core.candidate import Candidate, CheckedCandidate, CheckedCase, Observation, Outcome
from checkable.core.case import Case, Example
from checkable.vocabulary import words

BREAKS = words("break")


def case_of(index, family="f"):
    return Case(id=f"c{index}", family=family, examples=(Example(input=index, output=index),), query=index)


def checked_case(index, *, passes, family="f", ok=True):
    direct = CheckedCandidate(
        candidate=Candidate(id="direct/0", channel="direct", kind="answer", value=index), on_examples=(),
        on_query=Observation(outcome=Outcome.OK, value=index), passes=None)
    outcome = Outcome.OK if ok else Outcome.EXCEPTION
    program = CheckedCandidate(
        candidate=Candidate(id="program/0", channel="program", kind="program", source="s"), on_examples=(),
        on_query=Observation(outcome=outcome, value=index), passes=passes)
    return CheckedCase(case=case_of(index, family), candidates=(direct, program))


def broken(name, cases, seed=0):
    def recheck(checked, case, shown):
        return replace(checked, passes=shown.examples[0].output == "never")

    context = BreakContext(fallback="direct", random=Random(seed), recheck=recheck)
    return BREAKS[name].function(cases, BREAKS[name].options(), context)


def verdicts(cases):
    return [c.candidates[1].passes for c in cases]


CASES = [checked_case(i, passes=i % 3 == 0, family=f"f{i % 4}") for i in range(24)]


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_the_fallback_channel_and_the_outputs_stay_as_they_are(name):
    for before, after in zip(CASES, broken(name, CASES), strict=True):
        assert after.case == before.case
        assert after.candidates[0] == before.candidates[0]
        assert [c.candidate for c in after.candidates] == [c.candidate for c in before.candidates]
        assert [c.on_query for c in after.candidates] == [c.on_query for c in before.candidates]


def test_always_direct_lets_nothing_pass_and_always_program_everything():
    assert verdicts(broken("always-direct", CASES)) == [False] * len(CASES)
    assert verdicts(broken("always-program", CASES)) == [True] * len(CASES)


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_a_random_verdict_keeps_the_number_of_passes(seed):
    assert sum(verdicts(broken("visible-verdict", CASES, seed))) == sum(verdicts(CASES))


def test_a_random_verdict_moves_and_depends_on_the_seed():
    dealt = {tuple(verdicts(broken("visible-verdict", CASES, seed))) for seed in range(5)}
    assert len(dealt) == 5


def test_a_random_verdict_never_passes_a_program_that_has_no_output():
    cases = [checked_case(i, passes=i < 4, ok=i < 6) for i in range(12)]
    for seed in range(20):
        assert not any(verdicts(broken("visible-verdict", cases, seed))[6:])


def test_a_shuffled_example_is_checked_against_another_case():
    assert verdicts(broken("visible-example", CASES)) == [False] * len(CASES)


@settings(deadline=None)
@given(st.integers(2, 40), st.integers(1, 6), st.integers(0, 99))
def test_every_case_gets_the_example_of_exactly_one_other_case(count, families, seed):
    cases = [case_of(i, f"f{i % families}") for i in range(count)]
    donors = derange(cases, Random(seed))
    assert sorted(d.id for d in donors) == sorted(c.id for c in cases)
    assert all(donor.id != case.id for donor, case in zip(donors, cases, strict=True))


def test_a_shuffled_example_comes_from_another_family_where_it_can():
    cases = [case_of(i, f"f{i // 5}") for i in range(250)]
    donors = derange(cases, Random(3))
    assert sum(d.family == c.family for d, c in zip(donors, cases, strict=True)) <= 5
