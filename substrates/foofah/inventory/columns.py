"""Operators on columns: drop, move, split, merge, divide, extract, strip, fill, coalesce, close gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from substrates.foofah.inventory.goals import Goal
from substrates.foofah.inventory.operator import (
    WIDEST,
    Row,
    Table,
    alone,
    column,
    operator,
    padded,
    width,
)

DELIMITERS = (", ", ",", ": ", ":", "=", " - ", "-", "/", " / ", "; ", ";", " | ", "|", "_", "@", " ", "\t", "\n")
GLUES = ("", " ", ", ", ",", "-", "/", ": ", ":", ".", "_", "; ", " - ")
PATTERNS = {
    "number": r"\d+(?:[.,]\d+)*", "digits": r"\d+", "word": r"[^\W\d_]+", "capitals": r"[A-Z]{2,}",
    "money": r"[$€£]\s?\d+(?:[.,]\d+)*", "bracketed": r"(?<=\()[^)]*(?=\))", "token": r"\S+",
    "sign": r"[^\w\s]", "email": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "year": r"\b(?:1[5-9]|20)\d\d\b",
    "date": r"\b\d{1,4}([-/.])\d{1,2}\1\d{1,4}\b", "time": r"\b\d{1,2}:\d\d(?::\d\d)?\b",
    "phone": r"\(?\+?\d{2,4}\)?[ -]\d{3}[ -]\d{2,4}(?:[ -]\d{2,4})*", "quoted": r'(?<=")[^"]+(?=")',
}
_COMPILED = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}


def matches(pattern: str, cell: str) -> list[str]:
    """All matches of a named pattern in a cell."""
    return [found.group() for found in _COMPILED[pattern].finditer(cell)]


def replaced(table: Table, at: int, cells: Iterable[Row]) -> Table:
    """The table with the cells of a column replaced by as many cells as each row of ``cells`` has."""
    return tuple(row[:at] + new + row[at + 1 :] for row, new in zip(table, cells, strict=True))


def delimiters_of(table: Table, at: int) -> list[str]:
    """The delimiters that occur in a column; longer ones first where one holds the other."""
    text = "\0".join(column(table, at))
    return [mark for mark in DELIMITERS if mark in text]


def _each_delimiter(table: Table, goal: Goal) -> Iterator[tuple[int, str]]:
    for at in range(min(width(table), WIDEST)):
        for mark in delimiters_of(table, at):
            yield at, mark


def _unwanted(table: Table, goal: Goal) -> Iterator[tuple[int]]:
    """Columns that hold something which the goal lacks."""
    yield from ((at,) for at in range(min(width(table), WIDEST))
                if not all(cell in goal.cells for cell in column(table, at)))


@operator("drop-column", _unwanted, bits=4)
def drop_column(table: Table, at: int) -> Table:
    """A column goes."""
    column(table, at)
    return tuple(row[:at] + row[at + 1 :] for row in table)


@operator("drop-empty-columns", alone, bits=1.5)
def drop_empty_columns(table: Table) -> Table:
    """Columns in which every cell is empty go."""
    kept = [at for at, cells in enumerate(zip(*table, strict=True)) if any(cells)]
    return tuple(tuple(row[at] for at in kept) for row in table)


@operator("drop-sparse-columns", alone, bits=5)
def drop_sparse_columns(table: Table) -> Table:
    """Columns in which any cell is empty go."""
    kept = [at for at, cells in enumerate(zip(*table, strict=True)) if all(cells)]
    return tuple(tuple(row[at] for at in kept) for row in table)


def _moves(table: Table, goal: Goal) -> Iterator[tuple[int, int]]:
    wide = width(table)
    for source in range(wide if wide <= 6 else 0):
        for target in range(wide):
            if source != target and target != source + 1:  # the neighbour's move is the same
                yield source, target


@operator("move-column", _moves, bits=6)
def move_column(table: Table, source: int, target: int) -> Table:
    """A column goes elsewhere."""
    column(table, max(source, target))
    made = []
    for row in table:
        rest = row[:source] + row[source + 1 :]
        made.append(rest[:target] + (row[source],) + rest[target:])
    return tuple(made)


@operator("split", _each_delimiter, bits=4)
def split(table: Table, at: int, mark: str) -> Table:
    """A column becomes as many as its cells have parts, filled up with empty ones."""
    parts = [tuple(cell.split(mark)) for cell in column(table, at)]
    most = max(map(len, parts), default=1)
    return replaced(table, at, [part + ("",) * (most - len(part)) for part in parts])


@operator("split-first", _each_delimiter, bits=5)
def split_first(table: Table, at: int, mark: str) -> Table:
    """A column becomes two: what stands before the first delimiter, and after it."""
    return replaced(table, at, [(cell.partition(mark)[0], cell.partition(mark)[2]) for cell in column(table, at)])


@operator("split-last", _each_delimiter, bits=6)
def split_last(table: Table, at: int, mark: str) -> Table:
    """A column becomes two at the last delimiter; a cell without one goes left."""
    made = []
    for cell in column(table, at):
        before, found, after = cell.rpartition(mark)
        made.append((before, after) if found else (cell, ""))
    return replaced(table, at, made)


def _marks_everywhere(table: Table, goal: Goal) -> Iterator[tuple[str]]:
    if width(table) > 1:
        text = "\0".join(cell for row in table for cell in row)
        yield from ((mark,) for mark in DELIMITERS if mark in text)


@operator("split-all", _marks_everywhere, bits=4)
def split_all(table: Table, mark: str) -> Table:
    """Every column that has the delimiter in each of its filled cells is split at the first one."""
    made = []
    for cells in zip(*table, strict=True):
        if any(cells) and all(mark in cell for cell in cells if cell):
            made += [tuple(cell.partition(mark)[0] for cell in cells), tuple(cell.partition(mark)[2] for cell in cells)]
        else:
            made.append(cells)
    return tuple(zip(*made, strict=True))


def _merges(table: Table, goal: Goal) -> Iterator[tuple[int, int, str]]:
    wide = width(table)
    filled = [row for row in table if row]
    for first in range(min(wide, 8)):
        for second in range(min(wide, 8)):
            if first == second:
                continue
            for glue in GLUES:
                if any(row[first] and row[second] and row[first] + glue + row[second] in goal.text for row in filled):
                    yield first, second, glue


@operator("merge", _merges, bits=5)
def merge(table: Table, first: int, second: int, glue: str) -> Table:
    """Two columns become one cell, in the place of the first."""
    column(table, max(first, second))
    made = []
    for row in table:
        cells = list(row)
        cells[first] = row[first] + glue + row[second]
        del cells[second]
        made.append(tuple(cells))
    return tuple(made)


def kind(cell: str) -> str:
    """What a cell looks like: empty, number, code (letters and digits or signs), words."""
    text = cell.strip()
    if not text:
        return "empty"
    if text[0] in "+-$€£(.0123456789" and not any(sign.isalpha() for sign in text):
        return "number"
    return "code" if any(sign.isdigit() for sign in text) else "words"


KINDS = ("number", "code", "words")


def _divisions(table: Table, goal: Goal) -> Iterator[tuple[int, str, str]]:
    for at in range(min(width(table), 8)):
        cells = [cell for cell in column(table, at) if cell]
        for name in KINDS:
            if 0 < sum(kind(cell) == name for cell in cells) < len(cells):
                yield at, "kind", name
        for mark in delimiters_of(table, at):
            if sum(mark in cell for cell in cells) < len(cells):
                yield at, "has", mark


def test(cell: str, how: str, what: str) -> bool:
    """A predicate of a cell: its kind or case, or the text that it has, is, starts or ends with, or lacks."""
    if how == "kind":
        return kind(cell) == what
    if how == "has":
        return what in cell
    if how == "case":
        return cell.isupper()
    if how == "lacks":
        return not cell.startswith(what)
    if how == "ends":
        return cell.endswith(what)
    return cell == what if how == "is" else cell.startswith(what)


@operator("divide", _divisions, bits=6)
def divide(table: Table, at: int, how: str, what: str) -> Table:
    """A column becomes two: cells that pass the test go left, the others right."""
    return replaced(table, at, [(cell, "") if test(cell, how, what) else ("", cell) for cell in column(table, at)])


def _extractions(table: Table, goal: Goal) -> Iterator[tuple[int, str]]:
    for at in range(min(width(table), 8)):
        cells = [cell for cell in column(table, at) if cell]
        for name in PATTERNS:
            found = [matches(name, cell) for cell in cells]
            if found and any(len(one) > 0 and one[0] != cell and one[0] in goal.text
                             for one, cell in zip(found, cells, strict=True)):
                yield at, name


@operator("extract", _extractions, bits=6)
def extract(table: Table, at: int, pattern: str) -> Table:
    """Each cell of a column becomes the first part of it that matches."""
    return replaced(table, at, [((matches(pattern, cell) or [""])[0],) for cell in column(table, at)])


def _prefixes(table: Table, goal: Goal) -> Iterator[tuple[int, str]]:
    """Text before something that the goal has: the same in at least one filled cell, and at no cell's whole."""
    for at in range(min(width(table), 8)):
        told: dict[str, None] = {}
        cells = [cell for cell in column(table, at) if cell and cell not in goal.cells]
        for cell in cells[:8]:
            for wanted in goal.cells:
                if len(wanted) < len(cell) and cell.endswith(wanted):
                    told.setdefault(cell[: -len(wanted)])
        yield from ((at, text) for text in list(told)[:4])


