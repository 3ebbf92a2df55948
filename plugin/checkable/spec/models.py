"""Which models an item asks: the experiment's own, those that arms name for themselves, and recorded pools of either.

It knows models by their names alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from checkable.engine.models import ModelError, model_names
from checkable.spec.cursor import WRONG, Cursor
from checkable.spec.document import ArmKeys
from checkable.spec.errors import nearest, one_of
from checkable.spec.marks import Marked, marked, uses
from checkable.spec.substrates import Said
from checkable.spec.yaml_lines import LinedDict
from checkable.vocabulary import models_named, words


def model_fields(said: Said, layer: LinedDict, top: Cursor, root: Path) -> dict[str, Any]:
    """What generates has a model or a pool, not both, and every model is one that is known."""
    model, pool, arms = said["model"], said["pool"], said["arms"]
    if WRONG in (model, pool, said["pools"]):
        return {}
    if model and pool:
        at = top.into(layer, "pool")
        at.wrong("'model' and 'pool' exclude each other", "one of them: a pool answers what a model would", at_key=True)
    if model:
        _check_model_name(model, top.into(layer, "model"), root)
    pools = said["pools"] or {}
    if arms is not WRONG:
        named = list(_named(arms, layer["arms"], top.into(layer, "arms")))
        for name, _, at in named:
            _check_model_name(name, at, root)
        _check_pools(pools, [name for name, _, _ in named], layer, top)
        if pool:
            _check_every_pool(pools, named)
        if not model and not pool:
            _check_no_own_model_is_asked(arms, layer, top)
    at = top.into(layer, "pools")
    return {"model": model, "pool": _pool(pool, top.into(layer, "pool"), root) if pool else None,
            "pools": {name: _pool(file, at.into(layer["pools"], name), root) for name, file in pools.items()}}


def _named(arms: Mapping[str, ArmKeys], raw: LinedDict, at: Cursor) -> Iterator[Marked]:
    """Every model that an arm names, and where."""
    for name, arm in arms.items():
        for key, read in (("generator", arm.generator), ("evidence", arm.evidence)):
            for use, written, here in uses(read, key, raw[name], at.into(raw, name)) if read else ():
                yield from marked("model", use, written, here)


def _pool(pool: str, at: Cursor, root: Path) -> Path:
    path = root / pool
    if not path.is_file():
        beside = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
        hint = nearest(path.name, beside)
        at.wrong(f"there is no file {pool}", "a path relative to the workspace root", hint)
    return path


@cache
def _models(root: Path) -> tuple[str, ...]:
    return tuple(model_names(root))


def _check_model_name(model: str, at: Cursor, root: Path) -> None:
    if "://" in model:  # an address names an engine that runs elsewhere
        return
    try:
        known = _models(root)
    except ModelError as error:
        at.wrong(str(error))
        return
    if model not in known:
        at.wrong(f"no model is called {model!r}", one_of(known), nearest(model, known))


def _check_pools(pools: Mapping[str, str], named: list[str], layer: LinedDict, top: Cursor) -> None:
    for name in pools:
        if name not in named:
            at = top.into(layer, "pools").into(layer["pools"], name)
            expected = one_of(dict.fromkeys(named)) if named else "no pools: every arm asks the experiment's model"
            at.wrong(f"no generator or evidence names a model {name!r}", expected, nearest(name, named), at_key=True)


def _check_every_pool(pools: Mapping[str, str], named: list[Marked]) -> None:
    for name, _, at in named:
        if name not in pools:
            at.wrong(f"'pool' answers for the experiment's own model, and nothing recorded for {name!r}",
                     f"its recorded pool file: 'pools: {{{name}: FILE}}'")


def _check_no_own_model_is_asked(arms: Mapping[str, ArmKeys], layer: LinedDict, top: Cursor) -> None:
    for name, arm in arms.items():
        live = [use.word.name for use in arm.generator
                if use.word.asks_model and None in (models_named(use.options) or (None,))]
        if live:
            at = top.into(layer, "arms").into(layer["arms"], name).into(layer["arms"][name], "generator")
            message = f"{live[0]!r} needs completions, and this spec has neither a model nor a pool"
            silent = [name for name, word in words("generator").items() if not word.asks_model]
            at.wrong(message, f"'model: NAME', 'pool: FILE' or generators that ask no model: {one_of(silent)}")
            return
