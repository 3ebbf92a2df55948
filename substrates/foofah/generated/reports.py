"""Layouts of text reports: records over several lines, titles, blocks, groups and their ends."""

from __future__ import annotations

from functools import partial

from substrates.foofah.generated import content, operators, reshape
from substrates.foofah.generated.content import FIELDS, Field, distinct_cells, pick_fields, record
from substrates.foofah.generated.layouts import Layout, LayoutMaker, keyed_rows
from substrates.foofah.generated.operators import Step, Table

from checkable.substrate.draw import Draw


def wrap_by_key(draw: Draw) -> Layout:
    """A key is repeated for each of its rows."""
    key, value = FIELDS[draw.pick(content.KEYS)], FIELDS[draw.pick(["color", "course", "quantity", "code", "date"])]
    low, high = draw.pick([(2, 2), (3, 3), (1, 3), (2, 3)])

    def table(d: Draw, n: int) -> Table:
        return [
            [name, cell] for name in distinct_cells(key, d, n)
            for cell in distinct_cells(value, d, d.integer(max(low, 2) if n == 1 else low, high))
        ]

    return Layout(table=table, steps=(Step("wrap-by-key", reshape.wrap_by_key),))


def join_by_key(draw: Draw) -> Layout:
    """A key is repeated for each of its things, which end up in one cell."""
    key, value = FIELDS[draw.pick(content.KEYS)], FIELDS[draw.pick(["color", "course", "product", "sport"])]
    glue = draw.pick([", ", "; ", "/"])

    def table(d: Draw, n: int) -> Table:
        return [
            [name, cell] for name in distinct_cells(key, d, n) for cell in distinct_cells(value, d, d.integer(2, 3))
        ]

    step = Step("join-by-key", partial(reshape.join_by_key, glue=glue))
    return Layout(table=table, steps=(step,), fields=(key, Field(label="List", cell=value.cell)))


def wrap_every(draw: Draw) -> Layout:
    """Each line is a row of its own, a fixed number to a record."""
    fields = pick_fields(draw, draw.integer(3, 4))
    step = Step("wrap-every", partial(reshape.wrap_every, count=len(fields)))
    return Layout(
        table=lambda d, n: [[cell] for row in keyed_rows(fields, d, n) for cell in row], steps=(step,), fields=fields
    )


def wrap_all(draw: Draw) -> Layout:
    """All rows become one."""
    fields = pick_fields(draw, draw.integer(1, 2))
    return Layout(
        table=lambda d, n: keyed_rows(fields, d, n + 1), steps=(Step("wrap-all", reshape.wrap_all),)
    )


def row_pairs(draw: Draw) -> Layout:
    """A record takes two rows, the second one shorter."""
    fields = pick_fields(draw, draw.integer(4, 5))
    upper = 3 if len(fields) == 5 else draw.integer(2, 3)

    def table(d: Draw, n: int) -> Table:
        made = []
        for row in keyed_rows(fields, d, n):
            second = row[upper:]
            made += [row[:upper], second + [""] * (upper - len(second))]
        return made

    step = Step("join-row-pairs", partial(reshape.wrap_every_without_gaps, count=2))
    return Layout(table=table, steps=(step,), fields=fields)


def titled_sections(draw: Draw) -> Layout:
    """A title stands in a row of its own above its rows."""
    fields = (FIELDS[draw.pick(["city", "country", "department", "sport", "company"])], *pick_fields(draw, 2))
    form = draw.pick(["{}", "{}", "Report for {}", "Section: {}"])

    def table(d: Draw, n: int) -> Table:
        made = []
        for title in distinct_cells(fields[0], d, n):
            made.append([form.format(title), ""])
            made += keyed_rows(fields[1:], d, d.integer(1, 3) if n > 1 else 2)
        return made

    steps: tuple[Step, ...] = (Step("sections", reshape.sections_to_column),)
    if form != "{}":
        prefix = form.removesuffix("{}")
        steps += (Step("strip", partial(operators.strip_text, column=0, text=prefix)),)
    return Layout(table=table, steps=steps, fields=fields)


def plain_sections(draw: Draw) -> Layout:
    """Titled sections whose titles say nothing else."""
    return _until(draw, titled_sections, steps=1)


def worded_sections(draw: Draw) -> Layout:
    """Titled sections whose titles have words around the name."""
    return _until(draw, titled_sections, steps=2)


def _until(draw: Draw, maker: LayoutMaker, *, steps: int) -> Layout:
    for _ in range(100):
        layout = maker(draw)
        if len(layout.steps) == steps:
            return layout
    raise RuntimeError(f"{maker.__name__} never has {steps} steps")


def key_values(draw: Draw) -> Layout:
    """Records are lines of key, delimiter and value."""
    fields = pick_fields(draw, draw.integer(3, 4))
    delimiter = draw.pick([": ", "=", " - "])

    def table(d: Draw, n: int) -> Table:
        return [
            [f"{field.label}{delimiter}{cell}"]
            for row in keyed_rows(fields, d, n) for field, cell in zip(fields, row, strict=True)
        ]

    step = Step("key-values", partial(reshape.key_values, delimiter=delimiter, count=len(fields)))
    return Layout(table=table, steps=(step,))


