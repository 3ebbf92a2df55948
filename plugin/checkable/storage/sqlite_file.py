"""A SQLite file that many processes and threads read and write at once, also across fork.

Promises that its tables are there, made once whoever comes first; that no two threads share a
connection; and that a forked child uses none of its parent's. Must not know what is in the tables.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from os import getpid
from pathlib import Path
from typing import Literal

from checkable.storage.reservation import reserved

BUSY_SECONDS = 120.0
_SCHEMA_KEY = "0" * 64  # reserved while the file is set up; no sha256 anybody will meet


class OtherFormat(Exception):
    """The file is of another format than this version reads."""

    def __init__(self, found: int, expected: int) -> None:
        super().__init__(f"its format is {found}, this version reads {expected}")
        self.found = found


class SqliteFile:
    """Connections to the file at ``path``, which is made with ``schema`` where it is not there.

    ``form`` is the number of the schema, kept in SQLite's user_version. ``synchronous`` is SQLite's: FULL survives a
    power cut, NORMAL may lose what was written last to one. Raises sqlite3.DatabaseError for a file that is no
    database, OtherFormat for one of another schema.
    """

    def __init__(self, path: Path, *, schema: str, form: int, synchronous: Literal["FULL", "NORMAL"]) -> None:
        self.path = path
        self._form, self._synchronous = form, synchronous
        self._locks = path.with_name(path.name + "-reservations")
        self._owner = getpid()
        self._idle: list[sqlite3.Connection] = []
        self._inherited: list[sqlite3.Connection] = []  # of a parent process: must be neither used nor closed here
        self._guard = threading.Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._set_up(schema)

    def reserved(self, key: str) -> AbstractContextManager[None]:
        """Hold ``key`` (a hexadecimal digest) for this thread alone, waiting for whoever holds it now."""
        return reserved(self._locks, key)

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection that no other thread has, made where none is idle. Each statement is a transaction."""
        self._notice_fork()
        with self._guard:
            connection = self._idle.pop() if self._idle else None
        connection = connection or self._connect()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        with self._guard:
            self._idle.append(connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction of its own, which is undone where an exception leaves it."""
        with self.connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def close(self) -> None:
        """Close what is idle. A later call connects anew."""
        self._notice_fork()
        with self._guard:
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _notice_fork(self) -> None:
        """SQLite's connections do not survive a fork, nor does a lock that another thread held."""
        if self._owner != getpid():
            self._inherited += self._idle
            self._idle, self._guard, self._owner = [], threading.Lock(), getpid()  # the owner last: others look at it

    def _set_up(self, schema: str) -> None:
        # Under a reservation: two processes that switch a new file to WAL at once get "database is locked".
        with self.reserved(_SCHEMA_KEY), self.connection() as connection:
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            if found == 0:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.executescript(f"BEGIN; {schema}; PRAGMA user_version = {self._form}; COMMIT;")
            elif found != self._form:
                raise OtherFormat(found, self._form)

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            connection.execute(f"PRAGMA synchronous = {self._synchronous}")
        except BaseException:
            connection.close()
            raise
        return connection
