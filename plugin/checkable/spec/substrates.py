"""What a spec says of its substrate, and what the substrate says of the spec.

Its name, options, namespace and limits; the facts of its cases that slices may speak about; the
prompt templates and recordings that arms name. It knows substrates by their registry alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from checkable.core.execution import Limits, Namespace
from checkable.spec.cursor import WRONG, Cursor
from checkable.spec.document import ExecutionKeys
from checkable.spec.errors import nearest, one_of
from checkable.spec.files import check_files
from checkable.spec.layers import without
from checkable.spec.typed import read_record
from checkable.spec.yaml_lines import LinedDict
from checkable.substrate import registry
from checkable.substrate.contract import Substrate

Said = Mapping[str, Any]  # keys of ``Document`` as read, WRONG where they could not be
_LIMITS = tuple(f.name for f in dataclasses.fields(Limits))


@cache
def _find(name: str, root: Path) -> Substrate:
    return registry.find(name, root)


def substrate_fields(said: Said, layer: LinedDict, top: Cursor, root: Path) -> dict[str, Any]:
    """Substrate, its options, and the namespace and limits that programs run under."""
    raw, execution, at = said["substrate"], said["execution"], top.into(layer, "substrate")
    substrate = None if raw is WRONG else _substrate(raw, at, root)
    if substrate is None:
        return {}
    options = read_record(substrate.options, without(raw, "name"), at)
    if execution is WRONG:
        return {}
    return {
        "substrate": substrate.name,
        "substrate_options": options,
        "namespace": _namespace(substrate, execution, top.into(layer, "execution")),
        "limits": _limits(substrate.limits, execution),
    }


def _substrate(raw: LinedDict, at: Cursor, root: Path) -> Substrate | None:
    try:
        return _find(raw["name"], root)
    except registry.UnknownSubstrate:
        valid = registry.names(root)
        message = f"no substrate is called {raw['name']!r}"
        at.into(raw, "name").wrong(message, one_of(valid), nearest(raw["name"], valid))
    except registry.BrokenSubstrate as error:
        at.into(raw, "name").wrong(str(error))
    return None


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
    given = {name: value for name in _LIMITS if (value := getattr(execution, name)) is not None}
    return dataclasses.replace(limits, **given) if given else limits


def facts(raw: Any, layer: LinedDict, top: Cursor, root: Path) -> tuple[str, ...] | None:
    """What slices may say behind ``case.``; None where that cannot be known, or the substrate is wrong anyway."""
    unheard = Cursor(top.source, []).into(layer, "substrate")  # mistakes here are told by substrate_fields
    substrate = None if raw is WRONG else _substrate(raw, unheard, root)
    if substrate is None:
        return None
    options = read_record(substrate.options, without(raw, "name"), unheard)
    attributes = None if options is WRONG else substrate.attributes(options)
    return None if attributes is None else ("id", "family", *sorted(attributes))


def file_fields(said: Said, layer: LinedDict, top: Cursor, root: Path) -> dict[str, Any]:
    """Prompt templates and recordings that arms name are there. Adds no field."""
    raw, arms = said["substrate"], said["arms"]
    if raw is not WRONG and arms is not WRONG:
        substrate = _substrate(raw, Cursor(top.source, []).into(layer, "substrate"), root)
        if substrate is not None:
            check_files(arms, layer["arms"], substrate.folder, top.into(layer, "arms"))
    return {}
