"""One line of JSON for every run, in a file that only grows.

A line is on the disk when ``append`` returns. A process killed in the middle of a line damages
that line and no other: the reader says which, and the next append starts on a line of its own.
"""

from __future__ import annotations

import dataclasses
import fcntl
import hashlib
import json
import os
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from checkable.core.result import ExperimentResult, to_plain
from checkable.ledger.seal import is_broken, sealed

FORMAT = 2  # of a record; those of format 1 have no seal and no outcomes
FOLDER = "ledger"  # of the reports folder
FILE = "runs.jsonl"
DETAIL = ("cases", "trainings", "lengths", "sliced")  # what only the artefact holds


class DamagedLedger(UserWarning):
    """A ledger has lines that cannot be read; the message names the file and the lines."""


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """What a ledger file holds: its sound records in order, and the numbers of the other lines (from 1).

    ``damaged`` lines are no records; ``altered`` ones are, and say something else than was written.
    """

    records: tuple[dict[str, Any], ...]
    damaged: tuple[int, ...]
    altered: tuple[int, ...] = ()


def append(path: Path, record: Mapping[str, Any]) -> None:
    """Add one record as one line, and return when it is on the disk.

    Makes the file and its folder. Safe with other appenders of the same file. Raises ValueError
    or TypeError for a record that is not JSON, and OSError (with the file as it was) when the
    disk does not take the line.
    """
    line = json.dumps(record, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    created = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        _write(descriptor, line)
    finally:
        os.close(descriptor)
    if created:
        _sync_folder(path.parent)


def _write(descriptor: int, line: bytes) -> None:
    size = os.fstat(descriptor).st_size
    if size and os.pread(descriptor, 1, size - 1) != b"\n":
        line = b"\n" + line  # a crash left half a line: it stays, on a line of its own
    try:
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, size)  # under the lock, so that only our own half line goes
        raise


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def scan(path: Path) -> Ledger:
    """Everything that can be read, and where the rest is. A file that is not there is empty."""
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return Ledger(records=(), damaged=())
    found = [(number, _record(line)) for number, line in enumerate(lines, 1) if line.strip()]
    altered = tuple(n for n, record in found if record is not None and is_broken(record))
    return Ledger(records=tuple(r for n, r in found if r is not None and n not in altered),
                  damaged=tuple(n for n, r in found if r is None), altered=altered)


def _record(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except ValueError:  # not JSON, or not UTF-8
        return None
    return record if isinstance(record, dict) else None


def read(path: Path) -> list[dict[str, Any]]:
    """The records in the order they were appended. Warns (DamagedLedger) of lines that cannot be read."""
    ledger = scan(path)
    for numbers, what in ((ledger.damaged, "cannot read line"), (ledger.altered, "something was changed in line")):
        if numbers:
            lines = ", ".join(map(str, numbers))
            warnings.warn(f"{path}: {what} {lines}; all other records were read", DamagedLedger, stacklevel=2)
    return list(ledger.records)


def record_of(result: ExperimentResult | Mapping[str, Any], artefact: Path, sha256: str,
              outcomes: str | None = None) -> dict[str, Any]:
    """The sealed record of a run: the result without its details, and where the artefact with them is.

    ``artefact`` is kept as given; give it relative to the reports folder, so that the folder can
    move. ``sha256`` is what ``artefacts.write`` returned, ``outcomes`` what ``outcomes.write`` did;
    a run without outcomes is no evidence. The keys are always in the same order.
    """
    of = result.get if isinstance(result, Mapping) else partial(getattr, result)
    keys = result if isinstance(result, Mapping) else [field.name for field in dataclasses.fields(result)]
    body = {key: to_plain(of(key)) for key in keys if key not in DETAIL}
    identity = "\n".join((body["experiment"], body["item"], body["started"], sha256))
    run_id = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    where = {"path": artefact.as_posix(), "sha256": sha256}
    return sealed({"format": FORMAT, "run_id": run_id, **body, "artefact": where, "outcomes": outcomes})
