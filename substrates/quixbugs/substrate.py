"""The QuixBugs substrate: a buggy program with its description, and the first of its tests. No answers here."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from substrates.quixbugs import published
from substrates.quixbugs.options import QuixBugsOptions

from checkable.core.case import Case
from checkable.core.execution import Limits
from checkable.substrate.contract import CaseSet
from checkable.substrate.functions import tests as asserts
from checkable.substrate.functions.base import FunctionSubstrate
from checkable.substrate.functions.variations import variations


class QuixBugsSubstrate(FunctionSubstrate):
    name: ClassVar[str] = "quixbugs"
    summary: ClassVar[str] = "repair a classic algorithm in which one line is wrong"
    options: ClassVar[type] = QuixBugsOptions
    limits: ClassVar[Limits] = Limits(cpu_seconds=1.0, wall_seconds=20.0)  # many of the bugs loop for ever
    folder: ClassVar[Path] = Path(__file__).parent

    def attributes(self, options: QuixBugsOptions) -> frozenset[str]:
        return frozenset(("tests",))

    def cases(self, options: QuixBugsOptions, data: Path | None) -> CaseSet:
        return CaseSet(cases=tuple(_case(bug, options) for bug in published.bugs(data)),
                       version=f"quixbugs-{published.SHA256[:12]}",
                       source=f"jkoppel/QuixBugs at {published.COMMIT[:12]}, without "
                              f"{len(published.LEFT_OUT)} programs on graphs and linked lists")


def _case(bug: published.Bug, options: QuixBugsOptions) -> Case:
    shown = bug.tests[:options.visible]
    return Case(
        id=bug.name, family=bug.name, examples=(), query=None, text=bug.buggy, tests=shown, entry_point=bug.name,
        unlabelled=variations(asserts.calls(shown, bug.name), options.unlabelled, bug.name),
        attributes={"tests": len(bug.tests)})


substrate = QuixBugsSubstrate()
