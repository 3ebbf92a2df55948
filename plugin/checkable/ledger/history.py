"""How a claim came to stand where it does: its status after every run, from the first to the last.

Recomputed from the records each time and never written down, so that merging two ledgers puts
their moves in order and no edit can hide one. The rules are today's, also for old runs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

from checkable.core.claims import Claim, Evidence, Status, Transition
from checkable.ledger.standing import decide

_RANK: dict[Status, int] = {"retired": 0, "open": 1, "negative": 1, "promising": 2, "confirmed": 3}
Setting = tuple[Any, ...]
NEVER_RUN: Status = "open"


def latest(evidence: Iterable[tuple[Setting, Evidence]]) -> list[Evidence]:
    """The evidence that no later run of the same setting supersedes. ``evidence`` is in the order of time."""
    return list(dict(evidence).values())


def transitions(claim: Claim, evidence: Sequence[tuple[Setting, Evidence]], now: str) -> list[Transition]:
    """Every move of a claim, oldest first. ``now`` dates what no run caused.

    While runs come in, each is taken as fresh; what the workspace has changed since then is one
    last move, from fresh to stale.
    """
    living = dataclasses.replace(claim, retired=None)
    moves: list[Transition] = []
    status = NEVER_RUN
    seen: list[tuple[Setting, Evidence]] = []
    for setting, each in evidence:
        seen.append((setting, dataclasses.replace(each, stale=())))
        decision = decide(living, latest(seen))
        if decision.status != status:
            cause = f"{each.experiment} {each.item}".rstrip()
            moves.append(move(claim, each.started, status, decision.status, decision.why, run_id=each.run_id,
                              cause=cause))
            status = decision.status
    return moves + _last(claim, latest(evidence), status, now)


def _last(claim: Claim, evidence: Sequence[Evidence], status: Status, now: str) -> list[Transition]:
    """What happened without a run: evidence went stale, or a person retired the claim."""
    decision = decide(claim, evidence)
    if decision.status == status:
        return []
    if claim.retired is not None:
        return [move(claim, claim.retired.on, status, decision.status, decision.why, run_id=None,
                     cause=f"retired by {claim.retired.by}")]
    reasons = dict.fromkeys(reason for each in evidence for reason in each.stale)
    return [move(claim, now, status, decision.status, decision.why, run_id=None, cause="; ".join(reasons))]


def move(claim: Claim, at: str, before: Status, after: Status, why: str, *, run_id: str | None, cause: str,
         ) -> Transition:
    """One transition, and whether it is up, down or neither."""
    step = _RANK[after] - _RANK[before]
    return Transition(claim=claim.id, at=at, before=before, after=after, run_id=run_id, cause=cause, why=why,
                      direction="promotion" if step > 0 else "demotion" if step < 0 else "turn")
