"""One sandbox for the room."""

from __future__ import annotations

import pytest

from checkable.execute import Sandbox


@pytest.fixture(scope="session")
def sandbox():
    with Sandbox(workers=1, minimum_level=0) as made:
        yield made
