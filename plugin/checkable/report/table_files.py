"""Tables as files: CSV for spreadsheets, JSON Lines for anything, Parquet for data frames.

Rows are written as they come, so that no more than one batch is in memory. A file under its final
name is complete. CSV cells that a spreadsheet would take for a formula get an apostrophe before
them; the other formats keep every text as it is, but for lone surrogates, which no UTF-8 file can hold.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from checkable.report.tables import Row, Table

FORMATS = ("csv", "jsonl", "parquet")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BATCH = 2000  # rows held before they are written


class Sink(Protocol):
    """An open file of one table."""

    def add(self, rows: Sequence[Row]) -> None: ...

    def close(self) -> None: ...


def write(folder: Path, tables: Sequence[Table], rows: Iterable[tuple[Table, Row]], kind: str) -> dict[str, int]:
    """Write every table into ``folder`` as ``<name>.<kind>``; returns how many rows each has.

    A table without rows is a file with its columns alone. Raises LookupError for Parquet without pyarrow.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = {table.name: folder / f"{table.name}.{kind}" for table in tables}
    sinks = {table.name: SINKS[kind](_temporary(paths[table.name]), table) for table in tables}
    waiting: dict[str, list[Row]] = {table.name: [] for table in tables}
    counts = dict.fromkeys(paths, 0)
    for table, row in rows:
        waiting[table.name].append({column: _sound(row.get(column)) for column in table.columns})
        counts[table.name] += 1
        if len(waiting[table.name]) >= BATCH:
            sinks[table.name].add(waiting.pop(table.name))
            waiting[table.name] = []
    for name, sink in sinks.items():
        sink.add(waiting[name])
        sink.close()
        os.replace(_temporary(paths[name]), paths[name])
    return counts


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def _sound(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


class Csv:
    def __init__(self, path: Path, table: Table) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(table.columns)

    def add(self, rows: Sequence[Row]) -> None:
        self._writer.writerows([_cell(value) for value in row.values()] for row in rows)

    def close(self) -> None:
        self._file.close()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


class JsonLines:
    def __init__(self, path: Path, table: Table) -> None:
        self._file = path.open("w", encoding="utf-8")

    def add(self, rows: Sequence[Row]) -> None:
        self._file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

    def close(self) -> None:
        self._file.close()


class Parquet:
    def __init__(self, path: Path, table: Table) -> None:
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError:
            raise LookupError("Parquet needs pyarrow: pip install 'pytest-checkable[export]'") from None
        kinds = {"text": pyarrow.string(), "int": pyarrow.int64(), "real": pyarrow.float64(), "bool": pyarrow.bool_()}
        self._table = pyarrow.Table
        self._schema = pyarrow.schema([(column, kinds[kind]) for column, kind in table.columns.items()])
        self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd")

    def add(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self._writer.write_table(self._table.from_pylist(list(rows), schema=self._schema))

    def close(self) -> None:
        self._writer.close()


SINKS: dict[str, type] = {"csv": Csv, "jsonl": JsonLines, "parquet": Parquet}
