"""Hosts for the session: each started when the first attack goes there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "execute")]

from hosts import NOBODY, Host, ordinary_python  # noqa: E402


@pytest.fixture(scope="session")
def host_at() -> Iterator[Callable[[int, str], Host]]:
    """The host that gives a level to "root" or to an "ordinary" user; the test is skipped where there is none."""
    hosts: dict[tuple[int, str], Host] = {}

    def get(level: int, who: str) -> Host:
        if (level, who) not in hosts:
            hosts[level, who] = _start(level, who)
        host = hosts[level, who]
        if host.isolation["level"] < level:
            pytest.skip(f"no level {level} here: {'; '.join(host.isolation['refused'])}")
        return host

    yield get
    for host in hosts.values():
        assert host.close() == 0


def _start(level: int, who: str) -> Host:
    if who == "root":
        if os.geteuid() != 0:
            pytest.skip("root alone can be root")
        return Host(level, 0)
    python = ordinary_python()
    if python is None:
        pytest.skip("no Python and plugin that an ordinary user may read")
    return Host(level, NOBODY if os.geteuid() == 0 else os.geteuid(), python)
