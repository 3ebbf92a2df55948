"""From a spec file to the items that pytest collects, or to every mistake in it.

The file's layers are merged (``defaults``, ``tiers``, ``matrix``), each item is read
(``resolve``), and what was merged is kept as plain data to be hashed. Both tiers are checked
whichever is asked for, so that collecting the smoke tier finds what would stop the full one.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from checkable.core.case import Scalar
from checkable.spec.cursor import Cursor
from checkable.spec.defaults import inherited
from checkable.spec.errors import SpecErrors
from checkable.spec.layers import idle_nulls, merge_layer, normalised, without
from checkable.spec.matrix import Axis, cells, item_name, read_axes, with_cell
from checkable.spec.model import Spec, Tier
from checkable.spec.resolve import Known, Resolver
from checkable.spec.tiers import TIERS, TierLayer, judged, read_tiers, tier_layer
from checkable.spec.typed import plain
from checkable.spec.yaml_lines import LinedDict, parse_yaml, read_text

SUFFIXES = (".yaml", ".yml")
FOLDER = "specs"
_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=True, check_circular=False, separators=(",", ":"))
Inheritance = Callable[[Path, Path], LinedDict]  # a folder and the workspace to the defaults of the folder
_REMOVES = "an empty key removes what _defaults.yaml says under that name, and nothing of that name is inherited"
_NOT_HASHED = ("title", "description", "justifications")  # what is said about an experiment leaves it what it was


class _Item(NamedTuple):
    """One cell of one tier. ``cell`` holds the values of the matrix, ``fields`` those of a Spec."""

    cell: dict[str, Scalar]
    merged: LinedDict
    name: str
    fields: dict[str, Any]


def is_spec(path: Path) -> bool:
    """Whether a file is a spec: YAML somewhere below a folder named ``specs``.

    A name that begins with ``_`` or ``.`` is no spec; ``_defaults.yaml`` is the one that is read.
    """
    whole = str(path)
    return whole.endswith(SUFFIXES) and path.name[0] not in "_." and FOLDER in path.parts[:-1]


@dataclass(frozen=True, eq=False)
class Written:
    """What a spec file said at one moment, and the defaults of its folders: enough to make its items at any time.

    Keeping this instead of the items is what lets thousands of collected specs cost little: one
    text each, which the garbage collector need not walk.
    """

    path: Path
    root: Path
    text: str
    inherited: LinedDict


class Outline(NamedTuple):
    """What is to be known of an item before it runs: how it is selected, and what it will ask for."""

    name: str
    markers: tuple[str, ...]
    arms: tuple[str, ...]
    models: tuple[str, ...]  # its own, and those that arms name
    pools: tuple[str, ...]  # the names of recorded pools' files
    claim: str | None
    recorded: bool  # whether an arm uses completions that others recorded


class _Found(NamedTuple):
    """All items of a file, sound in both tiers, before the one tier's are made into specs."""

    spec: LinedDict
    axes: dict[str, tuple[Scalar, ...]]  # the spec's own, without a tier's
    layers: dict[Tier, TierLayer]
    items: dict[Tier, list[_Item]]


def load_items(path: Path, *, root: Path, tier: Tier, model: str | None = None) -> list[Spec]:
    """The items of one tier of a spec file, in the order of its matrix.

    ``root`` is the workspace; ``model`` replaces the spec's model or pool. Raises SpecErrors with
    every mistake of the file, in either tier.
    """
    return specs(read(path, root), tier=tier, model=model)


def read(path: Path, root: Path, defaults: Inheritance = inherited) -> Written:
    """A spec file's text and what it inherits. Raises SpecErrors where either cannot be read."""
    return Written(path, root, read_text(path), defaults(path.parent, root))


def outlines(written: Written, *, tier: Tier, model: str | None = None, known: Known | None = None) -> list[Outline]:
    """What collection needs of each item of ``specs``, at less than half its cost. Raises the same SpecErrors.

    ``known`` is filled, and spares the reading of what another file of the same workspace has said before.
    """
    return [_outline(item, tier) for item in _all_items(written, tier, model, known).items[tier]]


def specs(written: Written, *, tier: Tier, model: str | None = None) -> list[Spec]:
    """Like ``load_items``, of a file that was read before."""
    found = _all_items(written, tier, model)
    full = {frozenset(item.cell.items()): item for item in found.items["full"]}
    return [
        _spec(written, item, tier, judge=judged(found.spec, found.axes, item.merged, found.layers[tier]),
              whole=tier == "full" or _is_whole(item, full.get(frozenset(item.cell.items()))))
        for item in found.items[tier]
    ]


