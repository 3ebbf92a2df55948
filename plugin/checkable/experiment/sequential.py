"""Running cases in batches until the criteria's comparisons are decided, are without hope, or the cases run out.

Every batch is generated, executed and committed before its answers are opened, and what the answers
say decides one thing: whether another batch is run. Knows no statistics: ``measure.stopping`` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from checkable.core.arm_run import ArmCase, ArmRun, SeedRun
from checkable.core.case import Case
from checkable.core.result import Stopping
from checkable.core.scored import ScoredArm
from checkable.measure import stopping
from checkable.spec.model import Spec

ENDED = {
    "evidence": "every comparison of the criteria is decided",
    "no hope": "a comparison that the criteria need is lost, or would hardly be shown by the rest",
    "all cases": "there were no more cases",
}


def in_batches(spec: Spec, cases: Sequence[Case], families_at_once: int, run: Callable[[Sequence[Case]], list[ArmRun]],
               score: Callable[[ArmRun], ScoredArm]) -> tuple[list[ArmRun], Stopping]:
    """The runs over all cases that were taken, in the order of ``cases``, and why it ended there.

    A control is broken within its batch, so that no later case changes what an earlier one was.
    """
    expressions = [criterion.expression for criterion in spec.criteria]
    planned, left = len({case.family for case in cases}), len(cases)
    runs: list[ArmRun] = []
    looked = 0
    for batch in batches(cases, families_at_once, spec.seed):
        runs = _joined(runs, run(batch), cases)
        left, looked = left - len(batch), looked + 1
        looks = stopping.look_at(expressions, {r.name: score(r) for r in runs}, spec.slices, planned=planned,
                                 seed=spec.seed)
        decision = stopping.decide(looks, more=left > 0)
        if decision != "go on":
            break
    run_cases, run_families = len(runs[0].cases), len({c.case.family for c in runs[0].cases})
    where = f"{run_cases} of {len(cases)} cases, {run_families} of {planned} families, {looked} looks"
    return runs, Stopping(decision=decision, looks=looked, cases=run_cases, planned_cases=len(cases),
                          families=run_families, planned_families=planned,
                          text=f"Ended after {where}: {ENDED[decision]}. {stopping.said(looks)}.")


def batches(cases: Sequence[Case], families_at_once: int, seed: int) -> Iterator[tuple[Case, ...]]:
    """The cases of ``families_at_once`` families at a time, families in an order drawn by ``seed``."""
    order = sorted({case.family for case in cases})
    Random(f"{seed}/batches").shuffle(order)
    for start in range(0, len(order), families_at_once):
        chosen = set(order[start:start + families_at_once])
        yield tuple(case for case in cases if case.family in chosen)


def _joined(before: Sequence[ArmRun], more: Sequence[ArmRun], cases: Sequence[Case]) -> list[ArmRun]:
    """Each arm's cases of both, in the order of ``cases``."""
    place = {case.id: i for i, case in enumerate(cases)}
    known = {run.name: run for run in before}

    def both(old: ArmRun | SeedRun | None, new: ArmRun | SeedRun) -> tuple[ArmCase, ...]:
        return tuple(sorted((*(old.cases if old else ()), *new.cases), key=lambda c: place[c.case.id]))

    def of_seeds(run: ArmRun) -> tuple[SeedRun, ...]:
        old = {one.seed: one for one in known[run.name].seeds} if run.name in known else {}
        return tuple(replace(one, cases=both(old.get(one.seed), one)) for one in run.seeds)

    return [replace(run, cases=both(known.get(run.name), run), seeds=of_seeds(run)) for run in more]
