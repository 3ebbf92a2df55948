"""Table operators: each takes a table and returns a new one. Tables are lists of rows of strings.

The first group works on columns, the second on rows. ``reshape`` holds those that change what a
row stands for. None of them draws anything: all parameters are given.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Table = list[list[str]]


@dataclass(frozen=True)
class Step:
    """One operator with its parameters filled in; ``name`` becomes part of the family's name."""

    name: str
    apply: Callable[[Table], Table]


def run(steps: tuple[Step, ...], table: Table) -> Table:
    """The table after all steps, in order. The given table is left as it is."""
    current = [list(row) for row in table]
    for step in steps:
        current = step.apply(current)
    return current


# columns


def drop_columns(table: Table, columns: tuple[int, ...]) -> Table:
    return [[cell for at, cell in enumerate(row) if at not in columns] for row in table]


def move_column(table: Table, source: int, target: int) -> Table:
    moved = []
    for row in table:
        rest = row[:source] + row[source + 1 :]
        moved.append(rest[:target] + [row[source]] + rest[target:])
    return moved


def split_column(table: Table, column: int, delimiter: str) -> Table:
    return [row[:column] + row[column].split(delimiter) + row[column + 1 :] for row in table]


def merge_columns(table: Table, first: int, second: int, glue: str) -> Table:
    merged = [row[:first] + [row[first] + glue + row[second]] + row[first + 1 :] for row in table]
    return drop_columns(merged, (second,))


def divide_column(table: Table, column: int, pattern: str) -> Table:
    """Two columns in place of one: cells that match go left, the others right."""
    divided = []
    for row in table:
        cell = row[column]
        pair = [cell, ""] if re.search(pattern, cell) else ["", cell]
        divided.append(row[:column] + pair + row[column + 1 :])
    return divided


def coalesce_columns(table: Table, column: int) -> Table:
    """One column in place of two of which one is always empty."""
    return [row[:column] + [row[column] or row[column + 1]] + row[column + 2 :] for row in table]


def extract(table: Table, column: int, pattern: str) -> Table:
    """Each cell of the column becomes the part of it that matches."""
    return [row[:column] + [_first_match(pattern, row[column])] + row[column + 1 :] for row in table]


def _first_match(pattern: str, cell: str) -> str:
    found = re.search(pattern, cell)
    return found.group(0) if found else ""


def strip_text(table: Table, column: int, text: str) -> Table:
    return [row[:column] + [row[column].replace(text, "")] + row[column + 1 :] for row in table]


def fill_down(table: Table, column: int) -> Table:
    filled, last = [], ""
    for row in table:
        last = row[column] or last
        filled.append(row[:column] + [last] + row[column + 1 :])
    return filled


def drop_empty_columns(table: Table) -> Table:
    return drop_columns(table, tuple(at for at in range(len(table[0])) if not any(row[at] for row in table)))


def close_gaps(table: Table) -> Table:
    """Cells move left over empty ones."""
    return [[cell for cell in row if cell] for row in table]


# rows


def delete_blank_rows(table: Table) -> Table:
    return [row for row in table if any(row)]


def delete_rows_starting(table: Table, text: str) -> Table:
    return [row for row in table if not row[0].startswith(text)]


def delete_rows_without(table: Table, column: int) -> Table:
    """Rows whose cell in ``column`` is empty are dropped."""
    return [row for row in table if row[column]]


def keep_rows_with(table: Table, column: int, value: str) -> Table:
    return [row for row in table if row[column] == value]


def drop_top_rows(table: Table, count: int) -> Table:
    return table[count:]


def delete_repeated_headers(table: Table) -> Table:
    """The first row stays; later rows equal to it are dropped."""
    return table[:1] + [row for row in table[1:] if row != table[0]]


def remove_duplicates(table: Table) -> Table:
    seen: dict[tuple[str, ...], None] = {}
    for row in table:
        seen.setdefault(tuple(row))
    return [list(row) for row in seen]


def keep_last_of_group(table: Table) -> Table:
    last = {row[0]: row for row in table}
    return list(last.values())
