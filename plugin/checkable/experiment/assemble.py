"""Opening the answers and putting the result together. Everything before this file ran without them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from checkable.core.arm_run import ArmRun
from checkable.core.result import ArmSummary, Audit, ExperimentResult
from checkable.core.scored import CriterionResult, ScoredArm
from checkable.execute import Resampled
from checkable.experiment import describe
from checkable.experiment.details import case_details
from checkable.experiment.determinism import Rerun
from checkable.experiment.services import Model, Services
from checkable.experiment.toolbox import Tally, sampling
from checkable.generate.tools import decodings
from checkable.measure import audits, summary
from checkable.measure.answers import load_answers
from checkable.measure.comparisons import comparisons
from checkable.measure.criteria import evaluate
from checkable.measure.scoring import score
from checkable.measure.slices import cut
from checkable.spec.model import Spec
from checkable.substrate.contract import CaseSet, Substrate


def result(spec: Spec, substrate: Substrate, case_set: CaseSet, runs: Sequence[ArmRun], *, rerun: Rerun,
           stored: Resampled, tally: Tally, services: Services, model: Model | None, started: str,
           seconds: Callable[[], float]) -> ExperimentResult:
    """Score every arm, judge the criteria, audit, and keep where each number came from."""
    answers = load_answers(substrate, spec.substrate_options, services.data, services.root)
    scored = {run.name: score(run, substrate, answers) for run in runs}
    among = summary.populations([c.case.id for c in runs[0].cases], case_set.issues)
    judged = evaluate(spec.criteria, scored, spec.slices, spec.seed)
    compared = comparisons(list(scored.values()), spec.criteria, spec.slices, spec.seed)
    facts = audits.AuditFacts(
        issues=case_set.issues, runs=runs, scored=list(scored.values()), comparisons=compared,
        criteria=[c.expression for c in spec.criteria], sampling=_sampling(spec), chosen=_choosing(spec),
        seeds=[spec.seed], unstable=rerun.unstable, rerun=rerun.programs,
        resampled=stored.looked_at, disagreed=stored.disagreed,
        ended_by_length=tally.ended_by_length, completions=tally.known)
    return ExperimentResult(
        experiment=spec.experiment, item=spec.item, tier=spec.tier, title=spec.title,
        research_program=spec.research_program, claim=spec.claim, verdict=_verdict(spec, judged),
        substrate=spec.substrate, split=spec.substrate_options.split,
        populations={name: len(cases) for name, cases in among.items()},
        arms=_summaries(spec, scored, among), comparisons=compared, criteria=judged,
        references=summary.references(spec.references, scored, spec.slices, spec.seed, comparable=spec.judge),
        slices={name: len(cases) for name, cases in cut(spec.slices, scored).items()},
        audits=audits.audit(facts) + _about_the_pool(spec, model),
        provenance=describe.provenance(spec, substrate, case_set, services, model, tally),
        started=started, seconds=seconds(), cases=case_details(case_set, runs, scored, answers, substrate))


def _verdict(spec: Spec, judged: Sequence[CriterionResult]) -> Literal["passed", "failed", "not judged"]:
    if not spec.judge:
        return "not judged"
    return "passed" if all(c.verdict == "held" for c in judged) else "failed"


def _summaries(spec: Spec, scored: dict[str, ScoredArm], among: summary.Populations) -> tuple[ArmSummary, ...]:
    words = {arm.name: describe.arm(arm) for arm in spec.arms}
    words |= {control.name: describe.control(control) for control in spec.controls}
    return tuple(summary.summarise(arm, words[arm.name], among, spec.seed) for arm in scored.values())


def _sampling(spec: Spec) -> dict[str, list[Any]]:
    """The decodings of every arm whose generators say theirs; recorded ones do not."""
    known = {arm.name: decodings([use.options for use in arm.generators], sampling(spec)) for arm in spec.arms}
    return {name: found for name, found in known.items() if found}


def _choosing(spec: Spec) -> list[str]:
    return [arm.name for arm in spec.arms if [use.word.name for use in arm.selectors] != ["only"]]


def _about_the_pool(spec: Spec, model: Model | None) -> tuple[Audit, ...]:
    if spec.pool is None or model is None:
        return ()
    return (Audit(name="completions", level="note",
                  text=f"recorded completions of {model.identity.name}, not made by this run"),)
