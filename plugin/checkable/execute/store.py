"""What programs did, kept: a SQLite file that many processes and threads read and write at once.

Promises that an execution that is in here is not made again, whoever asks, in this session or a later one; that of all
who ask for one at the same moment only one makes it; and that a crash loses nothing but what was under way. The
key is everything an observation may depend on: program, inputs, namespace, limits, Python, the jail's own
code and the isolation in force. What failed by our fault or merely waited too long is never kept.

A share of what is found is made again all the same: a program that now does something else was never deterministic.
Deleting the file is safe at any time, and the only way to forget.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import random
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checkable.core.candidate import Observation, Outcome
from checkable.execute.decoding import decode
from checkable.execute.inside import protocol
from checkable.execute.isolation import Isolation
from checkable.execute.requests import Request
from checkable.storage.sqlite_file import OtherFormat, SqliteFile

FORMAT = 1  # of the table below; kept in SQLite's user_version
RERUN_SHARE = 0.02  # of what is found
_MOST_BYTES = 1_000_000  # of one execution; larger ones are made every time
_SCHEMA = "CREATE TABLE executions (key TEXT PRIMARY KEY, observations TEXT NOT NULL) WITHOUT ROWID"
Make = Callable[[], tuple[list[Observation], bool]]  # observations, and whether they may be kept


class ExecutionStoreError(Exception):
    """The file at a store's path is not one that this version can read; the message says what to do."""


@dataclass(frozen=True)
class Resampled:
    """``looked_at`` stored executions were made again; ``disagreed`` says of each that differed how."""

    looked_at: int = 0
    disagreed: tuple[str, ...] = ()

    def since(self, earlier: Resampled) -> Resampled:
        """What was added to ``earlier``."""
        return Resampled(self.looked_at - earlier.looked_at, self.disagreed[len(earlier.disagreed):])


class ExecutionStore:
    """Executions at ``path``. ``rerun_share`` of what is found is made again, chosen by chance."""

    def __init__(self, path: Path | str, *, rerun_share: float = RERUN_SHARE) -> None:
        self.path = Path(path)
        self._looks: list[tuple[str, ...]] = []  # of each execution that was made again: how it differed, if it did
        self._share, self._chance = rerun_share, random.Random(os.urandom(16))
        try:  # NORMAL: a power cut may take the last executions, which are then made again
            self._file = SqliteFile(self.path, schema=_SCHEMA, form=FORMAT, synchronous="NORMAL")
        except (OtherFormat, sqlite3.DatabaseError) as error:
            raise ExecutionStoreError(f"{self.path} is no store of executions that this version can read ({error}); "
                                      "delete it, and programs are executed anew") from error

    def get_or_make(self, request: Request, isolation: Isolation, make: Make) -> list[Observation]:
        """The stored observations, or those that ``make`` returns, stored if they may be.

        ``make`` must not ask this store itself.
        """
        key = _key(request, isolation)
        if found := self._get(key):
            self._look_again(key, found, make)
            return found
        with self._file.reserved(key):
            if found := self._get(key):
                return found
            observations, lasting = make()
            if lasting:
                self._put(key, observations)
            return observations

    @property
    def resampled(self) -> Resampled:
        """What came of making a share of the stored executions again, so far."""
        looks = tuple(self._looks)
        return Resampled(len(looks), tuple(changed for look in looks for changed in look))

    def __len__(self) -> int:
        return self._execute("SELECT count(*) FROM executions")[0][0]

    def close(self) -> None:
        self._file.close()

    def _look_again(self, key: str, found: list[Observation], make: Make) -> None:
        if self._chance.random() >= self._share:
            return
        again, lasting = make()
        if not lasting:
            return
        changed = _facts(found) != _facts(again)
        self._looks.append((f"{key[:12]}: {_said(found)}, now {_said(again)}",) if changed else ())

    def _get(self, key: str) -> list[Observation] | None:
        rows = self._execute("SELECT observations FROM executions WHERE key = ?", key)
        return [_observation(*fields) for fields in json.loads(rows[0][0])] if rows else None

    def _put(self, key: str, observations: list[Observation]) -> None:
        written = json.dumps([_fields(o) for o in observations], separators=(",", ":"))
        if observations and len(written) <= _MOST_BYTES:
            self._execute("INSERT OR IGNORE INTO executions VALUES (?, ?)", key, written)

    def _execute(self, statement: str, *values: str) -> list[tuple]:
        with self._file.connection() as connection:
            return connection.execute(statement, values).fetchall()


def _key(request: Request, isolation: Isolation) -> str:
    return hashlib.sha256(f"{request.digest} {_interpreter()} {isolation.summary}".encode()).hexdigest()


@cache
def _interpreter() -> str:
    """The Python and the jail's code that programs run in."""
    code = hashlib.sha256()
    for path in sorted((Path(__file__).parent / "inside").glob("*.py")):
        code.update(path.read_bytes())
    return f"{sys.version} {platform.machine()} {code.hexdigest()}"


def _fields(seen: Observation) -> list[object]:
    return [seen.outcome.value, protocol.encode(seen.value), seen.error, seen.cpu_seconds]


def _observation(outcome: str, value: str, error: str, cpu_seconds: float) -> Observation:
    return Observation(outcome=Outcome(outcome), value=decode(value), error=error, cpu_seconds=cpu_seconds)


def _facts(observations: list[Observation]) -> list[list[object]]:
    """What must be the same every time: all but the time it took."""
    return [_fields(o)[:3] for o in observations]


def _said(observations: list[Observation]) -> str:
    """The outcome and value of the first inputs, in brief."""
    of_each = (f"{o.outcome.value} {repr(o.value) if o.ok else o.error}" for o in observations[:3])
    return "; ".join(text[:80] for text in of_each)
