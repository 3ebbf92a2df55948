"""Training what an experiment's words need, and handing out what was learned, case by case.

Everything is trained before anything is generated, one after the other, so that progress is of one thing at a time.
The trainer sees the visible texts of the cases, and only to predict: what it trains on comes from the course.
"""

from __future__ import annotations

import dataclasses
import importlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from checkable.core.case import Case, Json
from checkable.core.progress import Progress
from checkable.core.training import Training
from checkable.engine.models import Untrained, resolve
from checkable.engine.weights import name_and_revision
from checkable.experiment.services import Services
from checkable.generate.compiling import CompilerOptions, TrainedOptions
from checkable.generate.register_executor import RegisterOptions
from checkable.generate.sft import SftOptions
from checkable.generate.trace_verifier import TraceVerifierOptions
from checkable.learn.artefacts import Draw
from checkable.learn.course import Course, NothingToLearn, visible
from checkable.learn.grammar import instructions
from checkable.learn.lessons import judged_lessons, prompts_of, training_sets
from checkable.learn.recipe import Backbone, Echo, Recipe, Verifier
from checkable.learn.trainer import Learned
from checkable.spec.model import ArmSpec, ControlSpec, Spec, Use
from checkable.substrate import registry
from checkable.substrate.contract import Substrate

_SAME = {option.name for option in dataclasses.fields(CompilerOptions)} - {"stages", "readout", "steps", "echo"}
_SHARED = tuple(field.name for field in dataclasses.fields(Recipe) if field.name in _SAME)


@dataclass(frozen=True, kw_only=True)
class Taught:
    """See ``generate.compiling.Taught``."""

    course: Course
    trainings: tuple[Training, ...]
    by_case: Mapping[str, tuple[Mapping[str, Any], ...]]

    def predictions(self, case: Case) -> Sequence[Mapping[str, Any]]:
        return self.by_case[case.id]


class Teacher:
    """The learned words of one experiment. ``learned`` is safe from many threads; each training is made once."""

    def __init__(self, spec: Spec, substrate: Substrate, cases: Sequence[Case], services: Services) -> None:
        self.spec, self.substrate, self.cases, self.services = spec, substrate, cases, services
        self._taught: dict[TrainedOptions, Taught] = {}
        self._lock = threading.Lock()

    def prepare(self) -> None:
        """Train everything that the arms and the controls use."""
        arms = {arm.name: arm.generators for arm in self.spec.arms}
        arms |= {c.name: rewritten(c, self.spec.arms).generators for c in self.spec.controls if c.breaks.word.rewrites}
        for name, uses in arms.items():
            for use in uses:
                if isinstance(use.options, TrainedOptions):
                    self.learned(use.options, name)

    def learned(self, options: TrainedOptions, arm: str = "") -> Taught:
        """What was trained as ``options`` say, with what it predicts. Raises TrainingFailed, NothingToLearn."""
        with self._lock:
            if options not in self._taught:
                self._taught[options] = self._teach(options, arm)
            return self._taught[options]

    @cache  # noqa: B019
    def course(self) -> Course:
        return course_of(self.substrate, self.spec.substrate_options)

    def exact(self, structure: Mapping[str, Any], inputs: Sequence[int]) -> list[Json] | None:
        """What the exact machine says of an open problem's inputs, by a candidate's program; None where it fails."""
        slots = [(operation, argument) for operation, argument in structure["slots"]]
        runs = [self.course().run(given, slots) for given in inputs]
        if any(run.answer is None for run in runs):
            return None
        return [self.course().value(run.answer) for run in runs if run.answer is not None]

    def _teach(self, options: TrainedOptions, arm: str) -> Taught:
        course = course_of(self.substrate, options.lessons_of(self.spec.substrate_options))
        texts = course_of(self.substrate, options.shown_of(self.spec.substrate_options)).texts(self.cases)
        lengths = [int(case.attributes["length"]) for case in self.cases] if options.length == "given" else None
        made, trainings = [], []
        for seed in options.seeds:
            recipe = recipe_of(self.spec, self.services.root, course, options, seed)
            if recipe.verifier is not None:
                self._learn(recipe.verifier.compiler, [], None, f"the compiler of {arm}")
            found = self._learn(recipe, texts, lengths, arm, options.draw and Draw(**dataclasses.asdict(options.draw)))
            made.append(found.predictions)
            trainings.append(_training(recipe, course, found.made))
        by_case = {case.id: tuple(of_seed[at] for of_seed in made) for at, case in enumerate(self.cases)}
        return Taught(course=course, trainings=tuple(trainings), by_case=by_case)

    def _learn(self, recipe: Recipe, texts: Sequence[str], lengths: Sequence[int] | None, what: str,
               draw: Draw | None = None) -> Learned:
        def told(step: int, loss: float) -> None:
            self.services.progress(Progress(phase=f"train {what}, seed {recipe.seed}", done=step, total=recipe.steps,
                                            detail=f"loss {loss:.3g}"))

        return self.services.trainer.learn(recipe, texts, lengths, told, draw)


