"""Live progress of long items, with and without xdist.

A worker sends progress as a report of its own kind (``when="progress"``) over the channel that
carries test reports; the controller prints it. JUnit and the counts never see it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from checkable.core.progress import Progress

INTERVAL = 5.0  # seconds between two lines of one item
QUIET = 3.0  # an item that is done before this long shows none


class ProgressReport:
    """One line of progress, as it travels. Quacks like a report for hooks that look at every one."""

    when = "progress"
    outcome = "passed"
    passed, failed, skipped = False, False, False
    sections: list[Any] = []
    user_properties: list[Any] = []
    longrepr = None
    duration = 0.0
    keywords: dict[str, Any] = {}

    def __init__(self, nodeid: str, text: str) -> None:
        self.nodeid, self.text = nodeid, text
        self.location = (nodeid, None, nodeid)


class ProgressReports:
    def __init__(self, config: pytest.Config) -> None:
        self.config = config

    def of(self, item: pytest.Item, clock: Callable[[], float] = time.monotonic) -> Callable[[Progress], None]:
        """What one item tells its progress to."""
        from checkable.report.progress import line

        started: dict[str, float] = {}
        shown = clock() + QUIET - INTERVAL

        def tell(progress: Progress) -> None:
            nonlocal shown
            now = clock()
            if progress.waiting:
                started.pop(progress.phase, None)  # a rate counts from when the work could begin
            begun = started.setdefault(progress.phase, now)
            if now - shown < INTERVAL:
                return
            shown = now
            text = line(progress, seconds=now - begun)
            self.config.hook.pytest_runtest_logreport(report=ProgressReport(item.nodeid, text))

        return tell

    def pytest_report_to_serializable(self, report: Any) -> dict[str, Any] | None:
        if isinstance(report, ProgressReport):
            return {"$report_type": "checkable.progress", "nodeid": report.nodeid, "text": report.text}
        return None

    def pytest_report_from_serializable(self, data: dict[str, Any]) -> ProgressReport | None:
        if data.get("$report_type") == "checkable.progress":
            return ProgressReport(data["nodeid"], data["text"])
        return None

    def pytest_report_teststatus(self, report: Any) -> tuple[str, str, str] | None:
        return ("", "", "") if isinstance(report, ProgressReport) else None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: Any) -> None:
        if isinstance(report, ProgressReport) and not hasattr(self.config, "workerinput"):
            self._show(report)

    def _show(self, report: ProgressReport) -> None:
        terminal = self.config.pluginmanager.get_plugin("terminalreporter")
        if terminal is None or self.config.getoption("verbose") < 0:
            return
        capture = self.config.pluginmanager.get_plugin("capturemanager")
        if capture is not None and capture.is_globally_capturing():
            with capture.global_and_fixture_disabled():
                terminal.write_line(f"{report.nodeid}: {report.text}")
        else:
            terminal.write_line(f"{report.nodeid}: {report.text}")
