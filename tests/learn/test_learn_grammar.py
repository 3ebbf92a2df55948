"""Text that must be a program: everything that may be written is one, and every program may be written."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from random import Random

import pytest
from learn_values import COURSE, TINY, recipe, root
from substrates.bytecode.course import BytecodeCourse
from substrates.factor_recombination.course import FactorCourse
from substrates.trace_repair.course import RepairCourse
from substrates.trace_repair.options import TraceRepairOptions

from checkable.learn.backbones import WordTokens
from checkable.learn.course import NothingToLearn
from checkable.learn.dry_run import plan
from checkable.learn.grammar import SEPARATOR, Grammar
from checkable.learn.predicting import predict
from checkable.learn.session import Session

pytestmark = pytest.mark.usefixtures("one_thread")
COURSES = [(COURSE, 2), (BytecodeCourse(), 16), (BytecodeCourse(3), 8)]


def words(course) -> WordTokens:
    listed = "; - start " + " ".join(course.operations)
    return WordTokens([*course.words, *re.findall(r"\w+|[^\w\s]", listed)])


@pytest.mark.parametrize(("course", "slots"), COURSES)
def test_every_gold_program_may_be_written(course, slots) -> None:
    tokens = words(course)
    grammar = Grammar(course, slots, tokens, tokens.end)
    for lesson in islice(course.lessons("training", 0, [1, 2] if course is COURSE else [slots]), 40):
        places = grammar.begin()
        for token in tokens(SEPARATOR.join(course.listing(lesson.start, lesson.slots).split("\n"))):
            assert token in grammar.next(places)
            places = grammar.after(places, token)
        assert tokens.end in grammar.next(places)


@pytest.mark.parametrize(("course", "slots"), COURSES)
@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_written_is_a_program_that_the_mask_allows(course, slots, seed: int) -> None:
    tokens, random = words(course), Random(seed)
    grammar, written = Grammar(course, slots, tokens, tokens.end), []
    places = grammar.begin()
    while (token := random.choice(sorted(grammar.next(places)))) != tokens.end:
        written.append(token)
        places = grammar.after(places, token)
    assert len(written) < grammar.most
    start, program = course.read(tokens.text(written))
    names = [operation for operation, _ in program]
    assert len(program) <= slots and start < max(1, course.starts)
    assert all(name in course.allowed(names[:at], slots) for at, name in enumerate(names))


@pytest.mark.parametrize("course", [RepairCourse(TraceRepairOptions()), FactorCourse("random", [])])
def test_what_is_not_read_back_cannot_constrain(course) -> None:
    with pytest.raises(NothingToLearn, match="is not read back"):
        Grammar(course, 8, words(course), 0)


def test_an_untrained_writer_within_the_grammar_writes_programs_the_same_beside_others() -> None:
    of = recipe(readout="text", stages=(2,), layers=0, replay=0.0, constrained=True,
                backbone=replace(TINY, sizes={"width": 48, "layers": 2, "heads": 4}))
    writer = Session(of, COURSE, "cpu").compiler
    texts = ["start with 3; add 4; modulo 5", "start with 1; multiply by 2; subtract 3; modulo 5"]
    together = predict(of, COURSE, writer, texts)
    assert [one.problem for one in together] == ["", ""]
    assert [one for text in texts for one in predict(of, COURSE, writer, [text])] == together
    assert COURSE.read(writer.write(texts)[0][0]) is not None


def test_a_published_tokenizer_cuts_a_text_as_it_cuts_its_parts(tmp_path) -> None:
    import sys

    sys.path.insert(0, str(root() / "tests" / "engine"))
    from tiny_model import write_tiny_model
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(write_tiny_model(tmp_path / "model"))

    def tokens(text: str) -> list[int]:
        return tokenizer(text, add_special_tokens=False)["input_ids"]

    course = BytecodeCourse()
    grammar = Grammar(course, 16, tokens, tokenizer.eos_token_id)
    for lesson in islice(course.lessons("training", 0, [16]), 20):
        places = grammar.begin()
        for token in tokens(SEPARATOR.join(course.listing(0, lesson.slots).split("\n"))):
            assert token in grammar.next(places)
            places = grammar.after(places, token)
        assert tokenizer.eos_token_id in grammar.next(places)


def test_a_plan_needs_no_tokenizer() -> None:
    of = recipe(readout="text", stages=(2,), layers=0, replay=0.0, constrained=True)
    assert plan(of, COURSE, root()).parameters == plan(replace(of, constrained=False), COURSE, root()).parameters
