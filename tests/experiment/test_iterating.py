"""Expert iteration and the echo as a spec says them: the recipe, the candidates of open cases, and what is refused."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from substrates.bytecode.answers import answers, traces
from substrates.bytecode.options import BytecodeOptions
from substrates.bytecode.substrate import substrate

from checkable.control.retrained import RetrainedOptions
from checkable.control.shuffled_answers import on_shuffled_answers
from checkable.control.shuffled_labels import on_shuffled_labels
from checkable.control.shuffled_states import on_shuffled_states
from checkable.core.execution import Limits
from checkable.experiment.checking import Checker
from checkable.experiment.teaching import Teacher, course_of, recipe_of
from checkable.generate.bytecode_compiler import BytecodeOptions as CompilerOptions
from checkable.generate.compiling import DrawOptions, EchoOptions, compiled
from checkable.generate.expert_iteration import ExpertIterationOptions
from checkable.generate.nearest_example import nearest_example
from checkable.generate.random_example import random_example
from checkable.learn.course import NothingToLearn
from checkable.select.first_visible import FirstVisibleOptions, first_visible
from checkable.spec.loader import load_items
from checkable.vocabulary import NoOptions

ROOT = Path(__file__).parents[2]
OPEN = BytecodeOptions(examples=3, count=12)
SPEC = """
title: Rounds
model: tiny-qwen3
substrate: {{name: {substrate}}}
arms:
  a: {{generator: {{{word}: {options}}}, selector: one-seed}}
"""


def recipe(folder: Path, substrate: str = "bytecode, examples: 3", word: str = "expert-iteration", options: str = "{}"):
    path = folder / "specs" / "rounds.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(SPEC.format(substrate=substrate, word=word, options=options))
    spec = next(iter(load_items(path, root=ROOT, tier="full")))
    from checkable.substrate.registry import find

    course = course_of(find(spec.substrate, ROOT), spec.substrate_options)
    return recipe_of(spec, ROOT, course, spec.arms[0].generators[0].options, 0)


def test_steps_of_a_recipe_are_those_of_the_warm_start_and_of_all_rounds(tmp_path: Path) -> None:
    made = recipe(tmp_path, options="{steps: 10, rounds: 3, round_steps: 20, unsolved: 7, samples: 5}")
    assert made.steps == 70 and made.supervision == "trace" and made.stages == (16,)
    assert (made.iteration.warm, made.iteration.prompts, made.iteration.samples) == (10, 7, 5)


def test_a_distillation_is_its_teachers_steps_and_those_of_the_student(tmp_path: Path) -> None:
    made = recipe(tmp_path, word="distillation", options="{steps: 10, student_steps: 30}")
    assert made.steps == 40 and (made.iteration.rounds, made.iteration.student) == (0, 30)


def test_an_untrained_iteration_has_no_rounds(tmp_path: Path) -> None:
    made = recipe(tmp_path, options="{steps: 0}")
    assert made.steps == 0 and made.iteration is None


@pytest.mark.parametrize("changed", ["keep: unverified", "answers: shuffled", "rounds: 2", "unsolved: 9", "samples: 3"])
def test_whatever_decides_what_is_kept_changes_the_key(changed: str, tmp_path: Path) -> None:
    assert recipe(tmp_path).key != recipe(tmp_path, options="{" + changed + "}").key


@pytest.mark.parametrize("changed", ["of: answer", "weight: 0.2", "labels: shuffled"])
def test_whatever_is_echoed_changes_the_key(changed: str, tmp_path: Path) -> None:
    closed = {"substrate": "bytecode", "word": "bytecode-compiler"}
    plain, echoing, other = (recipe(tmp_path, **closed, options=said).key for said in
                             ("{}", "{echo: {of: states}}", "{echo: {" + changed + "}}"))
    assert len({plain, echoing, other}) == 3


@pytest.mark.parametrize(("said", "message"), [
    ({"word": "bytecode-compiler", "options": "{output: answer}"}, "no one answer to say"),
    ({"word": "bytecode-compiler", "options": "{echo: {of: states}}"}, "nothing of its machine's state"),
])
def test_what_open_questions_cannot_be_asked_is_refused(said, message: str, tmp_path: Path) -> None:
    with pytest.raises(NothingToLearn, match=message):
        recipe(tmp_path, **said)


def test_an_echo_beside_no_gold_program_is_a_mistake_in_the_options() -> None:
    for wrong in ({"output": "answer"}, {"supervision": "answer"}):
        with pytest.raises(ValueError, match="beside gold programs"):
            CompilerOptions(echo=EchoOptions(), **wrong)


def made_of(case, *predictions):
    """The candidates of one case, where each seed's compiler predicts what is given."""
    taught = SimpleNamespace(course=course_of(substrate, OPEN), predictions=lambda case: predictions)
    return compiled(case, ExpertIterationOptions(), SimpleNamespace(learned=lambda _: taught))


def candidates(slots_of):
    """What a compiler that writes ``slots_of`` a case's id makes of every open case."""
    return {case.id: made_of(case, {"start": 0, "answer": None, "tokens": 9, "slots": slots_of(case.id)})[0]
            for case in substrate.cases(OPEN, None).cases}


