"""An arm with one channel has no fallback: a control breaks all of its candidates."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from checkable.core.candidate import Candidate, CheckedCandidate, CheckedCase, Observation, Outcome
from checkable.core.case import Case, Example
from checkable.experiment.selecting import broken
from checkable.spec.model import ArmSpec, ControlSpec, Use
from checkable.vocabulary import words

NEVER = SimpleNamespace(recheck=lambda checked, *about: replace(checked, passes=False))


def case_of(index, channels):
    return CheckedCase(
        case=Case(id=f"c{index}", family=f"f{index}", examples=(Example(input=0, output=0),), query=index),
        candidates=tuple(
            CheckedCandidate(candidate=Candidate(id=f"{channel}/0", channel=channel, kind="program", source="s"),
                             on_examples=(), on_query=Observation(outcome=Outcome.OK, value=index), passes=True)
            for channel in channels))


def passes(channels, name):
    word = words("break")[name]
    control = ControlSpec(name="c", of="a", breaks=Use(word=word, options=word.options()), seed=0, line=1)
    arm = ArmSpec(name="a", generators=(), evidence=(), selectors=(), line=1)
    cases = broken(control, arm, [case_of(i, channels) for i in range(3)], 0, NEVER)
    return [[c.passes for c in case.candidates] for case in cases]


@pytest.mark.parametrize("name", ["visible-example", "always-direct"])
def test_the_only_channel_is_broken(name):
    assert passes(("program",), name) == [[False]] * 3


@pytest.mark.parametrize("name", ["visible-example", "always-direct"])
def test_the_first_of_two_channels_is_left_as_it_is(name):
    assert passes(("direct", "program"), name) == [[True, False]] * 3
