"""Who is asked for what a function returns: a reference solution, and the calls of which it says nothing.

``labels.py`` of a substrate of functions returns these; the desk that sells labels runs them, one call at a time. A
call that hidden tests make is scored, so that its output is not for sale: whoever bought it would have the verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from checkable.substrate.functions.calls import write_call
from checkable.substrate.functions.tests import calls


@dataclass(frozen=True, kw_only=True)
class Oracle:
    """``scored`` are the calls of hidden tests, as a case writes its unlabelled ones."""

    reference: str
    scored: frozenset[str]


def scored_calls(function: str, tests: Sequence[str], inputs: Iterable[Sequence[Any]] = (), *,
                 called: str | None = None) -> frozenset[str]:
    """The calls of ``function`` that tests write out (under the name ``called``, where they use another), and those
    with ``inputs`` for arguments. A call whose arguments a test computes is none of them."""
    written = (call.arguments for call in calls(tests, called or function) if not call.keywords)
    return frozenset(write_call(function, arguments) for arguments in (*written, *inputs))
