"""Merging one layer of a spec over another: defaults, the file itself, a tier, a cell, the command line.

Mappings are merged key by key, everything else is replaced, and null removes what was inherited.
Three pairs stand in each other's place instead of being mixed: a word and another word with
their options, a substrate and another substrate with its options, and ``model`` and ``pool``.
Inputs are never changed; what a layer does not touch keeps its identity.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yaml.error import Mark

from checkable.spec.cursor import Cursor
from checkable.spec.yaml_lines import LinedDict, Source

WORD_KEYS = frozenset(("generator", "selector", "evidence", "break"))
WORD_DEPTH = 2  # arms → name of the arm → generator
_RIVALS = {"model": "pool", "pool": "model"}


def merge_layer(base: LinedDict, over: LinedDict) -> LinedDict:
    """A whole spec with ``over`` laid over it."""
    merged = merge(base, over)
    for key, rival in _RIVALS.items():
        if over.get(key) is not None and over.get(rival) is None and rival in merged:
            remove(merged, rival)
    return merged


def merge(base: LinedDict, over: LinedDict, depth: int = 0, keep_nulls: bool = False) -> LinedDict:
    """``over`` laid over ``base``. ``depth`` counts the mappings above these two.

    ``keep_nulls`` is for ``tiers``, whose nulls remove something only when the tier is applied.
    """
    merged = copy(base)
    for key, value in over.items():
        if value is None and not keep_nulls:
            remove(merged, key)
            continue
        merged[key] = _merged_value(key, base.get(key), value, depth, keep_nulls)
        merged.spots[key] = over.spots[key]
    return merged


def _merged_value(key: str, below: Any, above: Any, depth: int, keep_nulls: bool) -> Any:
    if not isinstance(above, LinedDict):
        return above
    if keep_nulls or (depth == 0 and key == "tiers"):
        return merge(below, above, depth + 1, keep_nulls=True) if isinstance(below, LinedDict) else above
    if depth == WORD_DEPTH and key in WORD_KEYS:
        return _merged_word(below, above)
    if depth == 0 and key == "substrate" and isinstance(below, LinedDict) and _names_another(below, above):
        below = None
    if isinstance(below, LinedDict):
        return merge(below, above, depth + 1)
    holds_nulls = any(value is None or isinstance(value, LinedDict) for value in above.values())
    return merge(LinedDict(), above, depth + 1) if holds_nulls else above


def _merged_word(below: Any, above: LinedDict) -> LinedDict:
    """Options are merged where both layers use the same word with options; else the word is replaced."""
    if not isinstance(below, LinedDict) or list(below) != list(above) or len(above) != 1:
        return above
    (name,) = above
    if not isinstance(above[name], LinedDict) or not isinstance(below[name], LinedDict):
        return above
    return merge(below, above, WORD_DEPTH + 1)


def _names_another(below: LinedDict, above: LinedDict) -> bool:
    return "name" in above and above["name"] != below.get("name")


def idle_nulls(base: LinedDict, over: LinedDict, at: Cursor, depth: int = 0) -> Iterator[Cursor]:
    """Where ``over`` removes what ``base`` does not have: a value was forgotten. Tiers are not looked into."""
    for key, value in over.items():
        below = base.get(key)
        if value is None and below is None:
            yield at.into(over, key)
        elif isinstance(value, LinedDict) and not (depth == WORD_DEPTH and key in WORD_KEYS) and key != "tiers":
            inside = below if isinstance(below, LinedDict) else LinedDict()
            yield from idle_nulls(inside, value, at.into(over, key), depth + 1)


def normalised(document: LinedDict) -> LinedDict:
    """The layer with a bare substrate name written out, so that layers and matrices can add options."""
    name = document.get("substrate")
    if not isinstance(name, str):
        return document
    source, _, mark = document.spots["substrate"]
    changed, substrate = copy(document), LinedDict()
    put(substrate, "name", name, (source, mark, mark))
    changed["substrate"] = substrate
    return changed


def copy(layer: LinedDict) -> LinedDict:
    """A shallow copy."""
    made = LinedDict()
    made.update(layer)
    made.spots.update(layer.spots)
    return made


def without(layer: LinedDict, *keys: str) -> LinedDict:
    """A shallow copy without those keys."""
    made = copy(layer)
    for key in keys:
        remove(made, key)
    return made


def put(layer: LinedDict, key: str, value: Any, spot: tuple[Source, Mark, Mark]) -> None:
    """Set a key in a layer of one's own. ``spot``: whom to blame for the value."""
    layer[key] = value
    layer.spots[key] = spot


def remove(layer: LinedDict, key: str) -> None:
    """Drop a key from a layer of one's own, if it is there."""
    layer.pop(key, None)
    layer.spots.pop(key, None)
