"""Claims, records and outcomes made from a few numbers, and the files that people write."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from checkable.core.claims import Claim, Evidence
from checkable.core.outcomes import ArmOutcomes, Outcomes, SeedOutcomes
from checkable.ledger import outcomes, runs
from checkable.ledger.evidence import evidence
from checkable.ledger.seal import sealed


def claim(**changes: Any) -> Claim:
    fields: dict[str, Any] = {
        "id": "a-claim", "statement": "The arm beats the base.", "programs": ("memory",), "models": (), "arm": "gate",
        "base": "direct", "measure": "committed", "controls": ("shuffled",), "reward_controls": (), "trained": False,
        "smallest_effect": 0.05, "refuted_by": "no gain", "note": "", "typed_status": None, "retired": None, "line": 1}
    return Claim(**{**fields, **changes})


def column(right: int, cases: int, seed: int = 0) -> tuple[bool, ...]:
    """``right`` of ``cases``: the first ones, or with a seed any."""
    values = [i < right for i in range(cases)]
    if seed:
        random.Random(seed).shuffle(values)
    return tuple(values)


def outcomes_with(cases: int = 100, families: int = 50, **arms: int | tuple[bool, ...]) -> Outcomes:
    """Arms by how many cases they have right; controls are all but ``gate`` and ``direct``."""
    return Outcomes(
        cases=tuple(f"case-{i}" for i in range(cases)), families=tuple(f"family-{i % families}" for i in range(cases)),
        arms=tuple(ArmOutcomes(name=name, role="arm" if name in ("gate", "direct") else "control", broken=None,
                               correct=right if isinstance(right, tuple) else column(right, cases),
                               reached=right if isinstance(right, tuple) else column(right, cases))
                   for name, right in arms.items()))


def trained(found: Outcomes, **seeds: dict[int, int | tuple[bool, ...]]) -> Outcomes:
    """The same, with what arms have right under each of their seeds: ``gate={0: 70, 1: 68}``."""
    def of(arm: ArmOutcomes) -> ArmOutcomes:
        columns = {seed: column(right, len(found.cases)) if isinstance(right, int) else right
                   for seed, right in seeds.get(arm.name, {}).items()}
        return replace(arm, seeds=tuple(SeedOutcomes(seed=seed, correct=of_one, reached=of_one)
                                        for seed, of_one in columns.items()))

    return replace(found, arms=tuple(map(of, found.arms)))


def record(run_id: str = "r1", *, about: str = "a-claim", started: str = "2026-01-01T00:00:00+00:00", seed: int = 0,
           experiment: str = "specs/a.yaml", split: str = "one", recorded: bool = False, **more: Any) -> dict[str, Any]:
    """The record of a complete run, unsealed."""
    provenance: dict[str, Any] = {"complete": True, "seed": seed, "cell": {}, "model": None}
    if recorded:
        provenance["recorded_outcomes"] = {"mapping": "m.yaml", "sha256": "0"}
    return {"format": runs.FORMAT, "run_id": run_id, "experiment": experiment, "item": "full", "claim": about,
            "substrate": "tables", "split": split, "started": started, "audits": [], "provenance": provenance, **more}


def keep(folder: Path, made: dict[str, Any], found: Outcomes, file: str = runs.FILE) -> dict[str, Any]:
    """Append a record with its outcomes to the ledger folder, as a session does."""
    whole = sealed({**made, "outcomes": outcomes.write(folder, found)})
    runs.append(folder / file, whole)
    return whole


def said(found: Outcomes, *, about: Claim | None = None, stale: tuple[str, ...] = (), **of_record: Any) -> Evidence:
    """What a run with these outcomes says about the claim."""
    return evidence(about or claim(), record(**of_record), found, stale)


STRONG = {"direct": 40, "gate": 70, "shuffled": 45}  # beats both by far, on 100 cases

PROGRAM = "memory:\n  title: Memory\n  charter: To remember.\n  boundaries: [forgetting]\n  stop_when: [never]\n"
CLAIM = """\
it-helps:
  statement: It helps.
  programs: [memory]
  compares: {arm: with, base: without, controls: [shuffled], smallest_effect: 0.05}
  refuted_by: no help
"""
PROPOSAL = """\
try-it:
  title: 'Try "it": once'
  programs: [memory]
  priority: P0
  effort: small
  question: Does it help?
  hypothesis: It does.
  protocol: [try it]
  success: help
  failure: none
  claim: it-helps
"""
