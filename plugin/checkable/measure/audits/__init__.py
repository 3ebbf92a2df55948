"""What a sceptic would ask about an experiment, answered by machine.

Promises one Audit per question of ``core.audits``, ``ok`` included, so that a report shows what was
checked. Pure functions over given facts: nothing is executed, asked or guessed here.
"""

from __future__ import annotations

from dataclasses import replace

from checkable.core.result import Audit
from checkable.measure.audits import data, design, evidence, running
from checkable.measure.audits.facts import AuditFacts, Learning, Repeats, Sold

__all__ = ["AuditFacts", "Learning", "Repeats", "Sold", "audit"]


def audit(facts: AuditFacts) -> tuple[Audit, ...]:
    """Every audit, always in the same order, each with what the spec says to justify what it finds."""
    found = (*_about_data(facts), *_about_design(facts), *_about_evidence(facts), *_about_running(facts))
    return tuple(replace(one, justification=facts.justifications.get(one.name, "")) for one in found)


def _about_data(facts: AuditFacts) -> tuple[Audit, ...]:
    return (
        data.labels(facts.issues, facts.cases),
        data.bought_labels(facts.sold),
        data.trained_on(facts.learning.trainings, facts.runs),
        data.provenance(facts.runs, facts.references),
    )


def _about_design(facts: AuditFacts) -> tuple[Audit, ...]:
    return (
        design.controls(facts.scored, facts.chosen),
        design.inert_controls(facts.scored),
        design.required_controls(facts.scored, facts.required),
        design.baselines(facts.learning),
        design.decoding(facts.recorded_sampling | facts.sampling, facts.comparisons),
        design.models(facts.models, facts.comparisons),
        design.budget(facts.runs, facts.scored, facts.comparisons),
        design.tried_cases(facts.runs, facts.comparisons),
    )


def _about_evidence(facts: AuditFacts) -> tuple[Audit, ...]:
    return (
        evidence.power(facts.comparisons, facts.criteria, judged=facts.judged),
        evidence.families(facts.comparisons, facts.scored),
        evidence.seeds(facts.seeds, facts.sampling, facts.learning, varies=facts.seed_varies),
        evidence.checkpoints(facts.learning),
        evidence.commit_rate(facts.scored, facts.comparisons, facts.criteria),
    )


def _about_running(facts: AuditFacts) -> tuple[Audit, ...]:
    return (
        running.determinism(facts.reexecuted, facts.stored),
        running.repeatability(facts.reasked),
        running.completions(facts.recorded),
        running.parsing(facts.runs),
        running.infrastructure(facts.runs),
        running.length(facts.ended_by_length, facts.completions),
    )
