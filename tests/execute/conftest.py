"""A sandbox for the session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from execute_helpers import BRIEF, PLAIN, REACHING, Run, runner
from hypothesis import HealthCheck, settings

from checkable.core.execution import Limits
from checkable.execute import Sandbox

# a crowded or slow machine is no failure
settings.register_profile("no-deadline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no-deadline")


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(minimum_level=0) as sandbox:  # the tests themselves say what each level must stop
        yield sandbox


@pytest.fixture
def run(sandbox: Sandbox) -> Run:
    return runner(sandbox, PLAIN, Limits())


@pytest.fixture
def attack(sandbox: Sandbox) -> Run:
    """Run a program that may import whatever helps it, within small limits."""
    return runner(sandbox, REACHING, BRIEF)
