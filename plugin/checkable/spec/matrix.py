"""The matrix: dotted keys with lists of values multiply an experiment into cells.

A dotted key walks into mappings (``sampling.temperature``), into the options of a word
(``arms.gate.generator.program.repairs``, also where the word stands bare or in a list) and into a
substrate's options. Cells come in the order written, the last key turning fastest.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from yaml.error import Mark

from checkable.core.case import Scalar
from checkable.spec.cursor import Cursor, found
from checkable.spec.document import Document
from checkable.spec.errors import nearest, one_of
from checkable.spec.layers import WORD_DEPTH, WORD_KEYS, copy, merge_layer, put
from checkable.spec.tokens import Mistake
from checkable.spec.typed import entries
from checkable.spec.yaml_lines import LinedDict, LinedList, Source

_FIXED = frozenset((
    "title", "description", "research_program", "claim", "criteria", "reference", "justifications"))
_SLUG = re.compile(r"[^A-Za-z0-9._+-]+")
Where = tuple[Source, Mark, Mark]


@dataclass(frozen=True, eq=False)
class Axis:
    """One key of a matrix. ``parts`` is the key, cut at its dots; ``spots`` say where each value stands."""

    key: str
    parts: tuple[str, ...]
    values: tuple[Scalar, ...]
    at: Cursor
    spots: tuple[Where, ...]


def read_axes(matrix: Any, at: Cursor) -> list[Axis]:
    """The axes of a matrix that are well formed; mistakes in the others are reported."""
    if not isinstance(matrix, LinedDict):
        at.wrong(f"{found(matrix)} stands here", "dotted keys with lists of values")
        return []
    axes = [_axis(key, matrix[key], at.into(matrix, key)) for key in matrix]
    return [axis for axis in axes if axis is not None]


def _axis(key: str, values: Any, at: Cursor) -> Axis | None:
    parts = tuple(key.split("."))
    top = set(entries(Document)) - _FIXED
    if parts[0] not in top:
        what = "cannot be varied" if parts[0] in _FIXED else "is no key of a spec"
        at.wrong(f"{parts[0]!r} {what}", f"a key that begins with {one_of(top)}", nearest(parts[0], top), at_key=True)
        return None
    if not isinstance(values, LinedList) or not values:
        at.wrong(f"{'an empty list' if values == [] else found(values)} stands here", "a list of values")
        return None
    if not all(_sound_value(values, i, at) for i in range(len(values))):
        return None
    spots = tuple((values.source, mark, mark) for mark in values.marks)
    return Axis(key, parts, tuple(values), at, spots)


def _sound_value(values: LinedList, index: int, at: Cursor) -> bool:
    value, here = values[index], at.into(values, index)
    if not isinstance(value, (str, int, float)):
        here.wrong(f"{found(value)} stands here", "text, a number, true or false")
    elif not slug(value):
        here.wrong(f"{value!r} has no letter or digit to name an item by", "a value with ASCII letters or digits")
    elif any(slug(other) == slug(value) for other in values[:index]):
        here.wrong(f"{value!r} names the same item as an earlier value", "values that differ in letters and digits")
    else:
        return True
    return False


def cells(axes: Iterable[Axis]) -> list[dict[str, int]]:
    """Every combination: the key of each axis with the index of its value."""
    axes = list(axes)
    return [
        dict(zip((a.key for a in axes), chosen, strict=True))
        for chosen in itertools.product(*(range(len(a.values)) for a in axes))
    ]


def item_name(tier: str, axes: Iterable[Axis], cell: Mapping[str, int]) -> str:
    """``smoke-examples-1-seed-0``: the last part of each key, or all of it where two keys end alike."""
    axes = list(axes)
    last = [axis.parts[-1] for axis in axes]
    named = [axis.parts[-1] if last.count(axis.parts[-1]) == 1 else "-".join(axis.parts) for axis in axes]
    slugs = [slug(axis.values[cell[axis.key]]) for axis in axes]
    return "-".join([tier, *(f"{name}-{value}" for name, value in zip(named, slugs, strict=True))])


def slug(value: Scalar) -> str:
    """A value in a node id: no brackets, ``::``, ``@`` or spaces."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    cleaned = _SLUG.sub("-", text).strip("-") if isinstance(value, str) else text
    return cleaned if any(c.isalnum() for c in cleaned) else ""


def with_cell(layer: LinedDict, axes: Iterable[Axis], cell: Mapping[str, int]) -> LinedDict | None:
    """The layer with a cell's values set; None after reporting a key that leads nowhere."""
    for axis in axes:
        index = cell[axis.key]
        try:
            changed = _set(layer, axis.parts, axis.values[index], axis.spots[index])
        except Mistake as mistake:
            axis.at.wrong_inside(axis.key, mistake, at_key=True)
            return None
        layer = merge_layer(layer, changed) if len(axis.parts) == 1 else changed
    return layer


def _set(layer: LinedDict, parts: tuple[str, ...], value: Scalar, where: Where, done: int = 0) -> LinedDict:
    """A copy of ``layer`` with ``value`` at the end of the path. ``done`` counts the parts walked already."""
    head = parts[done]
    if done == len(parts) - 1:
        changed = LinedDict() if done == 0 else copy(layer)
        put(changed, head, value, where)
        return changed
    changed = copy(layer)
    inner = layer.get(head)
    if done == 1 and parts[0] in ("arms", "controls") and inner is None:
        raise _lost(parts, done, f"no {parts[0][:-1]} is called {head!r}", layer)
    put(changed, head, _inside(inner, parts, value, where, done + 1), layer.spots.get(head, where))
    return changed


def _inside(inner: Any, parts: tuple[str, ...], value: Scalar, where: Where, done: int) -> Any:
    if inner is None:
        return _set(LinedDict(), parts, value, where, done)
    if isinstance(inner, LinedDict):
        if done == WORD_DEPTH + 1 and parts[done - 1] in WORD_KEYS and parts[done] not in inner:
            raise _lost(parts, done, f"the word here is not {parts[done]!r}", inner)
        return _set(inner, parts, value, where, done)
    if isinstance(inner, LinedList):
        return _in_list(inner, parts, value, where, done)
    if inner == parts[done]:  # a word without options so far
        return _set(LinedDict(), parts, value, where, done)
    raise _lost(parts, done, f"{found(inner)} stands before {parts[done]!r}", [str(inner)])


def _in_list(words: LinedList, parts: tuple[str, ...], value: Scalar, where: Where, done: int) -> LinedList:
    names = [next(iter(w), "") if isinstance(w, dict) else str(w) for w in words]
    if names.count(parts[done]) != 1:
        often = "no word" if parts[done] not in names else "more than one word"
        raise _lost(parts, done, f"{often} here is called {parts[done]!r}", names)
    changed = LinedList(words.source)
    changed.extend(words)
    changed.marks.extend(words.marks)
    index = names.index(parts[done])
    changed[index] = _inside(words[index], parts, value, where, done)
    return changed


def _lost(parts: tuple[str, ...], done: int, message: str, valid: Iterable[str]) -> Mistake:
    offset = sum(len(part) + 1 for part in parts[:done])
    names = list(valid)
    return Mistake(offset, message, one_of(names), nearest(parts[done], names))
