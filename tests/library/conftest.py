"""A sandbox for the tests of the library."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checkable.execute import Sandbox


@pytest.fixture(scope="session")
def jail() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox
