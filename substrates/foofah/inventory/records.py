"""Operators for records over several rows: wrapping, blocks, titles, bands, header lifting."""

from __future__ import annotations

from collections.abc import Iterator

from substrates.foofah.inventory.columns import KINDS, delimiters_of, kind
from substrates.foofah.inventory.goals import Goal
from substrates.foofah.inventory.operator import (
    Row,
    Table,
    alone,
    column,
    each_column,
    operator,
    padded,
    shorter,
    taller,
    width,
)

LONGEST = 16  # rows of a record


def _joined(rows: Table) -> Row:
    return tuple(cell for row in rows for cell in row)


def _lengths(table: Table, goal: Goal) -> Iterator[tuple[int]]:
    yield from ((count,) for count in range(2, min(LONGEST, len(table)) + 1) if len(table) % count == 0)


@operator("wrap-every", shorter(_lengths), bits=3)
def wrap_every(table: Table, count: int) -> Table:
    """Each run of so many rows becomes one."""
    return padded(_joined(table[at : at + count]) for at in range(0, len(table), count))


@operator("wrap-all", shorter(alone), bits=4)
def wrap_all(table: Table) -> Table:
    """All rows become one."""
    return (_joined(table),)


@operator("wrap-blocks", shorter(alone), bits=3)
def wrap_blocks(table: Table) -> Table:
    """Rows between blank rows become one."""
    blocks: list[list[str]] = [[]]
    for row in table:
        if any(row):
            blocks[-1].extend(row)
        else:
            blocks.append([])
    return padded(tuple(block) for block in blocks if block)


def _started(table: Table, starts: list[bool]) -> Table:
    records: list[list[str]] = []
    for row, start in zip(table, starts, strict=True):
        if start or not records:
            records.append(list(row))
        else:
            records[-1].extend(row)
    return padded(tuple(record) for record in records)


@operator("wrap-at-filled", shorter(each_column), bits=4)
def wrap_at_filled(table: Table, at: int) -> Table:
    """A record begins where a column is filled; its rows become one."""
    return _started(table, [bool(cell) for cell in column(table, at)])


def _marks(table: Table, goal: Goal) -> Iterator[tuple[str]]:
    told: dict[str, None] = {}
    for cell in column(table, 0):
        if cell and not cell[0].isalnum():
            told.setdefault(cell[0])
    yield from ((mark,) for mark in list(told)[:4])


@operator("wrap-at-mark", shorter(_marks), bits=5)
def wrap_at_mark(table: Table, mark: str) -> Table:
    """A record begins where the first cell begins with a mark; its rows become one."""
    return _started(table, [row[0].startswith(mark) for row in table])


def _first_kinds(table: Table, goal: Goal) -> Iterator[tuple[str]]:
    there = {kind(cell) for cell in column(table, 0)}
    yield from ((name,) for name in KINDS if name in there and len(there) > 1)


@operator("wrap-at-kind", shorter(_first_kinds), bits=6)
def wrap_at_kind(table: Table, name: str) -> Table:
    """A record begins where the first cell looks like a number, a code or words; its rows become one."""
    return _started(table, [kind(row[0]) == name for row in table])


@operator("wrap-at-first-label", shorter(alone), bits=6)
def wrap_at_first_label(table: Table) -> Table:
    """A record begins where the first cell of the table comes again; its rows become one."""
    return _started(table, [row[0] == table[0][0] for row in table])


def _widths(table: Table, goal: Goal) -> Iterator[tuple[int]]:
    wide = width(table)
    yield from ((size,) for size in range(1, min(wide, 9)) if wide % size == 0)


@operator("stack-groups", taller(_widths), bits=4)
def stack_groups(table: Table, size: int) -> Table:
    """Records side by side come one under the other, row by row."""
    return padded(row[at : at + size] for row in table for at in range(0, len(row), size))


@operator("stack-bands", taller(_widths), bits=6)
def stack_bands(table: Table, size: int) -> Table:
    """Records side by side come one under the other, band by band."""
    return padded(row[at : at + size] for at in range(0, width(table), size) for row in table)


