"""The JSON Schema of a spec, made from the same annotations that specs are read by.

For editors: every key and option with its description, bounds and choices. A schema describes one
file, which may inherit what it does not say, so it requires no key but ``title``; with ``whole``
it describes a spec after merging, and then requires what the loader requires. What a schema
cannot say (names that exist, expressions that parse) the loader checks alone.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from checkable.core.audits import AUDITS
from checkable.spec.document import Document, SubstrateKeys
from checkable.spec.justifications import Reasons
from checkable.spec.names import NAME, Hyphenated, Named, Sentence
from checkable.spec.tiers import TIERS
from checkable.spec.tokens import RESERVED
from checkable.spec.typed import Bounds, bounds_of, hints_of, is_required, key_of
from checkable.spec.words import OneWord, Words
from checkable.substrate import registry
from checkable.substrate.workspace import find_root
from checkable.vocabulary import ROOMS, Kind, Word, words

Schema = dict[str, Any]
NOTHING: Schema = {"type": "null"}
_SCALAR = {"type": ["string", "number", "boolean"]}
_SIMPLE = {bool: "boolean", int: "integer", float: "number", str: "string"}


def schema_text(root: Path | None = None) -> str:
    """The schema as text, ending in a newline. ``root``: the workspace; the one around the working directory."""
    made = schema(root if root is not None else find_root(Path.cwd()))
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def schema(root: Path, *, whole: bool = False) -> Schema:
    """The schema of specs in a workspace: of one file, or of what is merged from several (``whole``)."""
    properties = _properties(Document, whole)
    properties["substrate"] |= _substrate(root, whole)
    made: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A checkable spec: one experiment",
        "type": "object",
        "properties": properties | ({} if whole else _layers(properties)),
        "required": _required(Document) if whole else ["title"],
        "additionalProperties": False,
        "$defs": {kind: _kind(kind, whole) for kind in ROOMS},
    }
    return made


def _layers(properties: Schema) -> Schema:
    """``matrix`` and ``tiers``, which are gone from a merged spec."""
    tier = {
        "type": ["object", "null"],
        "properties": {
            **{key: {"$ref": f"#/properties/{key}"} for key in (*properties, "matrix")},
            "judge": {"type": "boolean", "description": "whether the criteria decide the outcome in this tier"},
        },
        "additionalProperties": False,
    }
    axis = {"anyOf": [{"type": "array", "items": _SCALAR, "minItems": 1}, NOTHING]}
    return {
        "matrix": {
            "type": ["object", "null"],
            "description": "dotted key to a list of values: multiplies the experiment into items",
            "additionalProperties": axis,
        },
        "tiers": {
            "type": ["object", "null"],
            "description": "what the smoke and the full tier change",
            "properties": dict.fromkeys(TIERS, tier),
            "additionalProperties": False,
        },
    }


def _record(cls: type, whole: bool) -> Schema:
    """The mapping that is read into a dataclass."""
    made: Schema = {"type": "object", "properties": _properties(cls, whole), "additionalProperties": False}
    required = _required(cls) if whole else []
    return made | ({"required": required} if required else {})


def _required(cls: type) -> list[str]:
    return [key_of(f) for f in dataclasses.fields(cls) if f.init and is_required(f)]


def _properties(cls: type, whole: bool) -> Schema:
    hints = hints_of(cls)
    return {key_of(f): _property(f, hints[f.name], whole) for f in dataclasses.fields(cls) if f.init}


def _property(field: dataclasses.Field[Any], hint: Any, whole: bool) -> Schema:
    """A key's values and its description. Null stands for a key that is not there."""
    made = _type(hint, bounds_of(field), whole)
    if not (whole and is_required(field)):
        made = _or_null(made)
    if field.metadata.get("help"):
        made["description"] = field.metadata["help"]
    default = field.default
    if isinstance(default, (bool, int, float, str)) and default != "":
        made["default"] = default
    return made


def _or_null(made: Schema) -> Schema:
    if isinstance(made.get("type"), str) and "enum" not in made and "const" not in made:
        return made | {"type": [made["type"], "null"]}
    if "anyOf" in made:
        return made | {"anyOf": [*made["anyOf"], NOTHING]}
    return {"anyOf": [made, NOTHING]} if made else {}


