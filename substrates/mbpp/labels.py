"""Who is asked what a function should return: the published solution. Opened by the desk that sells labels."""

from __future__ import annotations

from pathlib import Path

from substrates.mbpp import published
from substrates.mbpp.options import MbppOptions

from checkable.substrate.functions.oracle import Oracle, scored_calls


def labels(options: MbppOptions, data: Path | None) -> dict[str, Oracle]:
    """By case id. Raises DataUnavailable."""
    return {task.id: Oracle(reference=task.reference,
                            scored=scored_calls(task.entry_point, [*task.tests, *task.challenge],
                                                published.scored_inputs(task, options)))
            for task in published.tasks(options, data)}
