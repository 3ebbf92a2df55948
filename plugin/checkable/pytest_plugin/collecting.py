"""From spec files to pytest items. A file with mistakes is a collection error; other specs still run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkable.pytest_plugin.options import Settings
from checkable.spec.model import Spec

BAD_SPECS = pytest.StashKey[int]()
MARKERS = pytest.StashKey[set[str]]()  # the marks that were declared already, for --strict-markers


class Collecting:
    """Recognises spec files and lets a run go on when only some specs cannot be read."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        if file_path.suffix not in (".yaml", ".yml"):
            return None
        from checkable.spec.loader import is_spec

        if not is_spec(file_path):
            return None
        return SpecFile.from_parent(parent, path=file_path, settings=self.settings)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """Serial pytest stops at a collection error and xdist does not; a bad spec stops neither."""
        bad = session.config.stash.get(BAD_SPECS, 0)
        if bad and bad == session.testsfailed and not session.config.option.collectonly:
            session.config.option.continue_on_collection_errors = True


class SpecFile(pytest.File):
    """One spec: an item for each cell of its matrix, in the tier that was asked for."""

    settings: Settings

    @classmethod
    def from_parent(cls, parent: pytest.Collector, *, settings: Settings, **kwargs) -> SpecFile:  # type: ignore[override]
        made = super().from_parent(parent, **kwargs)
        made.settings = settings
        return made

    def collect(self) -> Iterator[SpecItem]:
        from checkable.spec.errors import SpecErrors
        from checkable.spec.loader import load_items

        load = {"root": self.settings.root, "model": self.settings.model}
        try:
            specs = load_items(self.path, tier=self.settings.tier, **load)
            smoke = load_items(self.path, tier="smoke", **load) if self.settings.tier == "full" else []
        except SpecErrors:
            self.config.stash[BAD_SPECS] = self.config.stash.get(BAD_SPECS, 0) + 1
            raise
        return iter([SpecItem.of(self, spec, _smoke_of(spec, smoke)) for spec in specs])

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> object:
        from checkable.spec.errors import SpecErrors

        if isinstance(excinfo.value, SpecErrors):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


class SpecItem(pytest.Function):
    """One experiment in one tier. ``smoke`` is the spec of its smoke tier where the full tier runs."""

    spec: Spec
    smoke: Spec | None

    @classmethod
    def of(cls, parent: SpecFile, spec: Spec, smoke: Spec | None) -> SpecItem:
        item = cls.from_parent(parent, name=spec.item, callobj=_run_by_plugin)
        item.spec, item.smoke = spec, smoke
        known = parent.config.stash.setdefault(MARKERS, set())
        for name in spec.markers:
            if name not in known:
                known.add(name)
                parent.config.addinivalue_line("markers", f"{name}: set by checkable from a spec")
            item.add_marker(name)
        item.extra_keyword_matches.update({*spec.markers, *(arm.name for arm in spec.arms)})
        return item

    def reportinfo(self):
        return self.path, self.spec.line - 1, f"{self.spec.experiment}::{self.spec.item}"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> object:
        from checkable.pytest_plugin.running import Explained

        if isinstance(excinfo.value, Explained):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


def _smoke_of(spec: Spec, smoke: list[Spec]) -> Spec | None:
    """The smoke tier of a full cell. A tier may fix a key of the matrix, so the smoke cell may have fewer."""
    return next((s for s in smoke if s.cell.items() <= spec.cell.items()), None)


def _run_by_plugin(checkable_run) -> None:
    """The body of every experiment item: the fixture holds what runs it."""
    checkable_run()
