"""Results to show: made from a seed, consistent in their counts, and as varied as real ones."""

from __future__ import annotations

import math
import random
from typing import Any

from checkable.core.result import (
    ArmSummary,
    Audit,
    CandidateDetail,
    CaseDetail,
    CommitDetail,
    ExperimentResult,
    Reference,
)
from checkable.core.scored import Compared, Comparison, CriterionResult, Estimate

NAN = float("nan")
FAMILIES = ("unfold", "fill-down", "split-column", "transpose", "drop-rows")
PROGRAM = '''def transform(table):
    """Fill each empty first cell with the last one seen."""
    out, last = [], ""
    for row in table:
        if row[0].strip():
            last = row[0]
        out.append([last] + [cell.strip() for cell in row[1:]])
    return {result}
'''


def share(hits: int, total: int, method: str = "bootstrap over families") -> Estimate:
    if total == 0:
        return Estimate(value=NAN, method="undefined: no commit of the treatment channel")
    p = hits / total
    half = 1.96 * math.sqrt(max(p * (1 - p), 0.0004) / total)
    return Estimate(
        value=p, numerator=hits, denominator=total, low=max(0, p - half), high=min(1, p + half), method=method
    )


def count(hits: int, total: int) -> Estimate:
    if total == 0:
        return Estimate(value=NAN, method="undefined: no cases")
    of = share(hits, total)
    return Estimate(
        value=float(hits), numerator=hits, denominator=total, low=of.low * total, high=of.high * total, method=of.method
    )


def table(rng: random.Random, rows: int) -> list[list[Any]]:
    return [
        [
            rng.choice(["Anna", "Bo", "", "Chloé", "  Dag"]),
            f"{rng.randint(1, 99)}",
            rng.choice(["x", "y\tz", "long cell text"]),
        ]
        for _ in range(rows)
    ]


def case(rng: random.Random, number: int, arms: list[tuple[str, str]]) -> CaseDetail:
    """One case. The direct answer is right in 55%, the program in 50% and gated when it passes."""
    answer = table(rng, rng.choice([2, 3, 4, 4, 30]))
    near = [list(row) for row in answer]
    near[0][1] = near[0][1] + "0"
    missing = near[:-1]
    direct_right, program_right = rng.random() < 0.55, rng.random() < 0.5
    passes = program_right if rng.random() < 0.9 else not program_right
    shown = table(rng, 2)
    fine = ({"outcome": "ok", "value": shown, "error": ""},)
    poor = ({"outcome": "exception", "value": None, "error": "IndexError: list index out of range"},)
    candidates = (
        CandidateDetail(
            id="direct/0.0",
            channel="direct",
            kind="answer",
            text="the answer as returned",
            provenance="live",
            parse_error=None,
            passes=None,
            on_examples=(),
            on_query={"outcome": "ok", "value": answer if direct_right else near, "error": ""},
            correct=direct_right,
        ),
        CandidateDetail(
            id="program/0.0",
            channel="program",
            kind="program",
            text="def transform(table):\n    return tabel\n",
            provenance="live",
            parse_error=None,
            passes=False,
            on_examples=poor,
            on_query={"outcome": "exception", "value": None, "error": "NameError: name 'tabel' is not defined"},
            correct=False,
        ),
        CandidateDetail(
            id="program/0.1",
            channel="program",
            kind="program",
            text=PROGRAM.replace("{result}", "out" if program_right else "out[:-1]"),
            provenance="recorded",
            parse_error=None,
            passes=passes,
            on_examples=fine,
            on_query={"outcome": "ok", "value": answer if program_right else missing, "error": ""},
            correct=program_right,
            evidence={"support": 0.75, "mean_logprob": -0.213},
            earlier=("def transform(table):\n    return tabel\n",),
        ),
        CandidateDetail(
            id="program/1.0",
            channel="program",
            kind="program",
            text="",
            provenance="live",
            parse_error="no code block in the completion",
            passes=False,
            on_examples=(),
            on_query={"outcome": "refused", "value": None, "error": "no program"},
            correct=False,
        ),
    )
    reached = direct_right or program_right
    commits = []
    for arm, _ in arms:
        gated = passes if arm.startswith("gate") else rng.random() < 0.5 if arm.startswith("shuffled") else False
        abstains = arm == "gate-strict" and not passes
        chosen = candidates[2] if gated else candidates[0]
        commits.append(
            CommitDetail(
                arm=arm,
                candidate=None if abstains else chosen.id,
                value=None if abstains else chosen.on_query["value"],
                treated=gated,
                correct=not abstains and chosen.correct,
                reached=reached if arm != "direct" else direct_right,
                reason="visible-pass" if gated else "fallback",
            )
        )
    return CaseDetail(
        id=f"foofah-{number:03d}",
        family=rng.choice(FAMILIES),
        attributes={"examples": 1 + number % 3, "hard": number % 2 == 0},
        examples=({"input": table(rng, 3), "output": shown},),
        query=table(rng, 4),
        text="" if number % 4 else "Fill the first column.",
        answer=answer,
        issue="broken: the label leaves out a row" if number % 50 == 7 else None,
        candidates=candidates,
        commits=tuple(commits),
    )


