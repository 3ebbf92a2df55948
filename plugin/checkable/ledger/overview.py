"""The whole ledger at one moment: what people wrote, what runs found, and where each claim stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from checkable.core.claims import Claim, Evidence, Overview, Standing, Transition
from checkable.ledger import history, runs
from checkable.ledger.documents import read_documents
from checkable.ledger.evidence import evidence
from checkable.ledger.freshness import Freshness
from checkable.ledger.many import over_seeds, with_q_values
from checkable.ledger.reading import Book, Entry, read_book
from checkable.ledger.standing import decide

_PRIORITIES = ("P0", "P1", "P2")


def overview(root: Path, reports: Path, *, data: Path | None = None, now: str | None = None) -> Overview:
    """``Ledger(...).overview()``, for who asks once."""
    return Ledger(root, reports, data=data, now=now).overview()


class Ledger:
    """The ledger of ``reports``, judged by the workspace ``root``: read once, however often it is asked.

    ``data`` is the folder of published data, for telling whether data changed; ``now`` (ISO 8601,
    UTC) dates what no run caused. Raises SpecErrors for mistakes in the files that people edit.
    """

    def __init__(self, root: Path, reports: Path, *, data: Path | None = None, now: str | None = None) -> None:
        self._documents = read_documents(root)
        self._book: Book = read_book(reports / runs.FOLDER)
        self._now = now or datetime.now(UTC).isoformat(timespec="seconds")
        freshness = Freshness(root, data)
        about = {claim.id: claim for claim in self._documents.claims}
        self._evidence: dict[str, list[tuple[history.Setting, Evidence]]] = {name: [] for name in about}
        self._entries = {entry.run_id: entry for entry in self._book.entries}
        for entry in self._book.entries:
            claim = about.get(entry.record.get("claim") or "")
            if claim is not None:
                made = evidence(claim, entry.record, entry.outcomes, freshness.changes(entry.record))
                self._evidence[claim.id].append((entry.setting, made))

    def overview(self) -> Overview:
        """Everything there is to say."""
        return self._without(())

    def moved(self, run_ids: Collection[str]) -> tuple[Transition, ...]:
        """How claims stand otherwise than they would without these runs: one move for each that does."""
        before = {s.claim.id: s for s in self._without(run_ids).standings}
        return tuple(_difference(before[after.claim.id], after, run_ids, self._now)
                     for after in self.overview().standings if before[after.claim.id].status != after.status)

    def _without(self, run_ids: Collection[str]) -> Overview:
        standings, moves = [], []
        for claim in self._documents.claims:
            known = [(setting, e) for setting, e in self._evidence[claim.id] if e.run_id not in run_ids]
            of_claim = history.transitions(claim, known, self._now)
            standings.append(_standing(claim, history.latest(known), of_claim, self._entries))
            moves += of_claim
        return Overview(
            programs=self._documents.programs, standings=with_q_values(standings), problems=self._book.problems,
            proposals=tuple(sorted(self._documents.proposals, key=lambda p: _PRIORITIES.index(p.priority))),
            transitions=tuple(sorted(moves, key=lambda move: move.at, reverse=True)),
            runs=self._book.runs, not_evidence=self._book.not_evidence)


def _difference(before: Standing, after: Standing, run_ids: Collection[str], now: str) -> Transition:
    run = next((e for e in after.evidence if e.run_id in run_ids), None)
    return history.move(after.claim, run.started if run else now, before.status, after.status, after.why,
                        run_id=run.run_id if run else None, cause=run.experiment if run else "")


def _standing(claim: Claim, known: Sequence[Evidence], moves: Sequence[Transition],
              entries: Mapping[str, Entry]) -> Standing:
    decision = decide(claim, known)
    shown = [dataclasses.replace(e, counts=e.run_id in decision.counted) for e in known]
    return Standing(
        claim=claim, status=decision.status, why=decision.why, missing=decision.missing,
        disagrees=claim.typed_status not in (None, decision.status), since=moves[-1].at if moves else None,
        evidence=tuple(sorted(shown, key=lambda e: e.started, reverse=True)),
        decided_by=decision.by and decision.by.run_id,
        p_value=decision.by.contrasts[0].p_adjusted if decision.by and decision.by.contrasts else None,
        over_seeds=over_seeds(claim, [e for e in shown if e.counts], entries))