def _all_items(written: Written, tier: Tier, model: str | None, known: Known | None = None) -> _Found:
    source, document = parse_yaml(written.text, written.path)
    top = Cursor(source, [])
    for forgotten in idle_nulls(written.inherited, document, top):
        forgotten.wrong("no value stands here", "a value", _REMOVES, at_key=True)
    spec = merge_layer(written.inherited, normalised(document))
    said = read_tiers(spec, top)
    resolver = Resolver(written.root, top, known)
    own_axes = {axis.key: axis.values for axis in _axes(spec, top)}
    layers = {each: tier_layer(spec, each, said[each], model if each == tier else None, source) for each in TIERS}
    items = {each: list(_items(layers[each], resolver, top)) for each in TIERS}
    if top.errors:
        raise SpecErrors(top.errors)
    return _Found(spec, own_axes, layers, items)


def _is_whole(item: _Item, full: _Item | None) -> bool:
    """Whether an item is that of the full tier, but perhaps for saying ``cases: all``, which is the default."""
    return full is not None and _experiment(item.merged) == _experiment(full.merged)


def _experiment(merged: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in merged.items() if (key, value) != ("cases", "all")}


def _axes(layer: LinedDict, top: Cursor) -> list[Axis]:
    return read_axes(layer["matrix"], top.into(layer, "matrix")) if "matrix" in layer else []


def _items(layer: TierLayer, resolver: Resolver, top: Cursor) -> Iterator[_Item]:
    """Every cell of a tier: its values, the merged layer, the item's name and its typed fields."""
    axes = _axes(layer.layer, top)
    base = without(layer.layer, "matrix") if "matrix" in layer.layer else layer.layer
    names: set[str] = set()
    for cell in cells(axes):
        name = item_name(layer.tier, axes, cell)
        if name in names:
            at = top.into(layer.layer, "matrix")
            at.wrong(f"two cells are both named {name!r}", "keys and values that tell cells apart", at_key=True)
        names.add(name)
        merged = with_cell(base, axes, cell)
        fields = None if merged is None else resolver.item(merged)
        if merged is not None and fields is not None:
            yield _Item({axis.key: axis.values[cell[axis.key]] for axis in axes}, merged, name, fields)


def _outline(item: _Item, tier: Tier) -> Outline:
    fields = item.fields
    arms, pools = fields["arms"], {None: fields["pool"], **fields["pools"]}
    recorded = any(use.word.name == "recorded" for arm in arms for use in arm.generators)
    return Outline(item.name, _markers(fields, tier), tuple([arm.name for arm in arms]), _models(fields),
                   tuple([pool.name for pool in pools.values() if pool]), fields["claim"], recorded)


def _models(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """The models whose engines an item may ask: a named one that is replayed from a pool is none of them."""
    named = (name for arm in fields["arms"] for name in arm.models if name not in fields["pools"])
    return tuple(dict.fromkeys(name for name in (fields["model"], *named) if name is not None))


def _markers(fields: Mapping[str, Any], tier: Tier) -> tuple[str, ...]:
    about = (tier, fields["substrate"], fields["research_program"], fields["claim"])
    return tuple([mark for mark in about if mark])


def _spec(written: Written, item: _Item, tier: Tier, *, judge: bool, whole: bool) -> Spec:
    merged = plain(item.merged)
    return Spec(
        path=written.path, experiment=below(written.path, written.root), item=item.name, tier=tier, cell=item.cell,
        judge=judge, whole=whole, plain=merged, hash=_hash(merged), markers=_markers(item.fields, tier), **item.fields,
    )


def below(path: Path, root: Path) -> str:
    """The path relative to the root, with forward slashes; the whole path outside of it."""
    whole, above = str(path), str(root) + os.sep
    return (whole[len(above):] if whole.startswith(above) else whole).replace(os.sep, "/")


def _hash(merged: Mapping[str, Any]) -> str:
    """16 hex digits of the sha256 of canonical JSON, without what is only said to the reader."""
    hashed = {key: value for key, value in merged.items() if key not in _NOT_HASHED}
    return hashlib.sha256(_CANONICAL.encode(hashed).encode("ascii")).hexdigest()[:16]