def summary(
    name: str, role: str, of: str | None, broken: str | None, index: int, populations: dict[str, list[CaseDetail]]
) -> ArmSummary:
    metrics = {}
    for population, cases in populations.items():
        commits, n = [c.commits[index] for c in cases], len(cases)
        correct, reached, treated = (sum(getattr(c, f) for c in commits) for f in ("correct", "reached", "treated"))
        metrics[population] = {
            "accuracy": share(correct, n),
            "correct": count(correct, n),
            "coverage": share(reached, n),
            "reached": count(reached, n),
            "headroom": share(reached - correct, n),
            "precision": share(sum(c.correct and c.treated for c in commits), treated),
            "commits": count(treated, n),
            "commit_rate": share(treated, n),
            "abstentions": count(sum(c.candidate is None for c in commits), n),
            "tokens": Estimate(value=412.4 + 390 * index, low=400, high=425, method="bootstrap over families"),
            "seconds": Estimate(value=1.93 + index)
            if index != 1
            else Estimate(value=NAN, method="undefined: 3 of 250 cases do not say their seconds"),
        }
    return ArmSummary(
        name=name,
        role=role,
        of=of,
        broken=broken,
        metrics=metrics,
        description="direct → only" if index == 0 else "direct, program ×3 → visible-pass",
    )


def difference(net: int, n: int, half: float) -> Estimate:
    if n == 0:
        return Estimate(value=NAN, method="undefined: no cases")
    return Estimate(
        value=net / n,
        numerator=net,
        denominator=n,
        low=net / n - half,
        high=net / n + half,
        method="paired bootstrap over families",
    )


COMPARES = {
    "held": (Compared(arm="gate", base="direct", metrics=("accuracy",)),),
    "failed": (Compared(arm="gate", base="direct", metrics=("regressions",)),),
    "undecided": (),
}


def comparison(arm: str, base: str, left: list[CommitDetail], right: list[CommitDetail]) -> Comparison:
    cells = [0, 0, 0, 0]
    for a, b in zip(left, right, strict=True):
        cells[0 if a.correct and not b.correct else 1 if b.correct and not a.correct else 2 if a.correct else 3] += 1
    n, net = len(left), cells[0] - cells[1]
    half = 1.96 * math.sqrt(max(1, cells[0] + cells[1])) / n if n else NAN
    return Comparison(
        arm=arm,
        base=base,
        recoveries=cells[0],
        regressions=cells[1],
        both=cells[2],
        neither=cells[3],
        difference=difference(net, n, half),
        p_value=0.00002 if abs(net) > 9 else 0.31,
        p_adjusted=0.00006 if abs(net) > 9 else 0.62,
        corrected="over the 3 comparisons of this table",
        e_value=48.2 if abs(net) > 9 else 1.1,
        captured=share(cells[0], cells[0] + 7),
        needed=None if abs(net) > 9 else 412,
    )


ARMS = [("direct", "arm"), ("gate", "arm"), ("gate-strict", "arm"), ("shuffled-example", "control")]
CRITERIA = {
    "held": (
        "gate beats direct",
        "31 recoveries and 6 regressions, adjusted p < .0001, difference +10.0 points [+5.1, +14.9]",
    ),
    "failed": ("gate.regressions(direct) <= 0", "gate.regressions(direct) is 6 of 250, wanted at most 0"),
    "undecided": (
        "gate-strict.precision >= 70%",
        "gate-strict.precision is undefined: no commit of the treatment channel",
    ),
}


