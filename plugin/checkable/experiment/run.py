"""One experiment, from a typed spec to a result. Read ``run`` top to bottom."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from checkable.core.arm_run import ArmRun
from checkable.core.candidate import CheckedCase
from checkable.core.case import Case
from checkable.core.progress import Progress
from checkable.core.result import ExperimentResult, Stopping
from checkable.engine.endpoint import EngineError
from checkable.engine.models import ModelError
from checkable.execute import IsolationTooWeak, SandboxUnavailable
from checkable.experiment import assemble, determinism
from checkable.experiment.by_seed import by_seed, with_commits
from checkable.experiment.cases import take
from checkable.experiment.channels import distinct, for_arm, generate
from checkable.experiment.checking import Checker, InfrastructureFailure
from checkable.experiment.desk import Desk, NoLabels
from checkable.experiment.determinism import Repeated
from checkable.experiment.learning import learning
from checkable.experiment.models import Models, open_models
from checkable.experiment.selecting import broken, select
from checkable.experiment.sequential import in_batches
from checkable.experiment.services import Services
from checkable.experiment.teaching import Teacher, rewritten
from checkable.experiment.toolbox import Tally, tools_for, with_evidence
from checkable.generate.tools import Tools
from checkable.learn.course import NothingToLearn
from checkable.learn.failures import TrainingFailed
from checkable.library import LibraryError
from checkable.measure.answers import load_answers
from checkable.measure.extension import NoExtension
from checkable.measure.hidden import HiddenTestFailure, opened
from checkable.measure.scoring import score
from checkable.pool.recorded import MissingCompletion, RecordedPoolError
from checkable.pool.recording import RecordingError
from checkable.search.inventory import NoInventory
from checkable.select.only import NeedsSelector
from checkable.spec.errors import SpecErrors
from checkable.spec.model import ArmSpec, Spec
from checkable.substrate import prompts, registry
from checkable.substrate.contract import NoGivenProgram, Substrate, TooFewCases


class CannotRun(Exception):
    """An experiment that could not be run to its end; the message says why and what to do."""


def run(spec: Spec, services: Services) -> ExperimentResult:
    """Generate, execute, select, and only then open the answers and judge.

    Raises DataUnavailable where published data cannot be had, and CannotRun with the remedy for
    everything else that stops an experiment.
    """
    started, clock = datetime.now(UTC), time.monotonic()
    try:
        substrate = registry.find(spec.substrate, services.root)
        case_set = substrate.cases(spec.substrate_options, services.data)
        cases = take(case_set.cases, spec.cases)
        models = open_models(spec, services)
        teacher = Teacher(spec, substrate, cases, services)
        checker = Checker(substrate, spec.namespace, spec.limits, services.sandbox, teacher.exact)
        tally, resampled, asked_before = Tally(), services.sandbox.resampled, models.made
        desk = Desk(substrate, spec.substrate_options, services.data, checker.run)
        tools = tools_for(spec, substrate, services, models, checker, tally, teacher, case_set.cases, desk)
        teacher.prepare()

        threads = models.concurrency

        def run_all(batch: Sequence[Case]) -> list[ArmRun]:
            again = {c.name: rewritten(c, spec.arms) for c in spec.controls if c.breaks.word.rewrites}
            made = generate(batch, distinct([*spec.arms, *again.values()]), tools, checker,
                            threads=threads,
                            told=lambda done: services.progress(_standing(len(batch), done, tally, models)))

            def checked(arm: ArmSpec) -> list[CheckedCase]:
                return with_evidence(arm, for_arm(arm, batch, made), tools, services, threads=threads)

            arms = [_arm(spec, arm, checked(arm), tools) for arm in spec.arms]
            remade = {name: (arm, checked(arm)) for name, arm in again.items()}
            return arms + [_control(spec, c, arms, checker, remade.get(c.name), tools) for c in spec.controls]

        runs, stopping = _in_batches(spec, substrate, cases, services, run_all) if spec.stopping else \
            (run_all(cases), None)
        repeated = Repeated(
            programs=determinism.rerun_commits(runs, checker),
            stored=determinism.stored_again(services.sandbox.resampled.since(resampled)),
            completions=determinism.ask_again(tally, models, asked_before, spec.seed, services.progress))
        return assemble.result(
            spec, substrate, case_set, runs, stopping=stopping, repeated=repeated, learning=learning(spec, tools),
            sold=desk.sold, tally=tally, services=services, models=models,
            started=started.isoformat(timespec="seconds"), seconds=lambda: time.monotonic() - clock)
    except (InfrastructureFailure, HiddenTestFailure, NeedsSelector, EngineError, ModelError, MissingCompletion,
            RecordedPoolError, RecordingError, LibraryError, IsolationTooWeak, SandboxUnavailable, SpecErrors, NoLabels,
            NoExtension, NoGivenProgram, NoInventory, TooFewCases, prompts.PromptError, TrainingFailed,
            NothingToLearn) as error:
        raise CannotRun(f"{spec.experiment}: {error}") from error


def _standing(cases: int, done: int, tally: Tally, models: Models) -> Progress:
    """How far generation is. Cases that run side by side end together, so completions are told as well."""
    return Progress(phase="generate", done=done, total=cases, at_once=models.concurrency,
                    completions=tally.count, waiting=models.waiting)


def _in_batches(spec: Spec, substrate: Substrate, cases: Sequence[Case], services: Services,
                run_all: Callable[[Sequence[Case]], list[ArmRun]]) -> tuple[list[ArmRun], Stopping]:
    """Answers are opened for what is committed, once the first batch is."""
    bench = assemble.bench(spec, substrate, services)
    answers = cache(lambda: load_answers(substrate, spec.substrate_options, services.data, services.root))
    return in_batches(spec, cases, spec.stopping.families, run_all,
                      lambda run: score(run, substrate, opened(answers(), [run], bench)))


def _arm(spec: Spec, arm: ArmSpec, cases: Sequence[CheckedCase], tools: Tools) -> ArmRun:
    commits = select(arm, cases, spec.seed)
    return ArmRun(name=arm.name, role="arm", of=None, broken=None, cases=with_commits(cases, commits),
                  seeds=by_seed(arm, cases, tools, spec.seed))


def _control(spec: Spec, control: Any, runs: Sequence[ArmRun], checker: Checker,
             remade: tuple[ArmSpec, Sequence[CheckedCase]] | None, tools: Tools) -> ArmRun:
    """The arm's own candidates (or those that a break had made anew) with one thing broken, through its selectors."""
    arm = next(a for a in spec.arms if a.name == control.of)
    intact = next(r for r in runs if r.name == control.of)
    own = [CheckedCase(case=c.case, candidates=c.candidates) for c in intact.cases]
    made_by, candidates = remade or (arm, own)
    cases = broken(control, arm, candidates, spec.seed, checker)
    commits = select(arm, cases, spec.seed, control.name)
    return ArmRun(name=control.name, role="control", of=control.of, broken=control.breaks.word.name,
                  cases=with_commits(cases, commits), seeds=by_seed(made_by, cases, tools, spec.seed, control.name))
