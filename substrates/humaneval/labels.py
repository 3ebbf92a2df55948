"""Who is asked what a function should return: the published solution. Opened by the desk that sells labels."""

from __future__ import annotations

from pathlib import Path

from substrates.humaneval import published
from substrates.humaneval.options import HumanEvalOptions

from checkable.substrate.functions.oracle import Oracle, scored_calls


def labels(options: HumanEvalOptions, data: Path | None) -> dict[str, Oracle]:
    """By case id. The published tests call the function by the name of ``check``'s argument. Raises DataUnavailable."""
    further = {task.id: task.inputs for task in published.tasks(options, data)}
    return {task.id: Oracle(reference=task.reference,
                            scored=scored_calls(task.entry_point, [task.test], further[task.id], called="candidate"))
            for task in published.visible(options, data)}
