"""What changed since a run was recorded: its spec, its data, the code that can change an outcome.

Looks at the workspace as it is now. What cannot be looked at (published data that are not on this
machine) is not held against a run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checkable.experiment.revision import outcome_code
from checkable.spec.errors import SpecErrors
from checkable.spec.loader import load_items
from checkable.spec.model import Spec
from checkable.substrate import registry
from checkable.substrate.contract import DataUnavailable


class Freshness:
    """The present state of a workspace, looked up once each. ``data`` is the folder of published data."""

    def __init__(self, root: Path, data: Path | None) -> None:
        self.root, self.data = root, data
        self._specs: dict[str, dict[str, Spec] | None] = {}
        self._versions: dict[tuple[str, str], str | None] = {}

    def changes(self, record: Mapping[str, Any]) -> tuple[str, ...]:
        """What makes a record stale, in words; nothing: it is fresh."""
        origin = record["provenance"].get("recorded_outcomes")
        if origin:
            return self._mapping_changes(origin)
        specs = self._loaded(record["experiment"])
        if specs is None:
            return (f"{record['experiment']} cannot be read any more",)
        spec = specs.get(record["item"])
        if spec is None:
            return (f"{record['experiment']} has no item {record['item']} any more",)
        return (*self._spec_changes(spec, record), *self._code_changes(spec, record), *self._data_changes(spec, record))

    def _mapping_changes(self, origin: Mapping[str, Any]) -> tuple[str, ...]:
        path = self.root / origin["mapping"]
        if not path.is_file():
            return (f"{origin['mapping']} is gone",)
        same = hashlib.sha256(path.read_bytes()).hexdigest() == origin["sha256"]
        return () if same else (f"{origin['mapping']} changed: import it again",)

    def _loaded(self, experiment: str) -> dict[str, Spec] | None:
        if experiment not in self._specs:
            try:
                self._specs[experiment] = {
                    spec.item: spec for tier in ("smoke", "full")
                    for spec in load_items(self.root / experiment, root=self.root, tier=tier)}  # type: ignore[arg-type]
            except (SpecErrors, OSError):
                self._specs[experiment] = None
        return self._specs[experiment]

    def _spec_changes(self, spec: Spec, record: Mapping[str, Any]) -> tuple[str, ...]:
        return () if spec.hash == record["provenance"]["spec_hash"] else ("the spec changed",)

    def _code_changes(self, spec: Spec, record: Mapping[str, Any]) -> tuple[str, ...]:
        then = record["provenance"].get("code", {})
        try:
            now = outcome_code(self.root, spec.substrate, spec.recorded_pools, library=spec.reads_library)
        except (OSError, SyntaxError):
            return ("the code cannot be read",)
        changed = sorted(name for name in {*then, *now} if then.get(name) != now.get(name))
        return (f"code changed: {', '.join(changed)}",) if changed else ()

    def _data_changes(self, spec: Spec, record: Mapping[str, Any]) -> tuple[str, ...]:
        now = self._version(spec)
        then = record["provenance"]["data"]["version"]
        return () if now in (None, then) else (f"the data changed: {then}, now {now}",)

    def _version(self, spec: Spec) -> str | None:
        key = (spec.substrate, repr(spec.substrate_options))
        if key not in self._versions:
            try:
                substrate = registry.find(spec.substrate, self.root)
                self._versions[key] = substrate.cases(spec.substrate_options, self.data).version
            except (DataUnavailable, LookupError, ImportError):
                self._versions[key] = None
        return self._versions[key]
