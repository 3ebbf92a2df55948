"""At the end of a session: the claims that its runs moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from checkable.pytest_plugin.options import Settings


class LedgerMoves:
    """Notices which complete runs of claims were recorded, and compares the ledger with and without them."""

    def __init__(self, settings: Settings, records: Callable[[], list[dict[str, Any]]]) -> None:
        self.settings, self._records = settings, records

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        complete = [r["run_id"] for r in self._records() if r.get("claim") and r["provenance"].get("complete")]
        if not complete:
            return
        from checkable.ledger import telling
        from checkable.ledger.overview import moved
        from checkable.spec.errors import SpecErrors

        try:
            moves = moved(self.settings.root, self.settings.reports, complete, data=self.settings.data)
        except SpecErrors as errors:
            terminalreporter.write_line(f"the ledger cannot be read, so that no claim can move:\n{errors}")
            return
        for line in telling.moved(moves, terminalreporter._tw.fullwidth):
            terminalreporter.write_line(line)
