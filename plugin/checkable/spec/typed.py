"""From plain data to typed values, as the annotations of a frozen dataclass say.

The dataclass is the one description of what may be written: ``schema`` turns the same annotations
into JSON Schema. Understood are bool, int, float, str, Literal, ``X | Y``, ``X | None``, tuples,
``Mapping[str, X]``, nested dataclasses, Any (plain data) and ``Annotated[X, special]`` where the
special brings a reader of its own. A key set to null counts as absent.

A trailing underscore of a field's name is not part of the key (``break_`` reads ``break``).
"""

from __future__ import annotations

import dataclasses
import math
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, Literal, Protocol, Union, get_args, get_origin, get_type_hints

from checkable.spec.cursor import WRONG, Cursor, found
from checkable.spec.errors import SpecError, nearest, one_of
from checkable.spec.yaml_lines import LinedDict, LinedList

Reader = Callable[[Any, Cursor], Any]  # returns WRONG after reporting a mistake, and only then


class Special(Protocol):
    """An annotation that knows how to read itself. It must be hashable, and ``schema`` must know it."""

    def reader(self) -> Reader: ...


@dataclasses.dataclass(frozen=True, slots=True)
class Bounds:
    """What ``vocabulary.option`` says beside the type. ``choices`` restrict text."""

    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping that is read into a dataclass."""

    field: str
    read: Reader


def bounds_of(field: dataclasses.Field[Any]) -> Bounds:
    meta = field.metadata
    return Bounds(meta.get("minimum"), meta.get("maximum"), tuple(meta.get("choices", ())))


def key_of(field: dataclasses.Field[Any]) -> str:
    return field.name.removesuffix("_")


def is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


@cache
def hints_of(cls: type) -> dict[str, Any]:
    """The resolved annotations of a dataclass's fields, by field name."""
    return get_type_hints(cls, include_extras=True)


@cache
def entries(cls: type) -> dict[str, Entry]:
    """The keys that a mapping for ``cls`` may have, in the order of the fields."""
    hints = hints_of(cls)
    return {
        key_of(f): Entry(f.name, reader(hints[f.name], bounds_of(f)))
        for f in dataclasses.fields(cls) if f.init
    }


def read_record(cls: type, value: Any, at: Cursor) -> Any:
    """An instance of the dataclass ``cls`` made of a mapping; None counts as an empty one.

    A ValueError of the dataclass's own ``__post_init__`` is reported as a mistake in the mapping.
    """
    known = entries(cls)
    if value is None:
        value = {}
    if not isinstance(value, dict):
        return at.wrong(f"{found(value)} stands here", f"a mapping with {keys_in_words(known)}")
    if not value and not needs(cls):
        return untouched(cls)
    before = len(at.errors)
    fields = _read_fields(cls, known, value, at)
    for key in needs(cls):
        if value.get(key) is None:
            at.wrong(f"{key!r} is missing", keys_in_words(known), at_key=True)
    if len(at.errors) > before:
        return WRONG
    try:
        return cls(**fields)
    except ValueError as error:
        return at.wrong(str(error))


def _read_fields(cls: type, known: Mapping[str, Entry], value: Mapping[str, Any], at: Cursor) -> dict[str, Any]:
    elsewhere = getattr(cls, "elsewhere", nowhere)
    fields: dict[str, Any] = {}
    for key, given in value.items():
        entry = known.get(key)
        if entry is None:
            hint = elsewhere(key) or nearest(key, known)
            at.into(value, key).wrong(f"unknown key {key!r}", keys_in_words(known), hint, at_key=True)
        elif given is not None:
            fields[entry.field] = entry.read(given, at.into(value, key))
    return fields


@cache
def needs(cls: type) -> tuple[str, ...]:
    """The keys without which there is no instance."""
    return tuple(key_of(f) for f in dataclasses.fields(cls) if f.init and is_required(f))


@cache
def untouched(cls: type) -> Any:
    """The instance of nothing but defaults: frozen, so that one serves all."""
    return cls()


def nowhere(key: str) -> str:
    """What ``cls.elsewhere`` may say instead: a hint at where a key belongs that is none of ``cls``."""
    return ""


def keys_in_words(known: Mapping[str, Entry]) -> str:
    return f"the keys {', '.join(known)}" if known else "no keys: this takes no options"


