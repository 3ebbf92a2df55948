"""Who is asked what a program should return: the published correct one. Opened by the desk that sells labels."""

from __future__ import annotations

from pathlib import Path

from substrates.quixbugs import published
from substrates.quixbugs.options import QuixBugsOptions

from checkable.substrate.functions.oracle import Oracle, scored_calls


def labels(options: QuixBugsOptions, data: Path | None) -> dict[str, Oracle]:
    """By case id. Raises DataUnavailable."""
    return {bug.name: Oracle(reference=bug.correct, scored=scored_calls(bug.name, bug.tests))
            for bug in published.bugs(data)}
