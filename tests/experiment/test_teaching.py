"""From a spec with learned arms to a result: trained once, scored by seed, broken by controls, audited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checkable.execute import Sandbox
from checkable.experiment.run import CannotRun, run
from checkable.experiment.services import Services
from checkable.experiment.teaching import course_of, recipe_of, rewritten
from checkable.generate.compiling import CompilerOptions
from checkable.generate.trace_verifier import TraceVerifierOptions
from checkable.learn.course import NothingToLearn
from checkable.learn.trainer import Trainer
from checkable.spec.errors import SpecErrors
from checkable.spec.loader import load_items
from checkable.substrate.registry import find

ROOT = Path(__file__).parents[2]
SPEC = """
title: A compiler of one step
model: tiny-qwen3
substrate: {name: modular-arithmetic, modulus: 5, length: 1, count: 12}
arms:
  untrained: {generator: {latent-compiler: {slots: 1, steps: 0, seeds: [0]}}, selector: one-seed}
  compiler:
    generator: {latent-compiler: {slots: 1, steps: 40, batch: 32, programs: 64, checkpoints: 2, seeds: [0, 1]}}
    selector: one-seed
  random-number: {generator: {random-number: {below: 5}}}
  last-operand: {generator: last-operand}
controls:
  shuffled-labels: {of: compiler, break: {shuffled-labels: {seeds: [0]}}}
  permuted-slots: {of: compiler, break: permuted-slots}
criteria:
  - compiler.worst_seed >= 0
tiers:
  smoke: {cases: all, model: tiny-qwen3}
