"""Words of the vocabulary in a spec: bare, with options, or several in a list.

``direct``, ``{program: {repairs: 3}}``, ``{majority: 5}`` where the word has a shorthand, and
``[direct, {program: {repairs: 3}}]``. It knows the registry, not what any word does.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from checkable.spec.cursor import WRONG, Cursor, found
from checkable.spec.errors import nearest, one_of
from checkable.spec.model import Use
from checkable.spec.typed import Reader, entries, keys_in_words, needs, read_record, untouched
from checkable.vocabulary import ROOMS, Kind, Word, words


@dataclass(frozen=True)
class OneWord:
    """Annotation of a key that takes one word: read into a ``Use``."""

    kind: Kind

    def reader(self) -> Reader:
        return lambda value, at: read_use(self.kind, value, at)


@dataclass(frozen=True)
class Words:
    """Annotation of a key that takes one word or a list of at least one: a tuple of ``Use``."""

    kind: Kind

    def reader(self) -> Reader:
        return lambda value, at: read_uses(self.kind, value, at)


def read_uses(kind: Kind, value: Any, at: Cursor) -> Any:
    """A tuple of ``Use``, or WRONG."""
    if not isinstance(value, list):
        use = read_use(kind, value, at)
        return WRONG if use is WRONG else (use,)
    if not value:
        return at.wrong("an empty list stands here", f"at least one {kind}")
    before = len(at.errors)
    uses = tuple([read_use(kind, element, at.into(value, i)) for i, element in enumerate(value)])
    return WRONG if len(at.errors) > before else uses


def read_use(kind: Kind, value: Any, at: Cursor) -> Any:
    """One word with its options filled in, or WRONG."""
    if isinstance(value, str):
        name, options, inner = value, None, at
    elif isinstance(value, dict) and len(value) == 1:
        name, options = next(iter(value.items()))
        inner = at.into(value, name)
    else:
        hint = _several(value) if isinstance(value, dict) and value else ""
        return at.wrong(f"{found(value)} stands here", f"one {kind}: a word, or {{word: options}}", hint)
    word = words(kind).get(name)
    if word is None:
        return _unknown(kind, name, inner)
    if options is None and not needs(word.options):
        return _bare(word)
    filled = _options(word, options, inner)
    return WRONG if filled is WRONG else Use(word=word, options=filled)


@cache
def _bare(word: Word) -> Use:
    """A word without options: frozen, so that one serves all specs."""
    return Use(word=word, options=untouched(word.options))


def _options(word: Word, options: Any, at: Cursor) -> Any:
    if options is None or isinstance(options, dict):
        return read_record(word.options, options, at)
    if word.shorthand is None:
        known = entries(word.options)
        return at.wrong(f"{found(options)} stands behind {word.name!r}", f"a mapping with {keys_in_words(known)}")
    entry = next(e for e in entries(word.options).values() if e.field == word.shorthand)
    value = entry.read(options, at)
    return WRONG if value is WRONG else word.options(**{entry.field: value})


def _unknown(kind: Kind, name: str, at: Cursor) -> Any:
    hint = nearest(name, words(kind))
    elsewhere = [other for other in ROOMS if other != kind and name in words(other)]
    if elsewhere:
        hint = f"{name!r} belongs under {elsewhere[0]!r}"
    return at.wrong(f"no {kind} is called {name!r}", one_of(words(kind)), hint, at_key=name == at.key)


def _several(value: dict[str, Any]) -> str:
    first, *rest = value
    inside = ", ".join(f"{key}: …" for key in rest)
    return f"options stand inside the word: {{{first}: {{{inside}}}}}"
