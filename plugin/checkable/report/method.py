"""What the page's results were made with: isolation, versions, models and engines, each with how many runs had it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checkable.core.metrics import METRICS, MetricWord
from checkable.report.entries import Entry


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing that was in force, such as an isolation level, and in how many experiments."""

    name: str
    value: str
    experiments: int


@dataclass(frozen=True, kw_only=True)
class Method:
    facts: tuple[Fact, ...]
    refused: tuple[str, ...]  # layers of isolation that this machine did not give
    metrics: tuple[MetricWord, ...]
    intervals: tuple[str, ...]  # the methods of the intervals that are on the page


def facts(entries: Sequence[Entry]) -> Method:
    """What every experiment of the page says about how it was made, counted."""
    counted: Counter[tuple[str, str]] = Counter()
    refused: set[str] = set()
    for entry in entries:
        origin = entry.view.provenance
        counted.update(_facts(origin))
        refused.update(str(layer) for layer in _inner(origin, "isolation").get("refused") or ())
    found = tuple(Fact(name=name, value=value, experiments=n) for (name, value), n in sorted(counted.items()))
    return Method(
        facts=found, refused=tuple(sorted(refused)), metrics=tuple(METRICS.values()), intervals=_intervals(entries)
    )


def _facts(origin: Mapping[str, Any]) -> list[tuple[str, str]]:
    isolation, model, data = (_inner(origin, key) for key in ("isolation", "model", "data"))
    told = [
        ("isolation", isolation.get("summary") or isolation.get("level")),
        ("checkable", origin.get("checkable")),
        ("code", origin.get("code_version")),
        ("python", origin.get("python")),
        ("machine", origin.get("machine")),
        ("data", data.get("version") or origin.get("data")),
        ("model", ", ".join(str(v) for v in (model.get("name"), model.get("revision")) if v)),
        ("engine", model.get("engine")),
    ]
    told += [("model", f"{of.get('name')}, {of.get('revision')}") for of in _inner(origin, "models").values()]
    return [(name, str(value)) for name, value in told if value not in (None, "", {})]


def _inner(origin: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = origin.get(key)
    return value if isinstance(value, Mapping) else {}


def _intervals(entries: Sequence[Entry]) -> tuple[str, ...]:
    found = {v.difference.method for e in entries for v in e.view.versus if v.difference.bounded}
    for entry in entries:
        for arm in entry.view.arms:
            found |= {f.method for metrics in arm.metrics.values() for f in metrics.values() if f.bounded}
    return tuple(sorted(m for m in found if m))
