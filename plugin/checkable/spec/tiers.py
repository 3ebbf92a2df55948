"""Tiers: what the smoke and the full tier change of an experiment, and whether its criteria then count.

The rules stand in docs/spec-language.md. A tier is a layer over the spec; the smoke tier brings
the model ``embedded`` and 24 cases where nothing else is said; ``--model`` is laid over last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yaml.error import Mark

from checkable.core.case import Scalar
from checkable.spec.cursor import Cursor, found
from checkable.spec.errors import nearest, one_of
from checkable.spec.layers import copy, merge_layer, normalised, put, remove, without
from checkable.spec.model import Tier
from checkable.spec.yaml_lines import LinedDict, Source
from checkable.vocabulary import words

TIERS: tuple[Tier, ...] = ("smoke", "full")
SMOKE_MODEL = "embedded"
SMOKE_CASES = 24
_START = Mark("", 0, 0, 0, None, None)
_JUDGED_BY = ("model", "pool", "pools", "cases")


@dataclass(frozen=True, eq=False)
class TierLayer:
    """A spec in one tier, its matrix not yet applied.

    ``judge`` is what the tier says about judging, None where it says nothing; ``overridden`` that
    the command line named a model.
    """

    tier: Tier
    layer: LinedDict
    judge: bool | None
    overridden: bool = False


def read_tiers(spec: LinedDict, at: Cursor) -> dict[Tier, LinedDict]:
    """What the spec says under ``tiers``, in good form; mistakes are reported."""
    said: dict[Tier, LinedDict] = {tier: LinedDict() for tier in TIERS}
    tiers = spec.get("tiers")
    if tiers is None:
        return said
    here = at.into(spec, "tiers")
    if not isinstance(tiers, LinedDict):
        here.wrong(f"{found(tiers)} stands here", f"a mapping with {one_of(TIERS)}")
        return said
    for name, overrides in tiers.items():
        inner = here.into(tiers, name)
        if name not in TIERS:
            inner.wrong(f"no tier is called {name!r}", one_of(TIERS), nearest(name, TIERS), at_key=True)
        elif isinstance(overrides, LinedDict):
            said["smoke" if name == "smoke" else "full"] = _sound(overrides, inner)
        elif overrides is not None:
            hint = f"did you mean {{cases: {overrides}}}?" if isinstance(overrides, int) else ""
            expected = "keys of the spec with the values they have in this tier"
            inner.wrong(f"{found(overrides)} stands here", expected, hint)
    return said


def _sound(overrides: LinedDict, at: Cursor) -> LinedDict:
    bad = [key for key in ("tiers",) if key in overrides]
    if bad:
        at.into(overrides, "tiers").wrong("a tier holds no tiers", "the other keys of a spec", at_key=True)
    if not isinstance(overrides.get("judge", True), bool | None):
        at.into(overrides, "judge").wrong(f"{found(overrides['judge'])} stands here", "true or false")
        bad.append("judge")
    return normalised(without(overrides, *bad) if bad else overrides)


def tier_layer(spec: LinedDict, tier: Tier, said: LinedDict, model: str | None, source: Source) -> TierLayer:
    """The spec in a tier, its matrix included but not applied.

    ``said`` is what the spec says about the tier; ``model`` is the command line's, which replaces a
    model or a pool; ``source`` is the spec's file.
    """
    over = without(said, "judge") if "judge" in said else said
    layer = without(spec, "tiers")
    if over:
        layer = merge_layer(layer, over)
    where = spec.spots.get("model") or next(iter(spec.spots.values()), (source, _START, _START))
    filled = _smoke(layer, over, where) if tier == "smoke" else set()
    overridden = model is not None and not asks_no_model(layer)
    if overridden:
        put(layer, "model", model, where)
        remove(layer, "pool")
        filled |= {"model", "pool"}
    if "matrix" in layer:
        layer = _without_axes(layer, filled | (set(_paths(over)) - _axes(over)))
    return TierLayer(tier, layer, said.get("judge"), overridden)


def _smoke(layer: LinedDict, over: LinedDict, where: tuple[Source, Mark, Mark]) -> set[str]:
    """Fill in what smoke brings. Returns the keys whose axes the matrix loses thereby."""
    axes = _axes(layer)
    replaced: set[str] = set()
    pooled = "pool" in layer or "pool" in axes
    says_model = "model" in over or "model" in _axes(over)
    if not (says_model or pooled or asks_no_model(layer)):
        put(layer, "model", SMOKE_MODEL, where)
        replaced.add("model")
    if "cases" not in layer and "cases" not in axes:
        put(layer, "cases", SMOKE_CASES, where)
    return replaced


def _without_axes(layer: LinedDict, keys: set[str]) -> LinedDict:
    """A key that a tier sets is not varied in it, unless the tier's own matrix says so."""
    matrix = layer.get("matrix")
    if not isinstance(matrix, LinedDict) or not keys & matrix.keys():
        return layer
    layer = copy(layer)
    layer["matrix"] = without(matrix, *keys)
    return layer


def judged(own: Mapping[str, Any], axes: Mapping[str, tuple[Scalar, ...]], item: Mapping[str, Any], layer: TierLayer,
           ) -> bool:
    """Whether the criteria decide: the item has the model, pool and cases that the spec is about.

    ``own`` is the spec without tiers, ``axes`` the values its matrix varies. A model named on the
    command line is nothing that ``judge: true`` was written for.
    """
    unchanged = all(_setting(item, key) in _own_settings(own, axes, key) for key in _JUDGED_BY)
    if layer.judge is None or (layer.overridden and not unchanged):
        return unchanged
    return layer.judge


def asks_no_model(layer: Mapping[str, Any]) -> bool:
    """Whether no generator of any arm asks a model; False where arms are not yet in form."""
    arms = layer.get("arms")
    if not isinstance(arms, dict) or not arms:
        return False
    return all(_asks_no_model(arm.get("generator")) for arm in arms.values() if isinstance(arm, dict))


def _asks_no_model(generator: Any) -> bool:
    uses = generator if isinstance(generator, list) else [generator]
    named = [next(iter(use), None) if isinstance(use, dict) and len(use) == 1 else use for use in uses]
    known = words("generator")
    return bool(named) and all(isinstance(name, str) and name in known and not known[name].asks_model for name in named)


def _own_settings(own: Mapping[str, Any], axes: Mapping[str, tuple[Scalar, ...]], key: str) -> list[Any]:
    if key in axes:
        return [_setting({key: value}, key) for value in axes[key]]
    return [_setting(own, key)]


def _setting(layer: Mapping[str, Any], key: str) -> Any:
    value = layer.get(key)
    return None if key == "cases" and value == "all" else value


def _paths(layer: LinedDict, above: str = "") -> list[str]:
    """Every dotted key that a layer sets, mappings on the way included."""
    paths = []
    for key, value in layer.items():
        paths.append(above + key)
        if isinstance(value, LinedDict):
            paths += _paths(value, f"{above}{key}.")
    return paths


def _axes(layer: LinedDict) -> set[str]:
    matrix = layer.get("matrix")
    return set(matrix) if isinstance(matrix, LinedDict) else set()
