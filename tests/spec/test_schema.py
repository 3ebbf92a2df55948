"""The JSON Schema and the loader say the same, since both follow the same annotations."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkable.spec import names, words
from checkable.spec.cursor import Cursor
from checkable.spec.document import Document, ExecutionKeys, SubstrateKeys
from checkable.spec.errors import SpecErrors
from checkable.spec.layers import normalised
from checkable.spec.loader import load_items
from checkable.spec.resolve import STAGES, Resolver, substrate_fields
from checkable.spec.schema import schema, schema_text
from checkable.spec.typed import Bounds, bounds_of, entries, hints_of, is_required, key_of
from checkable.spec.yaml_lines import parse_yaml
from checkable.vocabulary import words as registered

REPOSITORY = Path(__file__).parents[2]
COMMITTED = REPOSITORY / "plugin" / "checkable" / "spec" / "schema.json"


def strict(made: dict[str, Any]) -> jsonschema.Draft202012Validator:
    """JSON Schema counts 1.0 among the integers; YAML 1.2 and the loader do not."""
    checker = jsonschema.Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
    return jsonschema.validators.extend(jsonschema.Draft202012Validator, type_checker=checker)(made)


def test_the_committed_schema_is_the_generated_one():
    assert COMMITTED.read_text(encoding="utf-8") == schema_text(REPOSITORY), (
        "run: python -m checkable schema > plugin/checkable/spec/schema.json"
    )


def test_the_schema_is_a_schema(root):
    for made in (schema(root), schema(root, whole=True), json.loads(schema_text(root))):
        jsonschema.Draft202012Validator.check_schema(made)


def test_every_key_describes_itself(root):
    described = schema(root)["properties"]
    assert [key for key, value in described.items() if not value.get("description")] == []


@pytest.mark.parametrize("path", sorted((REPOSITORY / "specs").rglob("[a-z]*.y*ml")), ids=lambda path: path.stem)
def test_the_repositorys_specs_satisfy_the_schema(path):
    document = parse_yaml(path.read_text(encoding="utf-8"), path)[1]
    strict(json.loads(COMMITTED.read_text(encoding="utf-8"))).validate(document)


def test_wrong_specs_that_are_wrong_in_structure_are_refused_by_the_schema(root):
    validator = strict(schema(root))
    structural = (
        "unknown-key", "unknown-option", "unknown-generator", "option-out-of-bounds", "bool-as-number", "arm-name",
        "float-as-integer", "nested-options", "no-arms", "claim-form", "substrate-option", "cases",
        "unknown-tier", "missing-title", "blank-title", "empty-generator-list", "options-beside-the-word",
    )
    for name in structural:
        path = Path(__file__).parent / "wrong" / f"{name}.yaml"
        assert not validator.is_valid(parse_yaml(path.read_text(), path)[1]), name


# -- both accept the same: values made from the annotations, then spoilt in one place or not at all

JUNK = st.sampled_from([
    None, True, 0, 1, -1, 7, 1.5, 99, "", "x", "direct", "program", "Some Name", "all", "nf4", "only", [], [1],
    ["direct"], {}, {"a": 1}, {"program": None}, {"program": {"repairs": 3}}, {"majority": 3},
])
ANY = Bounds()


def values(hint: Any, bounds: Bounds = ANY) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return special(arguments[1])
    if origin in (Union, types.UnionType):
        return st.one_of([values(a, bounds) for a in arguments if a is not type(None)])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        if arguments[1] is not Ellipsis:
            return st.tuples(*(values(a, bounds) for a in arguments)).map(list)
        return st.lists(values(arguments[0], bounds), max_size=2)
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(st.sampled_from("abc"), values(arguments[1], bounds), max_size=2)
    if dataclasses.is_dataclass(hint):
        return records(hint)
    low, high = bounds.minimum or 0, bounds.maximum or 100
    return {
        bool: st.booleans(),
        int: st.integers(int(low) + (low > int(low)), int(high)),
        float: st.integers(int(low) + 1, int(high)),
        str: st.sampled_from(bounds.choices or ("text", "more text")),
    }[hint]


def special(annotation: Any) -> st.SearchStrategy[Any]:
    if isinstance(annotation, names.Named):
        names_of_arms = st.sampled_from(("gate", "direct", "a-1"))
        return st.dictionaries(names_of_arms, values(annotation.inner), min_size=1, max_size=2)
    if isinstance(annotation, words.OneWord):
        return word_uses(annotation.kind)
    if isinstance(annotation, words.Words):
        return word_uses(annotation.kind) | st.lists(word_uses(annotation.kind), min_size=1, max_size=2)
    if isinstance(annotation, SubstrateKeys):
        return st.fixed_dictionaries({"name": st.just("ledgers")}, optional={
            "split": st.sampled_from(("generated", "published")), "examples": st.integers(1, 5),
            "noise": st.floats(0, 1),
        })
    return st.sampled_from(("lower-case", "words"))


def word_uses(kind: Any) -> st.SearchStrategy[Any]:
    choices = []
    for word in registered(kind).values():
        choices.append(records(word.options).map(lambda options, name=word.name: {name: options}))
        if not any(is_required(f) for f in dataclasses.fields(word.options)):
            choices += [st.just(word.name), st.just({word.name: None})]
    return st.one_of(choices)


def records(cls: type) -> st.SearchStrategy[dict[str, Any]]:
    hints = hints_of(cls)
    each = {key_of(f): (values(hints[f.name], bounds_of(f)), is_required(f)) for f in dataclasses.fields(cls)}
    return st.fixed_dictionaries(
        {key: value for key, (value, needed) in each.items() if needed},
        optional={key: value | st.none() for key, (value, needed) in each.items() if not needed},
    )


def spoil(draw: Any, value: Any) -> Any:
    """The value with something wrong, or merely different, in one place."""
    if isinstance(value, dict) and value and draw(st.integers(0, 3)):
        key = draw(st.sampled_from(sorted(value)))
        return {**value, key: spoil(draw, value[key])}
    if isinstance(value, list) and value and draw(st.booleans()):
        index = draw(st.integers(0, len(value) - 1))
        return [*value[:index], spoil(draw, value[index]), *value[index + 1:]]
    if isinstance(value, dict) and value and draw(st.booleans()):
        gone = draw(st.sampled_from(sorted(value)))
        return {key: inner for key, inner in value.items() if key != gone}
    if isinstance(value, dict) and draw(st.booleans()):
        return {**value, draw(st.sampled_from(("repairs", "stranger", "generator", "Big"))): draw(JUNK)}
    return draw(JUNK)


@pytest.fixture
def documents(root: Path) -> st.SearchStrategy[Any]:
    """Made once: building it costs more than drawing from it."""
    whole = records(Document)

    @st.composite
    def drawn(draw: st.DrawFn) -> Any:
        document = draw(whole)
        return spoil(draw, document) if draw(st.booleans()) else document

    return drawn().filter(_merged)


def accepted(document: Any, root: Path) -> bool:
    """Whether the loader finds nothing wrong with the structure. A record's own refusal is not structure."""
    source, read = parse_yaml(json.dumps(document, ensure_ascii=False), Path("x.yaml"))
    top = Cursor(source, [])
    resolver, layer = Resolver(root, top), normalised(read)
    said = {key: resolver._read(key, layer) for key in entries(Document)}
    if set(layer) - set(entries(Document)):
        return False
    substrate_fields({**said, "execution": ExecutionKeys()}, layer, top, root)
    return [e for e in top.errors if "must not grow shorter" not in e.message] == []


