"""The pytest plugin: options, collection, running, progress and reports, each in a file of its own.

It translates between pytest and the rooms and computes nothing itself. Importing it imports
neither the spec loader nor the sandbox, so that a pytest run without specs pays almost nothing.
"""

from __future__ import annotations

import pytest

from checkable.pytest_plugin import options

pytest_addoption = options.pytest_addoption


def pytest_configure(config: pytest.Config) -> None:
    from checkable.pytest_plugin import collecting, controller, progress, reporting, running

    settings = options.settings_of(config)
    config.pluginmanager.register(collecting.Collecting(settings), "checkable-collecting")
    config.pluginmanager.register(running.Running(config, settings), "checkable-running")
    config.pluginmanager.register(progress.ProgressReports(config), "checkable-progress")
    if not hasattr(config, "workerinput"):
        controls = controller.Controller(config, settings)
        config.pluginmanager.register(controls, "checkable-controller")
        config.pluginmanager.register(reporting.Reporting(config, settings), "checkable-reporting")
        if config.pluginmanager.hasplugin("dsession") or config.pluginmanager.hasplugin("xdist"):
            from checkable.pytest_plugin import distributed

            config.pluginmanager.register(distributed.Distributed(controls), "checkable-distributed")
