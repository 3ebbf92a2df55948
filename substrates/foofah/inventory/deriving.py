"""The operator that writes each column of the goal as an expression over the columns of a table.

Where a table has as many rows as the goal, dropping, moving, splitting, merging, extracting and
stripping columns is found by looking, column by column, not by trying: an expression reproduces
every cell of the goal's column. Expressions are small and few on purpose (the string programs of
FlashFill, Gulwani, POPL 2011, are their model). The cheapest combinations are proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from substrates.foofah.inventory import texts
from substrates.foofah.inventory.columns import DELIMITERS, GLUES, PATTERNS, matches
from substrates.foofah.inventory.goals import Goal, runs
from substrates.foofah.inventory.operator import Row, Table, operator, width

Expression = tuple[Any, ...]
BITS = {"cell": 1.0, "either": 4.0, "part": 4.0, "join": 5.0, "match": 5.0, "between": 5.0, "erase": 6.0,
        "after": 6.0, "before": 6.0, "tail": 5.0, "head": 5.0, "case": 6.0, "text": 3.0, "concat": 4.0}
MIDDLE, SPACE = 1.5, 0.3  # bits more for a part in the middle, and for one between spaces, which texts have too
SIDES = (1, 2, 3, 4)  # signs on either side of a part that may tell where it stands
COMBINATIONS = 6  # proposals at most
WIDEST = 40  # columns of a table that are looked at


def evaluate(expression: Expression, row: Row) -> str:
    """The cell that an expression makes of a row. Raises IndexError where the row has no such column."""
    name, at, *rest = expression
    if name == "text":
        return at
    if name == "concat":
        return texts.joined([(one[0] != "text", evaluate(one, row)) for one in rest[0]])
    cell = row[at]
    if name == "cell":
        return cell
    if name == "part":
        parts = cell.split(rest[0])
        return parts[rest[1]] if -len(parts) <= rest[1] < len(parts) else ""
    if name == "match":
        found = matches(rest[0], cell)
        return found[rest[1]] if rest[1] < len(found) else ""
    if name == "between":
        return cell.partition(rest[0])[2].partition(rest[1])[0]
    if name == "tail":
        return rest[0].join(cell.split(rest[0])[rest[1] :])
    if name == "head":
        return rest[0].join(cell.split(rest[0])[: -rest[1]])
    if name == "case":
        return texts.CASES[rest[0]](cell)
    if name == "erase":
        return cell.replace(rest[0], "")
    if name == "after":
        return cell.removeprefix(rest[0])
    if name == "before":
        return cell.removesuffix(rest[0])
    other = row[rest[-1]]
    return cell + rest[0] + other if name == "join" and cell and other else cell or other


def _columns(table: Table, goal: Goal) -> Iterator[tuple[tuple[Expression, ...]]]:
    """For all rows, or for the goal's rows under a header that is put in front later."""
    if len(goal.table) - len(table) not in (0, 1) or width(table) > WIDEST:
        return
    columns = tuple(zip(*table, strict=True))
    above = len(goal.table) - len(table)
    choices = _choices(columns, tuple(target[above:] for target in goal.columns), goal)
    yield from ((chosen,) for chosen in _combinations(choices) if not _unchanged(chosen, len(columns)))


def _choices(columns: tuple[Row, ...], targets: Sequence[Row], goal: Goal) -> list[list[tuple[float, Expression]]]:
    """For each target the cheapest expressions; none at all where one target has none."""
    choices = []
    for at, target in enumerate(targets):
        found = _expressions(columns, target, goal.runs)
        if not found:
            return []
        choices.append(sorted(found, key=lambda one: (one[0], _far(one[1], at)))[:3])
    return choices


def _far(expression: Expression, at: int) -> int:
    return 0 if expression[0] == "text" else abs(expression[1] - at)


def _below(table: Table, goal: Goal) -> Iterator[tuple[tuple[Expression, ...], tuple[Expression, ...]]]:
    """A header written for itself, and expressions for the rows below, where one for all rows will not do."""
    if len(table) != len(goal.table) or len(table) < 3 or width(table) > WIDEST:
        return
    columns = tuple(zip(*table, strict=True))
    if _choices(columns, goal.columns, goal):
        return
    body = _choices(tuple(cells[1:] for cells in columns), tuple(target[1:] for target in goal.columns), goal)
    for chosen in _combinations(body):
        yield tuple(_label(table[0], target[0], one) for target, one in zip(goal.columns, chosen, strict=True)), chosen


def _label(header: Row, wanted: str, one: Expression) -> Expression:
    """A header's cell: that over the column which is written, any other, or a text."""
    if one[0] != "text" and header[one[1]] == wanted:
        return ("cell", one[1])
    return ("cell", header.index(wanted)) if wanted and wanted in header else ("text", wanted)


def _unchanged(chosen: tuple[Expression, ...], wide: int) -> bool:
    return len(chosen) == wide and all(one == ("cell", at) for at, one in enumerate(chosen))


def _combinations(choices: list[list[tuple[float, Expression]]]) -> list[tuple[Expression, ...]]:
    """The best expression everywhere, then each other choice of one column, cheapest first."""
    if not choices:
        return []
    best = tuple(options[0][1] for options in choices)
    others = sorted((options[rank][0] - options[0][0], at, rank)
                    for at, options in enumerate(choices) for rank in range(1, len(options)))
    return [best] + [best[:at] + (choices[at][rank][1],) + best[at + 1 :] for _, at, rank in others[: COMBINATIONS - 1]]


