"""The whole ledger at one moment: what people wrote, what runs found, and where each claim stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path

from checkable.core.claims import Claim, Evidence, Overview, Standing, Transition
from checkable.ledger import history
from checkable.ledger.documents import read_documents
from checkable.ledger.evidence import evidence
from checkable.ledger.freshness import Freshness
from checkable.ledger.reading import Book, read_book
from checkable.ledger.standing import decide

FOLDER = "ledger"  # of the reports folder
_PRIORITIES = ("P0", "P1", "P2")


def overview(root: Path, reports: Path, *, data: Path | None = None, now: str | None = None) -> Overview:
    """Everything there is to say about the ledger of ``reports``, judged by the workspace ``root``.

    ``data`` is the folder of published data, for telling whether data changed; ``now`` (ISO 8601,
    UTC) dates what no run caused. Raises SpecErrors for mistakes in the files that people edit.
    """
    return _Ledger(root, reports, data).overview(now or _now())


def moved(root: Path, reports: Path, run_ids: Collection[str], *, data: Path | None = None,
          now: str | None = None) -> tuple[Transition, ...]:
    """How claims stand otherwise than they would without these runs: one move for each that does.

    Raises SpecErrors as ``overview`` does.
    """
    ledger = _Ledger(root, reports, data)
    now = now or _now()
    before = {s.claim.id: s for s in ledger.overview(now, without=run_ids).standings}
    return tuple(_difference(before[after.claim.id], after, run_ids, now) for after in ledger.overview(now).standings
                 if before[after.claim.id].status != after.status)


def _difference(before: Standing, after: Standing, run_ids: Collection[str], now: str) -> Transition:
    run = next((e for e in after.evidence if e.run_id in run_ids), None)
    return history.move(after.claim, run.started if run else now, before.status, after.status, after.why,
                        run_id=run.run_id if run else None, cause=run.experiment if run else "")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class _Ledger:
    """What is read once for several overviews: documents, records, and the evidence made of them."""

    def __init__(self, root: Path, reports: Path, data: Path | None) -> None:
        self.documents = read_documents(root)
        self.book: Book = read_book(reports / FOLDER)
        freshness = Freshness(root, data)
        about = {claim.id: claim for claim in self.documents.claims}
        self.evidence: dict[str, list[tuple[history.Setting, Evidence]]] = {name: [] for name in about}
        for entry in self.book.entries:
            claim = about.get(entry.record.get("claim") or "")
            if claim is not None:
                made = evidence(claim, entry.record, entry.outcomes, freshness.changes(entry.record))
                self.evidence[claim.id].append((entry.setting, made))

    def overview(self, now: str, without: Collection[str] = ()) -> Overview:
        standings, moves = [], []
        for claim in self.documents.claims:
            known = [(setting, e) for setting, e in self.evidence[claim.id] if e.run_id not in without]
            of_claim = history.transitions(claim, known, now)
            standings.append(_standing(claim, history.latest(known), of_claim))
            moves += of_claim
        return Overview(
            programs=self.documents.programs, standings=tuple(standings), problems=self.book.problems,
            proposals=tuple(sorted(self.documents.proposals, key=lambda p: _PRIORITIES.index(p.priority))),
            transitions=tuple(sorted(moves, key=lambda move: move.at, reverse=True)),
            runs=self.book.runs, not_evidence=self.book.not_evidence)


def _standing(claim: Claim, known: Sequence[Evidence], moves: Sequence[Transition]) -> Standing:
    decision = decide(claim, known)
    shown = [dataclasses.replace(e, counts=e.run_id in decision.counted) for e in known]
    return Standing(
        claim=claim, status=decision.status, why=decision.why, missing=decision.missing,
        disagrees=claim.typed_status not in (None, decision.status), since=moves[-1].at if moves else None,
        evidence=tuple(sorted(shown, key=lambda e: e.started, reverse=True)))
