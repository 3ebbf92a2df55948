"""What starting an engine takes, as plain data: the engines make it, the broker runs it."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field

from checkable.engine.endpoint import Endpoint


@dataclass(frozen=True, kw_only=True)
class Launch:
    """A command that serves ``endpoint`` until it is ended. ``environment`` is added to this process's."""

    command: tuple[str, ...]
    endpoint: Endpoint
    environment: Mapping[str, str] = field(default_factory=dict)
    start_seconds: float
    grace_seconds: float = 10.0


def free_port() -> int:
    """A port of this machine's loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def new_token() -> str:
    """Keeps other users of this machine, and other runs, off a server of ours."""
    return secrets.token_urlsafe(24)
