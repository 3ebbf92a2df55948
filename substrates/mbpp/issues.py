"""Tasks whose tests cannot decide, and why."""

from __future__ import annotations

from collections.abc import Set

from substrates.mbpp.options import MbppOptions

from checkable.substrate.contract import LabelIssue

_CLASS = "its tests build objects of a class that the program defines, which cannot be judged from outside: {}"
FULL = {
    367: _CLASS.format("Node"), 601: _CLASS.format("Pair"), 927: _CLASS.format("Node"),
    533: "its tests compare with a type, which is no plain data",
    596: "its tests use sys, which only the reference imports",
}


def issues(options: MbppOptions, cases: Set[str]) -> tuple[LabelIssue, ...]:
    """Those among ``cases``. The tests of the full edition have them; in the others all can be judged."""
    known = FULL if options.edition == "full" else {}
    return tuple(LabelIssue(case=str(task), kind="broken", reason=reason) for task, reason in known.items()
                 if str(task) in cases)
