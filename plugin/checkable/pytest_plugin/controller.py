"""What only the controlling process does: engines, the ledger, the tables and the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checkable import __version__
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
        self._not_run: list[Any] = []

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
        outlines = [item.outline for item in items if isinstance(item, SpecItem)]
        return [] if self.config.option.collectonly else header.lines(outlines, self.settings)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Append at once, so that a killed session has its finished results."""
        from checkable.ledger import runs

        self._note_if_not_run(report)
        for text in getattr(report, ATTRIBUTE, ()):
            record = json.loads(text)
            runs.append(self.settings.reports / "ledger" / "runs.jsonl", record)
            self._records.append(record)

    def _note_if_not_run(self, report: pytest.TestReport) -> None:
        """Keep what was skipped or crashed for the page, which must not pass over it in silence."""
        path, _, item = report.nodeid.partition("::")
        if not item or not path.endswith((".yaml", ".yml")) or getattr(report, ATTRIBUTE, ()):
            return
        if report.skipped or (report.failed and report.when == "call"):
            from checkable.report.html import NotRun

            # A skip is (file, line, reason); a failure is its text.
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
            self._not_run.append(NotRun(experiment=path, item=item, title=path, reason=reason.removeprefix("Skipped: ")))

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if not self._records:
            return
        from checkable.ledger import artefacts
        from checkable.report.terminal import can_unicode, render

        writer = terminalreporter._tw
        unicode = can_unicode(getattr(writer._file, "encoding", None))
        terminalreporter.section("experiments")
        for record in sorted(self._records, key=lambda r: (r["experiment"], r["item"])):
            result = artefacts.read(self.settings.reports / record["artefact"]["path"])
            text = render(result, width=writer.fullwidth, colour=writer.hasmarkup, unicode=unicode)
            terminalreporter.write_line(text)
            terminalreporter.write_line("")
        terminalreporter.write_line(f"report: {_short(self.settings.reports / 'report.html')}")

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """Also after Ctrl-C: the page shows what has finished."""
        if not self._records and not self._not_run:
            return
        from checkable.report.html import write

        write(self.settings.reports / "report.html", self._results(), not_run=self._not_run,
              generated_by=f"checkable {__version__}")

    def _results(self) -> Iterator[dict[str, Any]]:
        """One at a time: a result with its cases is large."""
        from checkable.ledger import artefacts

        for record in self._records:
            yield artefacts.read(self.settings.reports / record["artefact"]["path"])

    def pytest_unconfigure(self) -> None:
        if self._broker is not None:
            self._broker.close()


def _short(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
