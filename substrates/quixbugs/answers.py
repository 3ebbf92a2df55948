"""The sealed answers: every test of a program. ``measure`` alone imports this, after every commit is frozen."""

from __future__ import annotations

from pathlib import Path

from substrates.quixbugs import published
from substrates.quixbugs.options import QuixBugsOptions

from checkable.substrate.functions.hidden import HiddenTests


def answers(options: QuixBugsOptions, data: Path | None) -> dict[str, HiddenTests]:
    """Right is what passes all tests, those that are shown included. Raises DataUnavailable."""
    return {bug.name: HiddenTests(reference=bug.correct, entry_point=bug.name, tests=bug.tests)
            for bug in published.bugs(data)}


def references(options: QuixBugsOptions, data: Path | None) -> dict[str, str]:
    """The published correct programs. Raises DataUnavailable."""
    return {bug.name: bug.correct for bug in published.bugs(data)}
