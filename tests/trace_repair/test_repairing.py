"""From a spec to a result: repairs are trained with their evidence, executed, broken by controls and audited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from substrates.trace_repair.course import RepairCourse

from checkable.execute import Sandbox
from checkable.experiment.run import CannotRun, run
from checkable.experiment.services import Services
from checkable.experiment.teaching import course_of, recipe_of, rewritten
from checkable.learn.trainer import Trainer
from checkable.spec.loader import load_items
from checkable.substrate.registry import find

ROOT = Path(__file__).parents[2]
TINY = "slots: 6, steps: 10, batch: 8, programs: 32, checkpoints: 2, seeds: [0]"
SPEC = f"""
title: Repairs
model: tiny-qwen3
substrate: {{name: trace-repair, count: 8}}
arms:
  no-trace: {{generator: {{repair-compiler: {{evidence: absent, {TINY}}}}}, selector: one-seed}}
  trace: {{generator: {{repair-compiler: {{{TINY}}}}}, selector: one-seed}}
  given-program: {{generator: given-program}}
  random-edit: {{generator: random-edit}}
  one-edit: {{generator: {{enumerated: {{samples: 64}}}}, selector: first-visible}}
controls:
  shuffled-trace: {{of: trace, break: {{other-evidence: {{seeds: [0]}}}}}}
  shown-shuffled: {{of: trace, break: shown-evidence}}
criteria:
  - one-edit.reached == 8
  - given-program.correct == 0
tiers:
  smoke: {{cases: all, model: tiny-qwen3}}
"""


def spec_of(folder: Path, text: str = SPEC):
    path = folder / "repairs.yaml"
    path.write_text(text)
    (spec,) = load_items(path, root=ROOT, tier="smoke")
    return spec


def services(folder: Path, sandbox: Sandbox, trainer: Trainer | None) -> Services:
    return Services(root=ROOT, data=None, sandbox=sandbox, open_model=lambda _: None, open_recording=lambda _: None,
                    progress=lambda _: None, trainer=trainer)


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    folder = tmp_path_factory.mktemp("repairs")
    trainer = Trainer(folder / "trained", ROOT)
    with Sandbox(workers=1) as sandbox:
        found = run(spec_of(folder), services(folder, sandbox, trainer))
    trainer.close()
    return found


def test_one_edit_of_the_given_program_is_always_right_and_the_program_as_given_never(result) -> None:
    assert [one.verdict for one in result.criteria] == ["held", "held"]


def test_every_kind_of_evidence_is_a_training_of_its_own_and_showing_another_is_none(result) -> None:
    assert [one.arm for one in result.trainings] == ["no-trace", "trace", "shuffled-trace"]
    assert len({one.key for one in result.trainings}) == 3


def test_repairs_are_programs_that_are_executed_on_the_visible_cases(result) -> None:
    made = [c for case in result.cases for c in case.candidates if c.channel == "repair"]
    assert made and all(one.kind == "program" and "def repaired" in one.text for one in made)
    assert all(len(one.on_examples) == 4 for one in made)


def test_no_case_is_among_the_lessons_and_baselines_stand_beside_what_is_learned(result) -> None:
    audits = {one.name: one for one in result.audits}
    assert audits["overlap"].level == "ok" and audits["provenance"].level == "ok"
    assert "untrained" in audits["baselines"].text and "random" not in audits["baselines"].text
    assert "shuffled-trace has 1 of 5" in audits["seeds"].text


def test_what_is_trained_on_and_what_is_shown_are_told_apart(tmp_path: Path) -> None:
    spec = spec_of(tmp_path)
    substrate = find(spec.substrate, ROOT)
    trace = spec.arms[1].generators[0].options
    shown = rewritten(spec.controls[1], spec.arms).generators[0].options
    courses = [course_of(substrate, options.lessons_of(spec.substrate_options)) for options in (trace, shown)]
    assert isinstance(courses[0], RepairCourse)
    keys = {recipe_of(spec, ROOT, course, options, 0).key
            for course, options in zip(courses, (trace, shown), strict=True)}
    assert len(keys) == 1
    assert trace.shown_of(spec.substrate_options).evidence == "aligned"
    assert shown.shown_of(spec.substrate_options).evidence == "shuffled"
    assert replace(trace, evidence="absent").shown_of(spec.substrate_options).evidence == "absent"


@pytest.mark.parametrize(("text", "says"), [
    (SPEC.replace("name: trace-repair, count: 8", "name: modular-arithmetic, modulus: 5, length: 1, count: 4"),
     "has no 'evidence' beside wrong programs"),
    ("""
title: No program is given
substrate: {name: modular-arithmetic, modulus: 5, length: 1, count: 4}
arms:
  given-program: {generator: given-program}
criteria: [given-program.correct >= 0]
tiers: {smoke: {cases: all}}
""", "do not come with a program"),
])
def test_a_substrate_without_programs_to_repair_says_so(tmp_path: Path, text: str, says: str) -> None:
    with Sandbox(workers=1) as sandbox, pytest.raises(CannotRun, match=says):
        run(spec_of(tmp_path, text), services(tmp_path, sandbox, None))
