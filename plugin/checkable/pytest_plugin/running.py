"""Running one item: services that last as long as the process, and what pytest is told of a result."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from checkable.pytest_plugin.collecting import SpecItem
from checkable.pytest_plugin.options import Settings
from checkable.spec.model import Spec

RECORDS = pytest.StashKey[list[str]]()  # ledger records of the item, as ASCII JSON
ATTRIBUTE = "checkable_records"  # of a call report: what crosses from worker to controller


class Explained(Exception):
    """A failure that its message explains fully: shown without a traceback."""


class Running:
    """Owns what a process needs to run experiments; everything is made at first use."""

    def __init__(self, config: pytest.Config, settings: Settings) -> None:
        self.config, self.settings = config, settings
        self._workshop = None

    @property
    def workshop(self):
        if self._workshop is None:
            from checkable.experiment.workshop import Workshop

            self._workshop = Workshop(
                root=self.settings.root, data=self.settings.data, pool=self.settings.pool,
                broker=lambda: broker_address(self.config), minimum_level=self.settings.isolation,
                sandbox_workers=sandbox_workers(self.config))
        return self._workshop

    def run(self, item: SpecItem) -> None:
        """The smoke tier where the full one runs, then the item's own. Raises Explained for a failure."""
        if item.smoke is not None:
            self._run_one(item, item.smoke, "the smoke tier, which runs first, failed:\n")
        self._run_one(item, item.spec, "")

    def _run_one(self, item: SpecItem, spec: Spec, preface: str) -> None:
        from checkable.execute import ExecutionStoreError
        from checkable.experiment.run import CannotRun, run
        from checkable.report.entries import address_of
        from checkable.report.terminal import failure_text
        from checkable.substrate.contract import DataUnavailable

        progress = self.config.pluginmanager.get_plugin("checkable-progress").of(item)
        try:
            result = run(spec, self.workshop.services(progress))
        except DataUnavailable as error:
            pytest.skip(str(error))
        except (CannotRun, ExecutionStoreError) as error:
            raise Explained(f"{preface}{error}") from None
        artefact = self._keep(item, result)
        if result.verdict == "failed":
            page = f"{self.settings.report}#{address_of(result.experiment, result.item)}"
            raise Explained(preface + failure_text(result, artefact=artefact, report=page))

    def _keep(self, item: SpecItem, result) -> Path:
        """Write the full result and hand its record to the controller."""
        from checkable.ledger import artefacts, outcomes, runs

        path, digest = artefacts.write(self.settings.reports / "results", result)
        kept = outcomes.write(self.settings.reports / runs.FOLDER, outcomes.of_result(result))
        record = runs.record_of(result, path.relative_to(self.settings.reports), digest, kept)
        item.stash.setdefault(RECORDS, []).append(json.dumps(record, ensure_ascii=True))
        return path

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item):
        item.stash[RECORDS] = []  # a rerun of an item starts anew
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]):
        report = yield
        if call.when == "call" and item.stash.get(RECORDS, None):
            setattr(report, ATTRIBUTE, item.stash[RECORDS])
        return report

    def pytest_sessionfinish(self) -> None:
        if self._workshop is not None:
            self._workshop.close()

    @pytest.fixture
    def checkable_run(self, request: pytest.FixtureRequest) -> Callable[[], None]:
        """Runs the experiment of the requesting item."""
        return lambda: self.run(request.node)


def sandbox_workers(config: pytest.Config) -> int:
    """How many programs this process executes at once: its share of the processors."""
    processes = config.workerinput["workercount"] if hasattr(config, "workerinput") else 1
    return max(1, len(os.sched_getaffinity(0)) // processes)


def broker_address(config: pytest.Config) -> str:
    """Where this process asks for engines: its controller's address, or its own broker without xdist."""
    if hasattr(config, "workerinput"):
        return config.workerinput["checkable_broker"]
    return config.pluginmanager.get_plugin("checkable-controller").broker_address()
