"""Operators that change what a row stands for: fold, unfold, transpose, explode, group."""

from __future__ import annotations

from collections.abc import Iterator

from substrates.foofah.inventory.columns import DELIMITERS, delimiters_of
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


@operator("transpose", alone, bits=4)
def transpose(table: Table) -> Table:
    """Rows and columns are swapped."""
    return tuple(zip(*table, strict=True))


def _keys(table: Table, goal: Goal) -> Iterator[tuple[int]]:
    if len(table) > 1:
        yield from ((keys,) for keys in range(min(width(table), 6)))


@operator("fold", taller(_keys), bits=3)
def fold(table: Table, keys: int) -> Table:
    """Under a header: a row of keys, label and cell for each cell right of the keys."""
    header = table[0]
    return tuple(row[:keys] + (header[at], row[at]) for row in table[1:] for at in range(keys, len(row)))


def _value_keys(table: Table, goal: Goal) -> Iterator[tuple[int]]:
    yield from ((keys,) for keys in range(min(width(table) - 1, 6)))


@operator("fold-values", taller(_value_keys), bits=3)
def fold_values(table: Table, keys: int) -> Table:
    """A row of keys and cell for each cell right of the keys."""
    return tuple(row[:keys] + (cell,) for row in table for cell in row[keys:])


def _groups(table: Table, goal: Goal) -> Iterator[tuple[int, int]]:
    wide = width(table)
    for keys in range(min(wide, 5)):
        for size in range(2, 7):
            if (wide - keys) % size == 0 and wide - keys > size:
                yield keys, size


@operator("fold-groups", taller(_groups), bits=4)
def fold_groups(table: Table, keys: int, size: int) -> Table:
    """Cells right of the keys come in groups; each group gets a row of its own behind the keys."""
    if (width(table) - keys) % size:
        table = tuple(row + ("",) * (size - (len(row) - keys) % size) for row in table)
    return tuple(row[:keys] + row[at : at + size] for row in table for at in range(keys, len(row), size))


def _deep_keys(table: Table, goal: Goal) -> Iterator[tuple[int]]:
    if len(table) > 2:
        yield from ((keys,) for keys in range(1, min(width(table), 4)))


@operator("fold-two-headers", taller(_deep_keys), bits=5)
def fold_two_headers(table: Table, keys: int) -> Table:
    """Two header rows, the upper one blank where it repeats: keys, both labels, cell."""
    labels, last = [], ""
    for label in table[0]:
        last = label or last
        labels.append(last)
    return tuple(row[:keys] + (labels[at], table[1][at], row[at])
                 for row in table[2:] for at in range(keys, len(row)))


def _label_and_value(table: Table, goal: Goal) -> Iterator[tuple[int, int]]:
    wide = width(table)
    if 2 <= wide <= 7:
        yield from ((label, value) for label in range(wide) for value in range(wide) if label != value)


def _unfolded(table: Table, label: int, value: int) -> tuple[list[str], dict[Row, dict[str, str]], int]:
    rest = [at for at in range(width(table)) if at not in (label, value)]
    labels = list(dict.fromkeys(column(table, label)))
    cells: dict[Row, dict[str, str]] = {}
    for row in table:
        cells.setdefault(tuple(row[at] for at in rest), {}).setdefault(row[label], row[value])
    return labels, cells, len(rest)


@operator("unfold", shorter(_label_and_value), bits=4)
def unfold(table: Table, label: int, value: int) -> Table:
    """Labels become a header over their values, one row for each of the remaining keys."""
    labels, cells, keys = _unfolded(table, label, value)
    header = ("",) * keys + tuple(labels)
    return (header, *(key + tuple(of.get(name, "") for name in labels) for key, of in cells.items()))


@operator("unfold-headless", shorter(_label_and_value), bits=6)
def unfold_headless(table: Table, label: int, value: int) -> Table:
    """Like unfold, without the header."""
    return unfold(table, label, value)[1:]


def _sorted_unfold(table: Table, goal: Goal) -> Iterator[tuple[int, int]]:
    yield from _label_and_value(table, goal)


@operator("unfold-sorted", shorter(_sorted_unfold), bits=7)
def unfold_sorted(table: Table, label: int, value: int) -> Table:
    """Like unfold, the labels in alphabetical order."""
    labels, cells, keys = _unfolded(table, label, value)
    labels.sort()
    header = ("",) * keys + tuple(labels)
    return (header, *(key + tuple(of.get(name, "") for name in labels) for key, of in cells.items()))