@cache
def reader(hint: Any, bounds: Bounds = Bounds()) -> Reader:
    """The reader for an annotation. Raises TypeError for one that a spec cannot express."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return arguments[1].reader()
    if origin in (Union, types.UnionType):
        return _union(tuple(a for a in arguments if a is not type(None)), bounds)
    if origin is Literal:
        return _choice(arguments)
    if origin is tuple:
        return _sequence(arguments, bounds)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(reader(arguments[1], bounds))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return lambda value, at: read_record(hint, value, at)
    simple = {bool: _boolean, int: lambda: _integer(bounds), float: lambda: _number(bounds), str: lambda: _text(bounds)}
    if hint in simple:
        return simple[hint]()
    if hint is Any:
        return lambda value, at: plain(value)
    raise TypeError(f"a spec cannot express an option of type {hint!r}")


def plain(value: Any) -> Any:
    """Ordinary dicts and lists, without their lines."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def in_words(hint: Any, bounds: Bounds = Bounds()) -> str:
    """What an annotation expects, for the "expected …" of a mistake."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return ", or ".join(in_words(a, bounds) for a in arguments if a is not type(None))
    if origin is Literal:
        return one_of(str(a) for a in arguments)
    if hint is str and bounds.choices:
        return one_of(bounds.choices)
    words = {bool: "true or false", int: "a whole number", float: "a number", str: "text", tuple: "a list"}
    within = _range(bounds) if hint in (int, float) else ""
    return words.get(origin or hint, "a mapping") + within


def _range(bounds: Bounds) -> str:
    low, high = bounds.minimum, bounds.maximum
    if low is not None and high is not None:
        return f" from {low:g} to {high:g}"
    if low is not None:
        return f" of at least {low:g}"
    return f" of at most {high:g}" if high is not None else ""


def _boolean() -> Reader:
    def read(value: Any, at: Cursor) -> Any:
        if type(value) is bool:
            return value
        meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(value).lower(), "")
        return at.wrong(f"{found(value)} stands here", "true or false", f"did you mean {meant}?" if meant else "")

    return read


def _integer(bounds: Bounds) -> Reader:
    low = -math.inf if bounds.minimum is None else bounds.minimum
    high = math.inf if bounds.maximum is None else bounds.maximum

    def read(value: Any, at: Cursor) -> Any:
        if type(value) is int and low <= value <= high:
            return value
        return at.wrong(f"{found(value)} stands here", in_words(int, bounds))

    return read


def _number(bounds: Bounds) -> Reader:
    low = -math.inf if bounds.minimum is None else bounds.minimum
    high = math.inf if bounds.maximum is None else bounds.maximum

    def read(value: Any, at: Cursor) -> Any:
        if type(value) in (int, float) and low <= value <= high and math.isfinite(value):
            return float(value)
        return at.wrong(f"{found(value)} stands here", in_words(float, bounds))

    return read


def _text(bounds: Bounds) -> Reader:
    def read(value: Any, at: Cursor) -> Any:
        if type(value) is str and (not bounds.choices or value in bounds.choices):
            return value
        hint = nearest(value, bounds.choices)
        if type(value) is not str and not isinstance(value, (dict, list)):
            hint = hint or "put it in quotes if it is meant as text"
        return at.wrong(f"{found(value)} stands here", in_words(str, bounds), hint)

    return read


def _choice(choices: tuple[Any, ...]) -> Reader:
    allowed = {(type(choice), choice): choice for choice in choices}

    def read(value: Any, at: Cursor) -> Any:
        if not isinstance(value, (dict, list)) and (type(value), value) in allowed:
            return value
        return at.wrong(f"{found(value)} stands here", one_of(map(str, choices)), nearest(value, map(str, choices)))

    return read


def _union(members: tuple[Any, ...], bounds: Bounds) -> Reader:
    """The first member that reads a value of that kind without a mistake."""
    readers = tuple((_kinds(member), reader(member, bounds)) for member in members)
    if len(readers) == 1:
        return readers[0][1]
    expected = ", or ".join(in_words(member, bounds) for member in members)

    def read(value: Any, at: Cursor) -> Any:
        before = len(at.errors)
        complaints: list[SpecError] = []
        for kinds, attempt in readers:
            if type(value) in kinds or object in kinds:
                result = attempt(value, at)
                if result is not WRONG:
                    return result
                complaints += [error for error in at.errors[before:] if error.key != at.dotted]
                del at.errors[before:]
        at.errors.extend(complaints)  # what is wrong inside says more than that the whole does not fit
        return WRONG if complaints else at.wrong(f"{found(value)} stands here", expected)

    return read


def _kinds(hint: Any) -> tuple[type, ...]:
    """The kinds of plain data that an annotation may take."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return tuple({type(a) for a in arguments})
    if hint in (bool, int, str):
        return (hint,)
    if hint is float:
        return (int, float)
    if origin is Annotated or hint is Any:
        return (object,)
    return (LinedList,) if origin is tuple else (LinedDict,)


def _sequence(arguments: tuple[Any, ...], bounds: Bounds) -> Reader:
    """``tuple[X, ...]``, or one type for each place."""
    repeated = len(arguments) == 2 and arguments[1] is Ellipsis
    readers = tuple(reader(a, bounds) for a in (arguments[:1] if repeated else arguments))

    def read(value: Any, at: Cursor) -> Any:
        if not isinstance(value, list):
            hint = "" if isinstance(value, dict) else f"write [{value}]"
            return at.wrong(f"{found(value)} stands here", "a list", hint)
        if not repeated and len(value) != len(readers):
            return at.wrong(f"a list of {len(value)} stands here", f"a list of {len(readers)}")
        each = readers * len(value) if repeated else readers
        before = len(at.errors)
        results = [read_one(value[i], at.into(value, i)) for i, read_one in enumerate(each)]
        return WRONG if len(at.errors) > before else tuple(results)

    return read


def _mapping(read_value: Reader) -> Reader:
    def read(value: Any, at: Cursor) -> Any:
        if not isinstance(value, LinedDict):
            return at.wrong(f"{found(value)} stands here", "a mapping")
        before = len(at.errors)
        results = {k: read_value(v, at.into(value, k)) for k, v in value.items() if v is not None}
        return WRONG if len(at.errors) > before else results

    return read
