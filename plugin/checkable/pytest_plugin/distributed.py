"""What xdist needs: workers are told where the controller's engines are asked for."""

from __future__ import annotations

from typing import Any

from checkable.pytest_plugin.controller import Controller


class Distributed:
    def __init__(self, controller: Controller) -> None:
        self.controller = controller

    def pytest_configure_node(self, node: Any) -> None:
        node.workerinput["checkable_broker"] = self.controller.broker_address()
