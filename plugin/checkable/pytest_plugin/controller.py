"""What only the controlling process does: engines, the ledger, the tables and the page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checkable.pytest_plugin import header
from checkable.pytest_plugin.collecting import SpecItem
from checkable.pytest_plugin.options import Settings
from checkable.pytest_plugin.running import ATTRIBUTE


class Controller:
    """Owns the engines of a session and writes the ledger as results arrive."""

    def __init__(self, config: pytest.Config, settings: Settings) -> None:
        self.config, self.settings = config, settings
        self._broker = None
        self._records: list[dict[str, Any]] = []

    def broker_address(self) -> str:
        """Where workers ask for engines; the broker is started by the first question."""
        if self._broker is None:
            from checkable.engine.broker import Broker

            self._broker = Broker(root=self.settings.root)
        return self._broker.address

    def pytest_report_header(self) -> list[str]:
        data = self.settings.data or "none: published splits are fetched or skipped"
        model = self.settings.model or "as the specs say"
        return [f"checkable: tier {self.settings.tier}, model {model}, pool {_short(self.settings.pool)}, data {data}"]

    def pytest_report_collectionfinish(self, items: list[pytest.Item]) -> list[str]:
        """Without xdist: the items are here."""
        specs = [item.spec for item in items if isinstance(item, SpecItem)]
        return [] if self.config.option.collectonly else header.lines(specs, self.settings)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Append at once, so that a killed session has its finished results."""
        from checkable.ledger import runs

        for text in getattr(report, ATTRIBUTE, ()):
            record = json.loads(text)
            runs.append(self.settings.reports / "ledger" / "runs.jsonl", record)
            self._records.append(record)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if not self._records:
            return
        from checkable.ledger import artefacts
        from checkable.report.terminal import render

        writer = terminalreporter._tw
        terminalreporter.section("experiments")
        for record in sorted(self._records, key=lambda r: (r["experiment"], r["item"])):
            result = artefacts.read(self.settings.reports / record["artefact"]["path"])
            terminalreporter.write_line(render(result, width=writer.fullwidth, colour=writer.hasmarkup))
            terminalreporter.write_line("")
        terminalreporter.write_line(f"report: {_short(self.settings.reports / 'report.html')}")

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """Also after Ctrl-C: the page shows what has finished."""
        if self._records:
            from checkable.report.html import write

            write(self.settings.reports / "report.html", self._artefacts())

    def _artefacts(self):
        from checkable.ledger import artefacts

        return [artefacts.read(self.settings.reports / r["artefact"]["path"]) for r in self._records]

    def pytest_unconfigure(self) -> None:
        if self._broker is not None:
            self._broker.close()


def _short(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