@pytest.fixture
def validator(root: Path) -> jsonschema.Draft202012Validator:
    return strict(schema(root, whole=True))


def _merged(document: Any) -> bool:
    """Nulls that merging removes are not there any more when a spec is whole."""
    arms = document.get("arms") if isinstance(document, dict) else None
    return isinstance(document, dict) and not (isinstance(arms, dict) and None in arms.values())


SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(suppress_health_check=SLOW, max_examples=150, deadline=None)
@given(data=st.data())
def test_the_schema_accepts_what_the_loader_accepts_and_nothing_else(data, documents, root, validator):
    document = data.draw(documents)
    assert validator.is_valid(document) == accepted(document, root), list(map(str, validator.iter_errors(document)))


def test_what_one_file_may_leave_out_the_merged_spec_may_not(root, tmp_path):
    folder = root / "specs" / tmp_path.name
    folder.mkdir(parents=True)
    path = folder / "bare.yaml"
    path.write_text("title: inherits the rest\n")
    assert strict(schema(root)).is_valid({"title": "inherits the rest"})
    assert not strict(schema(root, whole=True)).is_valid({"title": "inherits the rest"})
    with pytest.raises(SpecErrors, match="'arms' is missing"):
        load_items(path, root=root, tier="full")


def test_every_key_is_read_by_some_stage():
    assert {key for stage in STAGES for key in stage.keys} == set(entries(Document))