"""


def spec_of(folder: Path, text: str = SPEC):
    path = folder / "specs" / "taught.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    (spec,) = load_items(path, root=ROOT, tier="smoke")
    return spec


@pytest.fixture(scope="module")
def taught(tmp_path_factory):
    """One spec, run twice with the same shelf: the results, and what was told in each run."""
    folder = tmp_path_factory.mktemp("taught")
    trainer, found = Trainer(folder / "trained", ROOT), []
    with Sandbox(workers=1) as sandbox:
        for _ in range(2):
            told = []
            services = Services(root=ROOT, data=None, sandbox=sandbox, open_model=lambda _: None,
                                open_recording=lambda _: None, progress=told.append, trainer=trainer)
            found.append((run(spec_of(folder), services), [now.phase for now in told]))
    trainer.close()
    return found


def test_every_seed_is_trained_before_anything_is_generated(taught) -> None:
    _, phases = taught[0]
    begun = list(dict.fromkeys(phases))
    assert begun.index("train compiler, seed 1") < begun.index("generate")
    assert "train shuffled-labels, seed 0" in begun and not any("permuted" in phase for phase in begun)


def test_a_second_run_trains_nothing_and_finds_the_same(taught) -> None:
    (first, _), (second, phases) = taught
    assert not any(phase.startswith("train") for phase in phases)
    assert second.cases == first.cases and second.trainings == first.trainings


def test_a_result_keeps_how_each_training_went(taught) -> None:
    result, _ = taught[0]
    assert [(one.arm, one.seed) for one in result.trainings] == \
        [("compiler", 0), ("compiler", 1), ("shuffled-labels", 0)]
    assert all(one.losses and len(one.scores) == 2 and one.chosen in (20, 40) for one in result.trainings)
    assert result.trainings[0].lessons <= 64


def test_each_seed_makes_a_candidate_and_a_case_gets_one_of_them(taught) -> None:
    result, _ = taught[0]
    for case in result.cases:
        made = [c.id for c in case.candidates if c.channel == "compiler"]
        assert {"compiler/0", "compiler/0~2", "compiler/1~2"} <= set(made)
        assert next(c.candidate for c in case.commits if c.arm == "compiler") in ("compiler/0~2", "compiler/1~2")


def test_audits_of_training_speak_about_learned_arms(taught) -> None:
    audits = {one.name: one for one in taught[0][0].audits}
    assert audits["baselines"].level == "ok" and audits["checkpoints"].level == "ok"
    assert "compiler has 2 of 3" in audits["seeds"].text and "shuffled-labels has 1 of 5" in audits["seeds"].text


def test_a_break_that_rewrites_changes_the_learned_words_alone(tmp_path: Path) -> None:
    spec = spec_of(tmp_path)
    arm = rewritten(spec.controls[0], spec.arms)
    assert arm.generators[0].options == replace(spec.arms[1].generators[0].options, labels="shuffled", seeds=(0,))


def test_the_same_training_for_two_orders_of_slots(tmp_path: Path) -> None:
    spec = spec_of(tmp_path)
    course = course_of(find(spec.substrate, ROOT), spec.substrate_options)
    intact, permuted = (recipe_of(spec, ROOT, course, of, 0).key for of in (
        spec.arms[1].generators[0].options, rewritten(spec.controls[1], spec.arms).generators[0].options))
    assert intact == permuted


@pytest.mark.parametrize(("wrong", "said"), [
    ({"stages": (2, 1), "slots": 1}, "must grow"), ({"stages": (1, 2), "slots": 3}, "end with slots"),
    ({"seeds": ()}, "at least one"), ({"seeds": (1, 1)}, "each once"),
    ({"output": "answer", "slot_order": "permuted"}, "no slots to permute"),
])
def test_options_that_contradict_themselves_are_refused(wrong, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        CompilerOptions(**wrong)


def test_a_mistake_in_the_options_is_told_where_it_stands(tmp_path: Path) -> None:
    with pytest.raises(SpecErrors, match="schedule"):
        spec_of(tmp_path, SPEC.replace("steps: 40", "shedule: mixed"))


def test_a_substrate_without_lessons_says_so(tmp_path: Path) -> None:
    spec = spec_of(tmp_path, SPEC.replace("name: modular-arithmetic, modulus: 5, length: 1, count: 12", "name: foofah"))
    with Sandbox(workers=1) as sandbox, pytest.raises(CannotRun, match="has no lessons"):
        run(spec, Services(root=ROOT, data=None, sandbox=sandbox, open_model=lambda _: None,
                           open_recording=lambda _: None, trainer=Trainer(tmp_path / "trained", ROOT)))


def test_adapters_of_an_untrained_model_are_refused(tmp_path: Path) -> None:
    spec = spec_of(tmp_path, SPEC.replace("slots: 1, steps: 0", "slots: 1, lora: {rank: 2}, steps: 0"))
    with Sandbox(workers=1) as sandbox, pytest.raises(CannotRun, match="need published weights"):
        run(spec, Services(root=ROOT, data=None, sandbox=sandbox, open_model=lambda _: None,
                           open_recording=lambda _: None, trainer=Trainer(tmp_path / "trained", ROOT)))


VERIFIED = SPEC.replace("  random-number:", """  verifier:
    generator:
      trace-verifier:
        {slots: 1, steps: 40, batch: 32, programs: 64, checkpoints: 2, seeds: [0, 1], proposals: 4,
         verifier: {steps: 4, batch: 8, lessons: 40, checkpoints: 2}}
    selector: one-seed
  random-number:""").replace("  permuted-slots: {of: compiler", "  shuffled-steps: {of: verifier")


def test_a_verifier_judges_the_compiler_that_the_same_options_train(tmp_path: Path) -> None:
    spec = spec_of(tmp_path, VERIFIED.replace("break: permuted-slots", "break: shuffled-steps"))
    course = course_of(find(spec.substrate, ROOT), spec.substrate_options)
    compiler, judged = (recipe_of(spec, ROOT, course, spec.arms[at].generators[0].options, 1) for at in (1, 2))
    assert judged.verifier.compiler.key == compiler.key and judged.key != compiler.key
    assert (judged.steps, judged.batch, judged.verifier.proposals) == (4, 8, 4)
    again = rewritten(spec.controls[1], spec.arms).generators[0].options
    assert recipe_of(spec, ROOT, course, again, 4).verifier.reads == "shuffled-steps" and again.seeds == (0, 1, 2, 3, 4)


def test_steps_are_shuffled_for_a_verifier_alone(tmp_path: Path) -> None:
    spec = spec_of(tmp_path, SPEC.replace("break: permuted-slots", "break: shuffled-steps"))
    with pytest.raises(NothingToLearn, match="trace-verifier"):
        rewritten(spec.controls[1], spec.arms)


EXECUTED = SPEC.replace("latent-compiler:", "register-executor:").replace("slots: 1", "slots: 2")


def test_an_executor_needs_a_machine_with_registers(tmp_path: Path) -> None:
    executor = EXECUTED.replace("permuted-slots", "permuted-pointers")
    spec = spec_of(tmp_path, executor)
    course = course_of(find(spec.substrate, ROOT), spec.substrate_options)
    with pytest.raises(NothingToLearn, match="with registers: 3"):
        recipe_of(spec, ROOT, course, spec.arms[1].generators[0].options, 0)
    spec = spec_of(tmp_path, executor.replace("length: 1", "length: 2, registers: 3"))
    course = course_of(find(spec.substrate, ROOT), spec.substrate_options)
    intact, moved = (recipe_of(spec, ROOT, course, of, 0) for of in (
        spec.arms[1].generators[0].options, rewritten(spec.controls[1], spec.arms).generators[0].options))
    assert intact.key == moved.key and (intact.readout, intact.hidden) == ("registers", 0)


def test_a_verifier_reads_one_value_after_each_step_and_not_many(tmp_path: Path) -> None:
    spec = spec_of(tmp_path, SPEC.replace("length: 1", "length: 2, registers: 3"))
    course = course_of(find(spec.substrate, ROOT), spec.substrate_options)
    with pytest.raises(NothingToLearn, match="has 3 registers"):
        recipe_of(spec, ROOT, course, TraceVerifierOptions(), 0)


def test_a_verifier_of_answers_without_programs_is_refused() -> None:
    with pytest.raises(ValueError, match="no program to verify"):
        TraceVerifierOptions(output="answer")
