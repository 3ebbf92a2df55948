"""Options that are marked where they are declared (``vocabulary.option``): where a spec writes them, and what.

A mark (``file``, ``model``) says that the text of an option names something whose existence others check. Only what a
spec writes is looked at: a default is the business of whoever declares it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, get_args

from checkable.spec.cursor import Cursor
from checkable.spec.model import Use
from checkable.spec.typed import hints_of, key_of
from checkable.spec.yaml_lines import LinedDict, LinedList

Marked = tuple[str, Any, Cursor]  # the text, what the mark says, and where it stands


def uses(read: Sequence[Use], key: str, raw: LinedDict, at: Cursor) -> Iterator[tuple[Use, Any, Cursor]]:
    """Each word under ``key`` of an arm with what is written of it, and its place."""
    written = raw.get(key)
    here = at.into(raw, key)
    for index, use in enumerate(read):
        several = isinstance(written, LinedList)
        yield use, written[index] if several else written, here.into(written, index) if several else here


def marked(mark: str, use: Use, written: Any, at: Cursor) -> Iterator[Marked]:
    """Every text under an option of that mark in what is written of a word."""
    options = written.get(use.word.name) if isinstance(written, LinedDict) else None
    if isinstance(options, LinedDict):
        yield from _inside(mark, use.word.options, options, at.into(written, use.word.name))


def _inside(mark: str, kind: type, options: LinedDict, at: Cursor) -> Iterator[Marked]:
    marks, inner = _marks(mark, kind), _records(kind)
    for key, value in options.items():
        here = at.into(options, key)
        each = [(one, here.into(value, i)) for i, one in enumerate(value)] if isinstance(value, LinedList) \
            else [(value, here)]
        for one, place in each:
            if key in marks and isinstance(one, str):
                yield one, marks[key], place
            elif key in inner and isinstance(one, LinedDict):
                yield from _inside(mark, inner[key], one, place)


@cache
def _marks(mark: str, kind: type) -> dict[str, Any]:
    """The options of that mark, and what it says."""
    return {key_of(f): f.metadata[mark] for f in dataclasses.fields(kind) if f.metadata.get(mark)}


@cache
def _records(kind: type) -> dict[str, type]:
    """The options that are mappings with options of their own, or lists of such."""
    hints = hints_of(kind)
    found = {key_of(f): [t for t in (hints[f.name], *get_args(hints[f.name])) if dataclasses.is_dataclass(t)]
             for f in dataclasses.fields(kind)}
    return {key: kinds[0] for key, kinds in found.items() if kinds}
