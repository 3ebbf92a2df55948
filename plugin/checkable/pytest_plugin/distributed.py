"""What xdist needs: workers are told where the controller's engines are asked for."""

from __future__ import annotations

from typing import Any

from checkable.pytest_plugin import header
from checkable.pytest_plugin.controller import Controller


class Distributed:
    def __init__(self, controller: Controller) -> None:
        self.controller = controller
        self.said = False

    def pytest_configure_node(self, node: Any) -> None:
        node.workerinput["checkable_broker"] = self.controller.broker_address()

    def pytest_xdist_node_collection_finished(self, node: Any, ids: list[str]) -> None:
        """The first worker that has collected says what is in force; all collect the same."""
        if self.said:
            return
        self.said = True
        outlines = header.outlines_of(ids, self.controller.settings)
        self.controller.expect(outlines)
        terminal = self.controller.config.pluginmanager.get_plugin("terminalreporter")
        for line in header.lines(outlines, self.controller.settings) if terminal is not None else ():
            terminal.write_line(line)