def rewritten(control: ControlSpec, arms: Sequence[ArmSpec]) -> ArmSpec:
    """The arm of a control whose break changes how candidates are made, with the options that it then has."""
    arm = next(arm for arm in arms if arm.name == control.of)
    change = control.breaks.word.rewrites
    assert change is not None
    uses = tuple(Use(word=use.word, options=change(use.options, control.breaks.options)) if use.word.learned else use
                 for use in arm.generators)
    return dataclasses.replace(arm, generators=uses)


def course_of(substrate: Substrate, options: Any) -> Course:
    """What there is to learn. Raises NothingToLearn."""
    if not (substrate.folder / "course.py").is_file():
        raise NothingToLearn(f"substrate {substrate.name!r} has no lessons: expected {substrate.folder / 'course.py'}")
    return importlib.import_module(f"substrates.{registry.package(substrate.name)}.course").course(options)


def recipe_of(spec: Spec, root: Path, course: Course, options: TrainedOptions, seed: int) -> Recipe:
    """One training as a spec asks for it. Raises ModelError, EngineError."""
    backbone = backbone_of(spec, root)
    tuning = "frozen" if options.frozen else "full" if options.lora is None else \
        "qlora" if options.lora.quantization == "nf4" else "lora"
    if backbone.sizes is not None and tuning != "full":
        raise NothingToLearn(f"{backbone.name} is untrained: 'frozen' and 'lora' need published weights")
    if course.examples and options.output == "answer":
        raise NothingToLearn(f"problems of {course.version} are open, of many inputs: there is no one answer to say")
    if options.echo is not None and not course.echoes:
        raise NothingToLearn(f"{course.version} says nothing of its machine's state that 'echo' could predict")
    if options.readout == "registers" and not course.registers:
        raise NothingToLearn(f"a register-executor points at registers, and the machine of {course.version} has none: "
                             "modular-arithmetic has, with registers: 3")
    constrained = isinstance(options, SftOptions) and options.constrained
    if constrained:
        instructions(course)  # or the training would find out, in its own process
    rounds = options.iteration if options.steps else None
    hidden = options.hidden if isinstance(options, RegisterOptions) and options.output == "answer" else 0
    shared = {name: getattr(options, name) for name in _SHARED}
    recipe = Recipe(
        **shared, substrate=spec.substrate, course=course.version,
        options=dataclasses.asdict(options.lessons_of(spec.substrate_options)), backbone=backbone, tuning=tuning,
        rank=options.lora.rank if options.lora else 0,
        readout="decoder" if options.frozen else options.readout, hidden=hidden,
        constrained=constrained,
        stages=options.stages or (options.slots,),
        exact=options.lengths == "exact", given=options.length == "given", device=device(), seed=seed,
        steps=rounds.taught + rounds.student if rounds else options.steps, iteration=rounds,
        echo=Echo(**dataclasses.asdict(options.echo)) if options.echo is not None else None)
    return verifier_of(recipe, course, options) if isinstance(options, TraceVerifierOptions) else recipe


def verifier_of(compiler: Recipe, course: Course, options: TraceVerifierOptions) -> Recipe:
    """The training of a verifier, on the proposals of that compiler. Raises NothingToLearn."""
    if course.examples:
        raise NothingToLearn(f"problems of {course.version} are open, of many inputs: no one trace is there to verify")
    if course.registers:
        raise NothingToLearn(f"a verifier reads one value after each step, and the machine of {course.version} has "
                             f"{course.registers} registers")
    how = options.verifier
    return dataclasses.replace(
        compiler, stages=(compiler.slots,), schedule="staged", steps=how.steps, batch=how.batch, rate=how.rate,
        checkpoints=how.checkpoints, echo=None, verifier=Verifier(
            compiler=compiler, proposals=options.proposals, lessons=how.lessons, reads=options.reads))


def backbone_of(spec: Spec, root: Path) -> Backbone:
    """The spec's model, to be trained or read."""
    if spec.model is None:
        raise NothingToLearn("a learned arm trains or reads the experiment's 'model', and none is named")
    entry = resolve(spec.model, root)
    name, revision = name_and_revision(entry)
    if isinstance(entry.weights, Untrained):
        return Backbone(name=entry.name, revision=revision, architecture=entry.weights.untrained,
                        sizes=entry.weights.sizes)
    return Backbone(name=entry.name, revision=f"{name} {revision}", dtype=entry.dtype)


def device() -> str:
    """Where trainings run: on the GPU where there is one."""
    return "cuda" if Path("/dev/nvidia0").exists() else "cpu"


def _training(recipe: Recipe, course: Course, made: Any) -> Training:
    judge = recipe.verifier
    lessons = [one for of_stage in training_sets(judge.compiler if judge else recipe, course) for one in of_stage]
    judged = judged_lessons(recipe, course, "training", judge.lessons) if judge else []
    texts = tuple(visible(lesson) for lesson in [*lessons, *judged, *prompts_of(recipe, course)])
    return Training(
        seed=recipe.seed, texts=texts, scored_at="best on validation", key=made.key, chosen=made.chosen,
        losses=made.losses, scores=tuple((c.step, c.score) for c in made.checkpoints), parameters=made.parameters,
        seconds=made.seconds, device=made.device, rounds=made.rounds)
