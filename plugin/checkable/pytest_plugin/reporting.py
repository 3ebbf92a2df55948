"""What a run leaves for people: the terminal's summary, the page, JUnit properties and a Markdown summary."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pytest

from checkable import __version__
from checkable.core.claims import Overview, Transition
from checkable.pytest_plugin.controller import short
from checkable.pytest_plugin.options import Settings
from checkable.pytest_plugin.running import ATTRIBUTE

FEW = 3  # experiments whose tables are shown whatever their verdict


class Reporting:
    """Collects the records of a session, in the controlling process, and shows them at its end."""

    def __init__(self, config: pytest.Config, settings: Settings) -> None:
        self.config, self.settings = config, settings
        self._records: list[dict[str, Any]] = []
        self._not_run: list[Any] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        records = getattr(report, ATTRIBUTE, ())
        self._records += map(json.loads, records)
        path, _, item = report.nodeid.partition("::")
        is_spec = item and path.endswith((".yaml", ".yml"))
        if is_spec and not records and (report.skipped or (report.failed and report.when == "call")):
            from checkable.report.html import NotRun

            # A skip is (file, line, reason); a failure is its text. The page must not pass over either in silence.
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
            reason = reason.removeprefix("Skipped: ")
            self._not_run.append(NotRun(experiment=path, item=item, title=path, reason=reason))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """Also after Ctrl-C: the page shows what has finished."""
        if not self._records and not self._not_run:
            return
        from checkable.report.html import write

        write(self.settings.report, self._results(), not_run=self._not_run, overview=self._overview,
              generated_by=f"checkable {__version__}")
        self._tell_junit()
        if self.settings.summary is not None:
            self._write_markdown()

    @cached_property
    def _ledger(self) -> Any:
        """Read once, after the last record is in it; None where its files have mistakes, which are told."""
        from checkable.ledger.overview import Ledger

        try:
            return Ledger(self.settings.root, self.settings.reports, data=self.settings.data)
        except ValueError as error:
            warnings.warn(f"the report shows no claims: {error}", stacklevel=2)
            return None

    @cached_property
    def _overview(self) -> Overview | None:
        from checkable.report.ledger_view import shown

        return shown(self._ledger.overview()) if self._ledger else None

    @cached_property
    def _moves(self) -> tuple[Transition, ...]:
        runs = [r["run_id"] for r in self._records if r.get("claim") and r["provenance"].get("complete")]
        return self._ledger.moved(runs) if runs and self._ledger else ()

    def _tell_junit(self) -> None:
        """Properties of the suite, which is where the JUnit schema allows them; the same with and without xdist."""
        junit = next((p for p in self.config.pluginmanager.get_plugins() if hasattr(p, "add_global_property")), None)
        if junit is None:
            return
        from checkable.report.junit import properties

        report = os.path.relpath(self.settings.report, self.config.invocation_params.dir)
        for record in self._sorted():
            for name, value in properties(record, report=report):
                junit.add_global_property(name, value)

    def _write_markdown(self) -> None:
        from checkable.report.markdown import summary

        text = summary(self._sorted(), self._not_run, self._moves)
        append = os.environ.get("GITHUB_STEP_SUMMARY") == str(self.settings.summary)
        self.settings.summary.parent.mkdir(parents=True, exist_ok=True)
        with self.settings.summary.open("a" if append else "w", encoding="utf-8") as file:
            file.write(text)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if not self._records:
            return
        from checkable.report import summary
        from checkable.report.layout import Medium
        from checkable.report.terminal import NARROWEST, can_unicode, render

        writer = terminalreporter._tw
        medium = Medium(width=max(writer.fullwidth, NARROWEST), colour=writer.hasmarkup,
                        unicode=can_unicode(getattr(writer._file, "encoding", None)))
        terminalreporter.section("experiments")
        terminalreporter.write_line(summary.verdicts(self._sorted(), self._not_run, medium))
        if self._moves:
            terminalreporter.write_line(summary.moves(self._moves, medium))
        for result in self._shown():
            terminalreporter.write_line("")
            terminalreporter.write_line(
                render(result, width=medium.width, colour=medium.colour, unicode=medium.unicode))
        terminalreporter.write_line("")
        terminalreporter.write_line(f"report: {short(self.settings.report)}")

    def _shown(self) -> list[dict[str, Any]]:
        """Records whose tables are shown: all where they are few or asked for (-v), else those that did not pass."""
        everything = len(self._records) <= FEW or self.config.get_verbosity() > 0
        return [r for r in self._sorted() if everything or r["verdict"] == "failed"]

    def _sorted(self) -> list[dict[str, Any]]:
        return sorted(self._records, key=lambda r: (r["experiment"], r["item"]))

    def _results(self) -> Iterator[dict[str, Any]]:
        """One at a time: a result with its cases is large."""
        from checkable.ledger import artefacts

        for record in self._records:
            result = artefacts.read(self.settings.reports / record["artefact"]["path"])
            yield {**result, "run_id": record["run_id"]}