def _card(draw: Draw) -> list[str]:
    lines = [content.company(draw), content.street(draw), f"{draw.pick(content.CITIES)}, {draw.pick(content.REGIONS)}"]
    if draw.chance(0.5):
        lines.append(content.phone(draw))
    if draw.chance(0.4):
        lines.insert(1, f"c/o {content.full_name(draw)}")
    return lines


def blocks(draw: Draw) -> Layout:
    """Address cards of different lengths, with a blank row between them."""

    def table(d: Draw, n: int) -> Table:
        lines: Table = []
        for _ in range(n):
            lines += [[line] for line in _card(d)] + [[""]]
        return lines[:-1] if n > 1 else lines

    return Layout(table=table, steps=(Step("join-blocks", reshape.join_blocks),))


def marked_records(draw: Draw) -> Layout:
    """Cards of different lengths whose first line carries a mark."""
    marker = draw.pick(["* ", "# ", "> ", "@"])

    def table(d: Draw, n: int) -> Table:
        cards = [_card(d) for _ in range(n)]
        return [[marker + line if at == 0 else line] for card in cards for at, line in enumerate(card)]

    return Layout(table=table, steps=(Step("join-marked", partial(reshape.join_marked, marker=marker)),))


def interleaved(draw: Draw) -> Layout:
    """Two rows to a thing, two figures to a column."""
    key = FIELDS[draw.pick(content.KEYS)]
    upper, lower = FIELDS["stock"], FIELDS[draw.pick(["price", "share", "rating"])]
    width = draw.integer(2, 3)

    def table(d: Draw, n: int) -> Table:
        made = []
        for name in distinct_cells(key, d, n):
            made.append([name, *(upper.cell(d) for _ in range(width))])
            made.append(["", *(lower.cell(d) for _ in range(width))])
        return made

    fields = (key, *[field for _ in range(width) for field in (upper, lower)])
    return Layout(table=table, steps=(Step("interleave", reshape.interleave_pairs),), fields=fields)


def turned_blocks(draw: Draw) -> Layout:
    """Cards stand side by side, line by line; the next band follows below."""
    fields, across = pick_fields(draw, draw.integer(2, 3)), draw.integer(2, 3)

    def table(d: Draw, n: int) -> Table:
        cards = keyed_rows(fields, d, n * across)
        bands = [cards[at : at + across] for at in range(0, len(cards), across)]
        return [list(line) for band in bands for line in zip(*band, strict=True)]

    step = Step("turn-blocks", partial(reshape.turn_blocks, height=len(fields)))
    return Layout(table=table, steps=(step,), fields=fields)


def last_of_group(draw: Draw) -> Layout:
    """Of the rows of a key only the last counts."""
    fields = (FIELDS[draw.pick(content.KEYS)], *pick_fields(draw, 2, key=False))

    def table(d: Draw, n: int) -> Table:
        return [
            [name, *record(fields[1:], d)]
            for name in distinct_cells(fields[0], d, n) for _ in range(d.integer(2, 3))
        ]

    step = Step("keep-last", operators.keep_last_of_group)
    return Layout(table=table, steps=(step,), fields=fields)


def duplicates(draw: Draw) -> Layout:
    """Some rows come twice."""
    fields = pick_fields(draw, 3)

    def table(d: Draw, n: int) -> Table:
        singles = keyed_rows(fields, d, n + 1)
        again = d.distinct(range(len(singles)), max(1, n // 2))
        return [row for at, row in enumerate(singles) for _ in range(2 if at in again else 1)]

    return Layout(table=table, steps=(Step("remove-duplicates", operators.remove_duplicates),), fields=fields)


def filtered(draw: Draw) -> Layout:
    """Only rows of one status stay."""
    fields = (*pick_fields(draw, 2), FIELDS["status"])
    kept, *others = draw.distinct(content.STATUSES, 3)

    def table(d: Draw, n: int) -> Table:
        states = d.shuffled([kept] * n + [d.pick(others) for _ in range(max(1, n - 1))])
        return [[*row[:2], state] for row, state in zip(keyed_rows(fields, d, len(states)), states, strict=True)]

    step = Step("keep-rows", partial(operators.keep_rows_with, column=2, value=kept))
    return Layout(table=table, steps=(step,), fields=fields)


def incomplete(draw: Draw) -> Layout:
    """Rows without a value in one column are dropped."""
    fields, column = pick_fields(draw, 3), draw.integer(1, 2)

    def table(d: Draw, n: int) -> Table:
        made = keyed_rows(fields, d, n + max(1, n // 2))
        for at in d.distinct(range(len(made)), len(made) - n):
            made[at][column] = ""
        return made

    step = Step("delete-empty", partial(operators.delete_rows_without, column=column))
    return Layout(table=table, steps=(step,), fields=fields)


REPORTS: dict[str, LayoutMaker] = {
    "wrap-by-key": wrap_by_key, "join-by-key": join_by_key, "wrap-every": wrap_every, "wrap-all": wrap_all,
    "join-row-pairs": row_pairs, "sections": plain_sections, "worded-sections": worded_sections,
    "key-values": key_values, "join-blocks": blocks, "join-marked": marked_records, "interleave": interleaved,
    "turn-blocks": turned_blocks, "keep-last": last_of_group,
    "remove-duplicates": duplicates, "keep-rows": filtered, "delete-empty": incomplete,
}
