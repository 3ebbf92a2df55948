"""How audits speak."""

from __future__ import annotations

from collections.abc import Sequence

from checkable.core.result import Audit


def ok(name: str, text: str) -> Audit:
    return Audit(name=name, level="ok", text=text)


def note(name: str, text: str) -> Audit:
    return Audit(name=name, level="note", text=text)


def warning(name: str, text: str) -> Audit:
    return Audit(name=name, level="warning", text=text)


def some(names: Sequence[str], most: int = 5) -> str:
    """The first few of the names, and how many more there are."""
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
