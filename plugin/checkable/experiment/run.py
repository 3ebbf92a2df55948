"""One experiment, from a typed spec to a result. Read ``run`` top to bottom."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from checkable.core.arm_run import ArmCase, ArmRun
from checkable.core.candidate import CheckedCase, Commit
from checkable.core.progress import Progress
from checkable.core.result import ExperimentResult
from checkable.engine.endpoint import EngineError
from checkable.engine.models import ModelError
from checkable.execute import IsolationTooWeak, SandboxUnavailable
from checkable.experiment import assemble, determinism
from checkable.experiment.cases import take
from checkable.experiment.channels import distinct, for_arm, generate
from checkable.experiment.checking import Checker, InfrastructureFailure
from checkable.experiment.determinism import Repeated
from checkable.experiment.learning import learning
from checkable.experiment.selecting import broken, select
from checkable.experiment.services import Model, Services
from checkable.experiment.toolbox import THREADS, Tally, tools_for, with_evidence
from checkable.pool.recorded import MissingCompletion, RecordedPoolError
from checkable.pool.recording import RecordingError
from checkable.select.only import NeedsSelector
from checkable.spec.errors import SpecErrors
from checkable.spec.model import ArmSpec, Spec
from checkable.substrate import prompts, registry


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
        model = services.open_model(spec)
        checker = Checker(substrate, spec.namespace, spec.limits, services.sandbox)
        tally, resampled, asked_before = Tally(), services.sandbox.resampled, model.made if model else 0
        tools = tools_for(spec, substrate, services, model, checker, tally)
        made = generate(cases, distinct(spec.arms), tools, checker,
                        threads=model.concurrency if model else THREADS,
                        told=lambda done: services.progress(_standing(len(cases), done, tally, model)))
        runs = [_arm(spec, arm, with_evidence(arm, for_arm(arm, cases, made), tools, services)) for arm in spec.arms]
        runs += [_control(spec, control, runs, checker) for control in spec.controls]
        repeated = Repeated(
            programs=determinism.rerun_commits(runs, checker),
            stored=determinism.stored_again(services.sandbox.resampled.since(resampled)),
            completions=determinism.ask_again(tally, model, asked_before, spec.seed, services.progress))
        return assemble.result(
            spec, substrate, case_set, runs, repeated=repeated, learning=learning(spec, tools), tally=tally,
            services=services, model=model,
            started=started.isoformat(timespec="seconds"), seconds=lambda: time.monotonic() - clock)
    except (InfrastructureFailure, NeedsSelector, EngineError, ModelError, MissingCompletion, RecordedPoolError,
            RecordingError, IsolationTooWeak, SandboxUnavailable, SpecErrors, prompts.PromptError) as error:
        raise CannotRun(f"{spec.experiment}: {error}") from error


def _standing(cases: int, done: int, tally: Tally, model: Model | None) -> Progress:
    """How far generation is. Cases that run side by side end together, so completions are told as well."""
    return Progress(phase="generate", done=done, total=cases, at_once=model.concurrency if model else THREADS,
                    completions=tally.count, waiting=model.waiting if model else "")


def _arm(spec: Spec, arm: ArmSpec, cases: Sequence[CheckedCase]) -> ArmRun:
    commits = select(arm, cases, spec.seed)
    return ArmRun(name=arm.name, role="arm", of=None, broken=None, cases=_with_commits(cases, commits))


def _control(spec: Spec, control: Any, runs: Sequence[ArmRun], checker: Checker) -> ArmRun:
    """The arm's own candidates with one thing broken, through the arm's own selectors."""
    arm = next(a for a in spec.arms if a.name == control.of)
    intact = next(r for r in runs if r.name == control.of)
    cases = broken(control, arm, [CheckedCase(case=c.case, candidates=c.candidates) for c in intact.cases],
                   spec.seed, checker)
    commits = select(arm, cases, spec.seed, control.name)
    return ArmRun(name=control.name, role="control", of=control.of, broken=control.breaks.word.name,
                  cases=_with_commits(cases, commits))


def _with_commits(cases: Sequence[CheckedCase], commits: Sequence[Commit]) -> tuple[ArmCase, ...]:
    return tuple(ArmCase(case=c.case, candidates=c.candidates, commit=commit)
                 for c, commit in zip(cases, commits, strict=True))
