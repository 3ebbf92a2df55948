"""What the arm would score if it committed without looking."""

from __future__ import annotations

from collections.abc import Sequence

from checkable.control.context import BreakContext, with_verdict
from checkable.core.candidate import CheckedCase
from checkable.vocabulary import NoOptions, word


@word("break", "always-program", baseline="heuristic")
def always_program(cases: Sequence[CheckedCase], options: NoOptions, context: BreakContext) -> list[CheckedCase]:
    """Let every treatment candidate pass: the arm commits one whenever it runs on the held-out input."""
    return [with_verdict(case, context, lambda _: True) for case in cases]
