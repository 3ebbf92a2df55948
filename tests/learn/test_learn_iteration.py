"""Expert iteration trains on what the examples bear out and on nothing else, and goes on where it stopped."""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import replace
from random import Random

import pytest
import torch
from learn_values import COURSE, recipe
from substrates.bytecode.course import BytecodeCourse

from checkable.learn import session as sessions
from checkable.learn.artefacts import Shelf
from checkable.learn.failures import TrainingFailed
from checkable.learn.iteration import IteratedSession
from checkable.learn.lessons import planned, prompts_of, rate_at, training_sets
from checkable.learn.predicting import predict
from checkable.learn.recipe import Iteration
from checkable.learn.sampling import drawn
from checkable.learn.training import make

pytestmark = pytest.mark.usefixtures("one_thread")
OPEN = BytecodeCourse(3)
HOW = Iteration(warm=60, rounds=2, round_steps=6, prompts=48, samples=12, temperature=1.0, keep="verified",
                answers="gold")
ITERATED = recipe(substrate="bytecode", course=OPEN.version, readout="decoder", slots=16, stages=(16,), steps=72,
                  batch=24, programs=48, replay=0.0, iteration=HOW)


def iterated(**changes):
    return replace(ITERATED, iteration=replace(HOW, **changes))


def trained(until: int, of=ITERATED, after=None) -> IteratedSession:
    """A session after ``until`` steps, from a state of another one where there is one."""
    session = IteratedSession(of, OPEN, "cpu")
    if after is not None:
        session.restore(after)
    while session.step < until:
        session.advance()
    return session


@pytest.fixture(scope="module")
def warm():
    """The state after the warm start, which is the same for every way of keeping."""
    torch.set_num_threads(1)
    return trained(60).state()


@pytest.fixture(scope="module")
def verified(warm) -> IteratedSession:
    return trained(72, after=copy.deepcopy(warm))


def test_what_is_kept_agrees_with_every_example_of_its_prompt(verified) -> None:
    assert verified.kept
    for at, program in verified.kept.items():
        assert OPEN.agrees(program, verified.prompts[at].examples)


def test_gold_and_kept_are_trained_on_and_no_gold_program_of_a_prompt(verified) -> None:
    (lessons,) = verified.sets
    gold, kept = lessons[:48], lessons[48:]
    assert gold == training_sets(ITERATED, OPEN)[0]
    assert [(one.text, one.slots) for one in kept] == [(verified.prompts[at].text, program)
                                                       for at, program in sorted(verified.kept.items())]


def test_rounds_count_what_was_tried_and_what_of_it_is_right(verified) -> None:
    assert [one.step for one in verified.rounds] == [60, 66]
    for one in verified.rounds:
        assert one.right <= one.kept <= one.prompts == 48 and one.passed <= one.wrong <= one.tried <= 48 * HOW.samples
    assert verified.rounds[-1].right > verified.rounds[-1].kept / 2  # three examples are hardly met by accident


def test_prompts_are_none_of_the_gold_lessons() -> None:
    texts = Counter(lesson.text for lesson in [*training_sets(ITERATED, OPEN)[0], *prompts_of(ITERATED, OPEN)])
    assert not {lesson.text for lesson in prompts_of(ITERATED, OPEN)} & \
        {lesson.text for lesson in training_sets(ITERATED, OPEN)[0]}
    assert sum(texts.values()) == 96


def test_without_verification_as_many_are_kept_whatever_they_compute(verified, warm) -> None:
    blind = trained(61, iterated(keep="unverified"), copy.deepcopy(warm))
    assert len(blind.kept) == verified.rounds[0].kept  # from the same warm start
    assert not all(OPEN.agrees(program, blind.prompts[at].examples) for at, program in blind.kept.items())


def test_shuffled_answers_are_the_examples_of_other_prompts_and_bear_out_less(verified, warm) -> None:
    broken = trained(61, iterated(answers="shuffled"), copy.deepcopy(warm))
    assert broken.examples != [lesson.examples for lesson in broken.prompts]
    assert sorted(broken.examples) == sorted(lesson.examples for lesson in broken.prompts)
    assert broken.rounds[0].right < verified.rounds[0].right / 2


