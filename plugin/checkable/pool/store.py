"""The live pool: a SQLite file that many processes and threads read and write at once.

Promises: a completion that ``put`` returned for is there after any crash of any process; of all who
ask for one key at one moment only one makes it; what is stored is never made, and never changed,
again. Must not know what a completion is for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from json import loads
from pathlib import Path

from checkable.core.completion import Completion, CompletionRequest, ModelIdentity
from checkable.pool.entry import (
    Entry,
    canonical,
    completion_from_plain,
    completion_to_plain,
    entry,
    model_from_plain,
    sampling_from_plain,
)
from checkable.pool.recorded import MissingCompletion, RecordedPool, RecordingNote, write_recorded
from checkable.storage.sqlite_file import OtherFormat, SqliteFile

__all__ = ["MissingCompletion", "Pool", "PoolFormatError", "RecordedPool", "RecordingNote"]

FORMAT = 1  # of the tables below; kept in SQLite's user_version
_SCHEMA = """
CREATE TABLE prompts (digest TEXT PRIMARY KEY, prompt TEXT NOT NULL);
CREATE TABLE completions (
    key TEXT PRIMARY KEY,
    model TEXT NOT NULL,
    prompt_digest TEXT NOT NULL,
    sampling TEXT NOT NULL,
    sample_index INTEGER NOT NULL,
    completion TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX completions_by_model ON completions (model)
"""


class PoolFormatError(Exception):
    """The file at a pool's path is not a pool that this version can read."""


class Pool:
    """Every completion ever made, at ``path``. Safe for many threads and processes, also across fork."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        try:  # FULL: a completion costs seconds, a flush milliseconds
            self._file = SqliteFile(self.path, schema=_SCHEMA, form=FORMAT, synchronous="FULL")
        except OtherFormat as error:
            raise PoolFormatError(
                f"{self.path} is a pool of format {error.found}; this version reads {FORMAT}") from error
        except sqlite3.DatabaseError as error:
            raise PoolFormatError(f"{self.path} is not a pool: {error}") from error

    def get(self, key: str) -> Completion | None:
        with self._file.connection() as connection:
            row = connection.execute("SELECT completion FROM completions WHERE key = ?", (key,)).fetchone()
        return completion_from_plain(key, loads(row[0])) if row else None

    def put(self, request: CompletionRequest, completion: Completion) -> None:
        """Store durably. What is stored under the key already stays as it is.

        Raises ValueError where the completion answers another request.
        """
        row = entry(request, completion)
        with self._file.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO prompts VALUES (?, ?)", (row.prompt_digest, canonical(asdict(request.prompt)))
            )
            _insert(connection, row)

    def put_all(self, answers: Iterable[tuple[CompletionRequest, Completion]]) -> int:
        """Store many in one transaction, as ``put`` does each; returns how many were not here before."""
        before = len(self)
        with self._file.writing() as connection:
            for request, completion in answers:
                row = entry(request, completion)
                prompt = canonical(asdict(request.prompt))
                connection.execute("INSERT OR IGNORE INTO prompts VALUES (?, ?)", (row.prompt_digest, prompt))
                _insert(connection, row)
        return len(self) - before

    def get_or_make(self, request: CompletionRequest, make: Callable[[], Completion]) -> tuple[Completion, bool]:
        """The stored completion and False, or the one that ``make`` returns, stored, and True.

        Others who ask for the same key wait meanwhile. Where the maker raises or dies, the next in
        line makes it. ``make`` must not ask this pool for a completion itself.
        """
        key = request.key
        if found := self.get(key):
            return found, False
        with self._file.reserved(key):
            if found := self.get(key):
                return found, False
            completion = make()
            self.put(request, completion)
            return completion, True

    def entries(self, model: ModelIdentity | None = None) -> Iterator[Entry]:
        """Everything stored, or everything of one model, in order of key."""
        where, values = ("WHERE model = ?", (canonical(asdict(model)),)) if model else ("", ())
        columns = "key, model, prompt_digest, sampling, sample_index, completion"
        with self._file.connection() as connection:
            rows = connection.execute(f"SELECT {columns} FROM completions {where} ORDER BY key", values).fetchall()
        return (_entry_of(*row) for row in rows)

    def models(self) -> dict[ModelIdentity, int]:
        """Whose completions are stored, and how many of each."""
        with self._file.connection() as connection:
            rows = connection.execute("SELECT model, count(*) FROM completions GROUP BY model ORDER BY model")
            return {model_from_plain(loads(model)): count for model, count in rows.fetchall()}

    def prompt(self, digest: str) -> dict | None:
        """A stored prompt as plain data; None where it came from a file that keeps digests only."""
        with self._file.connection() as connection:
            row = connection.execute("SELECT prompt FROM prompts WHERE digest = ?", (digest,)).fetchone()
        return loads(row[0]) if row else None

    def __len__(self) -> int:
        with self._file.connection() as connection:
            return connection.execute("SELECT count(*) FROM completions").fetchone()[0]

    def export(self, path: Path | str, *, model: ModelIdentity, note: RecordingNote,
               where: Callable[[Entry], bool] = lambda _: True) -> int:
        """Write one model's completions as a recorded pool file and return how many.

        The same entries and note give the same bytes. The file appears whole or not at all.
        """
        chosen = [stored for stored in self.entries(model) if where(stored)]
        write_recorded(Path(path), model=model, note=note, entries=chosen)
        return len(chosen)

    def load(self, path: Path | str) -> int:
        """Take in a recorded pool file; returns how many completions were not here before."""
        recorded = RecordedPool(path)
        before = len(self)
        with self._file.writing() as connection:
            for stored in recorded.entries():
                _insert(connection, stored)
        return len(self) - before

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _insert(connection: sqlite3.Connection, row: Entry) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO completions VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            row.key, canonical(asdict(row.model)), row.prompt_digest, canonical(asdict(row.sampling)),
            row.sample_index, canonical(completion_to_plain(row.completion)),
            datetime.now(UTC).isoformat(timespec="seconds"),
        ),
    )


def _entry_of(key: str, model: str, digest: str, sampling: str, sample_index: int, completion: str) -> Entry:
    return Entry(
        model=model_from_plain(loads(model)), prompt_digest=digest, sampling=sampling_from_plain(loads(sampling)),
        sample_index=sample_index, completion=completion_from_plain(key, loads(completion)),
    )
