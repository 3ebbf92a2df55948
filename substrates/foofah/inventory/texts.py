"""Cells written out of pieces of other cells and of fixed signs between them.

A program for a text, as in FlashFill (Gulwani, POPL 2011), kept small: whole cells, parts, heads and
tails at a delimiter, matches of a named pattern, and the same in other letter case; between two of them
a few signs. All rows are written in step: a piece is taken only if it stands next in every row's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from os.path import commonprefix
from typing import Any

from substrates.foofah.inventory.columns import DELIMITERS, PATTERNS, matches
from substrates.foofah.inventory.goals import runs

Row = tuple[str, ...]
Expression = tuple[Any, ...]
PIECES = 4  # of a text at most, the signs between them not counted
SIGNS = 3  # in a row between two pieces
STATES = 60  # positions that are looked at for one column
PLACES = 4  # parts of a cell that are looked at, from the left and from the right
CASES = {"upper": str.upper, "lower": str.lower, "title": str.title}


def pieces(columns: tuple[Row, ...], target: Row) -> list[tuple[Expression, Row]]:
    """Expressions of one column with what they make of each row; none that makes nothing, no two that make the same."""
    told: dict[Row, Expression] = {}
    for at, cells in enumerate(columns):
        for one, made in _of_column(at, cells):
            if all(text in wanted for text, wanted in zip(made, target, strict=True)) and any(made):
                told.setdefault(made, one)
    return [(one, made) for made, one in told.items()]


def _of_column(at: int, cells: Row) -> Iterator[tuple[Expression, Row]]:
    yield ("cell", at), cells
    for mark in DELIMITERS:
        split = [cell.split(mark) for cell in cells]
        most = max(map(len, split))
        if most == 1:
            continue
        for place in range(min(most, PLACES)):
            for where in (place, -1 - place):
                yield ("part", at, mark, where), tuple(
                    parts[where] if -len(parts) <= where < len(parts) else "" for parts in split)
        for count in range(1, min(most, PLACES + 1)):
            yield ("tail", at, mark, count), tuple(mark.join(parts[count:]) for parts in split)
            yield ("head", at, mark, count), tuple(mark.join(parts[:-count]) for parts in split)
    for name in PATTERNS:
        found = [matches(name, cell) for cell in cells]
        for place in range(min(3, max(map(len, found)))):
            yield ("match", at, name, place), tuple(one[place] if place < len(one) else "" for one in found)
    for name, change in CASES.items():
        yield ("case", at, name), tuple(map(change, cells))


def written(columns: tuple[Row, ...], target: Row, given_runs: frozenset[str]) -> Iterator[Expression]:
    """Texts of several pieces that are the target in every row, the fewest pieces first; at most three.

    Words that the input gives (``given_runs``) are never fixed ones: they are data, which other inputs lack.
    """
    if not all(target) or any(len(text) > 200 for text in target):
        return
    known = pieces(columns, target)
    reached: list[tuple[tuple[int, ...], tuple[Expression, ...], int]] = [((0,) * len(target), (), 0)]
    seen = {(reached[0][0], True)}
    given = 0
    for looked, (places, before, count) in enumerate(reached):
        if looked >= STATES:
            return
        if all(place == len(text) for place, text in zip(places, target, strict=True)):
            given += 1
            yield before[0] if len(before) == 1 else ("concat", _first_column(before), before)
            if given == 3:
                return
            continue
        for more in _next(places, before, count, known, target):
            if more[1][-1][0] == "text" and runs(more[1][-1][1]) & given_runs:
                continue
            key = (more[0], more[1][-1][0] != "text")
            if key not in seen:
                seen.add(key)
                reached.append(more)


def _first_column(parts: tuple[Expression, ...]) -> int:
    return next(one[1] for one in parts if one[0] != "text")


def joined(parts: list[tuple[bool, str]]) -> str:
    """Pieces and signs (False) as one text. A sign before an empty piece goes, and one after it at the end."""
    kept: list[str] = []
    for at, (piece, text) in enumerate(parts):
        beside = parts[at + 1] if at + 1 < len(parts) else parts[at - 1]
        if piece or not beside[0] or beside[1]:
            kept.append(text)
    return "".join(kept)


def _next(places: tuple[int, ...], before: tuple[Expression, ...], count: int, known: list[tuple[Expression, Row]],
          target: Row) -> Iterator[tuple[tuple[int, ...], tuple[Expression, ...], int]]:
    if count < PIECES:
        for one, made in known:
            if all(made) and all(text.startswith(part, place) for text, part, place
                                 in zip(target, made, places, strict=True)):
                yield _after(places, made), (*before, one), count + 1
    if not before or before[-1][0] != "text":
        for sign in _fixed(places, target):
            yield tuple(place + len(sign) for place in places), (*before, ("text", sign)), count


def _fixed(places: tuple[int, ...], target: Row) -> Iterator[str]:
    """What all texts go on with: a few signs, or the whole of a beginning or an end, which may hold words."""
    rests = [text[place:] for text, place in zip(target, places, strict=True)]
    common = commonprefix(rests)
    signs = next((at for at, one in enumerate(common) if one.isalnum()), len(common))
    yield from (common[:length] for length in range(1, min(SIGNS, signs) + 1))
    if len(set(target)) > 1 and signs < len(common) and (not any(places) or all(rest == common for rest in rests)):
        yield common


def _after(places: tuple[int, ...], made: Row) -> tuple[int, ...]:
    return tuple(place + len(part) for place, part in zip(places, made, strict=True))
