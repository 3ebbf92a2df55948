"""The HumanEval substrate: cases with the examples of a docstring as visible tests. It never imports ``answers``."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from substrates.humaneval import published
from substrates.humaneval.examples import visible_tests
from substrates.humaneval.issues import ISSUES
from substrates.humaneval.options import HumanEvalOptions

from checkable.core.case import Case
from checkable.substrate.contract import CaseSet
from checkable.substrate.functions import tests as asserts
from checkable.substrate.functions.base import FunctionSubstrate
from checkable.substrate.functions.variations import variations


class HumanEvalSubstrate(FunctionSubstrate):
    name: ClassVar[str] = "humaneval"
    summary: ClassVar[str] = "write a Python function from its signature and docstring"
    options: ClassVar[type] = HumanEvalOptions
    folder: ClassVar[Path] = Path(__file__).parent

    def attributes(self, options: HumanEvalOptions) -> frozenset[str]:
        return frozenset(("visible",))

    def cases(self, options: HumanEvalOptions, data: Path | None) -> CaseSet:
        found = tuple(_case(task, options) for task in published.visible(options, data))
        digests = "-".join(published.FILES[name][1][:12] for name in dict.fromkeys(("standard", options.hidden)))
        return CaseSet(cases=found, version=f"humaneval-{digests}", source=published.FILES[options.hidden][3],
                       issues=tuple(i for i in ISSUES if options.visible > 1 and any(i.case == c.id for c in found)))


def _case(task: published.Task, options: HumanEvalOptions) -> Case:
    shown = visible_tests(task.prompt, task.entry_point)[:options.visible]
    return Case(
        id=task.id, family=task.id, examples=(), query=None, text=task.prompt.strip(), tests=shown,
        entry_point=task.entry_point, preamble=task.preamble,
        unlabelled=variations(asserts.calls(shown, task.entry_point), options.unlabelled, task.id),
        attributes={"visible": len(shown)})


substrate = HumanEvalSubstrate()
