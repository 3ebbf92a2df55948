from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkable.execute import Sandbox


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(workers=2, minimum_level=0) as made:
        yield made


@pytest.fixture(scope="session")
def data() -> Path:
    folder = os.environ.get("CHECKABLE_DATA")
    if not folder:
        pytest.skip("CHECKABLE_DATA does not name the folder of published data")
    return Path(folder)
