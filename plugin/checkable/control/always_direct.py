"""What the arm would score if its treatment never happened."""

from __future__ import annotations

from collections.abc import Sequence

from checkable.control.context import BreakContext, with_verdict
from checkable.core.candidate import CheckedCase
from checkable.vocabulary import NoOptions, word


@word("break", "always-direct", baseline="heuristic")
def always_direct(cases: Sequence[CheckedCase], options: NoOptions, context: BreakContext) -> list[CheckedCase]:
    """Let no treatment candidate pass: the arm always falls back to its first channel."""
    return [with_verdict(case, context, lambda _: False) for case in cases]