def experiment(
    name: str = "specs/foofah/gate.yaml",
    *,
    item: str = "full",
    verdict: str = "failed",
    criteria: tuple[str, ...] = ("held", "failed", "undecided"),
    n: int = 24,
    seed: int = 0,
    clean: bool = True,
    completions: str = "live",
    cases: bool = True,
    title: str = "Commit a program whenever it passes the visible example",
) -> ExperimentResult:
    """A result of ``n`` cases × 4 candidates; ``criteria`` names the verdicts its criteria ended with."""
    rng = random.Random(seed)
    details = [case(rng, number, ARMS) for number in range(n)]
    populations = {"as published": details} | ({"clean": [c for c in details if c.issue is None]} if clean else {})
    commits = [[c.commits[i] for c in details] for i in range(len(ARMS))]
    return ExperimentResult(
        experiment=name,
        item=item,
        tier=item.split("-")[0],
        title=title,
        research_program="reliability-and-safety",
        claim="executable-gate",
        verdict=verdict,
        substrate="foofah",
        split="generated",
        populations={p: len(c) for p, c in populations.items()},
        arms=tuple(
            summary(
                a,
                role,
                "gate" if role == "control" else None,
                "visible-example" if role == "control" else None,
                i,
                populations,
            )
            for i, (a, role) in enumerate(ARMS)
        ),
        comparisons=tuple(comparison(a, "direct", commits[i + 1], commits[0]) for i, (a, _) in enumerate(ARMS[1:]))
        + (comparison("shuffled-example", "gate", commits[3], commits[1]),),
        criteria=tuple(
            CriterionResult(
                text=CRITERIA[v][0],
                verdict=v,
                reason=CRITERIA[v][1],
                line=14 + i,
                compares=COMPARES[v],
                numbers={"gate.regressions(direct)": count(6, 250)} if v == "failed" else {},
            )
            for i, v in enumerate(criteria)
        ),
        references=(
            Reference(
                name="direct.correct",
                published="138/250",
                measured=count(sum(c.correct for c in commits[0]), n),
                agrees=False,
            ),
            Reference(name="gate.recoveries(direct)", published="18", measured=count(18, 250), agrees=True),
            Reference(
                name="gate.precision",
                published="68.1%",
                measured=Estimate(value=NAN, method="undefined: no commits"),
                agrees=None,
            ),
        ),
        slices={"disagreement": n // 3, "long": 0},
        audits=(
            Audit(name="infrastructure", level="ok", text="no execution failed by our fault",
                  justification="nothing to justify"),
            Audit(
                name="labels",
                level="warning",
                text=f"{sum(c.issue is not None for c in details)} cases have a known label issue; "
                "both populations are shown",
                justification="the published labels are those of the published figures",
            ),
            Audit(
                name="determinism",
                level="note",
                text="0 committed programs changed their output under another hash seed",
                justification="sets are sorted before they are shown",
            ),
        ),
        provenance={
            "spec_hash": "3f" * 32,
            "code_version": "ba06166",
            "model": {"name": "qwen3.5-4b", "revision": "8f" * 20, "adapter": None, "engine": "vllm 0.32.0 bfloat16"},
            "completions": {completions: 4 * n},
            "sampling": {"temperature": 0.0, "max_tokens": 768},
            "seed": 0,
            "data": {"version": "ab" * 32, "source": "generated, seed 7"},
            "isolation": {"level": "namespaces", "summary": "own user, pid, net and mount; seccomp", "refused": []},
            "python": "3.11.9",
        },
        started="2026-11-23T06:10:50+00:00",
        seconds=184.2,
        cases=tuple(details) if cases else (),
    )


def session() -> list[ExperimentResult]:
    """Every status a page shows."""
    return [
        experiment(n=250),
        experiment(
            "specs/foofah/repair-depth.yaml",
            item="full-repairs-3",
            title="Repairs add programs that pass, and what they cost",
            verdict="passed",
            criteria=("held",),
            n=60,
            seed=1,
        ),
        experiment(
            "specs/foofah/selectors.yaml",
            verdict="failed",
            criteria=("held", "undecided"),
            n=40,
            seed=2,
            completions="recorded",
        ),
        experiment(
            "specs/mbpp/probes.yaml",
            item="smoke",
            verdict="not judged",
            criteria=("failed", "held"),
            n=24,
            seed=3,
            clean=False,
        ),
        experiment("specs/mbpp/words.yaml", verdict="passed", criteria=(), n=30, seed=4, cases=False),
        experiment("specs/mbpp/empty.yaml", verdict="failed", criteria=("undecided",), n=0, seed=5, clean=False),
    ]