def test_equal_steps_on_the_gold_lessons_alone_keep_nothing_after_the_same_warm_start(warm) -> None:
    alone = trained(61, iterated(keep="none"))
    assert alone.rounds == [] and alone.sets == training_sets(ITERATED, OPEN)
    again = trained(61, iterated(keep="none"), copy.deepcopy(warm)).weights()
    assert all(torch.equal(value, again[name]) for name, value in alone.weights().items())


def test_a_resumed_iteration_ends_in_the_same_weights_and_rounds(verified, warm) -> None:
    stopped = trained(63, after=copy.deepcopy(warm))
    resumed = IteratedSession(ITERATED, OPEN, "cpu")
    resumed.restore(stopped.state())
    assert resumed.sets == stopped.sets
    while resumed.step < 72:
        resumed.advance()
    assert resumed.rounds == verified.rounds and resumed.kept == verified.kept
    weights = verified.weights()
    assert all(torch.equal(value, weights[name]) for name, value in resumed.weights().items())


def test_the_artefact_tells_its_rounds_and_a_checkpoint_holds_what_was_kept(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sessions, "VALIDATED", 6)
    shelf = Shelf(tmp_path)
    stop = iter(range(14))

    def told(step: int, loss: float) -> None:
        if next(stop, None) is None:
            raise KeyboardInterrupt

    of = replace(iterated(warm=12), steps=24, checkpoints=12)
    with pytest.raises(KeyboardInterrupt):
        make(of, OPEN, shelf, "cpu", told)
    made = make(of, OPEN, shelf, "cpu", lambda step, loss: None)
    assert made.resumed == 1 and [one.step for one in made.rounds] == [12, 18]
    assert shelf.made(of.key) == made


def test_a_student_begins_from_first_weights_on_what_its_teacher_left(warm) -> None:
    of = replace(iterated(rounds=0, student=8), steps=68)
    student = trained(60, of, copy.deepcopy(warm))
    first = IteratedSession(of, OPEN, "cpu").weights()
    student._enter(planned(of, 60))
    assert all(torch.equal(value, first[name]) for name, value in student.weights().items())
    assert student.kept and len(student.sets[0]) == 48 + len(student.kept) and not student.optimiser.state


def test_the_kept_step_is_one_of_the_student_not_of_its_better_teacher(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sessions, "VALIDATED", 6)
    of = replace(iterated(warm=12, rounds=0, student=6), steps=18, checkpoints=6)
    scores = iter([0.9, 0.9, 0.9, 0.9, 0.1, 0.2])
    monkeypatch.setattr(IteratedSession, "score", lambda self: next(scores))
    made = make(of, OPEN, Shelf(tmp_path), "cpu", lambda step, loss: None)
    assert made.chosen == 18 and [one.step for one in made.rounds] == [12]


def test_a_course_that_shows_no_examples_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(TrainingFailed, match="give the substrate examples"):
        IteratedSession(recipe(iteration=HOW, steps=72), COURSE, "cpu")


def test_the_rate_rises_and_falls_in_the_warm_start_in_every_round_and_for_the_student() -> None:
    long = replace(ITERATED, steps=800, iteration=replace(HOW, warm=200, rounds=2, round_steps=200, student=200))
    for began in (0, 200, 400, 600):
        at = [rate_at(long, step, planned(long, step)) for step in (began, began + 100, began + 199)]
        assert at[0] < 0.05 * long.rate and at[1] == long.rate and at[2] < 0.08 * long.rate


def test_cold_samples_are_the_program_that_is_predicted(verified) -> None:
    lessons = verified.prompts[:8]
    with torch.no_grad():
        written = verified._write(lessons, 16)
    made = predict(ITERATED, OPEN, verified.compiler, [lesson.text for lesson in lessons])
    for row, one in enumerate(made):
        assert drawn(OPEN, written, row, 3, 0.001, Random(0)) == [OPEN.normal(one.slots)]


def test_samples_are_programs_that_the_mask_allows_and_come_again(verified) -> None:
    with torch.no_grad():
        written = verified._write(verified.prompts[:2], 16)
    found = drawn(OPEN, written, 0, 40, 3.0, Random(1))
    assert len(found) > 5 and found == drawn(OPEN, written, 0, 40, 3.0, Random(1))
    assert all(OPEN.run(3, program).answer is not None for program in found)
