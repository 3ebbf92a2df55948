"""The substrate under test, and the published data where this machine has it."""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from substrates.foofah.substrate import substrate as instance  # noqa: E402


@pytest.fixture(scope="session")
def foofah() -> Any:
    return instance


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder that CHECKABLE_DATA names. Tests that need it are skipped without."""
    folder = os.environ.get("CHECKABLE_DATA")
    if not folder or not (Path(folder) / "foofah.jsonl").is_file():
        pytest.skip("CHECKABLE_DATA names no folder with foofah.jsonl")
    return Path(folder)


@pytest.fixture(scope="session")
def recordings(data: Path) -> Path:
    folder = data / "records"
    if not folder.is_dir():
        pytest.skip("CHECKABLE_DATA holds no folder records/")
    return folder


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON lines of a recording, gzipped or not."""
    raw = path.read_bytes()
    text = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return (json.loads(line) for line in text.splitlines())


@pytest.fixture(scope="session")
def read_lines() -> Any:
    return lines