@operator("strip-prefix", _prefixes, bits=4)
def strip_prefix(table: Table, at: int, text: str) -> Table:
    """A text goes from the beginning of a column's cells."""
    return replaced(table, at, [(cell.removeprefix(text),) for cell in column(table, at)])


def _suffixes(table: Table, goal: Goal) -> Iterator[tuple[int, str]]:
    for at in range(min(width(table), 8)):
        told: dict[str, None] = {}
        cells = [cell for cell in column(table, at) if cell and cell not in goal.cells]
        for cell in cells[:8]:
            for wanted in goal.cells:
                if len(wanted) < len(cell) and cell.startswith(wanted):
                    told.setdefault(cell[len(wanted) :])
        yield from ((at, text) for text in list(told)[:4])


@operator("strip-suffix", _suffixes, bits=4)
def strip_suffix(table: Table, at: int, text: str) -> Table:
    """A text goes from the end of a column's cells."""
    return replaced(table, at, [(cell.removesuffix(text),) for cell in column(table, at)])


def _erasures(table: Table, goal: Goal) -> Iterator[tuple[str]]:
    text = "\0".join(cell for row in table for cell in row)
    lost = set(text) - set(goal.text) - {"\0"}
    yield from ((sign,) for sign in sorted(lost) if not sign.isalnum())
    if " " in text and " " not in lost:
        yield (" ",)