def test_a_program_is_run_on_every_held_out_input_and_the_gold_one_is_right_on_all() -> None:
    gold, right = traces(OPEN, None), answers(OPEN, None)
    made = candidates(lambda case: gold[case]["slots"])
    assert {case: one.value for case, one in made.items()} == right
    assert all(one.structure["states"] == gold[case]["states"] for case, one in made.items())


def test_a_program_that_leaves_no_answer_is_none() -> None:
    made = candidates(lambda case: [[1, 3], [1, 4]])
    assert all(one.value is None and one.parse_error for one in made.values())


def checker() -> Checker:
    """It needs no sandbox: a program for the exact machine is run by the course."""
    teacher = Teacher(SimpleNamespace(substrate_options=OPEN), substrate, (), None)
    return Checker(substrate, next(iter(substrate.namespaces.values()), None), Limits(), None, teacher.exact)


def test_programs_for_the_exact_machine_are_checked_on_the_visible_examples() -> None:
    gold = traces(OPEN, None)
    cases = substrate.cases(OPEN, None).cases
    for case, other in zip(cases, [*cases[1:], cases[0]], strict=True):
        (right,), (wrong,) = (made_of(case, {"start": 0, "answer": None, "tokens": 9, "slots": gold[of.id]["slots"]})
                              for of in (case, other))
        seen = checker().check(case, right)
        assert seen.passes is True and [one.value for one in seen.on_examples] == [e.output for e in case.examples]
        assert checker().check(case, wrong).passes is False
        assert checker().recheck(seen, case, other).passes is False  # as the break visible-example does


def test_a_program_that_fails_on_an_example_passes_none() -> None:
    case = substrate.cases(OPEN, None).cases[0]
    (made,) = made_of(case, {"start": 0, "answer": None, "tokens": 9, "slots": [[1, 3], [1, 4]]})
    seen = checker().check(case, made)
    assert seen.passes is False and not any(one.ok for one in seen.on_examples)


def test_a_sample_makes_a_candidate_of_each_program_and_the_text_is_paid_for_once() -> None:
    case = substrate.cases(OPEN, None).cases[0]
    gold = traces(OPEN, None)[case.id]["slots"]
    sample = {"start": 0, "answer": None, "tokens": 9, "slots": gold,
              "proposals": [{"start": 0, "slots": [[1, 3]]}, {"start": 0, "slots": gold}, {"start": 0, "slots": gold}]}
    made = made_of(case, sample, sample)
    assert [one.id for one in made] == [f"compiler/{seed}.{at}" for seed in (0, 1) for at in (0, 1, 2)]
    assert [one.sample for one in made] == [0, 0, 0, 1, 1, 1]
    assert [one.prompt_tokens for one in made] == [9, 0, 0] * 2
    chosen = first_visible([checker().check(case, one) for one in made[:3]], FirstVisibleOptions(), None)
    assert [one.candidate.id for one in chosen] == ["compiler/0.1"]


def test_a_draw_is_asked_of_the_same_training(tmp_path: Path) -> None:
    assert recipe(tmp_path).key == recipe(tmp_path, options="{draw: {samples: 4}}").key


def test_there_is_no_program_to_draw_where_the_output_is_the_answer() -> None:
    with pytest.raises(ValueError, match="samples programs"):
        CompilerOptions(output="answer", draw=DrawOptions())


def test_the_nearest_example_answers_with_the_output_of_the_nearest_input() -> None:
    case = substrate.cases(OPEN, None).cases[0]
    (found,) = nearest_example(case, NoOptions(), None)
    shown = {example.input[0]: example.output[0] for example in case.examples}
    for given, output in zip(case.query, found.value, strict=True):
        assert output in [y for x, y in shown.items() if abs(x - given) == min(abs(x - given) for x in shown)]


def test_a_random_example_answers_with_outputs_that_were_shown_and_the_same_again() -> None:
    case = substrate.cases(OPEN, None).cases[0]
    (found,) = random_example(case, NoOptions(), None)
    assert set(found.value) <= {example.output[0] for example in case.examples}
    assert found == random_example(case, NoOptions(), None)[0]


def test_heuristics_over_examples_have_nothing_to_say_without_one() -> None:
    case = substrate.cases(BytecodeOptions(count=1), None).cases[0]
    assert all(heuristic(case, NoOptions(), None)[0].parse_error for heuristic in (nearest_example, random_example))


def test_breaks_change_the_one_thing_they_name() -> None:
    iterated = on_shuffled_answers(ExpertIterationOptions(rounds=2), RetrainedOptions())
    assert (iterated.answers, iterated.rounds, iterated.seeds) == ("shuffled", 2, (0, 1, 2, 3, 4))
    echoing = on_shuffled_states(CompilerOptions(echo=EchoOptions(weight=0.3)), RetrainedOptions())
    assert (echoing.echo.labels, echoing.echo.weight, echoing.labels) == ("shuffled", 0.3, "gold")


@pytest.mark.parametrize(("broken", "arm", "options"), [
    (on_shuffled_answers, CompilerOptions(), RetrainedOptions()),
    (on_shuffled_states, CompilerOptions(), RetrainedOptions()),
    (on_shuffled_labels, ExpertIterationOptions(), RetrainedOptions()),
])
def test_a_break_of_what_an_arm_does_not_do_is_refused(broken, arm, options) -> None:
    with pytest.raises(NothingToLearn):
        broken(arm, options)
