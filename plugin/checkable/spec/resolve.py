"""One item of a spec, merged and complete, to typed values whose names all exist.

Sections that several items of a file share are read once: a layer keeps the identity of what it
does not touch. It knows substrates by their registry and models by their names alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from checkable.core.execution import Limits, Namespace
from checkable.engine.models import ModelError, model_names
from checkable.spec.criteria import Names
from checkable.spec.cursor import WRONG, Cursor
from checkable.spec.document import ArmKeys, ControlKeys, Document, ExecutionKeys
from checkable.spec.errors import nearest, one_of
from checkable.spec.expressions import read_criteria, read_references, read_slices
from checkable.spec.layers import without
from checkable.spec.model import ArmSpec, ControlSpec, Use
from checkable.spec.typed import Entry, entries, is_required, read_record
from checkable.spec.yaml_lines import LinedDict, LinedList
from checkable.substrate import registry
from checkable.substrate.contract import Substrate
from checkable.vocabulary import words

_DEFAULTS: dict[str, Any] = {f.name: f.default for f in dataclasses.fields(Document) if not is_required(f)}
_AS_READ = ("title", "description", "research_program", "claim", "sampling", "seed", "model")
_MAPPINGS = ("arms", "controls", "slices")


class Resolver:
    """Reads the items of one file. Mistakes gather in the errors of ``top``."""

    def __init__(self, root: Path, top: Cursor) -> None:
        self.root = root
        self.top = top
        self._sections: dict[tuple[str, int], tuple[Any, Any]] = {}

    def item(self, layer: LinedDict) -> dict[str, Any] | None:
        """The fields of a ``Spec`` that come from the layer; None where any of them is wrong."""
        before = len(self.top.errors)
        said = self._read(layer)
        substrate = self._substrate(said["substrate"], layer)
        fields = {
            **{key: said[key] for key in _AS_READ},
            **substrate_fields(substrate, said["execution"], self.top.into(layer, "execution")),
            "pool": self._pool(said, layer),
            "cases": None if said["cases"] == "all" else said["cases"],
        }
        check_names(layer, self.top)
        check_model(said, layer, self.top, self.root)
        fields |= expression_fields(said, layer, self.top)
        sound = len(self.top.errors) == before and substrate is not None and WRONG not in said.values()
        return fields | arm_fields(said, layer, self.top) if sound else None

    def _read(self, layer: LinedDict) -> dict[str, Any]:
        """Every key of ``Document`` as read, WRONG where it could not be."""
        known = entries(Document)
        said = dict(_DEFAULTS)
        for key in layer:
            if key not in known:
                valid = (*known, "matrix", "tiers")
                at = self.top.into(layer, key)
                at.wrong(f"unknown key {key!r}", f"the keys {', '.join(valid)}", nearest(key, valid), at_key=True)
        for entry in known.values():
            if layer.get(entry.key) is not None:
                said[entry.field] = self._section(entry, layer)
            elif entry.required:
                message = f"{entry.key!r} is missing"
                said[entry.field] = self.top.wrong(message, "title, substrate and arms in every spec")
        return {key: {} if value is None and key in _MAPPINGS else value for key, value in said.items()}

    def _section(self, entry: Entry, layer: LinedDict) -> Any:
        raw, at = layer[entry.key], self.top.into(layer, entry.key)
        if not isinstance(raw, (LinedDict, LinedList)):
            return entry.read(raw, at)
        # The raw value is kept beside what was read from it, so that its id stays its own.
        if (entry.key, id(raw)) not in self._sections:
            self._sections[entry.key, id(raw)] = raw, entry.read(raw, at)
        return self._sections[entry.key, id(raw)][1]

    def _substrate(self, raw: Any, layer: LinedDict) -> tuple[Substrate, Any] | None:
        """The substrate and its options."""
        if raw is WRONG:
            return None
        at = self.top.into(layer, "substrate")
        try:
            substrate = _find(raw["name"], self.root)
        except registry.UnknownSubstrate:
            valid = registry.names(self.root)
            message = f"no substrate is called {raw['name']!r}"
            at.into(raw, "name").wrong(message, one_of(valid), nearest(raw["name"], valid))
            return None
        except registry.BrokenSubstrate as error:
            at.into(raw, "name").wrong(str(error))
            return None
        key = ("substrate options", id(raw))
        if key not in self._sections:
            self._sections[key] = raw, read_record(substrate.options, without(raw, "name"), at)
        options = self._sections[key][1]
        return None if options is WRONG else (substrate, options)

    def _pool(self, said: Mapping[str, Any], layer: LinedDict) -> Path | None:
        pool = said["pool"]
        if not pool:
            return None
        path = self.root / pool
        if not path.is_file():
            beside = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
            hint = nearest(path.name, beside)
            at = self.top.into(layer, "pool")
            at.wrong(f"there is no file {pool}", "a path relative to the workspace root", hint)
        return path


@cache
def _find(name: str, root: Path) -> Substrate:
    return registry.find(name, root)


@cache
def _models(root: Path) -> tuple[str, ...]:
    return tuple(model_names(root))


def substrate_fields(found: tuple[Substrate, Any] | None, execution: Any, at: Cursor) -> dict[str, Any]:
    """Substrate, its options, and the namespace and limits that programs run under."""
    if found is None or execution is WRONG:
        return {}
    substrate, options = found
    return {
        "substrate": substrate.name,
        "substrate_options": options,
        "namespace": _namespace(substrate, execution, at),
        "limits": _limits(substrate.limits, execution),
    }


def _namespace(substrate: Substrate, execution: ExecutionKeys, at: Cursor) -> Namespace | None:
    declared = substrate.namespaces
    if execution.namespace is None:
        return next(iter(declared.values()))
    if execution.namespace not in declared:
        assert isinstance(at.holder, LinedDict)
        here = at.into(at.holder["execution"], "namespace")
        message = f"{substrate.name} declares no namespace {execution.namespace!r}"
        here.wrong(message, one_of(declared), nearest(execution.namespace, declared))
        return None
    return declared[execution.namespace]


def _limits(limits: Limits, execution: ExecutionKeys) -> Limits:
    given = {f.name: getattr(execution, f.name) for f in dataclasses.fields(Limits)}
    given = {name: value for name, value in given.items() if value is not None}
    return dataclasses.replace(limits, **given) if given else limits


def check_names(layer: LinedDict, top: Cursor) -> None:
    """Arms, controls and slices have names of their own, and controls break an arm that is there."""
    arms, controls, slices = (_names(layer, key) for key in _MAPPINGS)
    for name in controls:
        at = top.into(layer, "controls").into(layer["controls"], name)
        if name in arms:
            at.wrong(f"{name!r} is the name of an arm already", "a name of its own", at_key=True)
        raw = layer["controls"][name]
        of = raw.get("of") if isinstance(raw, LinedDict) else None
        if isinstance(of, str) and arms and of not in arms:
            at.into(raw, "of").wrong(f"no arm is called {of!r}", one_of(arms), nearest(of, arms))
    for name in slices:
        if name in arms or name in controls:
            at = top.into(layer, "slices").into(layer["slices"], name)
            at.wrong(f"{name!r} is the name of an arm or control already", "a name of its own", at_key=True)


def _names(layer: LinedDict, key: str) -> tuple[str, ...]:
    """The names under ``arms``, ``controls`` or ``slices``, also where what they name is wrong."""
    raw = layer.get(key)
    return tuple(name for name, value in raw.items() if value is not None) if isinstance(raw, LinedDict) else ()


def check_model(said: Mapping[str, Any], layer: LinedDict, top: Cursor, root: Path) -> None:
    """What generates has a model or a pool, not both, and the model is one that is known."""
    model, pool = said["model"], said["pool"]
    if WRONG in (model, pool):
        return
    if model and pool:
        at = top.into(layer, "pool")
        at.wrong("'model' and 'pool' exclude each other", "one of them: a pool answers what a model would", at_key=True)
    if model and "://" not in model:  # an address names an engine that runs elsewhere
        _check_model_name(model, top.into(layer, "model"), root)
    if not model and not pool and said["arms"] is not WRONG:
        _check_all_recorded(said["arms"], layer, top)


def _check_model_name(model: str, at: Cursor, root: Path) -> None:
    try:
        known = _models(root)
    except ModelError as error:
        at.wrong(str(error))
        return
    if model not in known:
        at.wrong(f"no model is called {model!r}", one_of(known), nearest(model, known))


def _check_all_recorded(arms: Mapping[str, ArmKeys], layer: LinedDict, top: Cursor) -> None:
    for name, arm in arms.items():
        live = [use.word.name for use in arm.generator if use.word.name != "recorded"]
        if live:
            at = top.into(layer, "arms").into(layer["arms"], name).into(layer["arms"][name], "generator")
            message = f"{live[0]!r} needs completions, and this spec has neither a model nor a pool"
            at.wrong(message, "'model: NAME', 'pool: FILE' or the generator 'recorded'")
            return


def arm_fields(said: Mapping[str, Any], layer: LinedDict, top: Cursor) -> dict[str, Any]:
    """Arms and controls."""
    at_arms, at_controls = top.into(layer, "arms"), top.into(layer, "controls")
    arms = tuple(
        ArmSpec(name=name, generators=arm.generator, evidence=arm.evidence, selectors=arm.selector or _only(),
                line=at_arms.into(layer["arms"], name).line)
        for name, arm in said["arms"].items()
    )
    controls = tuple(
        ControlSpec(name=name, of=control.of, breaks=control.break_,
                    seed=said["seed"] if control.seed is None else control.seed,
                    line=at_controls.into(layer["controls"], name).line)
        for name, control in said["controls"].items()
    )
    return {"arms": arms, "controls": controls}


def _only() -> tuple[Use, ...]:
    word = words("selector")["only"]
    return (Use(word=word, options=word.options()),)


def expression_fields(said: Mapping[str, Any], layer: LinedDict, top: Cursor) -> dict[str, Any]:
    """Slices, criteria and references."""
    arms = (*_names(layer, "arms"), *_names(layer, "controls"))
    names = Names(arms, _names(layer, "slices"))
    slices, criteria, reference = said["slices"] or {}, said["criteria"] or (), said["reference"] or {}
    return {
        "slice_texts": slices,
        "slices": read_slices(slices, layer.get("slices"), arms, top.into(layer, "slices")),
        "criteria": read_criteria(criteria, layer.get("criteria"), names, top.into(layer, "criteria")),
        "references": read_references(reference, layer.get("reference"), names, top.into(layer, "reference")),
    }
