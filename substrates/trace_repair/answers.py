"""The sealed answers and gold programs. ``measure`` alone imports this, after every commit is frozen."""

from __future__ import annotations

from pathlib import Path

from substrates.trace_repair import language
from substrates.trace_repair.evaluated import evaluated
from substrates.trace_repair.options import TraceRepairOptions
from substrates.trace_repair.published import published

from checkable.core.case import Json


def answers(options: TraceRepairOptions, data: Path | None) -> dict[str, Json]:
    """What the right program makes of the hidden inputs."""
    if options.split == "published":
        return {one.id: [want for _, want in one.hidden] for one in published(data)}
    return {one.id: [language.run(one.problem.right, numbers) for numbers in one.problem.hidden]
            for one in evaluated(options)}


def traces(options: TraceRepairOptions, data: Path | None) -> dict[str, Json]:
    """The right program of each case as slots. Its machine has no one state."""
    if options.split == "published":
        return {}
    return {one.id: {"slots": [list(slot) for slot in language.slots(one.problem.right)], "states": []}
            for one in evaluated(options)}