@lru_cache(maxsize=4096)
def _expressions(columns: tuple[Row, ...], target: Row, given: frozenset[str]) -> tuple[tuple[float, Expression], ...]:
    """Expressions that make the target of the columns: copies if there are any, else what else does."""
    copies = tuple((BITS["cell"], ("cell", at)) for at, cells in enumerate(columns) if cells == target)
    if copies or not any(target):
        return copies
    found = [*_of_one(columns, target), *_of_two(columns, target)] or list(texts.written(columns, target, given))
    if not found and len(target) > 1 and len(set(target)) == 1 and not runs(target[0]) & given:
        found = [("text", target[0])]
    return tuple((expression_bits(one), one) for one in found)


def expression_bits(one: Expression) -> float:
    """A part in the middle costs more than the first or the last; texts of several pieces cost what those do."""
    bits = BITS[one[0]]
    if one[0] == "concat":
        return bits + sum(BITS[part[0]] / 2 for part in one[2])
    if one[0] == "part":
        return bits + (MIDDLE if one[3] not in (0, -1) else 0.0) + (SPACE if one[2] == " " else 0.0)
    return bits


def _holds(expression: Expression, columns: tuple[Row, ...], target: Row) -> bool:
    rows = zip(*columns, strict=True)
    return all(evaluate(expression, row) == wanted for row, wanted in zip(rows, target, strict=True))


def _of_one(columns: tuple[Row, ...], target: Row) -> Iterator[Expression]:
    for at, cells in enumerate(columns):
        pairs = [(cell, wanted) for cell, wanted in zip(cells, target, strict=True) if wanted]
        changed = [(cell, wanted) for cell, wanted in pairs if cell != wanted]
        if not all(len(wanted) <= len(cell) for cell, wanted in pairs) or not changed:
            continue
        if all(wanted in cell for cell, wanted in pairs):
            yield from (one for one in _parts(at, *changed[0]) if _holds(one, columns, target))
        yield from (one for one in _erasures(at, *changed[0]) if _holds(one, columns, target))


def _parts(at: int, cell: str, wanted: str) -> Iterator[Expression]:
    for mark in DELIMITERS:
        parts = cell.split(mark)
        if len(parts) > 1 and wanted in parts:
            place = parts.index(wanted)
            yield ("part", at, mark, place)
            yield ("part", at, mark, place - len(parts))
    for name in PATTERNS:
        found = matches(name, cell)
        if wanted in found:
            yield ("match", at, name, found.index(wanted))
    where = cell.find(wanted)
    before, after = cell[:where], cell[where + len(wanted) :]
    if before and after:
        yield from (("between", at, before[-left:], after[:right]) for left in SIDES for right in SIDES[:2]
                    if cell.partition(before[-left:])[2].partition(after[:right])[0] == wanted)
    yield from (("part", at, after[:count], 0) for count in SIDES[:3] if not before and _signs(after[:count]))
    yield from (("part", at, before[-count:], -1) for count in SIDES[:3] if not after and _signs(before[-count:]))
    if before and not after:
        yield ("after", at, before)
    if after and not before:
        yield ("before", at, after)


def _signs(mark: str) -> bool:
    return bool(mark) and mark not in DELIMITERS and not any(sign.isalnum() for sign in mark)


def _erasures(at: int, cell: str, wanted: str) -> Iterator[Expression]:
    yield from (("erase", at, sign) for sign in sorted(set(cell) - set(wanted)) if cell.replace(sign, "") == wanted)


def _of_two(columns: tuple[Row, ...], target: Row) -> Iterator[Expression]:
    first = next(wanted for wanted in target if wanted)
    row = target.index(first)
    for at, cells in enumerate(columns):
        for other, others in enumerate(columns):
            if at == other:
                continue
            left, right = cells[row], others[row]
            if first.startswith(left) and left and right and first.endswith(right):
                glue = first[len(left) : len(first) - len(right)]
                if glue in GLUES and _holds(("join", at, glue, other), columns, target):
                    yield ("join", at, glue, other)
            if at < other and not any(a and b for a, b in zip(cells, others, strict=True)) \
                    and _holds(("either", at, other), columns, target):
                yield ("either", at, other)


@operator("derive", _columns, bits=2)
def derive(table: Table, expressions: tuple[Expression, ...]) -> Table:
    """Each column is written anew: cells, parts, matches, joins and choices of the columns there are."""
    return tuple(tuple(evaluate(one, row) for one in expressions) for row in table)


@operator("derive-below", _below, bits=4)
def derive_below(table: Table, header: tuple[Expression, ...], expressions: tuple[Expression, ...]) -> Table:
    """Like derive, but the first row is a header that is written for itself."""
    return derive(table[:1], header) + derive(table[1:], expressions)


def derived_bits(expressions: tuple[Expression, ...], wide: int) -> float:
    """Copies in order are nearly free; what is written otherwise costs more."""
    total, last = 0.0, -1
    for one in expressions:
        if one[0] == "cell":
            total += 0.2 if one[1] == last + 1 else 1.0 if one[1] > last else 2.0
        else:
            total += expression_bits(one)
        last = last if one[0] == "text" else one[1]
    return total
