"""Two ledgers into one: the records of another machine, each once.

A run is the same run wherever its record lies, since its id is made of what it found and when. Of
one that both ledgers have, the target's record stays. Nothing of either ledger is changed or
removed; what cannot be read is named and stays where it is. Full results come along where the other
machine still has them, so that its cases can be looked at and compared here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checkable.core.claims import Problem
from checkable.ledger import artefacts, outcomes, runs
from checkable.ledger.reading import RECORDED


@dataclass(frozen=True, kw_only=True)
class Merged:
    """How many records were added, how many were known, how many full results came along, and what was left behind."""

    added: int
    known: int
    results: int
    problems: tuple[Problem, ...]


def merge(target: Path, source: Path) -> Merged:
    """Add what the ledger folder ``source`` has and ``target`` lacks. Raises FileNotFoundError without a source.

    Results lie in the folders above the two. Safe to repeat, to interrupt and to run while others append: a record's
    outcomes are there before the record is.
    """
    if not any((source / name).is_file() for name in (runs.FILE, RECORDED)):
        raise FileNotFoundError(f"{source} holds no ledger: expected {runs.FILE} or {RECORDED} in it")
    parts = [_merge_file(target, source, name) for name in (runs.FILE, RECORDED)]
    return Merged(added=sum(p.added for p in parts), known=sum(p.known for p in parts),
                  results=sum(p.results for p in parts),
                  problems=tuple(problem for p in parts for problem in p.problems))


def _merge_file(target: Path, source: Path, name: str) -> Merged:
    theirs = runs.scan(source / name)
    known = {record.get("run_id") for record in runs.scan(target / name).records}
    problems = [Problem(path=str(source / name), line=line, text="left behind: it cannot be read, or was changed")
                for line in sorted((*theirs.damaged, *theirs.altered))]
    added = results = 0
    for record in theirs.records:
        results += _copy_result(target.parent, source.parent, record)
        if record.get("run_id") in known:
            continue
        problems += _copy_outcomes(target, source, record)
        runs.append(target / name, record)
        known.add(record.get("run_id"))
        added += 1
    return Merged(added=added, known=len(theirs.records) - added, results=results, problems=tuple(problems))


def _copy_result(target: Path, source: Path, record: Mapping[str, Any]) -> bool:
    """Whether a full result came along. A record of another machine names no file outside the reports folder."""
    kept = record.get("artefact")
    path = Path(kept["path"]) if isinstance(kept, Mapping) else None
    if path is None or path.is_absolute() or ".." in path.parts or (target / path).exists():
        return False
    try:
        artefacts.read(source / path, kept["sha256"])
        content = (source / path).read_bytes()
    except (OSError, artefacts.DamagedArtefact):
        return False
    (target / path).parent.mkdir(parents=True, exist_ok=True)
    artefacts.replace(target / path, content)
    return True


def _copy_outcomes(target: Path, source: Path, record: Mapping[str, Any]) -> list[Problem]:
    """A record without its outcomes is still a record; it is no evidence, and that is said."""
    digest = record.get("outcomes")
    if not digest:
        return []
    try:
        outcomes.write(target, outcomes.read(source, digest))
    except outcomes.DamagedOutcomes as error:
        return [Problem(path=str(source), line=None, text=f"run {record.get('run_id')} came without outcomes: {error}")]
    return []
