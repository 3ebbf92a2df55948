"""The sealed answers: every test of a task. ``measure`` alone imports this, after every commit is frozen."""

from __future__ import annotations

from pathlib import Path

from substrates.mbpp import published
from substrates.mbpp.options import MbppOptions
from substrates.mbpp.plus import AGREEMENT, ALTERNATIVES

from checkable.substrate.functions.hidden import HiddenTests


def answers(options: MbppOptions, data: Path | None) -> dict[str, HiddenTests]:
    """Right is what passes every test of the task, those that are shown included. Raises DataUnavailable."""
    return {task.id: _hidden(task, options) for task in published.tasks(options, data)}


def references(options: MbppOptions, data: Path | None) -> dict[str, str]:
    """The published solution of every task. Raises DataUnavailable."""
    return {task.id: task.reference for task in published.tasks(options, data)}


def _hidden(task: published.Task, options: MbppOptions) -> HiddenTests:
    if options.edition == "plus":
        return HiddenTests(reference=task.reference, entry_point=task.entry_point,
                           calls=published.scored_inputs(task, options), tolerance=task.tolerance,
                           agreement=AGREEMENT.get(task.entry_point, "equal"),
                           alternative=ALTERNATIVES.get(task.entry_point, ""))
    return HiddenTests(reference=task.reference, entry_point=task.entry_point, preamble=task.setup,
                       tests=(*task.tests, *task.challenge))
