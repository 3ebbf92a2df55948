"""Annotation of ``justifications``: audits of ``core.audits``, each with a person's reason for what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checkable.core.audits import AUDITS
from checkable.spec import typed
from checkable.spec.cursor import WRONG, Cursor, found
from checkable.spec.errors import nearest, one_of
from checkable.spec.names import Sentence


@dataclass(frozen=True)
class Reasons:
    """A mapping from audits to reasons that are not blank. Read into a plain dict."""

    def reader(self) -> typed.Reader:
        read_reason = Sentence().reader()

        def read(value: Any, at: Cursor) -> Any:
            if not isinstance(value, dict):
                return at.wrong(f"{found(value)} stands here", "a mapping from an audit to a reason")
            reasons = {name: _reason(name, reason, at.into(value, name), read_reason) for name, reason in value.items()}
            return WRONG if WRONG in reasons.values() else {n: r for n, r in reasons.items() if r is not None}

        return read


def _reason(name: str, reason: Any, at: Cursor, read_reason: typed.Reader) -> Any:
    if name not in AUDITS:
        return at.wrong(f"no audit is called {name!r}", one_of(AUDITS), nearest(name, AUDITS), at_key=True)
    return None if reason is None else read_reason(reason, at)
