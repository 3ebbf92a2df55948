"""The MBPP substrate: cases with one visible assert, cheap to load. It never imports ``answers``."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from substrates.mbpp import published
from substrates.mbpp.issues import issues
from substrates.mbpp.options import MbppOptions

from checkable.core.case import Case
from checkable.substrate.contract import CaseSet
from checkable.substrate.functions import tests as asserts
from checkable.substrate.functions.base import FunctionSubstrate
from checkable.substrate.functions.variations import variations


class MbppSubstrate(FunctionSubstrate):
    name: ClassVar[str] = "mbpp"
    summary: ClassVar[str] = "write a Python function from a sentence and an assert"
    options: ClassVar[type] = MbppOptions
    folder: ClassVar[Path] = Path(__file__).parent

    def attributes(self, options: MbppOptions) -> frozenset[str]:
        return frozenset(("arguments", "visible"))

    def cases(self, options: MbppOptions, data: Path | None) -> CaseSet:
        found = [_case(task, options) for task in published.tasks(options, data)]
        _, digest, _, source = published.FILES[options.edition]
        return CaseSet(cases=tuple(found), version=f"mbpp-{options.edition}-{digest[:12]}", source=source,
                       issues=issues(options, {case.id for case in found}))


def _case(task: published.Task, options: MbppOptions) -> Case:
    shown = task.tests[:options.visible]
    calls = asserts.calls(shown, task.entry_point)
    arguments = len(calls[0].arguments) if calls else 0
    return Case(
        id=task.id, family=f"mbpp_{task.number}", examples=(), query=None, text=task.text.strip(), tests=shown,
        entry_point=task.entry_point, preamble=task.setup,
        unlabelled=published.set_aside(task, options) or variations(calls, options.unlabelled, f"mbpp/{task.number}"),
        attributes={"arguments": arguments, "visible": len(shown)})


substrate = MbppSubstrate()
