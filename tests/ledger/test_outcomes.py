"""Outcomes on disk: named by what they hold, and refused when they hold something else."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_values import STRONG, outcomes_with
from tests.report.factory import experiment

from checkable.core.outcomes import ArmOutcomes, Outcomes, SeedOutcomes
from checkable.core.scored import SeedScore
from checkable.ledger import outcomes


@settings(deadline=None, max_examples=25)  # every write waits for the disk
@given(st.integers(0, 12), st.data())
def test_what_was_kept_is_read_back(tmp_path_factory, cases, data):
    whole = st.tuples(*[st.booleans()] * cases)
    column = st.none() | whole
    seeds = st.lists(st.builds(SeedOutcomes, seed=st.integers(0, 9), correct=whole, reached=whole), max_size=2)
    names = data.draw(st.lists(st.text(min_size=1), unique=True, max_size=3))
    found = Outcomes(cases=tuple(map(str, range(cases))), families=tuple("f" * cases), arms=tuple(
        ArmOutcomes(name=name, role="arm", broken=None, correct=data.draw(column), reached=data.draw(column),
                    seeds=tuple(data.draw(seeds)))
        for name in names))
    folder = tmp_path_factory.mktemp("ledger")
    assert outcomes.read(folder, outcomes.write(folder, found)) == found


def test_equal_outcomes_are_one_file(tmp_path):
    digests = {outcomes.write(tmp_path, outcomes_with(**STRONG)) for _ in range(2)}
    assert len(digests) == len(list((tmp_path / outcomes.FOLDER).iterdir())) == 1


def test_the_outcomes_of_a_result_are_those_of_its_cases():
    result = experiment(n=24)
    found = outcomes.of_result(result)
    for arm, summary in zip(found.arms, result.arms, strict=True):
        assert arm.name == summary.name
        assert arm.correct == tuple(next(c for c in case.commits if c.arm == arm.name).correct for case in result.cases)


def test_the_outcomes_of_a_trained_arm_have_a_column_for_every_seed():
    result = experiment(n=24)
    cases = tuple(replace(case, commits=tuple(
        replace(commit, seeds=tuple(SeedScore(seed=s, correct=i % 3 == s, reached=True) for s in (0, 1)))
        if commit.arm == "gate" else commit for commit in case.commits)) for i, case in enumerate(result.cases))
    found = outcomes.of_result(replace(result, cases=cases))
    assert [len(arm.seeds) for arm in found.arms] == [0, 2, 0, 0]
    assert found.arm("gate").seeds[1].correct == tuple(i % 3 == 1 for i in range(24))
    alone = found.alone(1)
    assert alone.arm("gate").correct == found.arm("gate").seeds[1].correct
    assert alone.arm("direct") == found.arm("direct")


def test_outcomes_without_seeds_are_named_as_before_there_were_any(tmp_path):
    digest = outcomes.write(tmp_path, outcomes_with(cases=2, families=2, direct=1, gate=2))
    assert digest == hashlib.sha256(
        b'{"cases":["case-0","case-1"],"families":["family-0","family-1"],"arms":['
        b'{"name":"direct","role":"arm","broken":null,"correct":"10","reached":"10"},'
        b'{"name":"gate","role":"arm","broken":null,"correct":"11","reached":"11"}]}').hexdigest()


@pytest.mark.parametrize(("damage", "message"), [
    (lambda path: path.unlink(), "is missing"),
    (lambda path: path.write_bytes(path.read_bytes()[:-9]), "not whole"),
    (lambda path: path.write_bytes(gzip.compress(b'{"cases":[],"families":[],"arms":[]}')), "not what its name says"),
])
def test_damaged_outcomes_are_named(tmp_path, damage, message):
    digest = outcomes.write(tmp_path, outcomes_with(**STRONG))
    damage(outcomes.file_of(tmp_path, digest))
    with pytest.raises(outcomes.DamagedOutcomes, match=message):
        outcomes.read(tmp_path, digest)


def test_a_column_of_another_length_is_refused():
    with pytest.raises(ValueError, match="another length"):
        Outcomes(cases=("a", "b"), families=("f", "f"), arms=(
            ArmOutcomes(name="x", role="arm", broken=None, correct=(True,), reached=None),))


def test_an_arm_is_found_by_its_name_before_what_it_breaks():
    arms = (ArmOutcomes(name="x", role="control", broken="y", correct=(True,), reached=None),
            ArmOutcomes(name="y", role="arm", broken=None, correct=(False,), reached=None))
    found = Outcomes(cases=("a",), families=("f",), arms=arms)
    assert found.arm("y") is arms[1] and found.arm("x") is arms[0] and found.arm("z") is None
    assert Outcomes(cases=("a",), families=("f",), arms=arms[:1]).arm("y") is arms[0]
