"""Layouts whose rows are records, or grids of them: the messy table and the steps that tidy it.

A layout function draws the structure of a case (which fields, how many columns) and returns a
``Layout``; its ``table`` then fills that structure with content, once for the example and once
for the query. ``reports`` holds the layouts of text reports.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from substrates.foofah.generated import content, operators, reshape
from substrates.foofah.generated.content import FIELDS, Field, distinct_cells, pick_fields, record
from substrates.foofah.generated.operators import Step, Table

from checkable.substrate.draw import Draw


@dataclass(frozen=True, kw_only=True)
class Layout:
    """``table(draw, n)`` is a messy table of ``n`` records, ``steps`` tidy it.

    ``fields`` are the columns of the tidy table where each row has the same ones and there is no
    header; column operators may follow only then.
    """

    table: Callable[[Draw, int], Table]
    steps: tuple[Step, ...]
    fields: tuple[Field, ...] = ()


LayoutMaker = Callable[[Draw], Layout]


def keyed_rows(fields: tuple[Field, ...], draw: Draw, count: int) -> Table:
    """Rows of the fields with different first cells."""
    return [[key, *record(fields[1:], draw)] for key in distinct_cells(fields[0], draw, count)]


def rows(draw: Draw) -> Layout:
    """Plain rows; everything is left to the column operators."""
    fields = pick_fields(draw, draw.integer(3, 4))
    return Layout(table=lambda d, n: keyed_rows(fields, d, n), steps=(), fields=fields)


def headed_rows(draw: Draw) -> Layout:
    """Rows under a header that is dropped."""
    fields = pick_fields(draw, draw.integer(3, 4))
    header = [field.label for field in fields]
    step = Step("drop-header", partial(operators.drop_top_rows, count=1))
    return Layout(table=lambda d, n: [header, *keyed_rows(fields, d, n)], steps=(step,), fields=fields)


def _grid_labels(draw: Draw) -> Callable[[Draw], list[str]]:
    """Column labels of a grid: the same in every table, or a run of another length in each."""
    kind = draw.integer(0, 3)
    if kind == 0:
        fixed = draw.distinct(draw.pick([content.COURSES, content.SPORTS, content.PRODUCTS]), draw.integer(2, 4))
        return lambda d: fixed
    if kind == 1:
        return lambda d: _run(content.MONTHS, d, d.integer(2, 4))
    if kind == 2:
        return lambda d: _run(content.DAYS, d, d.integer(2, 4))
    word = draw.pick(["Week", "Room", "Site", "Round"])
    return lambda d: [f"{word} {at}" for at in range(1, d.integer(2, 4) + 1)]


def _run(words: list[str], draw: Draw, count: int) -> list[str]:
    first = draw.integer(0, len(words) - count)
    return words[first : first + count]


def _corner(draw: Draw, key: Field) -> str:
    return draw.pick(["", key.label])


def fold(draw: Draw, *, gaps: bool = False) -> Layout:
    """A grid becomes one row for each of its cells: key, column label, cell."""
    key, value = FIELDS[draw.pick(content.KEYS)], FIELDS[draw.pick(content.VALUES)]
    labels, corner = _grid_labels(draw), _corner(draw, key)

    def table(d: Draw, n: int) -> Table:
        names = labels(d)
        body = [[name, *(value.cell(d) for _ in names)] for name in distinct_cells(key, d, n)]
        for row in body if gaps else []:
            row[d.integer(1, len(names))] = ""
        return [[corner, *names], *body]

    label = Field(label="Label", cell=lambda d: "")
    steps = (Step("fold", partial(reshape.fold, keys=1)),)
    if gaps:
        steps += (Step("delete-empty", partial(operators.delete_rows_without, column=2)),)
    return Layout(table=table, steps=steps, fields=(key, label, value))


def fold_gaps(draw: Draw) -> Layout:
    """A grid with holes: folded, and the empty cells dropped."""
    return fold(draw, gaps=True)


def fold_values(draw: Draw) -> Layout:
    """Several things of one kind behind a key become one row each."""
    key, value = FIELDS[draw.pick(content.KEYS)], FIELDS[draw.pick(["phone", "color", "code", "course", "date"])]
    width = draw.integer(2, 4)
    step = Step("fold-values", partial(reshape.fold_values, keys=1))
    return Layout(
        table=lambda d, n: [[name, *distinct_cells(value, d, width)] for name in distinct_cells(key, d, n)],
        steps=(step,), fields=(key, value),
    )


def fold_pairs(draw: Draw) -> Layout:
    """Pairs of label and value behind a key become one row each."""
    key = FIELDS[draw.pick(content.KEYS)]
    label, value = FIELDS[draw.pick(["color", "material", "product", "date"])], FIELDS[draw.pick(content.VALUES)]
    pairs = draw.integer(2, 3)

    def table(d: Draw, n: int) -> Table:
        return [
            [name] + [cell for text in distinct_cells(label, d, pairs) for cell in (text, value.cell(d))]
            for name in distinct_cells(key, d, n)
        ]

    step = Step("fold-pairs", partial(reshape.fold_pairs, keys=1))
    return Layout(table=table, steps=(step,), fields=(key, label, value))


def fold_two_headers(draw: Draw) -> Layout:
    """A grid under two header rows, the upper one written once for its columns."""
    key, value = FIELDS[draw.pick(content.KEYS)], FIELDS[draw.pick(content.VALUES)]
    lower = draw.pick([["Plan", "Actual"], ["In", "Out"], ["Low", "High"], ["Men", "Women"]])

    def table(d: Draw, n: int) -> Table:
        first = d.integer(2008, 2022)
        upper = [cell for at in range(2) for cell in (str(first + at), "")]
        body = [[name, *(value.cell(d) for _ in range(4))] for name in distinct_cells(key, d, n)]
        return [["", *upper], ["", *lower, *lower], *body]

    empty = Field(label="", cell=lambda d: "")
    return Layout(
        table=table, steps=(Step("fold-two-headers", reshape.fold_two_headers),), fields=(key, empty, empty, value)
    )


def unfold(draw: Draw) -> Layout:
    """Rows of key, label and value become a grid."""
    key, value = FIELDS[draw.pick(content.KEYS)], FIELDS[draw.pick(content.VALUES)]
    labels = _grid_labels(draw)

    def table(d: Draw, n: int) -> Table:
        names = labels(d)
        return [[name, label, value.cell(d)] for name in distinct_cells(key, d, n) for label in names]

    return Layout(table=table, steps=(Step("unfold", reshape.unfold),))


def unfold_gaps(draw: Draw) -> Layout:
    """Rows of key, label and value, some labels missing, become a grid with holes."""
    layout = unfold(draw)

    def table(d: Draw, n: int) -> Table:
        full = layout.table(d, n)
        return [row for at, row in enumerate(full) if at == 0 or not d.chance(0.25)]

    return Layout(table=table, steps=layout.steps)


def fill_down(draw: Draw) -> Layout:
    """A key is written once for its rows."""
    fields = (FIELDS[draw.pick(content.KEYS)], *pick_fields(draw, draw.integer(2, 2), key=False))

    def table(d: Draw, n: int) -> Table:
        return [
            [name if at == 0 else "", *record(fields[1:], d)]
            for name in distinct_cells(fields[0], d, n) for at in range(d.integer(2, 3))
        ]

    return Layout(table=table, steps=(Step("fill-down", partial(operators.fill_down, column=0)),), fields=fields)


def transposed(draw: Draw) -> Layout:
    """Records stand in columns, their labels in the first."""
    fields = pick_fields(draw, draw.integer(3, 4))
    labels = [field.label for field in fields] if draw.chance(0.6) else None

    def table(d: Draw, n: int) -> Table:
        body = ([labels] if labels else []) + keyed_rows(fields, d, n)
        return reshape.transpose(body)

    return Layout(table=table, steps=(Step("transpose", reshape.transpose),), fields=() if labels else fields)


def side_by_side(draw: Draw) -> Layout:
    """Two or three records stand in one row."""
    fields, across = pick_fields(draw, 2), draw.integer(2, 3)

    def table(d: Draw, n: int) -> Table:
        cells = keyed_rows(fields, d, n * across)
        return [[cell for row in cells[at : at + across] for cell in row] for at in range(0, len(cells), across)]

    return Layout(table=table, steps=(Step("stack-groups", partial(reshape.stack_groups, width=2)),), fields=fields)


def exploded(draw: Draw) -> Layout:
    """One cell lists several things."""
    key, extra = FIELDS[draw.pick(content.KEYS)], FIELDS[draw.pick(["date", "status", "year", "ticket"])]
    listed, glue = FIELDS[draw.pick(["color", "course", "product", "sport", "room"])], draw.pick(["; ", "/", " | "])
    fields = (key, listed, extra) if draw.chance(0.5) else (key, listed)

    def table(d: Draw, n: int) -> Table:
        return [
            [name, glue.join(distinct_cells(listed, d, d.integer(2, 3))), *record(fields[2:], d)]
            for name in distinct_cells(key, d, n)
        ]

    step = Step("explode", partial(reshape.explode, column=1, delimiter=glue))
    return Layout(table=table, steps=(step,), fields=fields)


def divided(draw: Draw) -> Layout:
    """One column holds two kinds of things, told apart by their form."""
    fields = pick_fields(draw, 2)
    left, right, pattern = draw.pick([
        (FIELDS["email"], FIELDS["phone"], "@"),
        (FIELDS["share"], FIELDS["price"], "%$"),
        (FIELDS["date"], FIELDS["status"], r"^\d"),
        (FIELDS["stock"], FIELDS["material"], r"^\d+$"),
    ])

    def table(d: Draw, n: int) -> Table:
        return [
            [*row, kind.cell(d)]
            for pair in zip(*[iter(keyed_rows(fields, d, 2 * n))] * 2, strict=True)
            for row, kind in zip(pair, d.shuffled([left, right]), strict=True)
        ]

    step = Step("divide", partial(operators.divide_column, column=2, pattern=pattern))
    return Layout(table=table, steps=(step,), fields=(*fields, left, right))


def coalesced(draw: Draw) -> Layout:
    """One thing stands in either of two columns."""
    fields, value = pick_fields(draw, 2), FIELDS[draw.pick(["price", "date", "code", "quantity"])]

    def table(d: Draw, n: int) -> Table:
        made = []
        for row in keyed_rows(fields, d, 2 * n):
            pair = [value.cell(d), ""]
            made.append([row[0], *(pair if len(made) % 2 else pair[::-1]), row[1]])
        return made

    step = Step("coalesce", partial(operators.coalesce_columns, column=1))
    return Layout(table=table, steps=(step,), fields=(fields[0], value, fields[1]))


def gaps(draw: Draw) -> Layout:
    """Cells of a record are scattered over wider rows."""
    fields = pick_fields(draw, draw.integer(2, 3))

    def table(d: Draw, n: int) -> Table:
        made = []
        for row in keyed_rows(fields, d, n):
            at = d.integer(0, len(row))
            made.append(row[:at] + [""] + row[at:])
        return made

    return Layout(table=table, steps=(Step("close-gaps", operators.close_gaps),), fields=fields)


LAYOUTS: dict[str, LayoutMaker] = {
    "rows": rows, "drop-header": headed_rows, "fold": fold, "fold-gaps": fold_gaps, "fold-values": fold_values,
    "fold-pairs": fold_pairs, "fold-two-headers": fold_two_headers, "unfold": unfold, "unfold-gaps": unfold_gaps,
    "fill-down": fill_down, "transpose": transposed, "stack-groups": side_by_side, "explode": exploded,
    "divide": divided, "coalesce": coalesced, "close-gaps": gaps,
}
