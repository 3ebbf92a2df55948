"""Operators that keep some rows: blank ones, headers, totals, duplicates, and filters on a column."""

from __future__ import annotations

from collections.abc import Iterator

from substrates.foofah.inventory.columns import KINDS, kind, test
from substrates.foofah.inventory.goals import Goal
from substrates.foofah.inventory.operator import WIDEST, Table, alone, column, each_column, operator, width

MOST_VALUES = 6  # of a column, that rows are filtered by


def _counts(table: Table, goal: Goal) -> Iterator[tuple[int]]:
    yield from ((count,) for count in range(1, min(4, len(table))))


@operator("drop-first", _counts, bits=3)
def drop_first(table: Table, count: int) -> Table:
    """The first rows go."""
    return table[count:]


@operator("drop-last", _counts, bits=4)
def drop_last(table: Table, count: int) -> Table:
    """The last rows go."""
    return table[: len(table) - count]


@operator("drop-blank-rows", alone, bits=1.5)
def drop_blank_rows(table: Table) -> Table:
    """Rows in which every cell is empty go."""
    return tuple(row for row in table if any(row))


@operator("drop-incomplete-rows", alone, bits=4)
def drop_incomplete_rows(table: Table) -> Table:
    """Rows in which any cell is empty go."""
    return tuple(row for row in table if all(row))


@operator("drop-single-rows", alone, bits=5)
def drop_single_rows(table: Table) -> Table:
    """Rows with at most one filled cell go: titles, notes, page numbers."""
    return tuple(row for row in table if sum(map(bool, row)) > 1)


@operator("drop-ruled-rows", alone, bits=3)
def drop_ruled_rows(table: Table) -> Table:
    """Rows without a letter or digit go: lines of dashes, and blank ones."""
    return tuple(row for row in table if any(sign.isalnum() for cell in row for sign in cell))


@operator("keep-filled", each_column, bits=3)
def keep_filled(table: Table, at: int) -> Table:
    """Rows stay whose cell in a column is filled."""
    return tuple(row for row, cell in zip(table, column(table, at), strict=True) if cell.strip())


@operator("keep-empty", each_column, bits=5)
def keep_empty(table: Table, at: int) -> Table:
    """Rows stay whose cell in a column is empty."""
    return tuple(row for row, cell in zip(table, column(table, at), strict=True) if not cell.strip())


def _kinds(table: Table, goal: Goal) -> Iterator[tuple[int, str]]:
    for at in range(min(width(table), WIDEST)):
        there = {kind(cell) for cell in column(table, at)}
        yield from ((at, name) for name in KINDS if name in there and len(there) > 1)


@operator("keep-kind", _kinds, bits=5)
def keep_kind(table: Table, at: int, name: str) -> Table:
    """Rows stay whose cell in a column looks like a number, a code or words."""
    return tuple(row for row, cell in zip(table, column(table, at), strict=True) if kind(cell) == name)


def _values(table: Table, goal: Goal) -> Iterator[tuple[int, str]]:
    for at in range(min(width(table), WIDEST)):
        counted: dict[str, int] = {}
        for cell in column(table, at):
            if cell:
                counted[cell] = counted.get(cell, 0) + 1
        often = [value for value, count in counted.items() if 1 < count < len(table)]
        yield from ((at, value) for value in often[:MOST_VALUES])


def _known_values(table: Table, goal: Goal) -> Iterator[tuple[int, str]]:
    """Values that stay are in the goal, or their column is dropped; single ones count too."""
    for at in range(min(width(table), WIDEST)):
        told = dict.fromkeys(cell for cell in column(table, at) if cell)
        if len(told) > 1:
            yield from ((at, value) for value in list(told)[:MOST_VALUES])


@operator("keep-value", _known_values, bits=7)
def keep_value(table: Table, at: int, value: str) -> Table:
    """Rows stay whose cell in a column is this one."""
    return tuple(row for row, cell in zip(table, column(table, at), strict=True) if cell == value)


@operator("drop-value", _values, bits=7)
def drop_value(table: Table, at: int, value: str) -> Table:
    """Rows go whose cell in a column is this one."""
    return tuple(row for row, cell in zip(table, column(table, at), strict=True) if cell != value)


def _openings(table: Table, goal: Goal) -> Iterator[tuple[int, str]]:
    """First words, or leading signs, of cells that the goal lacks."""
    for at in range(min(width(table), 3)):
        told: dict[str, None] = {}
        for cell in column(table, at):
            if cell and cell not in goal.cells:
                told.setdefault(cell.split(" ")[0])
                if not cell[0].isalnum():
                    told.setdefault(cell[0])
        yield from ((at, text) for text in list(told)[:MOST_VALUES])


@operator("drop-starting", _openings, bits=6)
def drop_starting(table: Table, at: int, text: str) -> Table:
    """Rows go whose cell in a column begins with a text: totals, notes, separators."""
    return tuple(row for row, cell in zip(table, column(table, at), strict=True) if not test(cell, "starts", text))


@operator("drop-repeated-header", alone, bits=5)
def drop_repeated_header(table: Table) -> Table:
    """Later rows that are the first row again go."""
    return table[:1] + tuple(row for row in table[1:] if row != table[0])


@operator("drop-header-everywhere", alone, bits=6)
def drop_header_everywhere(table: Table) -> Table:
    """The first row goes, and every row that is the same."""
    return tuple(row for row in table if row != table[0])


@operator("remove-duplicates", alone, bits=5)
def remove_duplicates(table: Table) -> Table:
    """Of equal rows the first stays."""
    return tuple(dict.fromkeys(table))


@operator("first-of-group", each_column, bits=5)
def first_of_group(table: Table, at: int) -> Table:
    """Of the rows with the same cell in a column the first stays."""
    first: dict[str, tuple[str, ...]] = {}
    for row in table:
        first.setdefault(row[at], row)
    return tuple(first.values())


@operator("last-of-group", each_column, bits=5)
def last_of_group(table: Table, at: int) -> Table:
    """Of the rows with the same cell in a column the last stays."""
    return tuple({row[at]: row for row in table}.values())


def _strides(table: Table, goal: Goal) -> Iterator[tuple[int, int]]:
    for count in range(2, 6):
        if len(table) % count == 0 and len(table) > count:
            yield from ((count, at) for at in range(count))


@operator("keep-every", _strides, bits=7)
def keep_every(table: Table, count: int, at: int) -> Table:
    """Of each run of so many rows the one at a place stays."""
    return table[at::count]


@operator("reverse-rows", alone, bits=8)
def reverse_rows(table: Table) -> Table:
    """The rows come in the opposite order."""
    return table[::-1]