@operator("erase", _erasures, bits=7)
def erase(table: Table, sign: str) -> Table:
    """A sign goes from all cells."""
    return tuple(tuple(cell.replace(sign, "") for cell in row) for row in table)


@operator("trim", alone, bits=3)
def trim(table: Table) -> Table:
    """Spaces around cells go."""
    return tuple(tuple(cell.strip() for cell in row) for row in table)


def _gaps(table: Table, goal: Goal) -> Iterator[tuple[int]]:
    for at in range(min(width(table), WIDEST)):
        cells = column(table, at)
        if any(cells) and not all(cells):
            yield (at,)


@operator("fill-down", _gaps, bits=1.5)
def fill_down(table: Table, at: int) -> Table:
    """Empty cells of a column take what stands above."""
    filled, last = [], ""
    for cell in column(table, at):
        last = cell or last
        filled.append((last,))
    return replaced(table, at, filled)


@operator("fill-up", _gaps, bits=6)
def fill_up(table: Table, at: int) -> Table:
    """Empty cells of a column take what stands below."""
    return fill_down(table[::-1], at)[::-1]


def _gapped_rows(table: Table, goal: Goal) -> Iterator[tuple[int]]:
    yield from ((at,) for at, row in enumerate(table[:2]) if any(row) and not all(row))


@operator("fill-right", _gapped_rows, bits=5)
def fill_right(table: Table, at: int) -> Table:
    """Empty cells of a row take what stands left of them."""
    filled, last = [], ""
    for cell in table[at]:
        last = cell or last
        filled.append(last)
    return (*table[:at], tuple(filled), *table[at + 1 :])


@operator("fill-all-down", alone, bits=5)
def fill_all_down(table: Table) -> Table:
    """Empty cells of every column take what stands above."""
    made: list[Row] = []
    for row in table:
        made.append(tuple(cell or (made[-1][at] if made else "") for at, cell in enumerate(row)))
    return tuple(made)


def _alternatives(table: Table, goal: Goal) -> Iterator[tuple[int, int]]:
    wide = min(width(table), WIDEST)
    for first in range(wide):
        left = column(table, first)
        for second in range(first + 1, wide):
            right = column(table, second)
            if any(left) and any(right) and not any(a and b for a, b in zip(left, right, strict=True)):
                yield first, second


@operator("coalesce", _alternatives, bits=4)
def coalesce(table: Table, first: int, second: int) -> Table:
    """Two columns of which at most one is filled become one, in the place of the first."""
    column(table, second)
    return tuple(row[:first] + (row[first] or row[second],) + row[first + 1 : second] + row[second + 1 :]
                 for row in table)


@operator("close-gaps", alone, bits=3)
def close_gaps(table: Table) -> Table:
    """Cells move left over empty ones."""
    return padded(tuple(cell for cell in row if cell) for row in table)


@operator("close-gaps-up", alone, bits=6)
def close_gaps_up(table: Table) -> Table:
    """Cells move up over empty ones."""
    columns = padded(tuple(cell for cell in cells if cell) for cells in zip(*table, strict=True))
    return tuple(zip(*columns, strict=True))
