"""Hosts for the session: each started when the first attack goes there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "execute")]

from hosts import REFUSED_FOR_LEVEL, Host, start  # noqa: E402


@pytest.fixture(scope="session")
def host_at() -> Iterator[Callable[[int, str], Host]]:
    """The host that gives a level to "root" or to an "ordinary" user; the test is skipped where there is none."""
    hosts: dict[tuple[int, str], Host] = {}

    def get(level: int, who: str) -> Host:
        if (level, who) not in hosts:
            host = start(REFUSED_FOR_LEVEL[level], who)
            if isinstance(host, str):
                pytest.skip(host)
            hosts[level, who] = host
        host = hosts[level, who]
        if host.isolation["level"] < level:
            pytest.skip(f"no level {level} here: {'; '.join(host.isolation['refused'])}")
        return host

    yield get
    for host in hosts.values():
        assert host.close() == 0
