"""Recorded outcomes into the ledger: one sealed record for each claim that a mapping bears on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from checkable.core.result import to_plain
from checkable.ledger import outcomes, runs
from checkable.ledger.documents import read_documents
from checkable.ledger.reading import RECORDED
from checkable.ledger.recorded import RecordedMapping, mapping_files, read_mapping
from checkable.ledger.recorded_rows import RecordedOutcomesError, given_away, outcomes_of
from checkable.ledger.seal import sealed
from checkable.substrate.contract import DataUnavailable


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What became of one mapping: how many records are new, or why there are none."""

    mapping: str
    title: str
    added: int
    problem: str = ""


def import_all(root: Path, reports: Path, data: Path | None, now: str | None = None) -> list[Imported]:
    """Every mapping of the workspace. What is in the ledger already is not added again.

    Raises SpecErrors for a mapping with mistakes.
    """
    claims = {claim.id: claim for claim in read_documents(root).claims}
    mappings = [read_mapping(path, root, claims) for path in mapping_files(root)]
    return [_import(mapping, root, reports / runs.FOLDER, data, now) for mapping in mappings]


def _import(mapping: RecordedMapping, root: Path, folder: Path, data: Path | None, now: str | None) -> Imported:
    try:
        found = outcomes_of(mapping.keys, data)
        audits = _audits(mapping, data)
    except (DataUnavailable, RecordedOutcomesError) as error:
        return Imported(mapping=mapping.path, title=mapping.keys.title, added=0, problem=str(error))
    kept = outcomes.write(folder, found)
    origin = hashlib.sha256((root / mapping.path).read_bytes()).hexdigest()
    known = {record.get("run_id") for record in runs.scan(folder / RECORDED).records}
    added = 0
    for claim in mapping.keys.claims:
        record = _record(mapping, claim, origin, kept, audits, now)
        if record["run_id"] not in known:
            runs.append(folder / RECORDED, record)
            added += 1
    return Imported(mapping=mapping.path, title=mapping.keys.title, added=added)


def _audits(mapping: RecordedMapping, data: Path | None) -> list[dict[str, str]]:
    """What the ledger looks for among the audits of a run, said of a recorded pool."""
    said = mapping.keys.given_away
    if said is None:
        return []
    reference, mutants, every = given_away(said, mapping.keys.address, data)
    if not reference + mutants:
        return []
    return [{"name": "provenance", "level": "warning",
             "text": f"of {every} candidates {reference} are the reference solution and {mutants} were made from it"}]


def _record(mapping: RecordedMapping, claim: str, origin: str, kept: str, audits: list[dict[str, str]],
            now: str | None) -> dict[str, Any]:
    """The record of one claim; its id depends on the mapping and the outcomes, not on when or where."""
    keys = mapping.keys
    files = {name: {"file": arm.file, "sha256": arm.sha256} for name, arm in keys.arms.items()}
    run_id = hashlib.sha256("\n".join((claim, origin, kept)).encode()).hexdigest()[:16]
    provenance: Mapping[str, Any] = {
        "complete": True, "seed": keys.seed, "cell": {}, "model": to_plain(keys.model),
        "recorded_outcomes": {"mapping": mapping.path, "sha256": origin, "made_by": keys.made_by,
                              "made_at": keys.made_at, "licence": keys.licence, "files": files}}
    return sealed({
        "format": runs.FORMAT, "run_id": run_id, "experiment": mapping.path, "item": "recorded", "claim": claim,
        "title": keys.title, "substrate": keys.substrate, "split": keys.split, "audits": audits,
        "started": now or datetime.now(UTC).isoformat(timespec="seconds"), "provenance": provenance,
        "outcomes": kept})
