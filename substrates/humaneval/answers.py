"""The sealed answers: the published tests, and EvalPlus's inputs where a spec asks for them.

``measure`` alone imports this, after every commit is frozen.
"""

from __future__ import annotations

from pathlib import Path

from substrates.humaneval import published
from substrates.humaneval.options import HumanEvalOptions

from checkable.substrate.functions.hidden import HiddenTests

ROOT_FINDER = "find_zero"  # any root will do: what counts is that the polynomial is near 0 there, as in EvalPlus


def answers(options: HumanEvalOptions, data: Path | None) -> dict[str, HiddenTests]:
    """Right is what passes the published tests and, with plus, agrees on all its inputs. Raises DataUnavailable."""
    further = {task.id: task for task in published.tasks(options, data)}
    return {task.id: _hidden(task, further[task.id]) for task in published.visible(options, data)}


def references(options: HumanEvalOptions, data: Path | None) -> dict[str, str]:
    """The published solution of every task. Raises DataUnavailable."""
    return {task.id: task.reference for task in published.visible(options, data)}


def _hidden(task: published.Task, plus: published.Task) -> HiddenTests:
    """EvalPlus's solution is the reference for its inputs: on some of them HumanEval's fails, or never ends (32)."""
    check = f"{task.test}\ncheck({task.entry_point})\n"
    if task.entry_point == ROOT_FINDER:
        roots = (f"assert abs(poly(*{given!r}, find_zero(*{given!r}))) <= {plus.tolerance}" for given in plus.inputs)
        return HiddenTests(reference=plus.reference, entry_point=task.entry_point,
                           preamble=plus.preamble or task.preamble, tests=(check, *roots))
    return HiddenTests(reference=plus.reference, entry_point=task.entry_point, preamble=plus.preamble or task.preamble,
                       tests=(check,), calls=plus.inputs, tolerance=plus.tolerance)