@operator("turn-blocks", _lengths, bits=4)
def turn_blocks(table: Table, height: int) -> Table:
    """Blocks of so many rows, a record to a column, are turned so that each record is a row."""
    return padded(turned for at in range(0, len(table), height)
                  for turned in zip(*table[at : at + height], strict=True))


def _heights(table: Table, goal: Goal) -> Iterator[tuple[int, int]]:
    for count in (2, 3):
        if len(table) % count == 0:
            yield from ((count, keys) for keys in range(min(width(table), 3)))


@operator("interleave", shorter(_heights), bits=5)
def interleave(table: Table, count: int, keys: int) -> Table:
    """So many rows become one whose cells alternate between them, behind the keys of the first."""
    if len(table) % count:
        raise ValueError("rows do not come in whole groups")
    made = []
    for at in range(0, len(table), count):
        group = table[at : at + count]
        made.append(group[0][:keys] + tuple(cell for cells in zip(*(row[keys:] for row in group), strict=True)
                                            for cell in cells))
    return tuple(made)


@operator("titles-to-column", alone, bits=3)
def titles_to_column(table: Table) -> Table:
    """A row of which only the first cell is filled is a title; it goes in front of the rows below it."""
    made, title = [], ""
    for row in table:
        if row[0] and not any(row[1:]):
            title = row[0]
        else:
            made.append((title, *row))
    if len(made) == len(table):
        raise ValueError("no row is a title")
    return tuple(made)


@operator("headings-to-columns", each_column, bits=5)
def headings_to_columns(table: Table, at: int) -> Table:
    """Rows with nothing in a column are headings; their filled cells go in front of the rows below them."""
    made, heading, open_ = [], (), False
    for row in table:
        if row[at]:
            made.append(heading + row)
            open_ = False
        elif any(row):
            filled = tuple(cell for cell in row if cell)
            heading = heading + filled if open_ else filled
            open_ = True
    return padded(made)


@operator("blocks-to-column", alone, bits=6)
def blocks_to_column(table: Table) -> Table:
    """The first row after a blank one is a title; it goes in front of the other rows of its block."""
    made: list[Row] = []
    title: str | None = None
    for row in table:
        if not any(row):
            title = None
        elif title is None:
            title = row[0]
        else:
            made.append((title, *row))
    return tuple(made)


def _key_marks(table: Table, goal: Goal) -> Iterator[tuple[str]]:
    if width(table) == 1:
        yield from ((mark,) for mark in delimiters_of(table, 0))


@operator("lift-keys", shorter(_key_marks), bits=4)
def lift_keys(table: Table, mark: str) -> Table:
    """Lines of key, delimiter and value become a header of keys and a row for each record."""
    return lift_labels(tuple((row[0].partition(mark)[0], row[0].partition(mark)[2]) for row in table if row[0]))


def _two_columns(table: Table, goal: Goal) -> Iterator[tuple[()]]:
    if width(table) == 2:
        yield ()


@operator("lift-labels", shorter(_two_columns), bits=4)
def lift_labels(table: Table) -> Table:
    """Rows of label and value become a header and a row for each record, which begins where a label repeats."""
    records: list[dict[str, str]] = []
    for label, value in table:
        if not records or label in records[-1]:
            records.append({})
        records[-1][label] = value
    labels = list(dict.fromkeys(label for record in records for label in record))
    return (tuple(labels), *(tuple(record.get(label, "") for label in labels) for record in records))


@operator("lift-labels-headless", shorter(_two_columns), bits=6)
def lift_labels_headless(table: Table) -> Table:
    """Like lift-labels, without the header."""
    return lift_labels(table)[1:]


def _header_columns(table: Table, goal: Goal) -> Iterator[tuple[()]]:
    if width(table) > 1 and len(table) > 1:
        yield ()


@operator("header-to-cells", taller(_header_columns), bits=7)
def header_to_cells(table: Table) -> Table:
    """Under a header: a row of label and cell for each filled cell, column by column."""
    return tuple((label, cell) for at, label in enumerate(table[0]) for cell in column(table[1:], at) if cell)


@operator("number-rows", alone, bits=9)
def number_rows(table: Table) -> Table:
    """Each row gets its number in front."""
    return tuple((str(at), *row) for at, row in enumerate(table, 1))
