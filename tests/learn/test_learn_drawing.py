"""A sample of a trained compiler's programs: as many as asked for, the most often drawn first, of the same artefact."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby, islice

import pytest
import torch
from learn_values import COURSE, recipe
from substrates.bytecode.course import BytecodeCourse

from checkable.learn.artefacts import Draw, Shelf
from checkable.learn.drawing import sampled
from checkable.learn.predicting import predict
from checkable.learn.session import Session

pytestmark = pytest.mark.usefixtures("one_thread")
OPEN = BytecodeCourse(3)
OF_OPEN = recipe(substrate="bytecode", course=OPEN.version, readout="decoder", slots=8, stages=(8,), steps=4, batch=8,
                 programs=16, replay=0.0)
WARM = Draw(samples=16, temperature=1.0)


@pytest.fixture(scope="module", params=["start and slots", "slots alone"])
def written(request):
    """A recipe, its course, a compiler of first weights, and texts: every distribution is wide."""
    torch.set_num_threads(1)
    of, course = (recipe(), COURSE) if request.param == "start and slots" else (OF_OPEN, OPEN)
    texts = [lesson.text for lesson in islice(course.lessons("validation", 0, [1, 2, 5, 8]), 6)]
    return of, course, Session(of, course, "cpu").compiler, texts


def programs(of, course, compiler, texts, draw=WARM, lengths=None):
    return [[(one.start, one.slots) for one in made.proposals]
            for made in sampled(of, course, compiler, texts, lengths, draw)]


def test_as_many_are_drawn_as_asked_for_and_equals_stand_together_the_most_frequent_first(written) -> None:
    for drawn in programs(*written):
        assert len(drawn) == 16
        runs = [(program, len(list(of_one))) for program, of_one in groupby(drawn)]
        assert [count for _, count in runs] == sorted((count for _, count in runs), reverse=True)
        assert Counter(drawn) == dict(runs)


def test_a_sample_does_not_depend_on_what_stands_beside_it_and_comes_again(written) -> None:
    of, course, compiler, texts = written
    together = programs(of, course, compiler, texts)
    assert together == [programs(of, course, compiler, [text])[0] for text in texts]
    assert together != programs(replace(of, seed=7), course, compiler, texts)


def test_a_cold_sample_is_the_program_that_is_predicted_again_and_again() -> None:
    compiler, texts = Session(recipe(), COURSE, "cpu").compiler, ["start with 3; add 2; modulo 5"]
    for head in (compiler.start, compiler.operation, compiler.argument):
        torch.nn.init.normal_(head.weight, std=10.0)  # of first weights all distributions are flat
    cold = programs(recipe(), COURSE, compiler, texts, Draw(samples=3, temperature=0.01))
    greedy = [(one.start, COURSE.normal(one.slots)) for one in predict(recipe(), COURSE, compiler, texts)]
    assert cold == [[one] * 3 for one in greedy]


def test_what_is_drawn_is_a_program_that_the_mask_allows_and_no_longer_than_given(written) -> None:
    of, course, compiler, texts = written
    for drawn in programs(of, course, compiler, texts, lengths=[1] * len(texts)):
        assert all(len(slots) <= 1 for _, slots in drawn)
    for start, slots in programs(of, course, compiler, texts)[0]:
        names = [operation for operation, _ in slots]
        assert start < max(1, course.starts)
        assert all(name in course.allowed(names[:at], of.slots) for at, name in enumerate(names))


def test_starts_are_drawn_too() -> None:
    compiler = Session(recipe(), COURSE, "cpu").compiler
    flat, texts = Draw(samples=64, temperature=5.0), ["start with 3; add 2; modulo 5"]
    (drawn,) = programs(recipe(), COURSE, compiler, texts, flat)
    assert len({start for start, _ in drawn}) > 2


def test_samples_of_one_artefact_are_kept_apart_from_its_best_programs(tmp_path) -> None:
    shelf = Shelf(tmp_path)
    shelf.keep_predictions("k" * 64, ["a"], None, [{"slots": 1}])
    shelf.keep_predictions("k" * 64, ["a"], None, [{"slots": 2}], WARM)
    assert shelf.predictions("k" * 64, ["a"], None) == [{"slots": 1}]
    assert shelf.predictions("k" * 64, ["a"], None, WARM) == [{"slots": 2}]
    assert shelf.predictions("k" * 64, ["a"], None, replace(WARM, samples=8)) is None
