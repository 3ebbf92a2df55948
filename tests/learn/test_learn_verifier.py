"""Verifiers: what they may read, what they choose from, that they learn to choose, and that they can be resumed."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from learn_values import COURSE, TINY, recipe
from substrates.bytecode.course import BytecodeCourse
from substrates.modular_arithmetic.course import ModularCourse

from checkable.learn.artefacts import Shelf
from checkable.learn.compiler import Written
from checkable.learn.failures import TrainingFailed
from checkable.learn.proposing import proposals
from checkable.learn.reading import reading
from checkable.learn.recipe import Verifier, plain, read
from checkable.learn.session import Session, load
from checkable.learn.training import make, predictions
from checkable.learn.verifying import VerifierSession

pytestmark = pytest.mark.usefixtures("one_thread")
FEW = recipe(stages=(2,), exact=True, programs=24, steps=40, checkpoints=2)  # a compiler that has much left to learn
READS = ("trace", "program", "answer", "shuffled-steps")
SLOTS = ((1, 4), (3, 2))


def verifier(of=FEW, reads="trace", **changes):
    how = Verifier(compiler=of, proposals=8, lessons=changes.pop("lessons", 400), reads=reads)
    return replace(of, **{"steps": 80, "checkpoints": 4, "verifier": how} | changes)


@cache
def weights():
    session = Session(FEW, COURSE, "cpu")
    while session.step < FEW.steps:
        session.advance()
    return session.weights()


def compiler(of=FEW):
    session = Session(of, COURSE, "cpu")
    if of == FEW:
        load(session.compiler, weights())
    return session.compiler


def session_of(of) -> VerifierSession:
    return VerifierSession(of, COURSE, compiler(of.verifier.compiler), "cpu")


@pytest.mark.parametrize(("reads", "start", "steps"), [
    ("trace", 3, ((1, 4, 2), (3, 2, 4), (None, None, None))),
    ("program", 3, ((1, 4, None), (3, 2, None), (None, None, None))),
    ("answer", None, ((None, None, None),) * 3),
])
def test_a_verifier_sees_what_its_kind_reads_and_always_the_answer(reads: str, start, steps) -> None:
    seen = reading(COURSE, 3, SLOTS, 3, reads)
    assert (seen.start, seen.steps, seen.answer) == (start, steps, 4)


def test_shuffled_steps_are_the_same_steps_in_an_order_that_the_program_alone_decides() -> None:
    program = tuple((1, argument) for argument in (1, 2, 3, 4, 1, 3))
    seen, whole = (reading(COURSE, 0, program, 6, reads) for reads in ("shuffled-steps", "trace"))
    assert sorted(seen.steps) == sorted(whole.steps) and seen.steps != whole.steps
    assert seen == reading(COURSE, 0, program, 6, "shuffled-steps")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 6), st.integers(1, 12))
def test_proposals_are_valid_distinct_and_the_most_probable_first(seed: int, slots: int, count: int) -> None:
    course = BytecodeCourse()
    random = torch.Generator().manual_seed(seed)
    written = Written(start=torch.zeros(1, 1), answer=torch.zeros(1, 1), echo={},
                      operations=torch.randn(1, slots, len(course.operations), generator=random),
                      arguments=torch.randn(1, slots, course.arguments, generator=random))
    found = proposals(course, written, 0, slots, count)
    assert 1 <= len(found) <= count and len({course.normal(one.slots) for one in found}) == len(found)
    assert [one.logprob for one in found] == sorted((one.logprob for one in found), reverse=True)
    assert all(course.run(0, one.slots).answer is not None for one in found)


def test_the_first_proposal_is_the_most_probable_of_all_programs_of_one_slot() -> None:
    random = torch.Generator().manual_seed(1)
    written = Written(start=torch.randn(1, 5, generator=random), answer=torch.zeros(1, 5), echo={},
                      operations=torch.randn(1, 1, 4, generator=random),
                      arguments=torch.randn(1, 1, 5, generator=random))
    start, operation, argument = (part[0].log_softmax(-1).flatten() for part in (
        written.start, written.operations, written.arguments))
    every = {(x, ((o, a),) if o else ()): float(start[x] + operation[o] + (argument[a] if o else 0))
             for x in range(5) for o in range(4) for a in range(5)}
    best = proposals(COURSE, written, 0, 1, 3)
    assert [(one.start, one.slots) for one in best] == sorted(every, key=lambda one: -every[one])[:3]
    assert best[0].logprob == pytest.approx(max(every.values()), abs=1e-5)


@pytest.mark.parametrize("reads", READS)
def test_everything_that_a_verifier_trains_gets_a_gradient(reads: str) -> None:
    session = session_of(verifier(reads=reads, lessons=40))
    session.advance()
    assert session.step == 1


def test_a_verifier_learns_to_choose_better_than_the_compiler_whose_programs_it_judges() -> None:
    course = ModularCourse(17)  # few programs are right by chance
    few = recipe(course=course.version, stages=(1,), slots=1, exact=True, programs=64, checkpoints=2)
    written = Session(few, course, "cpu")
    while written.step < few.steps:
        written.advance()
    of = verifier(few, lessons=800, steps=90, batch=128, rate=0.003)
    judging = VerifierSession(of, course, written.compiler, "cpu")
    greedy = sum(one.right[0] for one in judging.checked) / len(judging.checked)
    oracle = sum(any(one.right) for one in judging.checked) / len(judging.checked)
    assert judging.score() == greedy < oracle - 0.2  # it begins with the compiler's choice, and there is another
    while judging.step < judging.recipe.steps:
        judging.advance()
    assert judging.score() > greedy + 0.1


def test_a_verifier_that_is_resumed_ends_in_the_same_weights() -> None:
    whole, first, second = (session_of(verifier(lessons=60)) for _ in range(3))
    for _ in range(3):
        first.advance()
    second.restore(first.state())
    for _ in range(6):
        whole.advance()
    for _ in range(3):
        second.advance()
    assert all(torch.equal(value, second.weights()[name]) for name, value in whole.weights().items())


def test_the_artefact_predicts_what_was_proposed_in_the_order_of_trust(tmp_path) -> None:
    shelf, of = Shelf(tmp_path), verifier(steps=6, checkpoints=2, lessons=60)
    make(FEW, COURSE, shelf, "cpu", lambda step, loss: None)
    made = make(of, COURSE, shelf, "cpu", lambda step, loss: None)
    assert made.key == of.key and made.chosen in (3, 6)
    (found,) = predictions(of, COURSE, shelf, "cpu", ["start with 3; add 4; multiply by 2; modulo 5"], None)
    trust = [one.trust for one in found.proposals]
    assert len(trust) == 8 and trust == sorted(trust, reverse=True) and all(0 < p < 1 for p in trust)
    assert (found.start, found.slots) == (found.proposals[0].start, found.proposals[0].slots)


def test_a_compiler_whose_proposals_are_all_wrong_leaves_nothing_to_tell_apart() -> None:
    untrained = recipe(stages=(2,), exact=True, steps=0)
    how = Verifier(compiler=untrained, proposals=2, lessons=1, reads="trace")
    hopeless = replace(verifier(untrained), verifier=how)
    with pytest.raises(TrainingFailed, match="of 1 lessons none has a right and a wrong proposal"):
        session_of(hopeless)


def test_the_key_names_compiler_and_kind_and_not_where_weights_lie_or_which_cases_are_evaluated() -> None:
    of = verifier()
    others = [verifier(reads="program"), verifier(replace(FEW, steps=41)), verifier(lessons=401), FEW]
    assert len({one.key for one in (of, *others)}) == 5
    moved = replace(FEW, backbone=replace(TINY, load="/elsewhere"), options={"modulus": 5, "count": 7})
    assert verifier(moved).key == of.key


def test_a_verifiers_recipe_survives_the_way_to_another_process() -> None:
    assert read(json.loads(json.dumps(plain(verifier())))) == verifier()
