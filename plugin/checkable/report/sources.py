"""Finished runs, found again: the records of a ledger, their artefacts, and a run by the name a person types.

Reads files and runs nothing. A run whose artefact is gone or damaged is still known by its record,
without its cases.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checkable.ledger import artefacts, runs

Record = Mapping[str, Any]
SHOWN = 8  # names in a message about several
RUN_ID = 8  # digits of a run's id that are shown, and enough to name it by


def records(reports: Path) -> list[dict[str, Any]]:
    """Every record of the ledger in ``reports``, oldest first. Raises FileNotFoundError where there is none."""
    path = reports / runs.FOLDER / runs.FILE
    if not has_runs(reports):
        raise FileNotFoundError(f"there is no ledger at {path}: run some experiments first, or name it with --reports")
    return runs.read(path)


def has_runs(reports: Path) -> bool:
    """Whether anything was run into ``reports``."""
    return (reports / runs.FOLDER / runs.FILE).is_file()


def latest(known: Iterable[Record]) -> list[Record]:
    """The newest record of every experiment on every model, in the order of their names."""
    newest = {(name_of(r), model_of(r)): r for r in sorted(known, key=lambda r: r["started"])}
    return [newest[key] for key in sorted(newest)]


def shown(known: Sequence[Record], deciding: Iterable[str | None]) -> list[Record]:
    """The newest record of every experiment on every model, and the runs that decided a claim, whose ids are given."""
    wanted = set(deciding)
    newest = latest(known)
    there = {record.get("run_id") for record in newest}
    return newest + [r for r in known if r.get("run_id") in wanted - there]


def result_of(reports: Path, record: Record) -> Record:
    """The full result of a record, with its ``run_id``; the record itself where its artefact cannot be read."""
    try:
        result = artefacts.read(reports / record["artefact"]["path"], record["artefact"]["sha256"])
        return {**result, "run_id": record.get("run_id")}
    except (OSError, artefacts.DamagedArtefact):
        return record


def apart(record: Record) -> str:
    """What tells a run from others of its name: ``2026-11-26 13:04 · qwen3.5-4b · run 0f1e2d3c``.

    Without a model where none was asked, without an id for a result that is not from a ledger.
    """
    started = str(record["started"])[:16].replace("T", " ")
    run_id = str(record.get("run_id") or "")[:RUN_ID]
    return " · ".join(part for part in (started, model_of(record), run_id and f"run {run_id}") if part)


def results_of(reports: Path, known: Iterable[Record]) -> Iterator[Record]:
    """One full result at a time."""
    return (result_of(reports, record) for record in known)


def name_of(record: Record) -> str:
    return f"{record['experiment']}::{record['item']}"


def model_of(record: Record) -> str:
    model = record["provenance"].get("model")
    return str(model.get("name", "")) if isinstance(model, Mapping) else ""


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A run as a person names it: ``specs/foofah/gate.yaml::full@qwen3.5-4b#gate``; model and arm may be left out.

    ``run`` is an experiment, a part of its name that no other has, the start of a run's id, or an artefact's file.
    """

    run: str
    model: str | None
    arm: str | None

    @classmethod
    def of(cls, text: str) -> Reference:
        run, _, arm = text.partition("#")
        run, _, model = run.partition("@")
        return cls(run=run, model=model or None, arm=arm or None)


def find(reference: Reference, known: Sequence[Record]) -> Record:
    """The newest run that ``reference`` names. Raises LookupError where none or several different ones do."""
    on_model = [r for r in known if reference.model in (None, model_of(r))]
    if known and not on_model:
        models = sorted({model_of(r) for r in known} - {""})
        raise LookupError(f"no run is on the model {reference.model!r}; there are {', '.join(models) or 'none'}")
    for matches in (_by_id, _by_name, _by_part):
        found = [r for r in on_model if matches(r, reference.run)]
        names = sorted({name_of(r) for r in found})
        if len(names) > 1:
            raise LookupError(f"{reference.run!r} names several experiments: {_some(names)}")
        if matches is _by_id and len(found) > 1:
            raise LookupError(f"{reference.run!r} begins the ids of several runs: {_some([apart(r) for r in found])}")
        if found:
            return max(found, key=lambda r: r["started"])
    names = sorted({name_of(r) for r in on_model})
    close = difflib.get_close_matches(reference.run, names, n=3, cutoff=0.4) or names
    raise LookupError(f"no run is called {reference.run!r}; there are {_some(close) or 'none'}")


def others(chosen: Record, reference: Reference, known: Sequence[Record]) -> list[Record]:
    """The other runs that ``reference`` fits, the newest first: none where it names the run by its id."""
    if _by_id(chosen, reference.run):
        return []
    same = [r for r in known if name_of(r) == name_of(chosen) and r.get("run_id") != chosen.get("run_id")
            and reference.model in (None, model_of(r))]
    return sorted(same, key=lambda r: r["started"], reverse=True)


def _by_id(record: Record, text: str) -> bool:
    return len(text) >= 4 and str(record.get("run_id", "")).startswith(text)


def _by_name(record: Record, text: str) -> bool:
    return text in (name_of(record), record["experiment"])


def _by_part(record: Record, text: str) -> bool:
    return text in name_of(record)


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
