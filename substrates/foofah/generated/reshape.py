"""Table operators that change what a row stands for: fold, unfold, wrap, transpose and their kin."""

from __future__ import annotations

from itertools import zip_longest

from substrates.foofah.generated.operators import Table


def transpose(table: Table) -> Table:
    return [list(column) for column in zip(*table, strict=True)]


def fold(table: Table, keys: int) -> Table:
    """Under a header row: one row of keys, column label and cell for each cell right of the keys."""
    header, *rows = table
    return [row[:keys] + [header[at], row[at]] for row in rows for at in range(keys, len(row))]


def fold_values(table: Table, keys: int) -> Table:
    """Without labels: one row of keys and cell for each cell right of the keys."""
    return [row[:keys] + [cell] for row in table for cell in row[keys:]]


def fold_pairs(table: Table, keys: int) -> Table:
    """Cells right of the keys come in pairs; each pair gets a row of its own behind the keys."""
    return [row[:keys] + row[at : at + 2] for row in table for at in range(keys, len(row), 2)]


def fold_two_headers(table: Table) -> Table:
    """Two header rows, the upper one blank where it repeats: key, upper label, lower label, cell."""
    upper, lower, *rows = table
    labels, last = [], ""
    for label in upper:
        last = label or last
        labels.append(last)
    return [[row[0], labels[at], lower[at], row[at]] for row in rows for at in range(1, len(row))]


def unfold(table: Table) -> Table:
    """Rows of key, label and value become a header of labels and one row for each key."""
    labels = list(dict.fromkeys(row[1] for row in table))
    cells = {(row[0], row[1]): row[2] for row in table}
    keys = list(dict.fromkeys(row[0] for row in table))
    return [["", *labels]] + [[key] + [cells.get((key, label), "") for label in labels] for key in keys]


def wrap_by_key(table: Table) -> Table:
    """Rows with the same first cell become one: the key, then all their other cells. Short ones are padded."""
    groups: dict[str, list[str]] = {}
    for row in table:
        groups.setdefault(row[0], []).extend(row[1:])
    return padded([[key, *cells] for key, cells in groups.items()])


def join_by_key(table: Table, glue: str) -> Table:
    """Rows with the same first cell become one whose second cell is theirs, joined."""
    groups: dict[str, list[str]] = {}
    for row in table:
        groups.setdefault(row[0], []).append(row[1])
    return [[key, glue.join(cells)] for key, cells in groups.items()]


def wrap_every(table: Table, count: int) -> Table:
    """Each run of ``count`` rows becomes one row."""
    return [_joined(table[at : at + count]) for at in range(0, len(table), count)]


def wrap_every_without_gaps(table: Table, count: int) -> Table:
    return [[cell for cell in row if cell] for row in wrap_every(table, count)]


def wrap_all(table: Table) -> Table:
    return [_joined(table)]


def join_blocks(table: Table) -> Table:
    """Blocks of rows between blank rows become one row each, padded on the right."""
    blocks: list[list[str]] = [[]]
    for row in table:
        if any(row):
            blocks[-1].extend(row)
        else:
            blocks.append([])
    return padded([block for block in blocks if block])


def join_marked(table: Table, marker: str) -> Table:
    """A row that starts with the marker begins a record; its rows become one, without the marker."""
    records: Table = []
    for row in table:
        if row[0].startswith(marker):
            records.append([row[0][len(marker) :], *row[1:]])
        else:
            records[-1].extend(row)
    return padded(records)


def stack_groups(table: Table, width: int) -> Table:
    """Records side by side in a row of several come one under the other."""
    return [row[at : at + width] for row in table for at in range(0, len(row), width)]


def explode(table: Table, column: int, delimiter: str) -> Table:
    """A cell that lists several things becomes as many rows."""
    return [
        row[:column] + [part] + row[column + 1 :] for row in table for part in row[column].split(delimiter)
    ]


def sections_to_column(table: Table) -> Table:
    """A row of which only the first cell is filled is a title; it goes in front of the rows below it."""
    titled, title = [], ""
    for row in table:
        if row[0] and not any(row[1:]):
            title = row[0]
        else:
            titled.append([title, *row])
    return titled


def key_values(table: Table, delimiter: str, count: int) -> Table:
    """Cells like ``Key: value``, ``count`` to a record, become a header row of keys and rows of values."""
    pairs = [row[0].split(delimiter, 1) for row in table]
    rows = [[value for _, value in pairs[at : at + count]] for at in range(0, len(pairs), count)]
    return [[key for key, _ in pairs[:count]], *rows]


def interleave_pairs(table: Table) -> Table:
    """Two rows to a thing, named on the first: its cells alternate between the two rows."""
    joined = []
    for upper, lower in zip(table[::2], table[1::2], strict=True):
        joined.append(upper[:1] + [cell for pair in zip(upper[1:], lower[1:], strict=True) for cell in pair])
    return joined


def turn_blocks(table: Table, height: int) -> Table:
    """Blocks of ``height`` rows, one record to a column, are turned so that each record is a row."""
    return [row for at in range(0, len(table), height) for row in transpose(table[at : at + height])]


def padded(rows: Table) -> Table:
    """Rows of equal width, filled up with empty cells on the right."""
    return [list(row) for row in zip(*zip_longest(*rows, fillvalue=""), strict=True)]


def _joined(rows: Table) -> list[str]:
    return [cell for row in rows for cell in row]
