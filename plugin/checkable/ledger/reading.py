"""The records that can be evidence, with their outcomes, and everything that is wrong with the rest.

Reads ``runs.jsonl`` (what ran here) and ``recorded.jsonl`` (outcomes that others recorded) of one
ledger folder. Nothing is repaired and nothing passed over in silence: a line that cannot be used
becomes a Problem with its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checkable.core.claims import Problem
from checkable.core.outcomes import Outcomes
from checkable.ledger import outcomes, runs

RECORDED = "recorded.jsonl"
NEEDED = ("run_id", "experiment", "item", "started", "substrate", "split")  # of a record that is evidence


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One complete run: its record and its outcomes."""

    record: Mapping[str, Any]
    outcomes: Outcomes

    @property
    def run_id(self) -> str:
        return self.record["run_id"]

    @property
    def setting(self) -> tuple[Any, ...]:
        """What a later run has in common with the one that it supersedes."""
        return (*self._place(self._cell), self.record["provenance"].get("seed"))

    @property
    def but_for_the_seed(self) -> tuple[Any, ...]:
        """What runs of one experiment under several seeds have in common."""
        return self._place({name: value for name, value in self._cell.items() if name != "seed"})

    @property
    def _cell(self) -> Mapping[str, Any]:
        return self.record["provenance"].get("cell", {})

    def _place(self, cell: Mapping[str, Any]) -> tuple[Any, ...]:
        model = self.record["provenance"].get("model") or {}
        return self.record["experiment"], repr(sorted(cell.items())), model.get("name"), model.get("adapter")


@dataclass(frozen=True, kw_only=True)
class Book:
    """A ledger read whole: its entries in the order of time, and what could not be used.

    ``runs`` counts sound records; those that are no evidence (smoke runs and others that are not
    complete) are in it and not among the entries.
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    runs: int
    not_evidence: int


def read_book(folder: Path) -> Book:
    """Everything in a ledger folder. One that is not there is empty."""
    problems: list[Problem] = []
    records = [record for name in (runs.FILE, RECORDED) for record in _records(folder / name, problems)]
    entries = [entry for record in records if _complete(record) and (entry := _entry(folder, record, problems))]
    unique = {record.get("run_id"): record for record in records}
    complete = sum(map(_complete, unique.values()))
    return Book(entries=tuple(sorted({e.run_id: e for e in entries}.values(),
                                     key=lambda e: (e.record["started"], e.run_id))),
                problems=tuple(problems), runs=len(unique), not_evidence=len(unique) - complete)


def _records(path: Path, problems: list[Problem]) -> Iterator[dict[str, Any]]:
    ledger = runs.scan(path)
    for line in ledger.damaged:
        problems.append(Problem(path=str(path), line=line, text="not a whole record: perhaps a run was killed here"))
    for line in ledger.altered:
        problems.append(Problem(path=str(path), line=line, text="changed since it was written: its seal does not fit"))
    return iter(ledger.records)


def _complete(record: Mapping[str, Any]) -> bool:
    """Whether a record says of itself that it is evidence. Records before format 2 never do."""
    provenance = record.get("provenance")
    return bool(record.get("outcomes")) and isinstance(provenance, dict) and provenance.get("complete") is True


def _entry(folder: Path, record: Mapping[str, Any], problems: list[Problem]) -> Entry | None:
    missing = [key for key in NEEDED if key not in record]
    if missing:
        problems.append(Problem(path=str(folder), line=None,
                                text=f"run {record.get('run_id')} does not count: it lacks {', '.join(missing)}"))
        return None
    try:
        return Entry(record=record, outcomes=outcomes.read(folder, record["outcomes"]))
    except outcomes.DamagedOutcomes as error:
        problems.append(Problem(path=str(folder), line=None,
                                text=f"run {record['run_id']} of {record['experiment']} does not count: {error}"))
        return None
