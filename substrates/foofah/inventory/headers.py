"""Headers: put in front as texts, renamed, made of two rows, or split where they say two things.

Labels that are nowhere in an input cannot be derived from it; where all outputs of a kind of table carry
the same ones, they are part of the program. ``finishes`` offers that as a last step, at a price by label,
so that whatever takes a header from the input is believed first.
"""

from __future__ import annotations

from collections.abc import Iterator

from substrates.foofah.inventory.columns import DELIMITERS
from substrates.foofah.inventory.goals import Goal
from substrates.foofah.inventory.operator import Row, Table, operator, taller, width

from checkable.search.inventory import Step

PUT, RENAME, LABEL = 5.0, 3.0, 2.0  # bits of a new header, of other labels in one, of each label


def never(table: Table, goal: Goal) -> Iterator[tuple[()]]:
    """Steps that are last ones only are not proposed in between."""
    yield from ()


def finishes(table: Table, goal: Goal) -> Iterator[tuple[Step, ...]]:
    """The last step that gives the table the goal's header, where only that is missing."""
    wanted = goal.table
    if len(wanted) < 2 or len(table) not in (len(wanted), len(wanted) - 1) or width(table) != len(goal.columns):
        return
    first = wanted[0]
    if table == wanted[1:] and any(first):
        yield (Step("put-header", (first,), PUT + LABEL * len(first)),)
    elif table[1:] == wanted[1:] and table[0] != wanted[0] and len(table) == len(wanted) and len(first) == width(table):
        others = tuple((at, label) for at, label in enumerate(first) if label != table[0][at])
        yield (Step("rename-columns", (others,), RENAME + LABEL * len(others)),)


@operator("put-header", never, bits=PUT)
def put_header(table: Table, labels: Row) -> Table:
    """A row of fixed labels comes in front."""
    if len(labels) != width(table):
        raise ValueError(f"{len(labels)} labels over {width(table)} columns")
    return (labels, *table)


@operator("rename-columns", never, bits=RENAME)
def rename_columns(table: Table, labels: tuple[tuple[int, str], ...]) -> Table:
    """Some cells of the first row become fixed labels."""
    told = dict(labels)
    if max(told) >= width(table):
        raise ValueError("no such column")
    return (tuple(told.get(at, cell) for at, cell in enumerate(table[0])), *table[1:])


def _filled(row: Row) -> Row:
    made, last = [], ""
    for label in row:
        last = label or last
        made.append(last)
    return tuple(made)


def _header_glues(table: Table, goal: Goal) -> Iterator[tuple[str]]:
    """Glues between an upper label and the one below it that the goal shows."""
    if len(table) < 3 or len(goal.table) >= len(table):
        return
    upper = _filled(table[0])
    pairs = [(a, b) for a, b in zip(upper, table[1], strict=True) if a and b]
    for wanted in goal.table[0]:
        for above, below in pairs:
            if wanted.startswith(above) and wanted.endswith(below) and len(wanted) >= len(above) + len(below):
                yield (wanted[len(above) : len(wanted) - len(below)],)
                return


@operator("join-headers", _header_glues, bits=4)
def join_headers(table: Table, glue: str) -> Table:
    """Two header rows become one: the upper label, which counts until the next one, a glue and the lower label."""
    first = tuple(above + glue + below if above and below else above or below
                  for above, below in zip(_filled(table[0]), table[1], strict=True))
    return (first, *table[2:])


def _split_labels(table: Table, goal: Goal) -> Iterator[tuple[int, str, bool]]:
    wide = width(table)
    if len(table) < 2 or wide > 30:
        return
    for keys in range(min(wide - 2, 4) + 1):
        for mark in DELIMITERS:
            if all(mark in label for label in table[0][keys:]):
                yield keys, mark, True
                yield keys, mark, False


@operator("wide-to-long", taller(_split_labels), bits=5)
def wide_to_long(table: Table, keys: int, mark: str, first: bool) -> Table:
    """Labels say two things: one goes into a column of its own behind the keys, the other stays a header."""
    halves = [label.partition(mark)[::2] if first else label.partition(mark)[::-2] for label in table[0][keys:]]
    groups, labels = (list(dict.fromkeys(side)) for side in zip(*halves, strict=True))
    made = [(*table[0][:keys], "", *labels)]
    for row in table[1:]:
        cells = dict(zip(halves, row[keys:], strict=True))
        made += [(*row[:keys], group, *(cells.get((group, label), "") for label in labels)) for group in groups]
    return tuple(made)
