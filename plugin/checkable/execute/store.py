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
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checkable.core.candidate import Observation, Outcome
from checkable.execute.inside import protocol
from checkable.execute.isolation import Isolation
from checkable.execute.requests import Request
from checkable.pool.reservation import reserved

FORMAT = 1  # of the table below; kept in SQLite's user_version
RERUN_SHARE = 0.02  # of what is found
_BUSY_SECONDS = 120.0
_MOST_BYTES = 1_000_000  # of one execution; larger ones are made every time
_SCHEMA_KEY = "0" * 64  # reserved while the file is set up
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
        self.resampled = Resampled()
        self._share, self._chance = rerun_share, random.Random(os.urandom(16))
        self._locks = self.path.with_name(self.path.name + "-reservations")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._inherited: list[sqlite3.Connection] = []  # of a parent process: must neither be used nor closed here
        self._open()

    def get_or_make(self, request: Request, isolation: Isolation, make: Make) -> list[Observation]:
        """The stored observations, or those that ``make`` returns, stored if they may be.

        ``make`` must not ask this store itself.
        """
        key = _key(request, isolation)
        if found := self._get(key):
            self._look_again(key, found, make)
            return found
        with reserved(self._locks, key):
            if found := self._get(key):
                return found
            observations, lasting = make()
            if lasting:
                self._put(key, observations)
            return observations

    def __len__(self) -> int:
        return self._execute("SELECT count(*) FROM executions")[0][0]

    def close(self) -> None:
        with self._guard:
            if self._owner == os.getpid():
                self._connection.close()

    def _look_again(self, key: str, found: list[Observation], make: Make) -> None:
        if self._chance.random() >= self._share:
            return
        again, lasting = make()
        if not lasting:
            return
        with self._guard:
            before = self.resampled
            changed = (f"{key[:12]}: {_said(found)}, now {_said(again)}",) if _facts(found) != _facts(again) else ()
            self.resampled = Resampled(before.looked_at + 1, (*before.disagreed, *changed))

    def _get(self, key: str) -> list[Observation] | None:
        rows = self._execute("SELECT observations FROM executions WHERE key = ?", key)
        return [_observation(*fields) for fields in json.loads(rows[0][0])] if rows else None

    def _put(self, key: str, observations: list[Observation]) -> None:
        written = json.dumps([_fields(o) for o in observations], separators=(",", ":"))
        if observations and len(written) <= _MOST_BYTES:
            self._execute("INSERT OR IGNORE INTO executions VALUES (?, ?)", key, written)

    def _execute(self, statement: str, *values: str) -> list[tuple]:
        if self._owner != os.getpid():
            self._inherited.append(self._connection)
            self._open()
        with self._guard:
            return self._connection.execute(statement, values).fetchall()

    def _open(self) -> None:
        self._owner, self._guard = os.getpid(), threading.Lock()
        self._connection = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None,
                                           check_same_thread=False)
        try:
            # Under a reservation: two processes that switch a new file to WAL at once get "database is locked".
            with reserved(self._locks, _SCHEMA_KEY):
                _set_up(self._connection)
        except (sqlite3.DatabaseError, ExecutionStoreError) as error:
            self._connection.close()
            raise ExecutionStoreError(f"{self.path} is no store of executions that this version can read ({error}); "
                                      "delete it, and programs are executed anew") from error


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = NORMAL")  # a power cut may take the last ones: they are made again
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == 0:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(f"BEGIN; {_SCHEMA}; PRAGMA user_version = {FORMAT}; COMMIT;")
    elif version != FORMAT:
        raise ExecutionStoreError(f"its format is {version}, this version reads {FORMAT}")


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
    return Observation(outcome=Outcome(outcome), value=protocol.decode(value), error=error, cpu_seconds=cpu_seconds)


def _facts(observations: list[Observation]) -> list[list[object]]:
    """What must be the same every time: all but the time it took."""
    return [_fields(o)[:3] for o in observations]


def _said(observations: list[Observation]) -> str:
    """The outcome and value of the first inputs, in brief."""
    of_each = (f"{o.outcome.value} {repr(o.value) if o.ok else o.error}" for o in observations[:3])
    return "; ".join(text[:80] for text in of_each)
