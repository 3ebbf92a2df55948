"""From spec files to pytest items. A file with mistakes is a collection error; other specs still run."""

from __future__ import annotations

import gc
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checkable.pytest_plugin.options import Settings

if TYPE_CHECKING:
    from checkable.spec.errors import SpecErrors
    from checkable.spec.loader import Inheritance, Outline, Written
    from checkable.spec.model import Spec, Tier
    from checkable.spec.resolve import Known

BAD_SPECS = pytest.StashKey[int]()
MARKERS = pytest.StashKey[dict[str, pytest.MarkDecorator]]()  # the marks that were declared already


class Collecting:
    """Recognises spec files and lets a run go on when only some specs cannot be read."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.defaults: Inheritance | None = None
        self.known: Known | None = None
        self.fixtures: dict[Path, Any] = {}  # of each folder's items: all run one function, as parametrised ones do
        self._paused = False

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self):
        """Let the garbage collector rest while specs are collected, and leave alone afterwards what is there.

        What they leave behind lasts for the session. Looking through all of it again and again
        while it grows took a quarter of the time of a large collection, and pytest's own passes at the end of the
        session a twentieth; they find nothing.
        """
        try:
            return (yield)
        finally:
            if self._paused:
                gc.freeze()
                gc.enable()

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        if not str(file_path).endswith((".yaml", ".yml")):
            return None
        from checkable.spec.loader import is_spec

        if not is_spec(file_path):
            return None
        if self.defaults is None:
            self._begin()
        return SpecFile.from_parent(parent, path=file_path, collecting=self)

    def check_ledger(self) -> None:
        """Raise SpecErrors where what people wrote in the ledger has mistakes: nothing could be judged by it."""
        if self._ledger_errors is not None:
            raise self._ledger_errors

    @cached_property
    def _ledger_errors(self) -> SpecErrors | None:
        from checkable.ledger.documents import read_documents
        from checkable.spec.errors import SpecErrors

        try:
            read_documents(self.settings.root)
        except SpecErrors as errors:
            return errors
        return None

    def _begin(self) -> None:
        """At the first spec: folders' defaults, and what files have in common, are read once in a collection."""
        from checkable.spec.defaults import inherited
        from checkable.spec.resolve import Known

        self.defaults = cache(inherited)
        self.known = Known()
        self._paused = gc.isenabled()
        gc.disable()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """Serial pytest stops at a collection error and xdist does not; a bad spec stops neither."""
        bad = session.config.stash.get(BAD_SPECS, 0)
        if bad and bad == session.testsfailed and not session.config.option.collectonly:
            session.config.option.continue_on_collection_errors = True


class SpecFile(pytest.File):
    """One spec: an item for each cell of its matrix, in the tier that was asked for.

    Collecting checks everything and keeps the text; the typed specs are made of that text when the
    first item runs.
    """

    collecting: Collecting
    written: Written

    @classmethod
    def from_parent(cls, parent, *, collecting: Collecting, **kwargs) -> SpecFile:  # type: ignore[override]
        made = super().from_parent(parent, **kwargs)
        made.collecting = collecting
        return made

    @property
    def settings(self) -> Settings:
        return self.collecting.settings

    def collect(self) -> list[SpecItem]:
        from checkable.spec import loader
        from checkable.spec.errors import SpecErrors

        settings = self.settings
        try:
            self.written = loader.read(self.path, settings.root, self.collecting.defaults)
            outlines = loader.outlines(self.written, tier=settings.tier, model=settings.model,
                                       known=self.collecting.known)
            if any(outline.claim for outline in outlines):
                self.collecting.check_ledger()
        except SpecErrors:
            self.config.stash[BAD_SPECS] = self.config.stash.get(BAD_SPECS, 0) + 1
            raise
        return [SpecItem.of(self, outline) for outline in outlines]

    @cached_property
    def specs(self) -> list[Spec]:
        """All items of the tier that was asked for."""
        return self._specs(self.settings.tier)

    @cached_property
    def smoke_specs(self) -> list[Spec]:
        """Those of the smoke tier where the full tier runs, else none."""
        return self._specs("smoke") if self.settings.tier == "full" else []

    def _specs(self, tier: Tier) -> list[Spec]:
        from checkable.spec import loader

        return loader.specs(self.written, tier=tier, model=self.settings.model)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> object:
        from checkable.spec.errors import SpecErrors

        if isinstance(excinfo.value, SpecErrors):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


class SpecItem(pytest.Function):
    """One experiment in one tier."""

    parent: SpecFile
    outline: Outline

    @classmethod
    def of(cls, parent: SpecFile, outline: Outline) -> SpecItem:
        known = parent.collecting.fixtures
        item = cls.from_parent(parent, name=outline.name, callobj=_run_by_plugin,
                               fixtureinfo=known.get(parent.path.parent))
        known.setdefault(parent.path.parent, getattr(item, "_fixtureinfo", None))
        item.outline = outline
        marks = parent.config.stash.setdefault(MARKERS, {})
        for name in outline.markers:
            item.add_marker(marks.get(name) or _declared(name, parent.config))
        item.extra_keyword_matches.update(outline.markers, outline.arms)
        return item

    @property
    def spec(self) -> Spec:
        return next(spec for spec in self.parent.specs if spec.item == self.name)

    @property
    def smoke(self) -> Spec | None:
        """The smoke tier of a full cell. A tier may fix a key of the matrix, so the smoke cell may have fewer."""
        cell = self.spec.cell.items()
        return next((smoke for smoke in self.parent.smoke_specs if smoke.cell.items() <= cell), None)

    def reportinfo(self):
        from checkable.spec.loader import below

        return self.path, 0, f"{below(self.path, self.parent.settings.root)}::{self.name}"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> object:
        from checkable.pytest_plugin.running import Explained

        if isinstance(excinfo.value, Explained):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


def _declared(name: str, config: pytest.Config) -> pytest.MarkDecorator:
    """The mark of that name, made known to ``--strict-markers``; one for all items that carry it."""
    config.addinivalue_line("markers", f"{name}: set by checkable from a spec")
    mark = config.stash[MARKERS][name] = getattr(pytest.mark, name)
    return mark


def _run_by_plugin(checkable_run) -> None:
    """The body of every experiment item: the fixture holds what runs it."""
    checkable_run()
