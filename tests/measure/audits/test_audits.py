"""Every audit is made, under its name, in its place, with the reason that a spec gives."""

from __future__ import annotations

from dataclasses import replace

from checkable.core.audits import AUDITS
from checkable.core.completion import Sampling
from checkable.measure.audits import AuditFacts, audit

from ..builders import foofah
from .build import candidate, learning, rows, run, trained

FOOFAH = foofah()
FACTS = AuditFacts(
    issues=(), runs=[run(candidate())], scored=list(FOOFAH.values()), comparisons=rows(*FOOFAH.values()),
    criteria=(), sampling={"direct": [Sampling()], "gate": [Sampling()]}, chosen=["gate"],
    seeds=[0], ended_by_length=0, completions=1)


def test_all_audits_are_made_each_under_its_own_name_in_the_order_of_the_table() -> None:
    found = audit(FACTS)
    assert [a.name for a in found] == list(AUDITS)
    assert [a.name for a in found if a.level == "warning"] == ["controls"]


def test_a_justification_stands_beside_what_it_justifies_and_changes_no_level() -> None:
    plain, justified = audit(FACTS), audit(replace(FACTS, justifications={"controls": "the gate is the control"}))
    assert [a.level for a in plain] == [a.level for a in justified]
    assert {a.name: a.justification for a in justified if a.justification} == {"controls": "the gate is the control"}


def test_a_learned_arm_is_asked_for_its_data_its_seeds_its_step_and_its_baselines() -> None:
    found = audit(replace(FACTS, learning=learning(gate=trained(0, scored_at="last step"))))
    warned = {a.name for a in found if a.level == "warning"}
    assert {"baselines", "seeds", "checkpoints"} <= warned and "overlap" not in warned


def test_an_experiment_without_runs_is_audited_all_the_same() -> None:
    nothing = replace(FACTS, runs=(), scored=(), comparisons=(), chosen=())
    assert [a.name for a in audit(nothing)] == list(AUDITS)
