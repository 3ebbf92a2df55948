"""Operators for lines of text: titles told by how they look, continued lines, keys and values within a cell."""

from __future__ import annotations

from collections.abc import Iterator

from substrates.foofah.inventory.columns import DELIMITERS, GLUES, KINDS, test
from substrates.foofah.inventory.goals import Goal
from substrates.foofah.inventory.operator import (
    Table,
    column,
    operator,
    shorter,
    width,
)

MOST = 4  # texts that titles are told by


def _title_tests(table: Table, goal: Goal) -> Iterator[tuple[int, str, str]]:
    """What some cells of a column have in common and others lack: an end, a beginning, a kind."""
    for at in range(min(width(table), 3)):
        cells = [cell for cell in column(table, at) if cell]
        ends = dict.fromkeys(cell[-1] for cell in cells if not cell[-1].isalnum())
        opens = dict.fromkeys(cell.split(" ")[0] for cell in cells if cell[0] != " ")
        tests = [("ends", text) for text in list(ends)[:MOST]]
        tests += [("starts", text) for text in opens if sum(cell.startswith(text) for cell in cells) > 1][:MOST]
        tests += [("starts", text) for text in dict.fromkeys(cell[0] for cell in cells if not cell[0].isalnum())][:MOST]
        tests += [("lacks", text) for how, text in tests if how == "starts" and not text[0].isalnum()]
        tests += [("kind", name) for name in KINDS] + [("case", "upper")]
        yield from ((at, how, what) for how, what in tests
                    if 0 < sum(test(cell, how, what) for cell in cells) < len(cells))


@operator("titles-where", _title_tests, bits=2)
def titles_where(table: Table, at: int, how: str, what: str) -> Table:
    """Rows whose cell in a column passes a test are titles; that cell goes in front of the rows below."""
    made, title = [], ""
    for row, cell in zip(table, column(table, at), strict=True):
        if cell and test(cell, how, what):
            title = cell
        else:
            made.append((title, *row))
    return tuple(made)


def _continued(table: Table, goal: Goal) -> Iterator[tuple[int, str]]:
    for at in range(min(width(table), 6)):
        cells = column(table, at)
        if cells[0] and not all(cells) and any(row[at] == "" and any(row) for row in table):
            yield from ((at, glue) for glue in (*GLUES, "\n") if glue in goal.text)


@operator("join-continued", shorter(_continued), bits=5)
def join_continued(table: Table, at: int, glue: str) -> Table:
    """Rows with nothing in a column go on with the row above: what they hold is joined to its cells."""
    records: list[list[list[str]]] = []
    for row, cell in zip(table, column(table, at), strict=True):
        if cell or not records:
            records.append([[] for _ in row])
        for texts, text in zip(records[-1], row, strict=True):
            texts += [text] if text else []
    return tuple(tuple(glue.join(texts) for texts in record) for record in records)


def _pair_marks(table: Table, goal: Goal) -> Iterator[tuple[int, str, str]]:
    for at in range(min(width(table), 6)):
        cells = [cell for cell in column(table, at) if cell]
        for mark in DELIMITERS:
            if sum(mark in cell for cell in cells) * 2 < len(cells):
                continue
            parts = [part for cell in cells for part in cell.split(mark)]
            yield from ((at, mark, inner) for inner in DELIMITERS
                        if inner not in mark and all(inner in part for part in parts))


@operator("pairs-to-columns", _pair_marks, bits=5)
def pairs_to_columns(table: Table, at: int, mark: str, inner: str) -> Table:
    """A cell lists keys with values: each key becomes a column, under a header of keys."""
    pairs = [dict(part.partition(inner)[::2] for part in cell.split(mark) if part) for cell in column(table, at)]
    keys = list(dict.fromkeys(key for row in pairs for key in row))
    header = ("",) * at + tuple(keys) + ("",) * (width(table) - at - 1)
    return (header, *(row[:at] + tuple(told.get(key, "") for key in keys) + row[at + 1 :]
                      for row, told in zip(table, pairs, strict=True)))


@operator("pairs-to-columns-headless", _pair_marks, bits=6)
def pairs_to_columns_headless(table: Table, at: int, mark: str, inner: str) -> Table:
    """Like pairs-to-columns, without the header."""
    return pairs_to_columns(table, at, mark, inner)[1:]


def _first_labels(table: Table, goal: Goal) -> Iterator[tuple[()]]:
    if width(table) % 2 == 0 and width(table) > 2:
        yield ()


@operator("lift-label-pairs", _first_labels, bits=5)
def lift_label_pairs(table: Table) -> Table:
    """Rows are labels and values by turns: the labels become a header, which each row's values go under."""
    told = [{label: value for label, value in zip(row[::2], row[1::2], strict=True) if label} for row in table]
    labels = list(dict.fromkeys(label for row in told for label in row))
    return (tuple(labels), *(tuple(row.get(label, "") for label in labels) for row in told))