def _type(hint: Any, bounds: Bounds, whole: bool) -> Schema:
    """The schema of an annotation; the counterpart of ``typed.reader``."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _special(arguments[1], whole)
    if origin in (Union, types.UnionType):
        members = [_type(a, bounds, whole) for a in arguments if a is not type(None)]
        return members[0] if len(members) == 1 else {"anyOf": members}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return _array(arguments, bounds, whole)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _or_null(_type(arguments[1], bounds, whole))}
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record(hint, whole)
    return {} if hint is Any else {"type": _SIMPLE[hint]} | _bounds(hint, bounds)


def _array(arguments: tuple[Any, ...], bounds: Bounds, whole: bool) -> Schema:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return {"type": "array", "items": _type(arguments[0], bounds, whole)}
    places = [_type(a, bounds, whole) for a in arguments]
    return {"type": "array", "prefixItems": places, "minItems": len(places), "maxItems": len(places)}


def _bounds(hint: type, bounds: Bounds) -> Schema:
    if hint is str:
        return {"enum": list(bounds.choices)} if bounds.choices else {}
    limits = {"minimum": bounds.minimum, "maximum": bounds.maximum} if hint in (int, float) else {}
    return {name: value for name, value in limits.items() if value is not None}


def _special(special: Any, whole: bool) -> Schema:
    """The annotations that read themselves."""
    if isinstance(special, Sentence):
        return {"type": "string", "pattern": r"\S"}
    if isinstance(special, Hyphenated):
        return {"type": "string", "pattern": f"^{NAME}$"}
    if isinstance(special, Reasons):
        return _reasons()
    if isinstance(special, OneWord):
        return {"$ref": f"#/$defs/{special.kind}"}
    if isinstance(special, Words):
        one = {"$ref": f"#/$defs/{special.kind}"}
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
    if isinstance(special, Named):
        return _named(special, whole)
    if isinstance(special, SubstrateKeys):
        return {}  # what it holds depends on the workspace: see _substrate
    raise TypeError(f"no schema for {special!r}")


def _reasons() -> Schema:
    reason = {"type": ["string", "null"], "pattern": r"\S"}
    properties = {name: reason | {"description": question} for name, question in AUDITS.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _named(special: Named, whole: bool) -> Schema:
    inner = _type(special.inner, Bounds(), whole)
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{NAME}$", "not": {"enum": list(RESERVED)}},
        "additionalProperties": inner if whole and special.least else _or_null(inner),
        **({"minProperties": special.least} if special.least else {}),
    }


def _kind(kind: Kind, whole: bool) -> Schema:
    """One word of a kind: bare, or with options."""
    forms = [form for word in words(kind).values() for form in _word(word, whole)]
    return {"anyOf": forms} if forms else {"not": {}}


def _word(word: Word, whole: bool) -> list[Schema]:
    options = _record(word.options, whole)
    if not _required(word.options):
        bare: list[Schema] = [{"const": word.name, "description": word.summary}]
        options = _or_null(options)
    else:
        bare = [] if whole else [{"const": word.name, "description": word.summary}]
        options = options if whole else _or_null(options)
    if word.shorthand is not None:
        field = next(f for f in dataclasses.fields(word.options) if f.name == word.shorthand)
        options = {"anyOf": [options, _type(hints_of(word.options)[field.name], bounds_of(field), whole)]}
    return [*bare, {
        "type": "object",
        "description": word.summary,
        "properties": {word.name: options},
        "required": [word.name],
        "additionalProperties": False,
    }]


def _substrate(root: Path, whole: bool) -> Schema:
    """A mapping with a substrate's name and options; in a file also the name alone, or options alone."""
    forms: list[Schema] = []
    for substrate in (registry.find(name, root) for name in registry.names(root)):
        name = {"const": substrate.name, "description": substrate.summary}
        record = _record(substrate.options, whole)
        properties = {"name": name, **record["properties"]}
        forms.append(record | {"properties": properties, "required": ["name", *record.get("required", [])]})
        forms += [] if whole else [name]
    return {"anyOf": forms if whole else [*forms, {"type": "object", "not": {"required": ["name"]}}, NOTHING]}
