"""Opening the answers and putting the result together. Everything before this file ran without them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Literal

from checkable.core.arm_run import ArmRun
from checkable.core.progress import Progress
from checkable.core.result import ArmSummary, ExperimentResult, Stopping, TrainingSummary
from checkable.core.scored import CriterionResult, ScoredArm
from checkable.core.training import Round
from checkable.experiment import describe
from checkable.experiment.details import case_details
from checkable.experiment.determinism import Repeated
from checkable.experiment.models import Models
from checkable.experiment.services import Services
from checkable.experiment.toolbox import Tally, sampling
from checkable.generate.tools import decodings
from checkable.measure import summary
from checkable.measure.answers import load_answers, load_references, load_traces
from checkable.measure.audits import AuditFacts, Learning, Sold, audit
from checkable.measure.comparisons import comparisons
from checkable.measure.criteria import evaluate
from checkable.measure.hidden import Bench, opened
from checkable.measure.lengths import by_length
from checkable.measure.scoring import score
from checkable.measure.seeds import over_seeds
from checkable.measure.sliced import by_slice
from checkable.measure.slices import cut
from checkable.spec.model import Spec
from checkable.substrate.contract import CaseSet, Substrate


def result(spec: Spec, substrate: Substrate, case_set: CaseSet, runs: Sequence[ArmRun], *, stopping: Stopping | None,
           repeated: Repeated, learning: Learning, sold: Sold, tally: Tally, services: Services, models: Models,
           started: str, seconds: Callable[[], float]) -> ExperimentResult:
    """Score every arm, judge the criteria, audit, and keep where each number came from."""
    answers = opened(load_answers(substrate, spec.substrate_options, services.data, services.root), runs,
                     bench(spec, substrate, services), lambda done, total: services.progress(
                         Progress(phase="judge by hidden tests", done=done, total=total)))
    traces = load_traces(substrate, spec.substrate_options, services.data, services.root)
    scored = {run.name: replace(score(run, substrate, answers, traces), rounds=_rounds(learning, run.name))
              for run in runs}
    among = summary.populations([c.case.id for c in runs[0].cases], case_set.issues)
    judged = evaluate(spec.criteria, scored, spec.slices, spec.seed, anytime=stopping is not None)
    compared = comparisons(list(scored.values()), spec.criteria, spec.slices, spec.seed, anytime=stopping is not None)
    slices = cut(spec.slices, scored)
    compared = over_seeds(compared, list(scored.values()), spec.seed)
    facts = AuditFacts(
        issues=case_set.issues, runs=runs, scored=list(scored.values()), comparisons=compared,
        criteria=[c.expression for c in spec.criteria], judged=spec.judge,
        references=load_references(substrate, spec.substrate_options, services.data, services.root),
        required=services.required_controls(spec.claim) if spec.claim else (), sampling=_sampling(spec),
        models=describe.models_by_arm(spec), recorded_sampling=describe.recorded_sampling(spec, substrate, services),
        chosen=_choosing(spec, learning), learning=learning, sold=sold, seeds=[spec.seed],
        seed_varies="seed" in spec.cell,
        reexecuted=repeated.programs, stored=repeated.stored, reasked=repeated.completions,
        recorded=_recorded(spec, models, tally),
        ended_by_length=tally.ended_by_length, completions=tally.known, justifications=spec.justifications)
    return ExperimentResult(
        experiment=spec.experiment, item=spec.item, tier=spec.tier, title=spec.title,
        research_program=spec.research_program, claim=spec.claim, verdict=_verdict(spec, judged),
        substrate=spec.substrate, split=spec.substrate_options.split,
        populations={name: len(cases) for name, cases in among.items()},
        arms=_summaries(spec, scored, among), comparisons=compared, criteria=judged,
        references=summary.references(spec.references, scored, spec.slices, spec.seed, comparable=spec.judge),
        slices={name: len(cases) for name, cases in slices.items()},
        audits=audit(facts),
        provenance=describe.provenance(spec, substrate, case_set, services, models, tally),
        started=started, seconds=seconds(), stopping=stopping,
        trainings=_trainings(learning, scored), lengths=by_length(list(scored.values())),
        sliced=by_slice(slices, list(scored.values())),
        cases=case_details(case_set, runs, scored, answers, substrate))


def bench(spec: Spec, substrate: Substrate, services: Services) -> Bench:
    """Where hidden tests are run: programs in the spec's namespace, references in the substrate's own."""
    return Bench(sandbox=services.sandbox, namespace=spec.namespace, limits=spec.limits,
                 reference=next(iter(substrate.namespaces.values())))


def _rounds(learning: Learning, arm: str) -> tuple[tuple[Round, ...], ...]:
    """Of the trainings that drew programs of their own."""
    return tuple(one.rounds for one in learning.trainings.get(arm, ()) if one.rounds)


def _trainings(learning: Learning, scored: dict[str, ScoredArm]) -> tuple[TrainingSummary, ...]:
    """One for each training."""
    return tuple(
        TrainingSummary(
            arm=arm, seed=one.seed, scored_at=one.scored_at, chosen=one.chosen, losses=one.losses, scores=one.scores,
            accuracy=_accuracy(scored[arm], one.seed), lessons=len(set(one.texts)), parameters=one.parameters,
            seconds=one.seconds, device=one.device, key=one.key, rounds=one.rounds)
        for arm, found in learning.trainings.items() for one in found)


def _accuracy(arm: ScoredArm, seed: int) -> float:
    right = [one.correct for case in arm.cases for one in case.seeds if one.seed == seed]
    return sum(right) / len(right) if right else math.nan


def _verdict(spec: Spec, judged: Sequence[CriterionResult]) -> Literal["passed", "failed", "not judged"]:
    if not spec.judge:
        return "not judged"
    return "passed" if all(c.verdict == "held" for c in judged) else "failed"


def _summaries(spec: Spec, scored: dict[str, ScoredArm], among: summary.Populations) -> tuple[ArmSummary, ...]:
    words = {arm.name: describe.arm(arm) for arm in spec.arms}
    words |= {control.name: describe.control(control) for control in spec.controls}
    models = describe.models_by_arm(spec)
    return tuple(summary.summarise(arm, words[arm.name], among, spec.seed, models.get(arm.name, ()))
                 for arm in scored.values())


def _sampling(spec: Spec) -> dict[str, list[Any]]:
    """The decodings of every arm whose generators say theirs; those of recorded ones are in their recordings."""
    known = {arm.name: decodings([use.options for use in arm.generators], sampling(spec)) for arm in spec.arms}
    return {name: found for name, found in known.items() if found}


def _choosing(spec: Spec, learning: Learning) -> list[str]:
    return [arm.name for arm in spec.arms
            if arm.name in learning.trainings or [use.word.name for use in arm.selectors] != ["only"]]


def _recorded(spec: Spec, models: Models, tally: Tally) -> str:
    """Whose completions were recorded by somebody earlier; "" where an engine of this workspace made all."""
    replayed = [*([None] if spec.pool else ()), *spec.pools]
    if names := [model.identity.name for name in replayed if (model := models.of(name))]:
        return ", ".join(names)
    recorded = tally.by_origin().get("recorded", 0)
    return f"an earlier experiment ({recorded:,})" if recorded else ""
