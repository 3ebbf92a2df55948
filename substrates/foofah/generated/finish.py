"""What may surround a layout: noise in the table (undone first) and column operators (done last).

A ``Noise`` dirties a table and knows the step that cleans it. A finisher draws a column operator
that fits the columns a layout leaves behind, and says which columns remain.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from substrates.foofah.generated import content, operators, reshape
from substrates.foofah.generated.content import DoesNotFit, Field
from substrates.foofah.generated.operators import Step, Table

from checkable.substrate.draw import Draw


@dataclass(frozen=True)
class Noise:
    """``dirty(draw, table)`` spoils a table; ``step`` undoes it."""

    step: Step
    dirty: Callable[[Draw, Table], Table]


def blank_rows(draw: Draw) -> Noise:
    """Empty rows here and there."""

    def dirty(d: Draw, table: Table) -> Table:
        return _insert(d, table, [""] * len(table[0]), max(1, len(table) // 3))

    return Noise(Step("delete-blank-rows", operators.delete_blank_rows), dirty)


def _insert(draw: Draw, table: Table, row: list[str], count: int) -> Table:
    after = draw.distinct(range(len(table)), min(count, len(table)))
    made = []
    for at, kept in enumerate(table):
        made.append(kept)
        if at in after:
            made.append(list(row))
    return made


def title_rows(draw: Draw) -> Noise:
    """A title and, at times, a date above the table."""
    count = draw.integer(1, 2)
    subject = draw.pick(["Stock", "Members", "Orders", "Visits", "Payments", "Courses"])

    def dirty(d: Draw, table: Table) -> Table:
        texts = [f"{subject} {d.pick(content.MONTHS)} {d.integer(2012, 2024)}", f"Printed by {content.full_name(d)}"]
        return [[text] + [""] * (len(table[0]) - 1) for text in texts[:count]] + table

    return Noise(Step("drop-top-rows", partial(operators.drop_top_rows, count=count)), dirty)


def total_rows(draw: Draw) -> Noise:
    """Totals below groups of rows."""
    word = draw.pick(["Total", "Sum", "Subtotal"])

    def dirty(d: Draw, table: Table) -> Table:
        made: Table = []
        for at, row in enumerate(table):
            made.append(row)
            if at == len(table) - 1 or d.chance(0.35):
                made.append([word] + [""] * (len(row) - 2) + [_total(made, word)])
        return made

    return Noise(Step("delete-totals", partial(operators.delete_rows_starting, text=word)), dirty)


def _total(rows: Table, word: str) -> str:
    """The sum of the last column since the previous total where it is whole numbers, else the number of rows."""
    group: list[str] = []
    for row in reversed(rows):
        if row[0] == word:
            break
        group.append(row[-1])
    numbers = [int(cell) for cell in group if re.fullmatch(r"\d+", cell)]
    return str(sum(numbers) if len(numbers) == len(group) else len(group))


def note_rows(draw: Draw) -> Noise:
    """Remarks between the rows."""

    def dirty(d: Draw, table: Table) -> Table:
        text = f"Note: checked by {d.pick(content.FIRST)}"
        return _insert(d, table, [text] + [""] * (len(table[0]) - 1), max(1, len(table) // 4))

    return Noise(Step("delete-notes", partial(operators.delete_rows_starting, text="Note:")), dirty)


def separator_rows(draw: Draw) -> Noise:
    """Lines of dashes between the rows."""
    line = draw.pick(["-----", "=====", "....."])

    def dirty(d: Draw, table: Table) -> Table:
        return _insert(d, table, [line] * len(table[0]), max(1, len(table) // 3))

    return Noise(Step("delete-separators", partial(operators.delete_rows_starting, text=line)), dirty)


def empty_columns(draw: Draw) -> Noise:
    """A column of nothing."""
    place = draw.integer(0, 9)

    def dirty(d: Draw, table: Table) -> Table:
        at = 1 + place % len(table[0])
        return [row[:at] + [""] + row[at:] for row in table]

    return Noise(Step("drop-empty-columns", operators.drop_empty_columns), dirty)


def turned(draw: Draw) -> Noise:
    """Rows and columns are swapped."""
    return Noise(Step("transpose", reshape.transpose), lambda d, table: reshape.transpose(table))


def page_headers(draw: Draw) -> Noise:
    """The header comes again where a page begins."""

    def dirty(d: Draw, table: Table) -> Table:
        at = d.integer(min(2, len(table) - 1), len(table) - 1)
        return table[:at] + [list(table[0])] + table[at:]

    return Noise(Step("delete-repeated-headers", operators.delete_repeated_headers), dirty)


NOISES: dict[str, Callable[[Draw], Noise]] = {
    "delete-blank-rows": blank_rows, "drop-top-rows": title_rows, "delete-totals": total_rows,
    "delete-notes": note_rows, "delete-separators": separator_rows, "drop-empty-columns": empty_columns,
    "transpose": turned, "delete-repeated-headers": page_headers,
}

Columns = tuple[Field, ...]
Finisher = Callable[[Draw, Columns], tuple[Step, Columns]]


def _column(draw: Draw, fields: Columns, fits: Callable[[Field], object], word: str) -> int:
    able = [at for at, field in enumerate(fields) if fits(field)]
    if not able:
        raise DoesNotFit(f"no column to {word}")
    return draw.pick(able)


def drop_column(draw: Draw, fields: Columns) -> tuple[Step, Columns]:
    if len(fields) < 3:
        raise DoesNotFit("too few columns to drop one")
    count = 2 if len(fields) > 3 and draw.chance(0.4) else 1
    gone = tuple(sorted(draw.distinct(range(len(fields)), count)))
    kept = tuple(field for at, field in enumerate(fields) if at not in gone)
    return Step("drop-column", partial(operators.drop_columns, columns=gone)), kept


def move_column(draw: Draw, fields: Columns) -> tuple[Step, Columns]:
    if len(fields) < 2:
        raise DoesNotFit("one column cannot move")
    source, target = draw.distinct(range(len(fields)), 2)
    rest = fields[:source] + fields[source + 1 :]
    moved = rest[:target] + (fields[source],) + rest[target:]
    return Step("move-column", partial(operators.move_column, source=source, target=target)), moved


def split(draw: Draw, fields: Columns) -> tuple[Step, Columns]:
    at = _column(draw, fields, lambda field: field.split, "split")
    part = Field(label=fields[at].label, cell=lambda d: "")
    step = Step("split", partial(operators.split_column, column=at, delimiter=fields[at].split))
    return step, fields[:at] + (part, part) + fields[at + 1 :]


def merge(draw: Draw, fields: Columns) -> tuple[Step, Columns]:
    if len(fields) < 2:
        raise DoesNotFit("too few columns to merge")
    first, second = draw.distinct(range(len(fields)), 2)
    glue = draw.pick([" ", ", ", "-", "/", ": "])
    merged = Field(label=fields[first].label, cell=lambda d: "")
    joined = fields[:first] + (merged,) + fields[first + 1 :]
    step = Step("merge", partial(operators.merge_columns, first=first, second=second, glue=glue))
    return step, tuple(field for at, field in enumerate(joined) if at != second)


def extract(draw: Draw, fields: Columns) -> tuple[Step, Columns]:
    at = _column(draw, fields, lambda field: field.extract, "extract from")
    part = Field(label=fields[at].label, cell=lambda d: "")
    pattern = draw.pick(fields[at].extract)
    step = Step("extract", partial(operators.extract, column=at, pattern=pattern))
    return step, fields[:at] + (part,) + fields[at + 1 :]


def strip(draw: Draw, fields: Columns) -> tuple[Step, Columns]:
    at = _column(draw, fields, lambda field: field.affix, "strip")
    plain = Field(label=fields[at].label, cell=lambda d: "")
    step = Step("strip", partial(operators.strip_text, column=at, text=fields[at].affix))
    return step, fields[:at] + (plain,) + fields[at + 1 :]


FINISHERS: dict[str, Finisher] = {
    "drop-column": drop_column, "move-column": move_column, "split": split, "merge": merge, "extract": extract,
    "strip": strip,
}
