"""A ledger to show: every status, every kind of evidence, moves up and down."""

from __future__ import annotations

from checkable.core.claims import (
    Claim,
    Contrast,
    Evidence,
    OverSeeds,
    Overview,
    Problem,
    Proposal,
    ResearchProgram,
    Retirement,
    Standing,
    Transition,
)
from checkable.core.scored import Estimate

PROGRAMS = (
    ("structured-execution", "Structured execution and compilers"),
    ("reliability-and-safety", "Reliability and safety"),
    ("retrieval", "Algorithmic memory and retrieval"),
)
CLAIMS = (  # id, status, programs, difference
    ("executable-gate", "confirmed", ("structured-execution", "reliability-and-safety"), 0.072),
    ("repair-adds-passes", "promising", ("structured-execution",), 0.03),
    ("semantic-retrieval", "open", ("retrieval",), 0.166),
    ("process-control", "negative", ("reliability-and-safety",), 0.008),
    ("old-idea", "retired", ("retrieval",), None),
    ("nobody-asked", "open", ("no-such-program",), None),
)


SEEDS = (
    OverSeeds(
        experiment="specs/foofah/gate.yaml",
        seeds=2,
        cases=250,
        difference=Estimate(value=0.07, low=0.01, high=0.13, method="bootstrap over 2 seeds and 50 families"),
    ),
)


def contrast(against: str, role: str, difference: float) -> Contrast:
    wins = max(0, round(250 * difference)) + 4
    estimate = Estimate(
        value=difference, low=difference - 0.04, high=difference + 0.05, method="bootstrap over families"
    )
    return Contrast(
        against=against,
        role=role,
        right=156,
        against_right=156 - round(250 * difference),
        recoveries=wins,
        regressions=4,
        cases=250,
        families=50,
        difference=estimate,
        ceiling=difference + 0.06,
        p_value=0.001,
        p_adjusted=0.002,
        e_value=13797.0,
        needed=None if difference > 0.05 else 410,
        beaten=difference > 0.05,
    )


def evidence(
    claim: str, difference: float, *, run: str, started: str, counts: bool, stale: tuple[str, ...] = ()
) -> Evidence:
    return Evidence(
        run_id=run,
        claim=claim,
        experiment="specs/foofah/gate.yaml",
        item="full",
        started=started,
        source="recorded completions",
        model="qwen3.5-4b",
        substrate="foofah",
        split="published",
        seed=0,
        cases=250,
        contrasts=(contrast("direct", "base", difference), contrast("shuffled-example", "control", difference - 0.01)),
        lacking=() if counts else ("random-pass",),
        bearing="supports" if counts else "undecided",
        stale=stale,
        flags=() if counts else ("the pool contains the reference solution",),
        counts=counts,
        sentence=f"156 against 138 of 250 in {run}: a difference of {100 * difference:+.1f} points over 50 families.",
    )


def claim(
    name: str, programs: tuple[str, ...], *, typed: str | None = None, retired: Retirement | None = None
) -> Claim:
    return Claim(
        id=name,
        statement=f"What {name} says about small models holds",
        programs=programs,
        models=("qwen3.5-4b",),
        arm="gate",
        base="direct",
        measure="committed",
        controls=("shuffled-example", "random-pass"),
        reward_controls=(),
        trained=False,
        smallest_effect=0.02,
        refuted_by="an interval below two points",
        note="Measured on tables alone.",
        typed_status=typed,
        retired=retired,
        line=3,
    )


def standing(name: str, status: str, programs: tuple[str, ...], difference: float | None) -> Standing:
    retired = Retirement(by="A. Person", on="2026-10-01", reason="superseded") if status == "retired" else None
    known = (
        (
            evidence(name, difference, run=f"{name}-2", started="2026-11-20T10:00:00+00:00", counts=True),
            evidence(
                name,
                difference - 0.03,
                run=f"{name}-1",
                started="2026-10-02T10:00:00+00:00",
                counts=False,
                stale=("the spec changed",),
            ),
        )
        if difference is not None
        else ()
    )
    return Standing(
        claim=claim(name, programs, typed="confirmed" if name == "process-control" else None, retired=retired),
        status=status,
        why=f"It stands at {status} because of the newest run.",
        missing=("a second substrate or split",) if status == "promising" else (),
        disagrees=name == "process-control",
        since="2026-11-20T10:00:00+00:00" if known else None,
        evidence=known,
        decided_by=f"{name}-2" if known else None,
        p_value=0.002 if known else None,
        q_value=(0.071 if status == "confirmed" else 0.004) if known else None,
        over_seeds=SEEDS if status == "confirmed" else (),
    )


def transition(name: str, at: str, before: str, after: str, direction: str) -> Transition:
    return Transition(
        claim=name,
        at=at,
        before=before,
        after=after,
        direction=direction,
        run_id=f"{name}-2",
        cause="specs/foofah/gate.yaml",
        why="every required control is beaten",
    )


def proposal(name: str, program: str, priority: str) -> Proposal:
    return Proposal(
        id=name,
        title=f"Try {name}",
        programs=(program,),
        priority=priority,
        effort="small",
        question=f"Does {name} help?",
        hypothesis="It does.",
        protocol=("Run it.", "Run it with the example shuffled."),
        success="It beats its control.",
        failure="It does not.",
        claim="executable-gate" if priority == "P0" else None,
        frontier="visual and embodied" if priority == "P2" else None,
        substrate="foofah",
        line=9,
    )


def overview() -> Overview:
    return Overview(
        programs=tuple(
            ResearchProgram(
                id=i,
                title=t,
                charter=f"Find out what {t.lower()} is good for.",
                boundaries=("training belongs elsewhere",),
                stop_when=("three nulls in a row",),
                line=1,
            )
            for i, t in PROGRAMS
        ),
        standings=tuple(standing(*each) for each in CLAIMS),
        proposals=(
            proposal("two-examples", "structured-execution", "P0"),
            proposal("abstain-early", "retrieval", "P1"),
            proposal("pictures", "retrieval", "P2"),
        ),
        transitions=(
            transition("executable-gate", "2026-11-20T10:00:00+00:00", "promising", "confirmed", "promotion"),
            transition("process-control", "2026-11-19T10:00:00+00:00", "promising", "negative", "demotion"),
            transition("executable-gate", "2026-10-02T10:00:00+00:00", "open", "promising", "promotion"),
        ),
        problems=(Problem(path="reports/ledger/runs.jsonl", line=7, text="cannot be read"),),
        runs=14,
        not_evidence=5,
    )
