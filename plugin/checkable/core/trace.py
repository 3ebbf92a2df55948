"""What a run of a program showed line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from checkable.core.candidate import Observation
from checkable.core.case import Json


@dataclass(frozen=True, kw_only=True)
class Step:
    """One moment in one function of the program.

    "line": just before ``line`` runs; "return": as the function leaves with ``value``; "raise": an exception named
    ``value`` passes through it. ``variables`` are its local variables that are plain data, ``others`` the names
    of the types of those that are not, or are too large. ``depth`` counts the calls that led here, from 0.
    """

    event: Literal["line", "return", "raise"]
    line: int
    function: str
    depth: int
    variables: Mapping[str, Json] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    value: Json = None


@dataclass(frozen=True, kw_only=True)
class Trace:
    """The steps of one call in order, and how it ended. ``truncated``: a cap was met, later steps are missing.

    The program's own process wrote it: evidence like everything a program returns, and no more to be trusted.
    """

    steps: tuple[Step, ...]
    truncated: bool
    ended: Observation
