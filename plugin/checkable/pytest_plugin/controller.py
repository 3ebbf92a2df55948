"""What only the controlling process does: engines, and the ledger as results arrive."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checkable.pytest_plugin import header
from checkable.pytest_plugin.collecting import SpecItem
from checkable.pytest_plugin.options import Settings
from checkable.pytest_plugin.running import ATTRIBUTE

if TYPE_CHECKING:
    from checkable.spec.loader import Outline


class Controller:
    """Owns the engines of a session and writes the ledger as results arrive."""

    def __init__(self, config: pytest.Config, settings: Settings) -> None:
        self.config, self.settings = config, settings
        self._broker = None
        self._models: tuple[str, ...] = ()

    def broker_address(self) -> str:
        """Where workers ask for engines; the broker is started by the first question."""
        if self._broker is None:
            from checkable.engine.broker import Broker

            self._broker = Broker(root=self.settings.root)
            self._broker.expect(self._models)
        return self._broker.address

    def expect(self, outlines: Sequence[Outline]) -> None:
        """Whatever these items name may be asked for before the session ends."""
        self._models = tuple(dict.fromkeys(name for outline in outlines for name in outline.models))
        if self._broker is not None:
            self._broker.expect(self._models)

    def pytest_report_header(self) -> list[str]:
        data = self.settings.data or "none: published splits are fetched or skipped"
        model = self.settings.model or "as the specs say"
        return [f"checkable: tier {self.settings.tier}, model {model}, pool {short(self.settings.pool)}, data {data}"]

    def pytest_report_collectionfinish(self, items: list[pytest.Item]) -> list[str]:
        """Without xdist: the items are here."""
        outlines = [item.outline for item in items if isinstance(item, SpecItem)]
        self.expect(outlines)
        return [] if self.config.option.collectonly else header.lines(outlines, self.settings)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Append at once, so that a killed session has its finished results."""
        from checkable.ledger import runs

        for text in getattr(report, ATTRIBUTE, ()):
            runs.append(self.settings.reports / runs.FOLDER / runs.FILE, json.loads(text))

    def pytest_unconfigure(self) -> None:
        if self._broker is not None:
            self._broker.close()


def short(path: Path) -> str:
    """``path`` as a person in this folder would type it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