def _lists(table: Table, goal: Goal) -> Iterator[tuple[int, str]]:
    for at in range(min(width(table), 8)):
        yield from ((at, mark) for mark in delimiters_of(table, at))


@operator("explode", taller(_lists), bits=4)
def explode(table: Table, at: int, mark: str) -> Table:
    """A cell that lists several things becomes as many rows."""
    column(table, at)
    return tuple(row[:at] + (part,) + row[at + 1 :] for row in table for part in row[at].split(mark))


def _parallel(table: Table, goal: Goal) -> Iterator[tuple[str]]:
    for mark in DELIMITERS:
        if sum(any(mark in cell for cell in cells) for cells in zip(*table, strict=True)) > 1:
            yield (mark,)


@operator("explode-together", taller(_parallel), bits=6)
def explode_together(table: Table, mark: str) -> Table:
    """Cells that list things side by side become rows together: the first of each, the second of each, and so on."""
    lists = [any(mark in cell for cell in cells) for cells in zip(*table, strict=True)]
    made = []
    for row in table:
        split = [cell.split(mark) if several else [cell] for cell, several in zip(row, lists, strict=True)]
        for at in range(max(map(len, split))):
            made.append(tuple(row[place] if not lists[place] else part[at] if at < len(part) else ""
                              for place, part in enumerate(split)))
    return tuple(made)


def _blocks(table: Table) -> list[list[Row]]:
    """Tables one under the other: a new one begins after a blank row, and where the labels of the first come again."""
    blocks: list[list[Row]] = []
    open_ = False
    for row in table:
        if not any(row):
            open_ = False
        elif not open_ or row[1:] == table[0][1:]:
            blocks.append([row])
            open_ = True
        else:
            blocks[-1].append(row)
    return blocks


def _several_blocks(table: Table, goal: Goal) -> Iterator[tuple[()]]:
    if width(table) > 2 and len(_blocks(table)) > 1:
        yield ()


@operator("fold-blocks", _several_blocks, bits=6)
def fold_blocks(table: Table) -> Table:
    """Tables one under the other, each named in its corner: a row of name, key, label and cell for each cell."""
    return tuple((block[0][0], row[0], label, cell) for block in _blocks(table) for row in block[1:]
                 for label, cell in zip(block[0][1:], row[1:], strict=True))


@operator("wrap-by-key", shorter(each_column), bits=3)
def wrap_by_key(table: Table, at: int) -> Table:
    """Rows with the same cell in a column become one: that cell, then all their others."""
    groups: dict[str, list[str]] = {}
    for row, key in zip(table, column(table, at), strict=True):
        groups.setdefault(key, []).extend(row[:at] + row[at + 1 :])
    return padded((key, *cells) for key, cells in groups.items())


def _several_keys(table: Table, goal: Goal) -> Iterator[tuple[int]]:
    yield from ((count,) for count in range(2, min(width(table), 6)))


@operator("wrap-by-keys", shorter(_several_keys), bits=4)
def wrap_by_keys(table: Table, count: int) -> Table:
    """Rows with the same first cells become one: those cells, then all their others."""
    groups: dict[Row, list[str]] = {}
    for row in table:
        groups.setdefault(row[:count], []).extend(row[count:])
    return padded((*key, *cells) for key, cells in groups.items())


def _glues(table: Table, goal: Goal) -> Iterator[tuple[str]]:
    if width(table) == 2:
        glues = (", ", ",", "; ", ";", " ", "/", " / ", " | ", "|", "-", "\n")
        yield from ((glue,) for glue in glues if glue in goal.text)


@operator("join-by-key", shorter(_glues), bits=5)
def join_by_key(table: Table, glue: str) -> Table:
    """Rows with the same first cell become one whose second cell is theirs, joined."""
    groups: dict[str, list[str]] = {}
    for row in table:
        groups.setdefault(row[0], []).append(row[1])
    return tuple((key, glue.join(cells)) for key, cells in groups.items())


@operator("count-by-key", shorter(alone), bits=9)
def count_by_key(table: Table) -> Table:
    """Each first cell once, with how many rows it has."""
    counts: dict[str, int] = {}
    for row in table:
        counts[row[0]] = counts.get(row[0], 0) + 1
    return tuple((key, str(count)) for key, count in counts.items())
